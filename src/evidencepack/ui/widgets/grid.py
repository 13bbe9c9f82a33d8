# SPDX-License-Identifier: MPL-2.0
"""A table to read and to choose from: one stop for Tab, arrows inside, Enter opens; lines between rows only."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QResizeEvent
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
from evidencepack.ui.tables.frozen import FrozenColumn
from evidencepack.ui.tokens import Ink
from evidencepack.ui.widgets.cells import Cell, CellRow, CellsModel, Column
from evidencepack.ui.widgets.focus_ring import draw_ring
from evidencepack.ui.widgets.marks import draw_mark

ONE_LINE, TWO_LINES = 41, 50
"""Heights of rows in pixels, at a text size of 100 %."""

_HEAD, _HIGHEST_HEAD, _HEAD_POINTS, _HEAD_SPARE = 36, 60, 11, 8
_PAD, _RIGHT, _AROUND, _MARK = 10, 8, 10, 23
_EDGE, _GAP = 4, 7
_TAIL = 0.6
"""Up to this part of a cell its small words stay whole, such as a reference, and what stands before them gives way."""

_LEAST, _TIGHT_LEAST = 210, 150
"""The least width of a column that takes what is left, in pixels; and where it is tight."""

_TIGHTER = 0.8
"""What is left of the width of a column where it is tight."""


class Grid(QTableView):
    """``opened`` carries the row and the column of the cell on which somebody presses Enter or clicks twice.

    ``shown`` carries those of the cell that the keyboard has come to; ``pasted`` says that somebody tried to paste.
    """

    opened = Signal(str, int)
    shown = Signal(str, int)
    pasted = Signal()

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
        header.setFixedHeight(_head())
        if whole:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._frozen = FrozenColumn(self)
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
            self.setColumnHidden(at, column.minor and width.is_slim)
        self._share_width()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; what is copied is the whole table, as spreadsheets and mails take it."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self._open(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.cells.text())
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit()
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say which cell the keyboard has come to."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.shown.emit(self.cells.rows[current.row()].id, current.column())

    def _take_back(self, kept: tuple[str, int]) -> None:
        self._fit_rows()
        row, column = kept
        if self.cells.rows and not self.currentIndex().isValid():
            self.setCurrentIndex(self.cells.index(max(0, self.cells.row_of(row)), column))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns anew."""
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        """Give columns their width, and what is left to those without one; where too little is left, scroll.

        What scrolls ends with a whole column, so that no head is cut; the first column stays where it is.
        """
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        shown = [(at, one) for at, one in enumerate(self.cells.columns) if not self.isColumnHidden(at)]
        for (at, _), wide in zip(shown, self._widths([one for _, one in shown]), strict=True):
            header.resizeSection(at, wide)
        self._fit_rows()
        self._frozen.place()

    def _widths(self, columns: Sequence[Column]) -> list[int]:
        tight = self._width is LayoutWidth.TIGHT
        room = self.viewport().width()
        part = _TIGHTER if tight else 1
        widths = [max(scaled(one.width * part), self._head_width(one)) if one.width else 0 for one in columns]
        others = sum(not one.width for one in columns)
        least = _TIGHT_LEAST if tight or self._whole else _LEAST
        share = max(scaled(least), (room - sum(widths)) // max(1, others))
        widths = [wide or share for wide in widths]
        if sum(widths) > room and columns and not columns[0].width:
            seen = 1
            while seen < len(widths) and sum(widths[: seen + 1]) <= room:
                seen += 1
            widths[0] += max(0, room - sum(widths[:seen]))
        return widths

    def _head_width(self, column: Column) -> int:
        """Return what the words of a head need, where text is large."""
        words = QFontMetrics(sized(self.font(), _HEAD_POINTS, bold=True)).horizontalAdvance(column.head)
        return words + 2 * scaled(_PAD) + _HEAD_SPARE if self._width is LayoutWidth.TIGHT else 0

    def _fit_rows(self) -> None:
        """Give rows the lines that they need: all of them where the page scrolls, two where it is tight."""
        if self._whole:
            self._fit_whole_rows()
            return
        tight = self._width is LayoutWidth.TIGHT
        metrics = QFontMetrics(sized(self.font(), 12, bold=True))
        names = next((at for at, one in enumerate(self.cells.columns) if not one.width), 0)
        room = self.columnWidth(names) - scaled(_PAD) - _RIGHT
        for at, row in enumerate(self.cells.rows):
            cell = row.cells[names]
            wraps = tight and not cell.second and metrics.horizontalAdvance(_with_tail(cell)) > room
            high = max(scaled(self._height), 2 * metrics.height() + _AROUND) if wraps else scaled(self._height)
            if self.rowHeight(at) != high:
                self.setRowHeight(at, high)

    def _fit_whole_rows(self) -> None:
        shown = [at for at in range(len(self.cells.columns)) if not self.isColumnHidden(at)]
        rooms = [(at, self.columnWidth(at) - scaled(_PAD) - _RIGHT) for at in shown]
        usual, total = scaled(self._height), 0
        for at, row in enumerate(self.cells.rows):
            high = max([usual, *(_wrapped_height(self.font(), row.cells[column], room) for column, room in rooms)])
            if self.rowHeight(at) != high:
                self.setRowHeight(at, high)
            total += high
        self.setFixedHeight(_head() + max(usual, total) + 2)

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


def _with_tail(cell: Cell) -> str:
    return f"{cell.text} {cell.tail}".rstrip()


def _wrapped_height(font: QFont, cell: Cell, room: int) -> int:
    """Return how high a row has to be for all words of a cell; 0 for one that is drawn in one line, or in two."""
    metrics = QFontMetrics(sized(font, 12, bold=cell.bold))
    room -= scaled(_MARK) if cell.mark is not None else 0
    if cell.second or metrics.horizontalAdvance(_with_tail(cell)) <= room:
        return 0
    bounds = metrics.boundingRect(0, 0, max(1, room), 9999, int(Qt.TextFlag.TextWordWrap), _with_tail(cell))
    return max(bounds.height(), 2 * metrics.height() + 1) + _AROUND


def _head() -> int:
    return min(scaled(_HEAD), _HIGHEST_HEAD)


def _draw_cell(painter: QPainter, place: QRectF, option: QStyleOptionViewItem, cell: Cell, *, right: bool) -> None:
    font, small = sized(option.font, 12, bold=cell.bold), sized(option.font, 11)
    large, little = QFontMetrics(font), QFontMetrics(small)
    high = large.height() + (little.height() if cell.second else 0)
    area = place.adjusted(scaled(_PAD), (place.height() - high) / 2, -_RIGHT, 0)
    if cell.mark is not None:
        side = scaled(16)
        draw_mark(painter, QRectF(area.x(), area.y() + (large.height() - side) / 2, side, side), cell.mark)
        area.adjust(scaled(_MARK), 0, 0, 0)
    edge = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    line = QRectF(area.x(), area.y(), area.width(), large.height())
    painter.setFont(font)
    painter.setPen(colour(Ink.MUTED if cell.muted else Ink.TEXT))
    if (
        not cell.second
        and place.height() > 2 * large.height()
        and large.horizontalAdvance(_with_tail(cell)) > line.width()
    ):
        both = place.adjusted(area.x() - place.x(), 0, -_RIGHT, 0)
        wraps = int(edge | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(both, wraps, _with_tail(cell))
        return
    behind = little.horizontalAdvance(cell.tail) + _GAP if cell.tail else 0
    room = int(area.width()) - (behind if behind <= area.width() * _TAIL else 0)
    shown = large.elidedText(cell.text, Qt.TextElideMode.ElideRight, room)
    painter.drawText(line, edge, shown)
    painter.setFont(small)
    painter.setPen(colour(Ink.MUTED))
    if cell.second:
        below = QRectF(area.x(), line.bottom(), area.width(), little.height())
        painter.drawText(below, edge, little.elidedText(cell.second, Qt.TextElideMode.ElideRight, int(area.width())))
    if cell.tail:
        after = line.adjusted(large.horizontalAdvance(shown) + _GAP, 0, 0, 0)
        words = little.elidedText(cell.tail, Qt.TextElideMode.ElideRight, int(max(0.0, after.width())))
        painter.drawText(after, Qt.AlignmentFlag.AlignVCenter, words)
