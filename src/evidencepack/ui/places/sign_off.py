# SPDX-License-Identifier: MPL-2.0
"""The register of signatures: who must sign what, what is recorded of it, and whom to ask."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from evidencepack.ui import clock
from evidencepack.ui.layout_width import LayoutWidth
from evidencepack.ui.look import scaled
from evidencepack.ui.places.sign_off_words import (
    FILTERS,
    cells_of,
    columns,
    counts,
    letter_to_chase,
    mark_of,
    person,
    sentence,
    summary,
    tells,
)
from evidencepack.ui.shell.context import Context
from evidencepack.ui.shell.place import TenderPlace
from evidencepack.ui.shell.where import DOCUMENTS, SIGN_OFF, Where, in_document
from evidencepack.ui.widgets.cards import Card, EmptyPlace
from evidencepack.ui.widgets.chips import Chips
from evidencepack.ui.widgets.foot_bar import FootBar
from evidencepack.ui.widgets.grid import Grid
from evidencepack.ui.widgets.heading import PageHeading, fold_filters
from evidencepack.ui.widgets.parts import button, column, emptied, label, row
from evidencepack.ui.widgets.states import StateRow
from evidencepack.ui.words import say
from evidencepack.usecases.register import SignatureRow, begin_record, signature_rows, to_chase

_WAIT = 300
"""Milliseconds from the last change to a new look."""

_CHASED = 6
"""So many names stand in the card; all of them go into the text for an e-mail."""

_SIDE = 264
"""The width of the card, in pixels at a text size of 100 %."""


class SignOff(TenderPlace):
    """What the sign-off sheet records, paper by paper; the rest is what the papers ask for."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._rows: tuple[SignatureRow, ...] = ()
        self._heading = PageHeading(say("Who has signed what"))
        self._chips = Chips({name: say(words) for name, words in FILTERS.items()})
        self._chips.chosen.connect(lambda _name: self._show_rows())
        self._grid = Grid(say("Signatures"), columns())
        self._grid.opened.connect(lambda _row, _column: self._record())
        self._grid.shown.connect(lambda _row, _column: self._tell())
        words = say("Once a memorandum, a letter or another paper says who signs it, they are listed here.")
        go = self.context.going(Where(DOCUMENTS))
        self._none = EmptyPlace("pen-line", say("Nothing to sign yet"), words, button(say("Go to documents"), go))
        self._copy_text = button(say("Copy text to chase"), self._copy)
        self._heading.add(self._copy_text)
        self._chase = QFrame()
        QVBoxLayout(self._chase).setContentsMargins(0, 0, 0, 0)
        self._body = row(self._grid, self._chase, gap=16)
        self._paper, self._recording = button(say("Open the paper"), self._open), button("", self._record)
        self._foot = FootBar(self._paper, self._recording)
        self._page = page = column(self._heading, self._chips, self._body, self._none, gap=10, margins=(24, 16, 24, 12))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(page, 1)
        layout.addWidget(self._foot)
        self._waiting = QTimer(self, singleShot=True, interval=_WAIT)
        self._waiting.timeout.connect(self._refresh_if_seen)
        self.session.changed.connect(self._waiting.start)

    @property
    def title(self) -> str:
        """What the place is called."""
        return say("Sign-off")

    @property
    def here(self) -> Where:
        """The register."""
        return Where(SIGN_OFF)

    def arrive(self, where: Where) -> None:
        """Show the register as it stands now; of one paper, its first signature."""
        self.refresh()
        at = next((at for at, one in enumerate(self._rows) if one.paper == where.record), -1)
        if at >= 0:
            self._chips.turn_on("all")
            self._grid.choose(str(at))
        (self._grid if self._rows else self._heading).setFocus()

    def fit(self, width: LayoutWidth) -> None:
        """Leave out whom to ask where there is no room beside the register; the text to copy has them all."""
        super().fit(width)
        fold_filters(self._page, self._heading, self._chips, tight=width is LayoutWidth.TIGHT)
        self._grid.fit(width)
        self._chase.setFixedWidth(scaled(_SIDE))
        self._show_chase()

    def parts(self) -> Sequence[QWidget]:
        """The register, whom to ask, what can be done."""
        return (self._grid, self._chase, self._foot) if self._rows else (self._none,)

    def refresh(self) -> None:
        """Show the register as it stands now."""
        self._rows = signature_rows(
            self.session.facts, self.session.library, today=clock.today(), changed=self.session.signed.signatures
        )
        self._heading.tell(summary(self._rows) if self._rows else "")
        for part in (self._body, self._chips, self._foot):
            part.setVisible(bool(self._rows))
        self._none.setVisible(not self._rows)
        self._chips.count(counts(self._rows))
        self._show_rows()
        self._show_chase()

    def _refresh_if_seen(self) -> None:
        if self.isVisible():
            self.refresh()

    def _show_rows(self) -> None:
        shown = [(at, one) for at, one in enumerate(self._rows) if tells(one, self._chips.on)]
        before: list[SignatureRow | None] = [None, *(one for _, one in shown)]
        today = clock.today()
        self._grid.show_rows([cells_of(at, one, before[n], today) for n, (at, one) in enumerate(shown)])
        self._tell()

    def _row(self) -> SignatureRow | None:
        """Return the signature that is chosen."""
        index = self._grid.currentIndex()
        return self._rows[int(self._grid.cells.rows[index.row()].id)] if index.isValid() else None

    def _tell(self) -> None:
        one = self._row()
        paper = " ".join(filter(None, (one.title, one.version))) if one else ""
        self._foot.tell(say("{paper} – {how}", paper=paper, how=sentence(one, clock.today())) if one else "")
        for part in (self._paper, self._recording):
            part.setEnabled(one is not None)
        self._recording.setText(say("Open its record") if one and one.recorded else say("Record a signature"))

    def _show_chase(self) -> None:
        rows = to_chase(self._rows)
        self._copy_text.setVisible(bool(rows))
        beside = bool(rows) and self.width_class.has_side
        layout = self._chase.layout()
        if layout is not None:
            emptied(layout)
            if beside:
                layout.addWidget(column(Card(say("Whom to ask"), *_people(rows)), None))
        self._chase.setVisible(beside)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(letter_to_chase(to_chase(self._rows), clock.today()))
        self.context.guide.tell(say("The text is copied. Paste it into an e-mail."))

    def _open(self) -> None:
        if one := self._row():
            self.context.guide.open_at(in_document(one.paper))

    def _record(self) -> None:
        """Go to where the chosen signature is recorded; make a row for it where there is none."""
        one = self._row()
        if one is None:
            return
        path, changes = begin_record(self.session.facts, self.session.library, one)
        if changes:
            self.session.work_in(path.record)  # undone where the person is then
            self.session.change(*changes, words=say("begin to record a signature"))
        self.context.guide.open_at(in_document(path.record, path))


def _people(rows: Sequence[SignatureRow]) -> Iterator[QWidget]:
    """Yield a line for each who is to be asked; those there is no room for are counted."""
    for one in rows[:_CHASED]:
        yield StateRow(mark_of(one), person(one), ", ".join(filter(None, (one.organisation, one.title))))
    if len(rows) > _CHASED:
        yield label(say("and {n} more", n=len(rows) - _CHASED), "small")
