# SPDX-License-Identifier: MPL-2.0
"""One place of the coverage grid, beside the list: how it stands, what counts there, and what is wanting."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from evidencepack.review.standing import Counts, Place
from evidencepack.ui.places.coverage_words import MARKS
from evidencepack.ui.widgets.cards import link
from evidencepack.ui.widgets.parts import button, column, emptied, label, row, rule
from evidencepack.ui.widgets.states import State
from evidencepack.ui.words import say


@dataclass(frozen=True, slots=True)
class Shown:
    """A place of the grid: the partner's organisation and its name, what is asked, and how that stands."""

    partner: str
    name: str
    asked: str
    place: Place


class CoverageView(QFrame):
    """``led`` carries the path of what somebody wants to see, ``filtered`` the partner whose findings they want."""

    led = Signal(str)
    filtered = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(20, 14, 20, 16)
        self._layout.setSpacing(10)

    def show_place(self, shown: Shown) -> None:
        """Show a place of the grid."""
        emptied(self._layout)
        place, title = shown.place, say("{partner}: {question}", partner=shown.name, question=shown.asked)
        self._add(State(MARKS[place.standing], role="strong"))
        self._add(label(title, "h2"))
        if place.wanting:
            self._add(column(label(say("What is wanting"), "strong"), label(place.wanting), gap=1))
        if place.counts:
            self._add(label(say("What counts"), "strong"))
        for one in place.counts:
            self._add(self._count(one))
            self._add(rule())
        words = say("Show what we found about {partner}", partner=shown.name)
        self._add(row(button(words, lambda: self.filtered.emit(shown.partner)), None))
        self._layout.addStretch(1)
        self.setAccessibleName(f"{MARKS[place.standing].words}: {title}")

    def _add(self, part: QWidget) -> None:
        self._layout.addWidget(part)
        part.show()

    def _count(self, one: Counts) -> QWidget:
        words = label(one.called)
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        opens = link(say("Open"), lambda: self.led.emit(one.path), name=say("Open: {place}", place=one.called))
        return row(words, opens, gap=12)
