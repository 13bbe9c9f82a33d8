# SPDX-License-Identifier: MPL-2.0
"""The bar at the foot of a place: what the chosen thing is, what can be done with it, and for a while how to undo."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from evidencepack.ui.look import scaled
from evidencepack.ui.widgets.parts import button, label
from evidencepack.ui.words import say

UNDO_FOR = 10_000
"""Milliseconds for which the bar offers to undo."""

_HIGH, _HIGHEST = 56, 84


class FootBar(QFrame):
    """Words at the left, buttons at the right."""

    def __init__(self, *buttons: QPushButton) -> None:
        super().__init__()
        self.setObjectName("footbar")
        self.setAccessibleName(say("Actions"))
        self.setMinimumHeight(min(scaled(_HIGH), _HIGHEST))
        self._undo: Callable[[], None] = _nothing
        self._usual = ""
        self._words = label("", "hint")
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._undoing = button(say("Undo"), self._take_back)
        self._undoing.hide()
        self._timer = QTimer(self, singleShot=True, interval=UNDO_FOR)
        self._timer.timeout.connect(self._rest)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 4, 24, 4)
        layout.setSpacing(10)
        self._lead: QWidget | None = None
        self._layout = layout
        layout.addWidget(self._words, 1)
        for one in (self._undoing, *buttons):
            layout.addWidget(one)

    def tell(self, words: str) -> None:
        """Say what is chosen."""
        self._usual = words
        if not self._timer.isActive():
            self._words.setText(words)

    def lead(self, part: QWidget) -> None:
        """Put something before the words, such as a mark; it takes the place of what was there."""
        if self._lead is not None:
            self._lead.hide()
            self._lead.deleteLater()
        self._lead = part
        self._layout.insertWidget(0, part)

    def offer_undo(self, words: str, undo: Callable[[], None]) -> None:
        """Say what has just been done, and for ten seconds offer to take it back."""
        self._undo = undo
        self._words.setText(words)
        self._undoing.setAccessibleName(f"{say('Undo')}: {words}")
        self._undoing.show()
        self._timer.start()

    def _take_back(self) -> None:
        self._rest()
        self._undo()

    def _rest(self) -> None:
        self._timer.stop()
        self._undoing.hide()
        self._words.setText(self._usual)


def _nothing() -> None:
    """Nothing has been done yet."""
