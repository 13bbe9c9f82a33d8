# SPDX-License-Identifier: MPL-2.0
"""A table that is one stop for Tab, with keys for its lines, as high as it needs to be."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QScrollArea, QTableView

from evidencepack.ui.look import scaled
from evidencepack.ui.qt_types import Index
from evidencepack.ui.tables.frozen import FrozenColumn

_ROW, _TALL = 36, 54
"""Height of a line in pixels at a text size of 100 %, and of one whose text takes two lines."""

_NARROWEST, _WIDEST, _HIGHEST = 110, 260, 326
_ALT = Qt.KeyboardModifier.AltModifier


class LinesView(QTableView):
    """Arrows move from cell to cell, F2 or Enter types; Insert adds a line, Delete removes it, Alt+arrows move it.

    Shift and arrows choose several lines, Ctrl+A all of them; Ctrl+C copies what is chosen, Ctrl+V pastes cells.
    """

    adding = Signal()
    removing = Signal()
    moving = Signal(int)
    opening = Signal(QModelIndex)
    copying = Signal()
    pasting = Signal()

    def __init__(self, model: QAbstractItemModel) -> None:
        super().__init__()
        self._lines = model
        self.setModel(model)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(scaled(_ROW))
        self._frozen = FrozenColumn(self)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        model.modelReset.connect(self.fit)
        self.doubleClicked.connect(self._open_uneditable)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the keys of a line do; leave the others to Qt."""
        key, index = event.key(), self.currentIndex()
        if event.modifiers() & _ALT and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.moving.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copying.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasting.emit()
        elif key == Qt.Key.Key_Insert:
            self.adding.emit()
        elif key == Qt.Key.Key_Delete:
            self.removing.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.state() != self.State.EditingState:
            self.opening.emit(index)
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Bring the cell that was come to into the view of the page."""
        super().currentChanged(current, previous)
        self._uncover(current)
        bring_into_page(self, current)

    def chosen(self) -> list[int]:
        """Return the lines that are chosen, from 0, from the top."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Take the height of the lines, and give each column its part of the width."""
        columns, rows = range(self._lines.columnCount()), self._lines.rowCount()
        width = self.viewport().width()
        wishes = [self._wish(column) for column in columns]
        widths = shared_out(width, wishes, least=scaled(_NARROWEST))
        row = scaled(_TALL if any(wish > given for wish, given in zip(wishes, widths, strict=True)) else _ROW)
        self.verticalHeader().setDefaultSectionSize(row)
        for column in columns:
            self.setColumnWidth(column, widths[column])
        bar = self.horizontalScrollBar().sizeHint().height() if sum(widths) > width else 0
        head = self.horizontalHeader().sizeHint().height()
        self._frozen.place()
        self.setFixedHeight(head + min(row * max(rows, 1), scaled(_HIGHEST)) + bar + 2)

    def _wish(self, column: int) -> int:
        """Return the width that the texts of a column ask for, within limits."""
        metrics = self.fontMetrics()
        texts = [str(self._lines.index(at, column).data()) for at in range(self._lines.rowCount())]
        wide = max((metrics.horizontalAdvance(text) for text in texts), default=0)
        return max(scaled(_NARROWEST), min(scaled(_WIDEST), wide + 24))

    def _uncover(self, index: Index) -> None:
        """Scroll until the first column, which stays, hides nothing of a cell."""
        hidden = self.columnWidth(0) - self.columnViewportPosition(index.column())
        if index.column() > 0 and hidden > 0 and self.horizontalScrollBar().value() > 0:
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - hidden)

    def _open_uneditable(self, index: QModelIndex) -> None:
        if not index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.opening.emit(index)


def page_of(view: QTableView) -> QScrollArea | None:
    """Return the page that scrolls a table; None if nothing does."""
    area = view.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    return area


def bring_into_page(view: QTableView, index: Index) -> None:
    """Scroll the page round a table that has the keyboard, until a cell of it can be seen."""
    area = page_of(view)
    page = area.widget() if area is not None else None
    if area is not None and page is not None and view.hasFocus() and index.isValid():
        cell = view.visualRect(index)
        place = view.viewport().mapTo(page, QPoint(0, cell.center().y()))
        area.ensureVisible(0, place.y(), 0, cell.height())


def shared_out(width: int, wishes: Sequence[int], *, least: int = _NARROWEST) -> list[int]:
    """Share a width among columns: what each wishes and its part of the rest, or less, but never under the least."""
    wished, needed = sum(wishes), least * len(wishes)
    if wished <= width:
        widths = [wish * width // wished for wish in wishes]
    elif needed >= width:
        return [least] * len(wishes)
    else:
        part = (width - needed) / (wished - needed)
        widths = [least + int((wish - least) * part) for wish in wishes]
    return [*widths[:-1], widths[-1] + width - sum(widths)]
