# SPDX-License-Identifier: MPL-2.0
"""A table with the keys of a spreadsheet, as high as it needs to be. Who only passes by needs one Tab."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QApplication, QLineEdit, QWidget

from evidencepack.ui.qt_types import Index
from evidencepack.ui.tables.fitted import FittedTable
from evidencepack.ui.tables.lines import LinesModel

_ALT = Qt.KeyboardModifier.AltModifier


class LinesView(FittedTable):
    """Letters type over a cell, F2 or Enter types in it; Tab goes on to the next, and behind the last to a new line.

    Whoever has come by Tab and typed nothing goes past the whole table by the next Tab; Esc leaves it too. Delete
    empties cells, Insert adds a line, Ctrl+Delete removes lines, Alt+arrows move them. Shift and arrows choose several
    cells, Shift+Space a line, Ctrl+A all; Ctrl+C, Ctrl+X and Ctrl+V copy, cut and paste them.
    """

    adding = Signal()
    removing = Signal()
    moving = Signal(int)
    opening = Signal(QModelIndex)
    copying = Signal()
    cutting = Signal()
    pasting = Signal()
    emptying = Signal()
    left = Signal()
    """The person has done with the table: Esc."""
    ended = Signal(str)
    """The person goes on behind the last cell, or types this letter where there is no line yet."""
    typed_below = Signal(QModelIndex, str)
    """A letter was typed on a cell that is answered under the table."""

    def __init__(self, model: LinesModel) -> None:
        super().__init__(model)
        self._inside = False
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        self._keys = {
            QKeySequence.StandardKey.Copy: self.copying,
            QKeySequence.StandardKey.Cut: self.cutting,
            QKeySequence.StandardKey.Paste: self.pasting,
        }
        self.doubleClicked.connect(self._open_uneditable)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the keys of a table do; leave the others to Qt."""
        asked = next((signal for key, signal in self._keys.items() if event.matches(key)), None)
        if asked is not None:
            asked.emit()
        elif not (self._change_lines(event) or self._change_cells(event)):
            super().keyPressEvent(event)
            self._inside = self._inside or self.is_typing

    def focusNextPrevChild(self, forward: bool, /) -> bool:  # noqa: FBT001 - Qt's signature
        """Go from cell to cell by Tab once somebody works in them, or else past the table."""
        if self._inside and self._go_by(1 if forward else -1):
            return True
        self._inside = False
        return super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin anew for whoever comes by Tab; who comes back from typing in a cell goes on."""
        super().focusInEvent(event)
        if event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
            self._inside = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Work in the cell that is clicked."""
        super().mousePressEvent(event)
        self._inside = self.currentIndex().isValid()

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Go on to another cell after typing: by Tab beside it, by Enter below it."""
        hints = QAbstractItemDelegate.EndEditHint
        by = {hints.EditNextItem: 1, hints.EditPreviousItem: -1}.get(hint, 0)
        super().closeEditor(editor, hints.NoHint if by else hint)
        self._inside = True
        if by and self._go_by(by):
            self.type_in(self.currentIndex())
        elif by:
            self.left.emit()
        elif hint is hints.SubmitModelCache:
            self.go_down(1)

    @property
    def is_typing(self) -> bool:
        """Whether a cell is being typed in."""
        return self.state() == self.State.EditingState

    def finish_typing(self) -> None:
        """Take what is being typed in a cell, and close its editor."""
        if self.is_typing:
            editor = self.indexWidget(self.currentIndex())
            self.commitData(editor)
            super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def go_down(self, lines: int) -> None:
        """Go to the cell below (1) or above (-1), if there is one."""
        at = self.currentIndex()
        other = self.lines.index(at.row() + lines, at.column())
        if other.isValid():
            self.setCurrentIndex(other)

    def type_in(self, index: Index, letters: str = "") -> None:
        """Begin to type in a cell, over what stands there; one that is answered under the table is only gone to."""
        self._inside = True
        self.setFocus()
        self.setCurrentIndex(index)
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)
            editor = QApplication.focusWidget()
            if letters and isinstance(editor, QLineEdit):
                editor.insert(letters)

    def chosen(self) -> list[int]:
        """Return the lines that are chosen, from 0, from the top."""
        return sorted({index.row() for index in self.selectedIndexes()})

    def block(self) -> list[list[Index]]:
        """Return the cells that are chosen, line by line."""
        lines = self.chosen()
        columns = sorted({index.column() for index in self.selectedIndexes()})
        return [[self.lines.index(line, column) for column in columns] for line in lines]

    def _change_lines(self, event: QKeyEvent) -> bool:
        """Do what a key does with whole lines; whether it does."""
        key, modifiers = event.key(), event.modifiers()
        if modifiers & _ALT and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.moving.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Insert:
            self.adding.emit()
        elif key == Qt.Key.Key_Delete and modifiers & Qt.KeyboardModifier.ControlModifier:
            self.removing.emit()
        elif key == Qt.Key.Key_Space and modifiers & Qt.KeyboardModifier.ShiftModifier:
            self._choose_line(self.currentIndex().row())
        else:
            return False
        return True

    def _choose_line(self, line: int) -> None:
        """Choose all cells of a line; what had the keyboard keeps it."""
        ends = self.lines.index(line, 0), self.lines.index(line, self.lines.columnCount() - 1)
        self.selectionModel().select(QItemSelection(*ends), QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _change_cells(self, event: QKeyEvent) -> bool:
        """Do what a key does with the cell, where Qt has other ideas; whether it does."""
        key, index = event.key(), self.currentIndex()
        if self.is_typing:
            return False
        if key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.emptying.emit()
        elif key == Qt.Key.Key_Escape:
            self._inside = False
            self.left.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self._type_or_open(index)
        elif _letter(event) and not index.isValid():
            self.ended.emit(event.text())
        elif (_letter(event) or key == Qt.Key.Key_F2) and not index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.typed_below.emit(index, _letter(event))
        else:
            return False
        return True

    def _type_or_open(self, index: Index) -> None:
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.type_in(index)
        else:
            self.opening.emit(index)

    def _go_by(self, by: int) -> bool:
        """Go to the next cell that is asked (1), behind the last to a new line, or to the one before (-1); if any."""
        columns, here = self.lines.columnCount(), self.currentIndex()
        at = here.row() * columns + here.column() + by
        while 0 <= at < self.lines.rowCount() * columns:
            index = self.lines.index(at // columns, at % columns)
            if self.lines.asked(index) is not None:
                self.setCurrentIndex(index)
                return True
            at += by
        if by > 0 and self.lines.lines and self.lines.lines[-1].answers:
            self.ended.emit("")
            return True
        return False

    def _open_uneditable(self, index: QModelIndex) -> None:
        if not index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.opening.emit(index)


def _letter(event: QKeyEvent) -> str:
    """Return what a key types; nothing for one that does something."""
    control, alt, meta = (
        bool(event.modifiers() & one)
        for one in (
            Qt.KeyboardModifier.ControlModifier,
            Qt.KeyboardModifier.AltModifier,
            Qt.KeyboardModifier.MetaModifier,
        )
    )
    # Both together type letters such as the sign of the euro on some keyboards.
    return event.text() if event.text().isprintable() and control == alt and not meta else ""
