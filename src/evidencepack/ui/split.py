# SPDX-License-Identifier: MPL-2.0
"""Form and pages beside each other, and between them a handle that gives one more room: by mouse or by arrow keys."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from evidencepack.ui.look import colour, scaled
from evidencepack.ui.tokens import Ink
from evidencepack.ui.words import say

LEAST, MOST = 28, 62
"""The least and the most of the room that the pages may have, in per cent."""

_HANDLE, _GRIP = 7, (3, 32)
_BY_KEY = 2
_KEYS = {Qt.Key.Key_Left.value: _BY_KEY, Qt.Key.Key_Right.value: -_BY_KEY}


class Split(QSplitter):
    """``settled`` carries how much the person gives to the pages, in per cent; they keep it in a wider window, too."""

    settled = Signal(int)

    def __init__(self, form: QWidget, pages: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._share = LEAST
        self.setAccessibleName(say("Form and pages"))
        self.setChildrenCollapsible(False)
        self.setHandleWidth(_HANDLE)
        self.addWidget(form)
        self.addWidget(pages)
        self.splitterMoved.connect(lambda _at, _index: self._note())

    @property
    def share(self) -> int:
        """How much of the room the pages have, in per cent."""
        return self._share

    def give(self, share: int) -> None:
        """Give the pages so much of the room."""
        self._share = max(LEAST, min(MOST, share))
        room = self.width() - self.handleWidth()
        pages = round(room * self._share / 100)
        self.setSizes([room - pages, pages])

    def give_by_hand(self, more: int) -> None:
        """Give the pages more, or less, as somebody asks for it."""
        self.give(self._share + more)
        self.settled.emit(self._share)

    def createHandle(self) -> QSplitterHandle:
        """Return a handle that the keyboard can hold, too."""
        return _Handle(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room as before."""
        super().resizeEvent(event)
        self.give(self._share)

    def _note(self) -> None:
        """Note what was dragged; no further than both are of use."""
        form, pages = self.sizes()
        if form and pages:
            self.give(round(100 * pages / (form + pages)))


class _Handle(QSplitterHandle):
    """A grip between two parts. Left and Right move it while it has the keyboard."""

    def __init__(self, split: Split) -> None:
        super().__init__(Qt.Orientation.Horizontal, split)
        self._split = split
        words = say("Room for the pages: drag, or press Left and Right")
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give the pages more room, or less."""
        if event.key() in _KEYS and not event.modifiers():
            self._split.give_by_hand(_KEYS[event.key()])
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Keep what was dragged."""
        super().mouseReleaseEvent(event)
        self._split.settled.emit(self._split.share)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the edge of the pages and the grip on it."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), colour(Ink.SURFACE))
        painter.fillRect(0, 0, 1, self.height(), colour(Ink.BORDER))
        wide, high = _GRIP[0], scaled(_GRIP[1])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(Ink.CONTROL))
        middle = self.rect().center()
        painter.drawRoundedRect(QRectF(middle.x() - wide / 2 + 1, middle.y() - high / 2, wide, high), 1.5, 1.5)
        painter.end()
