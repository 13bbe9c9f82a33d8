# SPDX-License-Identifier: MPL-2.0
"""One page on the desk: its picture once it is drawn, white until then, and the marks over it."""

from __future__ import annotations

from math import sqrt

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from evidencepack.ui.look import colour
from evidencepack.ui.preview.marks import Drawing, Ending, Marks
from evidencepack.ui.preview.raster import Wanted
from evidencepack.ui.tokens import Ink

NOTHING = Marks()

_MOST_DOTS = 12_000_000
"""No picture has more: larger ones would only fill the memory."""


class Sheet(QWidget):
    """A page. Points of the mouse are handed on in points of the page."""

    pressed = Signal(int, QPointF, bool)
    """The mouse was let go over a place; with Ctrl or not."""
    pointed = Signal(int, QPointF)
    """The mouse is over another place."""
    left = Signal()

    def __init__(self, desk: QWidget, number: int) -> None:
        super().__init__(desk)
        self.number = number
        self.scale = 1.0
        self.image: QImage | None = None
        self.is_old = False
        """Whether the picture is of a file that was shown before."""
        self._marks = NOTHING
        self._keyboard = self._old = False
        self._ending: Ending | None = None
        self.setMouseTracking(True)

    def wanted(self) -> Wanted:
        """Return which picture it needs at its size and on its screen."""
        dots = self.devicePixelRatioF()
        dots *= min(1.0, sqrt(_MOST_DOTS / max(1.0, self.width() * self.height() * dots * dots)))
        return Wanted(self.number, round(self.width() * dots), round(self.height() * dots))

    @property
    def is_drawn(self) -> bool:
        """Whether its picture is that of the file shown now, and as large as it is to be."""
        wanted = self.wanted()
        return (
            not self.is_old and self.image is not None and self.image.size().toTuple() == (wanted.width, wanted.height)
        )

    def show_image(self, image: QImage | None) -> None:
        """Show another picture of the page, or none."""
        self.image, self.is_old = image, False
        self.update()

    def show_marks(self, marks: Marks, *, keyboard: bool, old: bool, ending: Ending | None) -> None:
        """Draw other marks."""
        before = (self._mine(self._marks), self._keyboard, self._old, self._ending)
        self._marks, self._keyboard, self._old, self._ending = marks, keyboard, old, ending
        if before != (self._mine(marks), keyboard, old, ending):
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw paper, words and marks."""
        del event
        painter, paper = QPainter(self), QRectF(self.rect())
        painter.fillRect(paper, colour(Ink.PAPER))
        if self.image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(paper, self.image)
        drawing = Drawing(painter, self.number, self.scale, paper)
        if self._old:
            drawing.old(self.font())
        drawing.beyond(self._ending, self.font())
        drawing.draw(self._marks, keyboard=self._keyboard)
        painter.setPen(QPen(colour(Ink.BORDER), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(paper.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say where the mouse is."""
        self.pointed.emit(self.number, event.position() / self.scale)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Say where the mouse was let go."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            stays = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.pressed.emit(self.number, event.position() / self.scale, stays)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press, so that letting go comes here too."""
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        """Say that the mouse is elsewhere."""
        super().leaveEvent(event)
        self.left.emit()

    def _mine(self, marks: Marks) -> tuple[object, ...]:
        """Return what of marks is on this page."""
        kinds = (marks.focus, marks.chosen, marks.under, marks.changed)
        found = tuple(tuple(area for area in areas if area.page == self.number) for areas in kinds)
        return (*found, marks.strength if found[-1] else 1.0)
