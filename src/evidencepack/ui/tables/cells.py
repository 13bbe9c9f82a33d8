# SPDX-License-Identifier: MPL-2.0
"""How cells look and are typed over: a ring round the current one, a list where the answer is picked."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from evidencepack.domain.values import FieldType
from evidencepack.library.model import Field
from evidencepack.ui.controls.lists import PickList, make_name_combo
from evidencepack.ui.controls.making import picked_from
from evidencepack.ui.look import colour, scaled
from evidencepack.ui.places.finding_words import MARKS
from evidencepack.ui.qt_types import Index
from evidencepack.ui.session import Session
from evidencepack.ui.spelling.boxes import LineBox
from evidencepack.ui.spelling.watch import Watch
from evidencepack.ui.spelling.wavy_line import WavyLine
from evidencepack.ui.tables.clipboard import cells_typed
from evidencepack.ui.tables.lines import FOUND, UNREAD, LinesModel
from evidencepack.ui.tokens import Ink
from evidencepack.ui.widgets.focus_ring import draw_ring
from evidencepack.ui.widgets.marks import draw_mark
from evidencepack.usecases.spelling import is_prose

_BAR = 4
"""Pixels of the bar before a cell that cannot be read."""

_BEFORE = "before"
_NONE = Qt.KeyboardModifier.NoModifier
_MARK = 25
"""Pixels at the end of a cell that the mark of a finding takes, at a text size of 100 %."""

_PAD = 7
"""Pixels before the text of a cell, so that it stands under the words of its head."""


class CellDelegate(QStyledItemDelegate):
    """Edits a cell as text; what is picked from a list is picked here too. The cell with the keyboard has a ring."""

    gone_by = Signal(int)
    """Up (-1) or Down (1) was pressed while a cell was typed in."""
    cells_typed = Signal(object)
    """Several cells have come into the editor of one: lines of cells, as a spreadsheet copies them."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        matters = index.data(FOUND)
        room = scaled(_MARK) if matters else 0
        option.rect.adjust(_PAD, 0, -room, 0)
        super().paint(painter, option, index)
        option.rect.adjust(-_PAD, 0, room, 0)
        painter.save()
        edge = option.rect.adjusted(0, 1, _BAR - option.rect.width(), -1)
        if index.data(UNREAD):
            painter.fillRect(edge, colour(Ink.ERROR))
        elif index.column() == 0 and _is_current(option, index):
            painter.fillRect(edge, colour(Ink.ACCENT))
        if matters:
            place = QRectF(option.rect).adjusted(option.rect.width() - room, 0, -_PAD, 0)
            draw_mark(painter, place, MARKS[matters])
        painter.setPen(colour(Ink.BORDER))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if focused:
            draw_ring(painter, QRectF(option.rect), square=True)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return a line or a list, named as its column."""
        del option
        model = index.model()
        column = model.columns[index.column()] if isinstance(model, LinesModel) else None
        options = picked_from(column, self._session) if column else None
        editor = self._editor(options, column, QPersistentModelIndex(index))
        editor.setParent(parent)
        editor.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the cell's text."""
        text = str(index.data(Qt.ItemDataRole.EditRole))
        if isinstance(editor, PickList):
            editor.pick(text)
        elif isinstance(editor, QComboBox):
            editor.setCurrentText(text)
        elif isinstance(editor, QLineEdit) and editor.text() != text and not editor.isModified():
            # Another answer that changes meanwhile has cells shown anew; what is being typed stays as it is.
            editor.setText(text)
            editor.setProperty(_BEFORE, text)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Enter what was typed or picked."""
        if isinstance(editor, PickList):
            model.setData(index, editor.picked())
        elif isinstance(editor, QComboBox):
            model.setData(index, editor.currentText())
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go up and down out of a line, which has no use for these keys itself."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and isinstance(watched, QLineEdit):
            lines = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
            if lines and event.modifiers() in {_NONE, Qt.KeyboardModifier.KeypadModifier}:
                self._enter(watched)
                self.gone_by.emit(lines)
                return True
        return super().eventFilter(watched, event)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Fill the cell."""
        del index
        editor.setGeometry(option.rect)

    def _enter(self, editor: QWidget) -> None:
        """Take what is typed or picked, and close the editor."""
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def _editor(self, options: list[str] | None, column: Field | None, cell: QPersistentModelIndex) -> QWidget:
        if options is None:
            return self._line(column)
        combo = make_name_combo(options) if column and column.type is FieldType.REFERENCE else PickList(options)
        combo.activated.connect(partial(self._take_pick, combo, cell))
        return combo

    def _take_pick(self, combo: QComboBox, cell: QPersistentModelIndex, _at: int) -> None:
        """Take what was picked at once: nobody presses Enter after a click.

        The view may have closed the editor by then, as the keyboard came back from the list that had unfolded.
        """
        if cell.isValid():
            self.setModelData(combo, cell.model(), cell)

    def _line(self, column: Field | None) -> QLineEdit:
        """Return a line; where prose is typed, what may be misspelt is marked as in any other box."""
        line: QLineEdit = WavyLine() if column is not None and is_prose(column) else QLineEdit()
        line.textEdited.connect(partial(self._look_for_cells, line))
        if isinstance(line, WavyLine):
            watch = Watch(LineBox(line), self._session)
            line.textChanged.connect(watch.start)
        return line

    def _look_for_cells(self, line: QLineEdit, text: str) -> None:
        """Leave the cell as it was where several cells came into it, and hand them on."""
        before = str(line.property(_BEFORE) or "")
        if cells := cells_typed(before, text):
            self.closeEditor.emit(line, QStyledItemDelegate.EndEditHint.RevertModelCache)
            self.cells_typed.emit(cells)
        else:
            line.setProperty(_BEFORE, text)


def _is_current(option: QStyleOptionViewItem, index: Index) -> bool:
    """Whether a cell is in the line that is asked about under the table."""
    view = option.widget
    return isinstance(view, QAbstractItemView) and view.currentIndex().row() == index.row()
