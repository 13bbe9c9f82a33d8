# SPDX-License-Identifier: MPL-2.0
"""Marks of state: a shape each, so that nothing rests on colour; the word is always beside or behind it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from evidencepack.ui.look import colour, scaled
from evidencepack.ui.tokens import Ink
from evidencepack.ui.widgets import shapes
from evidencepack.ui.words import say


class Mark(Enum):
    """The states that something can be in, by the word that stands beside or behind the mark."""

    NONE = "Not started"
    DRAFT = "In progress"
    NOW = "You are here"
    DONE = "Complete"
    MET = "Met"
    SIGNED = "Signed"
    OUT = "Out for signing"
    STALE = "Sign again"
    THIN = "Thin"
    WARN = "Should fix"
    BLOCK = "Must fix"
    MISS = "Missing"
    IDEA = "Could improve"
    SKIP = "Not needed"

    @property
    def words(self) -> str:
        """The word in the language of the window."""
        return say(self.value)


_LOOKS: Mapping[Mark, tuple[Callable[[shapes.Pen, QRectF], None], Ink]] = {
    Mark.NONE: (shapes.ring, Ink.MUTED),
    Mark.DRAFT: (shapes.half, Ink.ACCENT),
    Mark.NOW: (shapes.dot, Ink.ACCENT),
    Mark.DONE: (shapes.tick, Ink.OK),
    Mark.MET: (shapes.tick, Ink.OK),
    Mark.SIGNED: (shapes.quill, Ink.OK),
    Mark.OUT: (shapes.clock, Ink.ACCENT),
    Mark.STALE: (shapes.clock, Ink.WARN),
    Mark.THIN: (shapes.half, Ink.WARN),
    Mark.WARN: (shapes.triangle, Ink.WARN),
    Mark.BLOCK: (shapes.octagon, Ink.ERROR),
    Mark.MISS: (shapes.open_octagon, Ink.ERROR),
    Mark.IDEA: (shapes.diamond, Ink.ACCENT),
    Mark.SKIP: (shapes.dash, Ink.MUTED),
}


def draw_mark(painter: QPainter, place: QRectF, mark: Mark) -> None:
    """Draw a mark into the square in the middle of a place."""
    draw, ink = _LOOKS[mark]
    side = min(place.width(), place.height()) - 2
    square = QRectF(place.center().x() - side / 2, place.center().y() - side / 2, side, side)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(shapes.Pen(painter, colour(ink), colour(Ink.SURFACE)), square)
    painter.restore()


class MarkSign(QWidget):
    """A mark alone; assistive technology reads its word. ``size`` is its side in pixels at a text size of 100 %."""

    def __init__(self, mark: Mark, *, size: int = 16) -> None:
        super().__init__()
        self._mark = mark
        self.setFixedSize(scaled(size), scaled(size))
        self.show_mark(mark)

    def show_mark(self, mark: Mark) -> None:
        """Show another mark."""
        self._mark = mark
        self.setAccessibleName(mark.words)
        self.setToolTip(mark.words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        del event
        painter = QPainter(self)
        draw_mark(painter, QRectF(self.rect()), self._mark)
        painter.end()
