# SPDX-License-Identifier: MPL-2.0
"""Words used of the words allowed: a short bar and a sentence."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from evidencepack.ui.look import colour
from evidencepack.ui.tokens import Ink
from evidencepack.ui.widgets.parts import label

_WIDTH, _HEIGHT = 96, 14


class Budget(QFrame):
    """Counts the words of an answer against its limit."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self._limit = limit
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
        used = len(text.split())
        over = used - self._limit
        self._words.setText(f"{used:,} of {self._limit:,} words" if over <= 0 else f"{words(over)} too many")
        self._words.setProperty("role", "small" if over <= 0 else "error")
        self._words.style().unpolish(self._words)
        self._words.style().polish(self._words)
        self._bar.show_part(used / self._limit)


def words(number: int) -> str:
    """Return "1 word" or "2 words"."""
    return "1 word" if number == 1 else f"{number:,} words"


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
