# SPDX-License-Identifier: MPL-2.0
"""The order of the pack as a table: rows are moved by keys or by dragging, left out with Delete, put in with Insert."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication

from evidencepack.ui.look import colour
from evidencepack.ui.places.pack_rows import pack_columns
from evidencepack.ui.tokens import Ink
from evidencepack.ui.widgets.grid import Grid
from evidencepack.ui.words import say

_ROW: Final = 35
_FAR = 1_000_000
_LINE = 3

_MOVES: Mapping[int, int] = {
    Qt.Key.Key_Up.value: -1,
    Qt.Key.Key_Down.value: 1,
    Qt.Key.Key_Home.value: -_FAR,
    Qt.Key.Key_End.value: _FAR,
}


class PackList(Grid):
    """``moved`` carries a row and how far it goes: -1 is one up. It is dropped before the row ``dropped`` names."""

    moved = Signal(str, int)
    dropped = Signal(str, int)
    left_out = Signal(str)
    put_in = Signal(str)

    def __init__(self) -> None:
        super().__init__(say("The pack, in its order"), pack_columns(), height=_ROW)
        self.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._pressed: QPoint | None = None
        self._lifted = ""
        self._target = -1

    @property
    def chosen(self) -> str:
        """The id of the row that the keyboard is in; empty if there is none."""
        at = self.currentIndex()
        return self.cells.rows[at.row()].id if at.isValid() else ""

    def announce(self, words: str) -> None:
        """Have a screen reader say where a row is now."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, leave out, put in; Escape drops nothing."""
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if self._lifted and event.key() == Qt.Key.Key_Escape:
            self._let_go()
        elif alt and event.key() in _MOVES:
            self.moved.emit(self.chosen, _MOVES[event.key()])
        elif event.key() == Qt.Key.Key_Delete:
            self.left_out.emit(self.chosen)
        elif event.key() == Qt.Key.Key_Insert:
            self.put_in.emit(self.chosen)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a row."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.indexAt(event.position().toPoint()).isValid():
            self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Lift the row, and show where it would land."""
        at = event.position().toPoint()
        if self._pressed is None:
            super().mouseMoveEvent(event)
            return
        far = (at - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if far and not self._lifted:
            self._lifted = self.cells.rows[self.indexAt(self._pressed).row()].id
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._lifted:
            self._target = self._gap(at)
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop the row where the line is."""
        lifted, target = self._lifted, self._target
        self._let_go()
        super().mouseReleaseEvent(event)
        if lifted and target >= 0:
            self.dropped.emit(lifted, target)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line where a lifted row would land."""
        super().paintEvent(event)
        if self._target >= 0:
            painter = QPainter(self.viewport())
            top = self.rowViewportPosition(self._target) if self._target < len(self.cells.rows) else self._end()
            painter.fillRect(0, max(0, top - 2), self.viewport().width(), _LINE, colour(Ink.ACCENT))
            painter.end()

    def _let_go(self) -> None:
        self._pressed, self._lifted, self._target = None, "", -1
        self.viewport().unsetCursor()
        self.viewport().update()

    def _gap(self, at: QPoint) -> int:
        """Return before which row something dropped here would stand."""
        row = self.rowAt(at.y())
        if row < 0:
            return 0 if at.y() < 0 else len(self.cells.rows)
        below = at.y() - self.rowViewportPosition(row) > self.rowHeight(row) / 2
        return row + (1 if below else 0)

    def _end(self) -> int:
        last = len(self.cells.rows) - 1
        return self.rowViewportPosition(last) + self.rowHeight(last)
