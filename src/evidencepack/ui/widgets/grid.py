# SPDX-License-Identifier: MPL-2.0
"""A table to read and to choose from: one stop for Tab, arrows inside, Enter opens; lines between rows only."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from evidencepack.ui.layout_width import LayoutWidth
from evidencepack.ui.look import colour, scaled, sized
from evidencepack.ui.qt_types import Index
from evidencepack.ui.tokens import Ink
from evidencepack.ui.widgets.cells import Cell, CellRow, CellsModel, Column
from evidencepack.ui.widgets.focus_ring import draw_ring
from evidencepack.ui.widgets.marks import draw_mark

ONE_LINE, TWO_LINES = 41, 50
"""Heights of rows in pixels, at a text size of 100 %."""

_HEAD, _PAD, _MARK = 36, 10, 23
_EDGE = 4
_LEAST = 210
"""The least width of a column that takes what is left, in pixels."""


class Grid(QTableView):
    """``opened`` carries the row and the column of the cell on which somebody presses Enter or clicks twice.

    ``shown`` carries those of the cell that the keyboard has come to.
    """

    opened = Signal(str, int)
    shown = Signal(str, int)

    def __init__(
        self,
        name: str,
        columns: Sequence[Column],
        *,
        height: int = ONE_LINE,
        whole: bool = False,
        by_cell: bool = False,
    ) -> None:
        """Make a table without rows.

        Args:
            name: what assistive technology calls it.
            columns: from left to right.
            height: of a row, in pixels at a text size of 100 %.
            whole: it takes the height of its rows and does not scroll; for pages that do.
            by_cell: cells are chosen, not rows.
        """
        super().__init__()
        self.cells = CellsModel(columns)
        self._height, self._whole = height, whole
        self._width = LayoutWidth.WIDE
        self.setModel(self.cells)
        self.setItemDelegate(LinedDelegate(self))
        self.setAccessibleName(name)
        self.setTabKeyNavigation(False)
        behaviour = QAbstractItemView.SelectionBehavior
        self.setSelectionBehavior(behaviour.SelectItems if by_cell else behaviour.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(scaled(height))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(scaled(28))
        header.setFixedHeight(scaled(_HEAD))
        if whole:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(self._open)
        self._share_width()

    def show_rows(self, rows: Sequence[CellRow]) -> None:
        """Show these rows; what is chosen stays chosen while it is there."""
        at = self.currentIndex()
        kept = (self.cells.rows[at.row()].id, at.column()) if at.isValid() else ("", 0)
        self.cells.show_rows(rows)
        self._take_back(kept)

    def show_columns(self, columns: Sequence[Column], rows: Sequence[CellRow]) -> None:
        """Show other columns, and rows that have them."""
        if tuple(columns) == self.cells.columns:
            self.show_rows(rows)
            return
        self.cells.show_columns(columns, rows)
        self.fit(self._width)
        self._take_back(("", 0))

    def choose(self, row: str, column: int = 0) -> None:
        """Choose a row, or a cell of it."""
        at = self.cells.row_of(row)
        if at >= 0:
            self.setCurrentIndex(self.cells.index(at, column))

    def fit(self, width: LayoutWidth) -> None:
        """Leave out what is needed least where there is little room."""
        self._width = width
        for at, column in enumerate(self.cells.columns):
            self.setColumnHidden(at, column.minor and width in {LayoutWidth.SLIM, LayoutWidth.NARROW})
        self._share_width()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say which cell the keyboard has come to."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.shown.emit(self.cells.rows[current.row()].id, current.column())

    def _take_back(self, kept: tuple[str, int]) -> None:
        if self._whole:
            self.setFixedHeight(scaled(_HEAD) + scaled(self._height) * max(1, len(self.cells.rows)) + 2)
        row, column = kept
        if self.cells.rows and not self.currentIndex().isValid():
            self.setCurrentIndex(self.cells.index(max(0, self.cells.row_of(row)), column))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns anew."""
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        """Give columns their width, and what is left to those without one; where too little is left, scroll."""
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        shown = [(at, one) for at, one in enumerate(self.cells.columns) if not self.isColumnHidden(at)]
        fixed = sum(scaled(one.width) for _, one in shown)
        others = sum(not one.width for _, one in shown)
        part = max(scaled(_LEAST), (self.viewport().width() - fixed) // max(1, others))
        for at, column in shown:
            header.resizeSection(at, scaled(column.width) if column.width else part)

    def _open(self, index: Index) -> None:
        if index.isValid():
            self.opened.emit(self.cells.rows[index.row()].id, index.column())


class LinedDelegate(QStyledItemDelegate):
    """Draws a cell: mark, words, small words behind or below; a hairline under the row; the ring."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        model, place = index.model(), QRectF(option.rect)
        if not isinstance(model, CellsModel):
            return
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(place, colour(Ink.ACCENT_SOFT))
        row = model.rows[index.row()]
        if not index.column() and (row.wrong or option.state & QStyle.StateFlag.State_Selected):
            painter.fillRect(
                QRectF(place.x(), place.y(), _EDGE, place.height()), colour(Ink.ERROR if row.wrong else Ink.ACCENT)
            )
        _draw_cell(painter, place, option, model.cell(index), right=model.columns[index.column()].right)
        if index.row() < model.rowCount() - 1:
            painter.setPen(colour(Ink.BORDER))
            painter.drawLine(place.bottomLeft(), place.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_ring(painter, place, square=True)
        painter.restore()


def _draw_cell(painter: QPainter, place: QRectF, option: QStyleOptionViewItem, cell: Cell, *, right: bool) -> None:
    font, small = sized(option.font, 12, bold=cell.bold), sized(option.font, 11)
    large, little = QFontMetrics(font), QFontMetrics(small)
    high = large.height() + (little.height() if cell.second else 0)
    area = place.adjusted(_PAD, (place.height() - high) / 2, -8, 0)
    if cell.mark is not None:
        side = scaled(16)
        draw_mark(painter, QRectF(area.x(), area.y() + (large.height() - side) / 2, side, side), cell.mark)
        area.adjust(scaled(_MARK), 0, 0, 0)
    edge = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    line = QRectF(area.x(), area.y(), area.width(), large.height())
    painter.setFont(font)
    painter.setPen(colour(Ink.MUTED if cell.muted else Ink.TEXT))
    painter.drawText(line, edge, large.elidedText(cell.text, Qt.TextElideMode.ElideRight, int(area.width())))
    painter.setFont(small)
    painter.setPen(colour(Ink.MUTED))
    if cell.second:
        below = QRectF(area.x(), line.bottom(), area.width(), little.height())
        painter.drawText(below, edge, little.elidedText(cell.second, Qt.TextElideMode.ElideRight, int(area.width())))
    if cell.tail:
        behind = line.adjusted(large.horizontalAdvance(cell.text) + 7, 0, 0, 0)
        words = little.elidedText(cell.tail, Qt.TextElideMode.ElideRight, int(max(0.0, behind.width())))
        painter.drawText(behind, Qt.AlignmentFlag.AlignVCenter, words)
