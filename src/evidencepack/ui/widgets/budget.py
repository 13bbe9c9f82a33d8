# SPDX-License-Identifier: MPL-2.0
"""Words used of the words allowed: a short bar and a sentence."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from evidencepack.ui.look import colour, restyle
from evidencepack.ui.tokens import Ink
from evidencepack.ui.widgets.announcing import announce
from evidencepack.ui.widgets.parts import label
from evidencepack.ui.words import counted, say

_WIDTH, _HEIGHT = 96, 14

NEAR = 0.9
"""From this part of the limit on, what is left is said instead of what is used."""


class Budget(QFrame):
    """Counts the words of an answer against its limit; ``what`` says whose, where that is not the answer above it."""

    def __init__(self, limit: int, what: str = "") -> None:
        super().__init__()
        self._limit, self._what, self._state = limit, what, ""
        self._bar = _Bar()
        self._words = label("", "small", wrap=False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 1, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._bar)
        layout.addWidget(self._words)
        layout.addStretch(1)

    def count(self, text: str) -> None:
        """Say how many words a text has."""
        self.show_count(len(text.split()), self._limit)

    def show_count(self, used: int, limit: int) -> None:
        """Say how many words there are, or are left, or are too many; a screen reader hears when that turns."""
        self._limit = limit
        part = used / limit if limit else 0.0
        state = "error" if part > 1 else "strong" if part >= NEAR else "small"
        words = said(used, limit)
        self._words.setText(f"{self._what}: {words}" if self._what else words)
        self._words.setProperty("role", state)
        restyle(self._words)
        self._bar.show_part(part)
        turned, self._state = self._state and state != self._state, state
        if turned and state != "small":
            announce(self, self._words.text())


def said(used: int, limit: int) -> str:
    """Return "33 of 120 words", near the limit "12 words left", over it "8 words too many"."""
    if used > limit:
        return counted(used - limit, "{n} word too many", "{n} words too many")
    if used >= NEAR * limit:
        return counted(limit - used, "{n} word left", "{n} words left")
    return say("{used} of {limit} words", used=f"{used:,}", limit=f"{limit:,}")


class _Bar(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._part = 0.0
        self.setFixedSize(_WIDTH, _HEIGHT)

    def show_part(self, part: float) -> None:
        self._part = part
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.fillRect(QRectF(0, 6, _WIDTH, 4), colour(Ink.BORDER))
        painter.fillRect(
            QRectF(0, 6, _WIDTH * min(1.0, self._part), 4), colour(Ink.ACCENT if self._part <= 1 else Ink.ERROR)
        )
        painter.fillRect(QRectF(_WIDTH - 1, 3, 1, 10), colour(Ink.MUTED))
        painter.end()
