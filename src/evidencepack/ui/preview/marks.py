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
_MARGIN = 0.045
"""Where the bar stands, as a part of the width of the paper: every page has a margin that is wider."""

_LINE_IN = 12.0
"""How far the line of a limit of words stays away from the edges of the paper, in pixels."""

WASH, _OLD = 176, 120
"""How much of a page that lies past a limit, and of one that is old, is veiled; of 255."""


@dataclass(frozen=True, slots=True)
class Ending:
    """How many pages a limit leaves, and what is said where it ends.

    ``past`` is where words stand that are past a limit of words, ``past_words`` what is said where they begin.
    """

    pages: int
    words: str
    past: tuple[Area, ...] = ()
    past_words: str = ""


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
        """Veil and hatch what lies past a limit: words where they stand, pages as a whole; and say so."""
        if ending is None:
            return
        self._past_words(ending, font)
        if self._page < ending.pages:
            return
        self._hatch(self._paper)
        if self._page == ending.pages:
            self._painter.fillRect(QRectF(self._paper.topLeft(), self._paper.topRight() + QPointF(0, 3)), _error())
            self._sign(ending.words, font, _error())
        else:
            self._sign(say("Past the limit"), font, on_paper(Ink.MUTED))

    def _past_words(self, ending: Ending, font: QFont) -> None:
        """Hatch the words past a limit of words; where they begin, draw the line between them and those before."""
        self._each(ending.past, lambda place: self._hatch(place.adjusted(-1, 0, 1, 0)))
        if not ending.past or ending.past[0].page != self._page:
            return
        first, paper = self._place(ending.past[0]), self._paper
        left, right = paper.left() + _LINE_IN, paper.right() - _LINE_IN
        self._painter.setPen(QPen(_error(), 2))
        self._painter.drawPolyline(
            [QPointF(left, first.bottom()), first.bottomLeft(), first.topLeft(), QPointF(right, first.top())]
        )
        self._sign(ending.past_words, font, _error(), below=first.bottom())

    def _hatch(self, place: QRectF) -> None:
        self._painter.fillRect(place, on_paper(Ink.DESK, WASH))
        self._painter.fillRect(place, QBrush(on_paper(Ink.CONTROL, 70), Qt.BrushStyle.BDiagPattern))

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
            # In the margin: beside the words themselves may stand the number of a clause.
            left = min(self._paper.left() + _MARGIN * self._paper.width(), place.left() - _BAR_GAP)
            left = max(self._paper.left() + 1, left)
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

    def _sign(self, words: str, font: QFont, ground: QColor, *, below: float | None = None) -> None:
        """Write words on a ground of their own in the middle of the head of the page, or at the right below a line."""
        self._painter.setFont(sized(font, 10.5, bold=True))
        room = self._painter.fontMetrics().boundingRect(
            self._paper.toRect().adjusted(16, 0, -16, 0), Qt.TextFlag.TextWordWrap, words
        )
        place = QRectF(0, 0, room.width() + 18, room.height() + 8)
        place.moveTop(self._paper.top() + 8 if below is None else below + 6)
        middle, right = self._paper.center().x() - place.width() / 2, self._paper.right() - _LINE_IN - place.width()
        place.moveLeft(middle if below is None else right)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(ground)
        self._painter.drawRoundedRect(place, 3, 3)
        self._painter.setPen(on_paper(Ink.PAPER))
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter
        self._painter.drawText(place, flags, words)


def _error() -> QColor:
    return on_paper(Ink.ERROR)
