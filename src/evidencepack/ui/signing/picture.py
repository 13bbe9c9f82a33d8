# SPDX-License-Identifier: MPL-2.0
"""A picture of paper, as wide as there is room and never larger than it is; and a whole page to look at closely."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from evidencepack.ui.look import colour
from evidencepack.ui.tokens import Ink
from evidencepack.ui.widgets.focus_ring import FocusRing
from evidencepack.ui.widgets.parts import button, row
from evidencepack.ui.words import say

_MOST = 0.92
_STEP = 1.25
_SMALLEST, _LARGEST = 0.2, 3.0


class PaperPicture(QWidget):
    """Draws a picture whole, with an edge round it; ``most`` says by how much it may be larger than its own dots."""

    def __init__(self, data: bytes, name: str, *, most: float = 1.5) -> None:
        super().__init__()
        self._image, self._most = QImage.fromData(data), most
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """It keeps its shape."""
        return True

    def heightForWidth(self, width: int, /) -> int:
        """Return how high it is at a width."""
        widest = round(self._most * self._image.width())
        return min(width, widest) * self._image.height() // max(1, self._image.width())

    def sizeHint(self) -> QSize:
        """Return its own size."""
        return self._image.size()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        room = self.size().boundedTo(self._image.size() * self._most)
        place = QRect(QPoint(), self._image.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
        painter.drawImage(place, self._image)
        painter.setPen(colour(Ink.CONTROL))
        painter.drawRect(place.adjusted(0, 0, -1, -1))
        painter.end()


class WholePage(QDialog):
    """A page of a scan, scrolled, larger and smaller by keys."""

    def __init__(self, parent: QWidget, data: bytes, title: str) -> None:
        super().__init__(parent)
        FocusRing(self)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._image = QImage.fromData(data)
        self._sheet = PaperPicture(data, title, most=_LARGEST)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setAccessibleName(title)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setWidget(self._sheet)
        self.larger = button(say("Larger"), lambda: self.zoom(_STEP))
        self.smaller = button(say("Smaller"), lambda: self.zoom(1 / _STEP))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(12)
        layout.addWidget(self._area, 1)
        layout.addWidget(row(self.larger, self.smaller, None, button(say("Close"), self.accept), gap=10))
        there = parent.window().size() * _MOST
        self.resize(there)
        self._scale = min(1.0, max(_SMALLEST, (there.width() - 60) / max(1, self._image.width())))
        self.zoom(1.0)
        self._area.setFocus()

    def zoom(self, by: float) -> None:
        """Show it larger or smaller."""
        self._scale = min(_LARGEST, max(_SMALLEST, self._scale * by))
        self._sheet.resize(self._image.size() * self._scale)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Plus and minus show it larger and smaller."""
        if event.text() in {"+", "="}:
            self.zoom(_STEP)
        elif event.text() == "-":
            self.zoom(1 / _STEP)
        else:
            super().keyPressEvent(event)
