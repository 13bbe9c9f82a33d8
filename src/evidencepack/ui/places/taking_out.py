# SPDX-License-Identifier: MPL-2.0
"""Taking a partner out of the tender: the button, and right under it what is in the way, each with the way there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from evidencepack.ui.shell.context import Context
from evidencepack.ui.shell.roads import road_to
from evidencepack.ui.shell.where import in_record
from evidencepack.ui.widgets.cards import Notice, Tone, link
from evidencepack.ui.widgets.parts import button, emptied, label, row
from evidencepack.ui.words import counted, say
from evidencepack.usecases.partner_changes import Naming, names_it
from evidencepack.usecases.partner_view import PartnerLine

_FEW = 6


class TakingOut(QFrame):
    """``wanted`` says that the person wants to take the partner out, with nothing in the way."""

    wanted = Signal()
    going = Signal(str)
    """The person wants to go to where something is said: its path."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._session = context, context.session
        self._line: PartnerLine | None = None
        self._answer = QVBoxLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(row(button(say("Take out of this tender…"), self._ask), None))
        layout.addLayout(self._answer)

    def show_for(self, line: PartnerLine) -> None:
        """Ask about this partner; what is in the way of another one is told no more."""
        if self._line is None or self._line.id != line.id:
            emptied(self._answer)
        self._line = line
        self.setVisible(bool(line.fit))

    def _ask(self) -> None:
        """Take the partner out; where answers name it, say which and stay."""
        emptied(self._answer)
        if self._line is None:
            return
        naming = names_it(self._session.facts, self._session.library, self._line.id)
        if naming:
            self._refuse(naming, self._line, _FEW)
        else:
            self.wanted.emit()

    def _refuse(self, naming: tuple[Naming, ...], line: PartnerLine, most: int) -> None:
        """Say what names the partner, the first few or all, and go to the first of them that was not seen yet."""
        emptied(self._answer)
        title = counted(len(naming), "1 answer still names {who}", "{n} answers still name {who}", who=line.name)
        sentence = say(
            "Nothing was changed. Change these answers first. Or decide to leave them out: your words stay then."
        )
        ways = [self._way(one) for one in naming[:most]]
        more = len(naming) - len(ways)
        words = counted(more, "Show 1 more", "Show {n} more")
        rest = [row(link(words, lambda: self._refuse(naming, line, len(naming))), None)] if more > 0 else []
        decide = link(say("Decide to leave them out"), lambda: self.going.emit(f"{line.fit}/decision"))
        rows = [row(label(_named(one)), way, gap=8) for one, way in zip(naming, ways, strict=False)]
        notice = Notice(Tone.WARN, title, sentence, *rows, *rest, row(decide, None))
        self._answer.addWidget(notice)
        notice.show()
        ways[0 if more > 0 or most <= _FEW else _FEW].setFocus()
        bring_up(self)

    def _way(self, one: Naming) -> QWidget:
        where = road_to(self._session.facts, self._session.library, one.path)
        to = self._context.going(where or in_record(self._line.id if self._line else ""))
        return link(say("Open"), to, name=say("Open {what}", what=_named(one)))


def bring_up(part: QWidget) -> None:
    """Scroll the page round a part until it is in sight, its end first and then its beginning."""
    area = part.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    page = area.widget() if area is not None else None
    if area is not None and page is not None:
        # What was just put in has not been measured yet.
        part.updateGeometry()
        page.updateGeometry()
        layout = page.layout()
        if layout is not None:
            layout.activate()
            page.setMinimumHeight(max(1, layout.totalHeightForWidth(area.viewport().width())))
        area.ensureWidgetVisible(part, 0, 16)


def _named(one: Naming) -> str:
    return f"{one.record}: {one.question}"
