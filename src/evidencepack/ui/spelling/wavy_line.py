# SPDX-License-Identifier: MPL-2.0
"""A line of text that can draw waves under some of its words; Qt's own cannot."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit

from evidencepack.ui.look import colour
from evidencepack.ui.tokens import Ink

_STEP, _EDGE = 2.0, 6


class WavyLine(QLineEdit):
    """A line. Words that run from right to left get no waves: where they stand cannot be reckoned from here."""

    def __init__(self) -> None:
        super().__init__()
        self._waves: tuple[tuple[int, int], ...] = ()
        self._lines: tuple[tuple[int, int], ...] = ()

    def show_waves(self, spans: Sequence[tuple[int, int]]) -> None:
        """Draw waves under these characters, and under no others."""
        self._waves = tuple(spans)
        self.update()

    def show_lines(self, spans: Sequence[tuple[int, int]]) -> None:
        """Draw broken lines under these characters, and under no others."""
        self._lines = tuple(spans)
        self.update()

    def cursor_x(self) -> int:
        """Return where the cursor stands, in pixels from the left."""
        return self.cursorRect().center().x()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line, and the waves over it."""
        super().paintEvent(event)
        if not (self._waves or self._lines) or self._runs_left():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(Ink.ERROR), 1.2))
        painter.setClipRect(QRectF(self.rect()).adjusted(_EDGE, 0, -_EDGE, 0))
        metrics = self.fontMetrics()
        base = (self.height() + metrics.height()) / 2 - metrics.descent() + 2.5
        start = self.cursor_x() - metrics.horizontalAdvance(self.text()[: self.cursorPosition()])
        for first, end in self._waves:
            left, right = (start + metrics.horizontalAdvance(self.text()[:at]) for at in (first, end))
            painter.drawPath(_wave(left, right, base))
        painter.setPen(QPen(colour(Ink.WARN), 1.6, Qt.PenStyle.DashLine))
        for first, end in self._lines:
            left, right = (start + metrics.horizontalAdvance(self.text()[:at]) for at in (first, end))
            painter.drawLine(QPointF(left, base), QPointF(right, base))
        painter.end()

    def _runs_left(self) -> bool:
        return any(unicodedata.bidirectional(letter) in {"R", "AL"} for letter in self.text())


def _wave(left: float, right: float, base: float) -> QPainterPath:
    path = QPainterPath(QPointF(left, base))
    at, up = left, True
    while at < right:
        path.quadTo(at + _STEP / 2, base + (-_STEP if up else _STEP), at + _STEP, base)
        at, up = at + _STEP, not up
    return path
