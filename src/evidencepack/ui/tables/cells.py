# SPDX-License-Identifier: MPL-2.0
"""How cells look and are typed over: a ring round the current one, a list where the answer is picked."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from evidencepack.domain.values import FieldType
from evidencepack.library.model import Field
from evidencepack.ui.controls.lists import PickList, make_name_combo
from evidencepack.ui.controls.making import picked_from
from evidencepack.ui.look import colour
from evidencepack.ui.qt_types import Index
from evidencepack.ui.session import Session
from evidencepack.ui.spelling.boxes import LineBox
from evidencepack.ui.spelling.watch import Watch
from evidencepack.ui.spelling.wavy_line import WavyLine
from evidencepack.ui.tables.lines import UNREAD, LinesModel
from evidencepack.ui.tokens import Ink
from evidencepack.ui.widgets.focus_ring import draw_ring
from evidencepack.usecases.spelling import is_prose

_BAR = 4
"""Pixels of the bar before a cell that cannot be read."""

_PAD = 7
"""Pixels before the text of a cell, so that it stands under the words of its head."""


class CellDelegate(QStyledItemDelegate):
    """Edits a cell as text; what is picked from a list is picked here too. The cell with the keyboard has a ring."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        option.rect.adjust(_PAD, 0, 0, 0)
        super().paint(painter, option, index)
        option.rect.adjust(-_PAD, 0, 0, 0)
        painter.save()
        if index.data(UNREAD):
            painter.fillRect(option.rect.adjusted(0, 1, _BAR - option.rect.width(), -1), colour(Ink.ERROR))
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
        editor = self._editor(options, column)
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
        elif isinstance(editor, QLineEdit):
            editor.setText(text)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Enter what was typed or picked."""
        if isinstance(editor, PickList):
            model.setData(index, editor.picked())
        elif isinstance(editor, QComboBox):
            model.setData(index, editor.currentText())
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Fill the cell."""
        del index
        editor.setGeometry(option.rect)

    def _editor(self, options: list[str] | None, column: Field | None) -> QWidget:
        if options is None:
            return self._line(column)
        if column is not None and column.type is FieldType.REFERENCE:
            return make_name_combo(options)
        return PickList(options)

    def _line(self, column: Field | None) -> QLineEdit:
        """Return a line; where prose is typed, what may be misspelt is marked as in any other box."""
        if column is None or not is_prose(column):
            return QLineEdit()
        line = WavyLine()
        watch = Watch(LineBox(line), self._session)
        line.textChanged.connect(watch.start)
        return line
