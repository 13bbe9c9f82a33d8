# SPDX-License-Identifier: MPL-2.0
"""Where the program begins: the tenders with how long there is for each, and what is kept where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from evidencepack.ui import clock
from evidencepack.ui.deadlines import long_day
from evidencepack.ui.layout_width import LayoutWidth
from evidencepack.ui.places.tender_card import TenderPanel, last_words, to_fix_words
from evidencepack.ui.places.your_work import NewHere, YourWork
from evidencepack.ui.shell.context import Context
from evidencepack.ui.shell.place import Place
from evidencepack.ui.shell.where import ALL_TENDERS, Where
from evidencepack.ui.widgets.columns import Columns
from evidencepack.ui.widgets.heading import PageHeading
from evidencepack.ui.widgets.parts import Pane, button, column, emptied, iconed
from evidencepack.ui.words import say
from evidencepack.usecases.tenders import TenderCard, tender_cards, time_left

if TYPE_CHECKING:
    from evidencepack.domain.record import Facts
    from evidencepack.ui.places.welcome import Welcome
    from evidencepack.usecases.document_grid import PaperCount

_LOOK_AFTER = 400
"""Milliseconds from the list to the look at how far each tender is: the list comes first."""

_LOOKED_AT = 10


class AllTenders(Place):
    """The tenders of the workspace, the nearest deadline first; those whose date is past come folded."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._heading = PageHeading(say("Your tenders"), "")
        self._heading.add(button(say("Restore from a backup…"), self._restore))
        self._heading.add(iconed(button(say("New tender"), self._new), "plus"))
        self._list = QFrame()
        self._cards = QVBoxLayout(self._list)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(10)
        self._work = YourWork(context)
        self._new_here = NewHere(context)
        side = column(self._work, self._new_here, None, gap=10)
        self._columns = Columns(self._list, side)
        page = column(self._heading, self._columns, None, gap=14, margins=(24, 18, 24, 20), name="page")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Pane(page))
        self._panels: dict[str, TenderPanel] = {}
        self._looking = QTimer(self, singleShot=True, interval=_LOOK_AFTER)
        self._looking.timeout.connect(self._look)

    @property
    def title(self) -> str:
        """What the place is called."""
        return say("All tenders")

    @property
    def here(self) -> Where:
        """The list."""
        return Where(ALL_TENDERS)

    def arrive(self, where: Where) -> None:
        """Show the tenders as they are now; ``new`` as part asks for a new one."""
        cards = self.context.work.store.wait_for(tender_cards)
        self._heading.name(say("Your tenders") if cards else say("Welcome"))
        day = long_day(clock.today())
        self._heading.tell(say("{day}. Nearest deadline first.", day=day) if len(cards) > 1 else day)
        self._new_here.setVisible(bool(cards))  # the welcome leads to the sample, too
        self._show(cards)
        self._work.refresh()
        self._heading.take_focus()
        if where.part == "new":
            self._new()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter do the first thing there is to do: on arrival the heading has the keyboard, and does nothing."""
        first = next((one for one in self.findChildren(QPushButton) if _is_first(one)), None)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and first is not None:
            first.click()
        else:
            super().keyPressEvent(event)

    def fit(self, width: LayoutWidth) -> None:
        """Put what is kept where beside the tenders, or below them."""
        super().fit(width)
        self._columns.fit(width)

    def close_place(self) -> None:
        """Look at nothing any more: a window may be closed as soon as it is open."""
        self._looking.stop()

    def _show(self, cards: Sequence[TenderCard]) -> None:
        emptied(self._cards)
        now = clock.now()
        due = [card for card in cards if card.day is None or not time_left(card.day, card.time, now).over]
        past = [card for card in cards if card not in due]
        self._panels = {}
        for at, card in enumerate((*due, *reversed(past))):
            self._panels[card.id] = TenderPanel(card, self.context.guide.open_tender, first=not at)
            self._cards.addWidget(self._panels[card.id])
        if not cards:
            self._cards.addWidget(self._welcome())
        self._cards.addStretch(1)
        self._looking.start()

    def _look(self) -> None:
        """Find out how far the nearest tenders are: the list is there before that is known."""
        names = list(self._panels)[:_LOOKED_AT]
        self.context.work.store.ask(
            lambda workspace: {name: workspace.facts(name) for name in names}, done=self._reckon, failed=self._fail
        )

    def _reckon(self, found: Mapping[str, Facts]) -> None:
        work = self.context.work
        seen = {work.session.facts.tender: work.session.seen} if work.session else {}

        def reckon() -> Mapping[str, PaperCount]:
            from evidencepack.usecases.documents import NOTHING_SEEN
            from evidencepack.usecases.how_far import how_far  # kinds are read only once the list is there

            return {name: how_far(facts, work.library, seen.get(name, NOTHING_SEEN)) for name, facts in found.items()}

        self.context.tasks.submit("how far", reckon, done=self._tell, failed=self._fail)

    def _tell(self, found: Mapping[str, PaperCount]) -> None:
        work = self.context.work
        in_hand = work.session.facts.tender if work.session else ""
        for name, how in found.items():
            if name in self._panels:
                now = work.checks if name == in_hand and work.checks is not None and work.checks.done_at else None
                words = to_fix_words(now.must_fix) if now else last_words(*self.context.chosen.checked(name))
                self._panels[name].show_how_far(how, words)

    def _fail(self, error: Exception) -> None:
        self.context.guide.tell(str(error))

    def _welcome(self) -> Welcome:
        from evidencepack.ui.places.welcome import Welcome
        from evidencepack.usecases.welcome import own_organisation  # not read where there are tenders

        own = self.context.work.store.wait_for(own_organisation)
        return Welcome(self.context, str(own.answers.get("legal_name", "")) if own else "", self._new)

    def _new(self) -> None:
        from evidencepack.ui.places.new_tender import ask_for_tender

        if made := ask_for_tender(self, self.context):
            self.context.guide.open_tender(made)

    def _restore(self) -> None:
        from evidencepack.ui.places.restoring import restore

        restore(self, self.context)


def _is_first(button: QPushButton) -> bool:
    return button.property("kind") == "primary" and button.isVisible() and button.isEnabled()
