# SPDX-License-Identifier: MPL-2.0
"""Marks of state: a shape each, so that nothing rests on colour; the word is always beside or behind it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from evidencepack.ui.look import colour
from evidencepack.ui.tokens import Ink
from evidencepack.usecases.forms import StepState


def draw_mark(painter: QPainter, place: QRectF, state: StepState) -> None:
    """Draw the mark of a state into the square in the middle of a place."""
    side = min(place.width(), place.height()) - 2
    square = QRectF(place.center().x() - side / 2, place.center().y() - side / 2, side, side)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _SHAPES[state](painter, square)
    painter.restore()


def _ring(painter: QPainter, square: QRectF) -> None:
    painter.setPen(QPen(colour(Ink.MUTED), 1.8))
    painter.drawEllipse(square.adjusted(1, 1, -1, -1))


def _half(painter: QPainter, square: QRectF) -> None:
    painter.setPen(QPen(colour(Ink.ACCENT), 1.8))
    painter.drawEllipse(square.adjusted(1, 1, -1, -1))
    painter.setBrush(colour(Ink.ACCENT))
    painter.drawChord(square.adjusted(1, 1, -1, -1), 90 * 16, 180 * 16)


def _tick(painter: QPainter, square: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(Ink.OK))
    painter.drawEllipse(square)
    painter.setPen(QPen(colour(Ink.SURFACE), 2, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(_points(square, ((0.28, 0.52), (0.44, 0.68), (0.73, 0.35))))


def _triangle(painter: QPainter, square: QRectF) -> None:
    painter.setPen(QPen(colour(Ink.ERROR), 1.5, j=Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(colour(Ink.ERROR))
    painter.drawPolygon(_points(square, ((0.5, 0.06), (0.97, 0.92), (0.03, 0.92))))
    painter.setPen(QPen(colour(Ink.SURFACE), 2, c=Qt.PenCapStyle.RoundCap))
    painter.drawPolyline(_points(square, ((0.5, 0.38), (0.5, 0.62))))
    painter.drawPoints(_points(square, ((0.5, 0.78),)))


def _points(square: QRectF, parts: Sequence[tuple[float, float]]) -> QPolygonF:
    """Return points given as parts of the square's width."""
    return QPolygonF([QPointF(square.x() + x * square.width(), square.y() + y * square.width()) for x, y in parts])


_SHAPES: Mapping[StepState, Callable[[QPainter, QRectF], None]] = {
    StepState.EMPTY: _ring,
    StepState.STARTED: _half,
    StepState.COMPLETE: _tick,
    StepState.ATTENTION: _triangle,
}
