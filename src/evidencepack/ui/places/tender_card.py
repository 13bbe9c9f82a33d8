# SPDX-License-Identifier: MPL-2.0
"""One tender in the list: how long there is, what it is, whose, and what stands in its way."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from evidencepack.ui import clock
from evidencepack.ui.deadlines import Countdown, countdown, short_day
from evidencepack.ui.look import scaled
from evidencepack.ui.widgets.marks import Mark
from evidencepack.ui.widgets.parts import button, column, emptied, label
from evidencepack.ui.widgets.states import StateRow
from evidencepack.ui.words import counted, say
from evidencepack.usecases.tenders import TenderCard

if TYPE_CHECKING:
    from evidencepack.usecases.document_grid import PaperCount

_LEFT = 116


class TenderPanel(QFrame):
    """A card for one tender; ``opening`` is called with its id."""

    def __init__(self, card: TenderCard, opening: Callable[[str], None], *, first: bool) -> None:
        super().__init__()
        left = countdown(card, clock.now())
        self.setObjectName("card")
        self.setAccessibleName(f"{card.title}, {left.sentence}")
        who = " · ".join(filter(None, (card.buyer, card.reference, card.lot)))
        words = button(say("Carry on") if first else say("Open"), lambda: opening(card.id), kind="primary" * first)
        words.setAccessibleName(f"{words.text()}: {card.title}")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(18, 14, 14, 14)
        layout.setSpacing(18)
        layout.addWidget(_figure(left))
        self._states = QVBoxLayout()
        self._states.setSpacing(2)
        words_of_it = QVBoxLayout()
        words_of_it.setSpacing(2)
        words_of_it.addWidget(label(card.title, "h3"))
        words_of_it.addWidget(label(who, "small"))
        words_of_it.addLayout(self._states)
        words_of_it.addStretch(1)
        layout.addLayout(words_of_it, 1)
        layout.addWidget(words, 0, Qt.AlignmentFlag.AlignTop)

    def show_how_far(self, found: PaperCount, to_fix: str) -> None:
        """Show what stands in its way, in words (empty where nothing is known to), and how many papers are ready."""
        emptied(self._states)
        if to_fix:
            self._states.addWidget(StateRow(Mark.BLOCK, to_fix))
        from evidencepack.ui.paper_words import ready_words, rest_words  # not read before the list is there

        if not found.papers:
            self._states.addWidget(StateRow(Mark.NONE, say("No papers yet")))
            return
        words = ready_words(found)
        second = rest_words(found)
        mark = Mark.DONE if found.ready == found.papers else Mark.DRAFT
        self._states.addWidget(StateRow(mark, words, second))


def to_fix_words(number: int) -> str:
    """Return what must be fixed now in words; empty for nothing."""
    if not number:
        return ""
    return counted(number, "1 thing must be fixed before it can go", "{n} things must be fixed before it can go")


def last_words(number: int, day: date | None) -> str:
    """Return what had to be fixed at the last check in words, with its day if that is known; empty for nothing."""
    if not number:
        return ""
    what = counted(number, "1 thing to fix, when last checked", "{n} things to fix, when last checked")
    return say("{what} on {day}", what=what, day=short_day(day, clock.today())) if day else what


def _figure(left: Countdown) -> QFrame:
    when = [label(left.when, "small")] if left.when else []
    figure = [label(left.figure, "number", wrap=False)] if left.figure else []
    made = column(*figure, label(left.unit, "strong"), *when, None, gap=0)
    made.setFixedWidth(scaled(_LEFT))
    return made
