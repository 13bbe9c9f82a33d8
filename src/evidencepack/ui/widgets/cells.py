# SPDX-License-Identifier: MPL-2.0
"""Cells of a table as plain values, and the model that shows rows of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, Qt

from evidencepack.ui.qt_types import Index
from evidencepack.ui.widgets.marks import Mark


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head and its width in pixels at a text size of 100 % (0: what is left).

    ``minor``: it is the first to go where there is little room.
    """

    head: str
    width: int = 0
    right: bool = False
    minor: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell: a mark, words, and small words behind them (``tail``) or below them (``second``).

    ``said`` is what a screen reader hears in the place of the words, where they do not say it all.
    """

    text: str = ""
    mark: Mark | None = None
    tail: str = ""
    second: str = ""
    bold: bool = False
    muted: bool = False
    said: str = ""

    @property
    def sentence(self) -> str:
        """Mark, words and small words as one."""
        word = self.mark.words if self.mark is not None else ""
        parts = (word if word and word != self.text else "", self.text, self.tail, self.second)
        return self.said or ", ".join(filter(None, parts))


@dataclass(frozen=True, slots=True)
class CellRow:
    """A row: what it is known by, its cells, and whether something in it is wrong."""

    id: str
    cells: tuple[Cell, ...]
    wrong: bool = False


class CellsModel(QAbstractTableModel):
    """Rows of cells. A screen reader hears the first cell of the row and the head of the column with each."""

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.rows: tuple[CellRow, ...] = ()

    def show_rows(self, rows: Sequence[CellRow]) -> None:
        """Show these rows; as long as they are the same ones, whoever looks at a cell stays in it."""
        fresh = tuple(rows)
        same = [row.id for row in fresh] == [row.id for row in self.rows]
        if not same:
            self.beginResetModel()
        self.rows = fresh
        if not same:
            self.endResetModel()
        elif fresh:
            self.dataChanged.emit(self.index(0, 0), self.index(len(fresh) - 1, len(self.columns) - 1))

    def show_columns(self, columns: Sequence[Column], rows: Sequence[CellRow]) -> None:
        """Show other columns, and rows that have them."""
        self.beginResetModel()
        self.columns, self.rows = tuple(columns), tuple(rows)
        self.endResetModel()

    def row_of(self, id: str) -> int:  # noqa: A002 - the word of the rows
        """Return at which row something stands, from 0; -1 if it is not there."""
        return next((at for at, row in enumerate(self.rows) if row.id == id), -1)

    def cell(self, index: Index) -> Cell:
        """Return the cell at a place."""
        return self.rows[index.row()].cells[index.column()]

    def text(self) -> str:
        """Return heads and rows as lines with tabs, as spreadsheets and mails take them."""
        lines = [
            [one.head for one in self.columns],
            *([cell.said or cell.text for cell in row.cells] for row in self.rows),
        ]
        return "".join("\t".join(" ".join(words.split()) for words in line) + "\n" for line in lines)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """Return the head of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].head
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self.columns[section].right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = 0) -> Any:
        """Return the words of a cell, and what a screen reader and a tool tip say of it."""
        cell = self.cell(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return cell.sentence
        if role == Qt.ItemDataRole.AccessibleTextRole:
            head, first = self.columns[index.column()].head, self.rows[index.row()].cells[0].text
            return cell.sentence if not index.column() else f"{first}, {head}: {cell.sentence}"
        return None
