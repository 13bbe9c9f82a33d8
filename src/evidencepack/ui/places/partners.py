# SPDX-License-Identifier: MPL-2.0
"""The partners of the tender: a list, and beside it all that is known of the one that is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from evidencepack.domain.record import Facts
from evidencepack.domain.values import Reference
from evidencepack.ui.layout_width import LayoutWidth
from evidencepack.ui.look import scaled
from evidencepack.ui.places.partner_adding import NoPartners, PartnerAdding
from evidencepack.ui.places.partner_page import PartnerPage
from evidencepack.ui.places.partner_words import entries_of
from evidencepack.ui.shell.context import Context
from evidencepack.ui.shell.keys import Command
from evidencepack.ui.shell.place import Crumb, TenderPlace
from evidencepack.ui.shell.where import PARTNERS, Where
from evidencepack.ui.widgets.foot_bar import UNDO_FOR, FootBar
from evidencepack.ui.widgets.master_list import MasterList
from evidencepack.ui.widgets.parts import Pane, button, column, iconed
from evidencepack.ui.words import say
from evidencepack.usecases.partner_changes import take_out
from evidencepack.usecases.partner_view import ORGANISATION, PartnerLine, Stand, partner_lines

_LIST = {
    LayoutWidth.WIDE: 256,
    LayoutWidth.MIDDLE: 252,
    LayoutWidth.SLIM: 236,
    LayoutWidth.NARROW: 212,
    LayoutWidth.TIGHT: 196,
}
_WAIT = 300
"""Milliseconds from the last change to a new look: nobody types facts here, but a change may come with many others."""

_ADD = "add"


class Partners(TenderPlace):
    """The organisations of this tender; one that was thought about and left out stays in sight."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._lines: tuple[PartnerLine, ...] = ()
        self.words = QLineEdit()
        self.words.setPlaceholderText(say("Find a partner"))
        self.words.setAccessibleName(say("Find a partner"))
        self.words.setClearButtonEnabled(True)
        self.words.textChanged.connect(lambda _text: self._show_lines())
        self.list = MasterList(say("Partners"))
        self.list.chosen.connect(self._choose)
        self.add_button = iconed(button(say("Add a partner"), self._begin), "plus")
        self.page, self.adding = PartnerPage(context), PartnerAdding(self.session)
        self.none = NoPartners(self.session)
        self.none.chosen.connect(self._begin)
        self.page.taking_out.connect(self._take_out)
        self.adding.added.connect(self._added)
        self.adding.left.connect(self._stop)
        self.foot = FootBar()
        self.foot.hide()
        self._lay_out()
        self._waiting = QTimer(self, singleShot=True, interval=_WAIT)
        self._waiting.timeout.connect(self._refresh_if_seen)
        self.session.changed.connect(self._waiting.start)
        self.refresh()

    @property
    def title(self) -> str:
        """The partner that is shown, or what the place is called."""
        line = self._line()
        return line.name if line and self._beside.currentWidget() is self._pane else say("Partners")

    @property
    def crumbs(self) -> Sequence[Crumb]:
        """The partner is a level below the list; where there is little room its heading says who it is."""
        home = say("Partners")
        return (
            (Crumb(home),)
            if home == self.title or self.width_class.is_narrow
            else (Crumb(home, Where(PARTNERS)), Crumb(self.title))
        )

    @property
    def here(self) -> Where:
        """The partner that is shown, or the form for another one."""
        return Where(PARTNERS, self.list.current, part=_ADD if self._is_adding() else "")

    def arrive(self, where: Where) -> None:
        """Show a partner as it stands now; ``add`` as part asks for another one."""
        self.refresh()
        if where.record:
            self.words.clear()
            self.list.choose(_organisation_of(self.session.facts, where.record))
        if where.part == _ADD:
            self._begin()
            return
        self._show_page()
        (self.none.heading if self._is_empty() else self.page.heading).take_focus()

    def fit(self, width: LayoutWidth) -> None:
        """Give the list less room where there is little."""
        if width is not self.width_class:
            super().fit(width)
            self.moved.emit()
        self._rail.setFixedWidth(scaled(_LIST[width]))
        self.page.fit(width)

    def parts(self) -> Sequence[QWidget]:
        """List, page; or what an empty place says."""
        beside = self._beside.currentWidget()
        return (beside,) if beside is not None and self._rail.isHidden() else (self._rail, self._beside)

    def do(self, command: Command) -> bool:
        """Find a partner in the list."""
        if command is Command.FIND_HERE and not self._rail.isHidden():
            self.words.setFocus()
            return True
        return False

    def refresh(self) -> None:
        """Show who takes part now, and the chosen one as it stands."""
        self._lines = partner_lines(self.session.facts, self.session.library)
        self._show_lines()
        if not self._is_adding():
            self._show_page()

    def _lay_out(self) -> None:
        head = column(self.words, gap=0, margins=(12, 12, 12, 8))
        foot = column(self.add_button, gap=0, margins=(12, 8, 12, 12))
        self._rail = column(head, self.list, foot, gap=0, name="railframe", margins=(0, 0, 1, 0))
        self._pane, self._adding_pane, self._none_pane = Pane(self.page), Pane(self.adding), Pane(self.none)
        self._beside = QStackedWidget()
        for one in (self._pane, self._adding_pane, self._none_pane):
            self._beside.addWidget(one)
        body = QFrame()
        across = QHBoxLayout(body)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self._rail)
        across.addWidget(self._beside, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(body, 1)
        layout.addWidget(self.foot)

    def _is_shown(self, pane: QWidget) -> bool:
        return self._beside.currentWidget() is pane

    def _is_adding(self) -> bool:
        return self._is_shown(self._adding_pane)

    def _is_empty(self) -> bool:
        """Whether nobody but the one who leads takes part, or was thought about."""
        return all(line.stand is Stand.LEAD for line in self._lines)

    def _line(self) -> PartnerLine | None:
        return next((line for line in self._lines if line.id == self.list.current), None)

    def _show_lines(self) -> None:
        self.list.show_entries(tuple(entries_of(self._lines, self.words.text().strip())))

    def _show_page(self) -> None:
        """Show the chosen partner, or how to begin."""
        line = self._line()
        empty = self._is_empty()
        self._rail.setVisible(not empty)
        if line is not None and not empty:
            self.page.show_partner(line)
        self._beside.setCurrentWidget(self._none_pane if empty else self._pane)
        self.moved.emit()

    def _choose(self, _organisation: str) -> None:
        self._show_page()
        self._pane.verticalScrollBar().setValue(0)

    def _begin(self, sort: str = "") -> None:
        """Ask for another partner."""
        self._beside.setCurrentWidget(self._adding_pane)
        self.adding.begin(sort)
        self.moved.emit()

    def _stop(self) -> None:
        self._beside.setCurrentWidget(self._pane)
        self._show_page()
        (self.none.heading if self._is_empty() else self.page.heading).take_focus()

    def _added(self, organisation: str) -> None:
        self.words.clear()
        self._beside.setCurrentWidget(self._pane)
        self.refresh()
        self.list.choose(organisation)
        self._show_page()
        self.page.heading.take_focus()

    def _take_out(self) -> None:
        """Take the chosen one out, and for a while offer to take that back."""
        line = self._line()
        if line is None:
            return
        words = say("take {name} out", name=line.name)
        self.session.change(*take_out(self.session.facts, line.id), words=words)
        self.refresh()
        self.foot.show()
        QTimer.singleShot(UNDO_FOR, self.foot, self.foot.hide)
        self.foot.offer_undo(say("{name} is out of this tender.", name=line.name), self.session.undo)
        self._show_page()

    def _refresh_if_seen(self) -> None:
        if self.isVisible():
            self.refresh()


def _organisation_of(facts: Facts, record: str) -> str:
    """Return the organisation that a record is about: itself, or the one that a contact or a fit test names."""
    found = facts.get(record)
    link = found.answers.get(ORGANISATION) if found else None
    return link.record if isinstance(link, Reference) else record
