# SPDX-License-Identifier: MPL-2.0
"""The first column of a wide table, which stays while the others scroll under it: it says whose line that is."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTableView, QWidget

from evidencepack.ui.look import colour, scaled, sized
from evidencepack.ui.tokens import Ink

_HEAD_POINTS, _HEAD_PAD = 11, 10


class FrozenColumn(QWidget):
    """Painted over the table, and only while its own first column is scrolled away: it holds no second table."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        self.hide()
        view.horizontalScrollBar().valueChanged.connect(self.place)
        view.verticalScrollBar().valueChanged.connect(self._paint_anew)
        # A function made here would be held by the model, and hold the view, which holds the model: none would end.
        view.model().dataChanged.connect(self._paint_anew)
        view.selectionModel().selectionChanged.connect(self._paint_anew)

    @Slot()
    def place(self) -> None:
        """Stand over the first column, or go."""
        view = self._view
        head = view.horizontalHeader()
        self.setVisible(view.horizontalScrollBar().value() > 0)
        self.setGeometry(head.x(), head.y(), view.columnWidth(0), head.height() + view.viewport().height())
        self.raise_()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the line that was pressed."""
        line = self._view.rowAt(int(event.position().y()) - self._view.horizontalHeader().height())
        if line >= 0:
            self._view.setFocus()
            self._view.setCurrentIndex(self._view.model().index(line, 0))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the head and the cells of the first column."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(Ink.SURFACE))
        top = self._view.horizontalHeader().height()
        painter.setClipRect(0, top, self.width(), self.height() - top)
        for line in range(self._view.model().rowCount()):
            self._draw_cell(painter, line, top)
        painter.setClipping(False)
        self._draw_head(painter, top)
        painter.setPen(colour(Ink.CONTROL))
        painter.drawLine(self.width() - 1, 0, self.width() - 1, self.height())
        painter.end()

    @Slot()
    def _paint_anew(self) -> None:
        self.update()

    def _draw_cell(self, painter: QPainter, line: int, top: int) -> None:
        view = self._view
        option = QStyleOptionViewItem()
        view.initViewItemOption(option)
        option.rect = QRect(0, top + view.rowViewportPosition(line), self.width(), view.rowHeight(line))
        option.state &= ~QStyle.StateFlag.State_HasFocus
        if view.selectionModel().isSelected(view.model().index(line, 0)):
            option.state |= QStyle.StateFlag.State_Selected
            painter.fillRect(option.rect, colour(Ink.ACCENT_SOFT))
        view.itemDelegate().paint(painter, option, view.model().index(line, 0))

    def _draw_head(self, painter: QPainter, high: int) -> None:
        head = QRect(0, 0, self.width(), high)
        painter.fillRect(head, colour(Ink.SURFACE2))
        painter.setFont(sized(self._view.font(), _HEAD_POINTS, bold=True))
        painter.setPen(colour(Ink.TEXT))
        words = str(self._view.model().headerData(0, Qt.Orientation.Horizontal))
        area = head.adjusted(scaled(_HEAD_PAD), 0, -scaled(_HEAD_PAD), 0)
        place = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if painter.fontMetrics().horizontalAdvance(words) > area.width() and high > 2 * painter.fontMetrics().height():
            painter.drawText(area, place | int(Qt.TextFlag.TextWordWrap), words)
        else:
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(area, place, shown)
        painter.setPen(colour(Ink.CONTROL))
        painter.drawLine(head.bottomLeft(), head.bottomRight())
