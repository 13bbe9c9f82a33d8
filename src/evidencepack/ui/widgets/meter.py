# SPDX-License-Identifier: MPL-2.0
"""How much of a limit is used: a bar with its words; what is over stands out beyond a tick."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from evidencepack.ui.look import colour
from evidencepack.ui.tokens import Ink
from evidencepack.ui.widgets.marks import Mark, MarkSign
from evidencepack.ui.widgets.parts import label, row

NEAR = 0.95
"""From this part of a limit on, it is near."""

_HIGH = 8


class Meter(QFrame):
    """A title, the words ("39 of 40 sides"), and the bar."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self._bar = _Bar()
        self._sign = MarkSign(Mark.MET, size=14)
        self._words = label("", "small", wrap=False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(row(label(title), None, self._sign, self._words, gap=6))
        layout.addWidget(self._bar)

    def show_use(self, used: float, limit: float, words: str) -> None:
        """Show how much is used of a limit (more than 0), in words too."""
        part = used / limit
        self._bar.show_part(part)
        self._sign.show_mark(Mark.MET if part <= NEAR else Mark.WARN if part <= 1 else Mark.BLOCK)
        self._words.setText(words)
        self.setAccessibleName(f"{self._title}: {words}")


class _Bar(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._part = 0.0
        self.setFixedHeight(_HIGH)

    def show_part(self, part: float) -> None:
        self._part = part
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        whole = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colour(Ink.CONTROL))
        painter.setBrush(colour(Ink.SURFACE2))
        painter.drawRoundedRect(whole, 4, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        end = whole.width() * min(self._part, 1 / max(self._part, 1))
        painter.setBrush(colour(Ink.ACCENT))
        painter.drawRoundedRect(QRectF(0, 0, end, self.height()), 4, 4)
        if self._part > 1:
            painter.fillRect(QRectF(end, 0, whole.width() - end, self.height()), colour(Ink.ERROR))
            painter.fillRect(QRectF(end - 1, 0, 2, self.height()), colour(Ink.TEXT))
        painter.end()
