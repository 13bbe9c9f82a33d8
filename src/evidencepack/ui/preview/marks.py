# SPDX-License-Identifier: MPL-2.0
"""What is drawn over a page on the screen, never in the file. Paper is white in every set of colours.

Each mark has a shape of its own, so that nothing rests on colour: a bar beside, a line below, a ring, hatching, words.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen

from evidencepack.ui.look import sized
from evidencepack.ui.tokens import LIGHT, Ink
from evidencepack.ui.words import say
from evidencepack.usecases.passages import Area

_BAR, _BAR_GAP = 4.0, 9.0
WASH, _OLD = 176, 120
"""How much of a page that lies past a limit, and of one that is old, is veiled; of 255."""


@dataclass(frozen=True, slots=True)
class Ending:
    """How many pages a limit leaves, and what is said where it ends."""

    pages: int
    words: str


@dataclass(frozen=True, slots=True)
class Marks:
    """What is marked on the pages: what the person is typing, what they have chosen or point at, what has changed.

    ``strength`` is how strong the marks of change are, from 0 to 1.
    """

    focus: tuple[Area, ...] = ()
    chosen: tuple[Area, ...] = ()
    under: tuple[Area, ...] = ()
    changed: tuple[Area, ...] = ()
    strength: float = 1.0


def on_paper(ink: Ink, alpha: int = 255) -> QColor:
    """Return a colour as it is on paper, which is white even where the window is dark."""
    made = QColor(LIGHT[ink])
    made.setAlpha(alpha)
    return made


class Drawing:
    """Draws the marks of one page; ``scale`` is how many pixels a point has."""

    def __init__(self, painter: QPainter, page: int, scale: float, paper: QRectF) -> None:
        self._painter, self._page, self._scale, self._paper = painter, page, scale, paper
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def draw(self, marks: Marks, *, keyboard: bool) -> None:
        """Draw them all; ``keyboard``: the pages have it, so that what is chosen gets the ring."""
        self._changes(marks.changed, marks.strength)
        self._bar(marks.focus)
        self._each(marks.under, self._line_below)
        if keyboard:
            self._ring(marks.chosen)

    def beyond(self, ending: Ending | None, font: QFont) -> None:
        """Veil and hatch the page if it lies past a limit, and say so at its head."""
        if ending is None or self._page < ending.pages:
            return
        self._veil(WASH)
        hatch = on_paper(Ink.CONTROL, 70)
        self._painter.fillRect(self._paper, QBrush(hatch, Qt.BrushStyle.BDiagPattern))
        if self._page == ending.pages:
            self._painter.fillRect(QRectF(self._paper.topLeft(), self._paper.topRight() + QPointF(0, 3)), _error())
            self._sign(ending.words, font, _error())
        else:
            self._sign(say("Past the limit"), font, on_paper(Ink.MUTED))

    def old(self, font: QFont) -> None:
        """Veil the page and say that it is old."""
        self._veil(_OLD)
        self._sign(say("Old page"), font, on_paper(Ink.WARN))

    def _changes(self, areas: Sequence[Area], strength: float) -> None:
        ground, line = on_paper(Ink.MARK), on_paper(Ink.WARN, round(255 * strength))
        ground.setAlpha(round(255 * strength))
        self._painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        self._each(areas, lambda place: self._painter.fillRect(place, ground))
        self._painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        self._painter.setPen(QPen(line, 1.5))
        self._each(areas, lambda place: self._painter.drawLine(place.bottomLeft(), place.bottomRight()))

    def _bar(self, areas: Sequence[Area]) -> None:
        place = self._round(areas)
        if not place.isNull():
            left = max(self._paper.left() + 1, place.left() - _BAR_GAP)
            self._painter.fillRect(QRectF(left, place.top(), _BAR, place.height()), on_paper(Ink.ACCENT))

    def _line_below(self, place: QRectF) -> None:
        self._painter.setPen(QPen(on_paper(Ink.ACCENT), 1, Qt.PenStyle.DashLine))
        self._painter.drawLine(place.bottomLeft(), place.bottomRight())

    def _ring(self, areas: Sequence[Area]) -> None:
        place = self._round(areas)
        if place.isNull():
            return
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        for ink, width, room in ((Ink.FOCUS, 2.5, 3.2), (Ink.FOCUS_INK, 1.5, 1.2)):
            self._painter.setPen(QPen(on_paper(ink), width))
            self._painter.drawRect(place.adjusted(-room, -room, room, room))

    def _each(self, areas: Sequence[Area], draw: Callable[[QRectF], None]) -> None:
        for area in areas:
            if area.page == self._page:
                draw(self._place(area))

    def _round(self, areas: Sequence[Area]) -> QRectF:
        """Return what holds all areas of this page; null if there are none."""
        whole = QRectF()
        for area in areas:
            if area.page == self._page:
                whole = whole.united(self._place(area))
        return whole

    def _place(self, area: Area) -> QRectF:
        left, top = self._paper.left() + area.x * self._scale, self._paper.top() + area.y * self._scale
        return QRectF(left, top, area.width * self._scale, area.height * self._scale)

    def _veil(self, alpha: int) -> None:
        self._painter.fillRect(self._paper, on_paper(Ink.DESK, alpha))

    def _sign(self, words: str, font: QFont, ground: QColor) -> None:
        """Write words on a ground of their own at the head of the page, in the middle."""
        self._painter.setFont(sized(font, 10.5, bold=True))
        room = self._painter.fontMetrics().boundingRect(
            self._paper.toRect().adjusted(16, 0, -16, 0), Qt.TextFlag.TextWordWrap, words
        )
        place = QRectF(0, 0, room.width() + 18, room.height() + 8)
        place.moveTop(self._paper.top() + 8)
        place.moveLeft(self._paper.center().x() - place.width() / 2)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(ground)
        self._painter.drawRoundedRect(place, 3, 3)
        self._painter.setPen(on_paper(Ink.PAPER))
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter
        self._painter.drawText(place, flags, words)


def _error() -> QColor:
    return on_paper(Ink.ERROR)
