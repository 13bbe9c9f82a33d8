# SPDX-License-Identifier: MPL-2.0
"""The shapes that marks of state have, each drawn into a square so that it is crisp at any scale."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

Points = Sequence[tuple[float, float]]

_OCTAGON = ((0.3, 0.02), (0.7, 0.02), (0.98, 0.3), (0.98, 0.7), (0.7, 0.98), (0.3, 0.98), (0.02, 0.7), (0.02, 0.3))
_CROSS = (((0.34, 0.34), (0.66, 0.66)), ((0.66, 0.34), (0.34, 0.66)))


class Pen(NamedTuple):
    """What a shape is drawn with: its own colour, and the one of the ground for what is cut out of it."""

    painter: QPainter
    ink: QColor
    ground: QColor

    def stroke(self, width: float, *, ground: bool = False) -> None:
        """Draw lines from now on, and fill nothing."""
        ends, corners = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        self.painter.setPen(QPen(self.ground if ground else self.ink, width, c=ends, j=corners))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)

    def fill(self, width: float = 0) -> None:
        """Fill from now on; with a width, with rounded corners."""
        self.stroke(width)
        if not width:
            self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(self.ink)


def ring(pen: Pen, square: QRectF) -> None:
    """Nothing is there yet."""
    pen.stroke(1.8)
    pen.painter.drawEllipse(square.adjusted(1, 1, -1, -1))


def half(pen: Pen, square: QRectF) -> None:
    """Some of it is there."""
    ring(pen, square)
    pen.fill(1.8)
    pen.painter.drawChord(square.adjusted(1, 1, -1, -1), 90 * 16, 180 * 16)


def dot(pen: Pen, square: QRectF) -> None:
    """Here."""
    pen.fill()
    pen.painter.drawEllipse(square)
    pen.painter.setBrush(pen.ground)
    pen.painter.drawEllipse(QRectF(square.center().x() - 2.3, square.center().y() - 2.3, 4.6, 4.6))


def tick(pen: Pen, square: QRectF) -> None:
    """All is there."""
    _disc_with(pen, square, ((0.28, 0.52), (0.44, 0.68), (0.73, 0.35)))


def quill(pen: Pen, square: QRectF) -> None:
    """Somebody signed."""
    _disc_with(pen, square, ((0.3, 0.72), (0.34, 0.56), (0.66, 0.26), (0.76, 0.36), (0.46, 0.68), (0.3, 0.72)))


def clock(pen: Pen, square: QRectF) -> None:
    """It waits for somebody, or its time is over."""
    ring(pen, square)
    pen.painter.drawPolyline(_points(square, ((0.5, 0.25), (0.5, 0.52), (0.68, 0.62))))


def triangle(pen: Pen, square: QRectF) -> None:
    """Look at it."""
    pen.fill(1.5)
    pen.painter.drawPolygon(_points(square, ((0.5, 0.06), (0.97, 0.92), (0.03, 0.92))))
    _exclaim(pen, square, 0.38)


def diamond(pen: Pen, square: QRectF) -> None:
    """A hint."""
    pen.fill(1.5)
    pen.painter.drawPolygon(_points(square, ((0.5, 0.03), (0.97, 0.5), (0.5, 0.97), (0.03, 0.5))))
    _exclaim(pen, square, 0.28)


def octagon(pen: Pen, square: QRectF) -> None:
    """Stop."""
    pen.fill(1.0)
    pen.painter.drawPolygon(_points(square, _OCTAGON))
    _cross(pen, square, ground=True)


def open_octagon(pen: Pen, square: QRectF) -> None:
    """A gap."""
    pen.stroke(1.8)
    pen.painter.drawPolygon(_points(square.adjusted(0.5, 0.5, -0.5, -0.5), _OCTAGON))
    _cross(pen, square, ground=False)


def dash(pen: Pen, square: QRectF) -> None:
    """Left out."""
    pen.stroke(1.8)
    pen.painter.drawPolyline(_points(square, ((0.2, 0.5), (0.8, 0.5))))


def _disc_with(pen: Pen, square: QRectF, line: Points) -> None:
    pen.fill()
    pen.painter.drawEllipse(square)
    pen.stroke(2, ground=True)
    pen.painter.drawPolyline(_points(square, line))


def _exclaim(pen: Pen, square: QRectF, top: float) -> None:
    pen.stroke(2, ground=True)
    pen.painter.drawPolyline(_points(square, ((0.5, top), (0.5, top + 0.24))))
    pen.painter.drawPoints(_points(square, ((0.5, top + 0.4),)))


def _cross(pen: Pen, square: QRectF, *, ground: bool) -> None:
    pen.stroke(2, ground=ground)
    for line in _CROSS:
        pen.painter.drawPolyline(_points(square, line))


def _points(square: QRectF, parts: Points) -> QPolygonF:
    """Return points given as parts of the square's width."""
    return QPolygonF([QPointF(square.x() + x * square.width(), square.y() + y * square.width()) for x, y in parts])
