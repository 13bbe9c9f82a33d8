# SPDX-License-Identifier: MPL-2.0
"""The tour: nine stops, each a place with a sentence on what it is for. It can be ended anywhere and taken again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from evidencepack.domain.record import Facts
from evidencepack.library.header import place_in_pack
from evidencepack.library.model import Library
from evidencepack.ui.shell import where
from evidencepack.ui.shell.where import Where, in_document
from evidencepack.ui.widgets.parts import button, column, label, row
from evidencepack.ui.words import say


@dataclass(frozen=True, slots=True)
class Stop:
    """A stop of the tour: the place, what it is called, and what it is for."""

    place: str
    title: str
    sentence: str


STOPS = (
    Stop(
        where.TENDER,
        "The tender",
        "What the buyer asks, the days that count, and one next step. When you do not know how to go on, come here.",
    ),
    Stop(
        where.PARTNERS,
        "Partners",
        "Whose work you rely on: whether each fits, what it gives and gets, and who its people are.",
    ),
    Stop(
        where.DOCUMENTS,
        "Documents",
        "Every paper that this tender needs, with how far each is. Enter opens one.",
    ),
    Stop(
        where.DOCUMENT,
        "A document",
        "Steps at the left, a few questions at a time, the real pages beside them. It saves as you type.",
    ),
    Stop(
        where.READINESS,
        "Readiness",
        "What somebody who marks the bid would stumble over. Each finding leads to the answer that mends it.",
    ),
    Stop(
        where.PACK,
        "Pack",
        "The papers in their order, against the limit of sides. Export makes one PDF and one Word file of it all.",
    ),
    Stop(
        where.SIGN_OFF,
        "Sign-off",
        "Who must sign which version, what is recorded, and whom to ask.",
    ),
    Stop(
        where.HISTORY,
        "History",
        "Who changed what, and when. Anything can be put back as it was.",
    ),
    Stop(
        where.HELP,
        "Help",
        "The words of tenders in plain English, every key, and this tour again.",
    ),
)
"""In the order in which a bid is made."""


class TourBar(QFrame):
    """Stands above the place while the tour lasts. ``ended`` says that it is over."""

    ended = Signal()

    def __init__(self, go: Callable[[Where], None], document: str) -> None:
        """Begin the tour.

        Args:
            go: shows a place.
            document: the record that is opened to show what a document is; empty leaves that stop out.
        """
        super().__init__()
        self.setObjectName("tip")
        self._go, self._document = go, document
        self._stops = tuple(stop for stop in STOPS if document or stop.place != where.DOCUMENT)
        self._at = 0
        self._number, self._title, self._sentence = label("", "cap"), label("", "strong"), label("")
        self.back = button(say("Back"), lambda: self.step(-1))
        self.next = button("", lambda: self.step(1), kind="primary")
        self.end = button(say("End the tour"), self.ended.emit, kind="link")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 8, 24, 9)
        layout.setSpacing(16)
        layout.addWidget(column(row(self._number, self._title, None, gap=10), self._sentence, gap=1), 1)
        layout.addWidget(row(self.end, self.back, self.next, gap=10), 0, Qt.AlignmentFlag.AlignVCenter)

    def begin(self) -> None:
        """Go to the first stop."""
        self.step(0)

    def step(self, steps: int) -> None:
        """Go on, or back; behind the last stop the tour ends."""
        self._at += steps
        if self._at >= len(self._stops):
            self.ended.emit()
            return
        stop = self._stops[self._at]
        self._number.setText(say("Tour, {n} of {all}", n=self._at + 1, all=len(self._stops)))
        self._title.setText(say(stop.title))
        self._sentence.setText(say(stop.sentence))
        self.back.setEnabled(self._at > 0)
        self.next.setText(say("Next") if self._at + 1 < len(self._stops) else say("Finish"))
        self.setAccessibleName(f"{self._number.text()}: {stop_words(stop)}")
        self.next.setAccessibleDescription(self.accessibleName())
        self._go(in_document(self._document) if stop.place == where.DOCUMENT else Where(stop.place))
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape ends the tour."""
        if event.key() == Qt.Key.Key_Escape:
            self.ended.emit()
        else:
            super().keyPressEvent(event)


def stop_words(stop: Stop) -> str:
    """Return what is said at a stop."""
    return f"{say(stop.title)}. {say(stop.sentence)}"


def shown_document(facts: Facts, library: Library) -> str:
    """Return the first document of a tender in the order of its pack; empty where it has none."""
    documents = [one for one in facts.records.values() if library[one.kind].document]
    first = min(documents, key=lambda one: place_in_pack(one, library[one.kind]), default=None)
    return first.id if first else ""
