# SPDX-License-Identifier: MPL-2.0
"""The documents of the tender: what each is, and what is still missing in it. Enter or a double click opens one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
)

from evidencepack.ui.look import colour
from evidencepack.ui.qt_types import Index
from evidencepack.ui.rail import still
from evidencepack.ui.shell.context import Context
from evidencepack.ui.shell.place import TenderPlace
from evidencepack.ui.shell.where import DOCUMENTS, Where, in_document
from evidencepack.ui.tokens import Ink
from evidencepack.ui.widgets.focus_ring import draw_ring
from evidencepack.ui.widgets.marks import draw_mark
from evidencepack.ui.widgets.parts import button, column, label, row
from evidencepack.ui.widgets.step_marks import mark_of
from evidencepack.ui.words import say
from evidencepack.usecases.documents import DocumentRow, document_rows
from evidencepack.usecases.forms import StepState

_HEADS = ("Document", "About", "Reference", "State")
_ROW = 41


class DocumentsModel(QAbstractTableModel):
    """The documents as rows."""

    def __init__(self) -> None:
        super().__init__()
        self.documents: tuple[DocumentRow, ...] = ()

    def show_documents(self, documents: Sequence[DocumentRow]) -> None:
        """Show these documents."""
        self.beginResetModel()
        self.documents = tuple(documents)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of documents."""
        return 0 if parent is not None and parent.isValid() else len(self.documents)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(_HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """Return the head of a column."""
        across = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return _HEADS[section] if across else None

    def data(self, index: Index, role: int = 0) -> Any:
        """Return the words of a cell; a screen reader hears document and column with them."""
        document = self.documents[index.row()]
        begun = document.state is StepState.STARTED
        state = still(document.missing) if begun else document.state.value
        state = state if document.in_pack else f"{state}, not in the pack"
        words = (document.kind, document.title, document.reference, state)[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{document.kind} {document.reference}, {_HEADS[index.column()]}: {words}"
        return None


class Documents(TenderPlace):
    """The list of documents."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._model = DocumentsModel()
        self._view = _DocumentsView(self._model)
        self._view.chosen.connect(self._open)
        self._count = label("", "hint")
        self._button = button("Open", lambda: self._open(self._view.currentIndex()), kind="primary")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(column(label(say("Documents"), "h1"), self._count, gap=2))
        layout.addWidget(self._view, 1)
        layout.addWidget(row(self._button, label("Enter opens the document, too.", "small", wrap=False), None, gap=12))
        self.refresh()

    def refresh(self) -> None:
        """Show the documents as they stand now; the chosen one stays chosen."""
        chosen = max(0, self._view.currentIndex().row())
        documents = document_rows(self.session.facts, self.session.library, troubled=self.session.drafts)
        complete = sum(document.state is StepState.COMPLETE for document in documents)
        self._count.setText(_count_words(len(documents), complete))
        self._model.show_documents(documents)
        self._view.selectRow(min(chosen, len(documents) - 1))
        self._button.setEnabled(bool(documents))

    @property
    def title(self) -> str:
        """What the place is called."""
        return say("Documents")

    @property
    def here(self) -> Where:
        """The list as a whole: it keeps which document is chosen."""
        return Where(DOCUMENTS)

    def arrive(self, where: Where) -> None:
        """Show the documents as they stand now, and put the keyboard into the list."""
        del where
        self.refresh()
        self._view.setFocus()

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.context.guide.open_at(in_document(self._model.documents[index.row()].id))


def _count_words(number: int, complete: int) -> str:
    if not number:
        return "This tender has no document yet."
    documents = "1 document" if number == 1 else f"{number} documents"
    return f"{documents}. {complete} complete." if complete < number else f"{documents}, all complete."


class _DocumentsView(QTableView):
    chosen = Signal(QModelIndex)

    def __init__(self, model: DocumentsModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(_StateDelegate(self))
        self.setAccessibleName("Documents of this tender")
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        for column_, width in enumerate((290, 0, 170, 220)):
            mode = QHeaderView.ResizeMode.Fixed if width else QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(column_, mode)
            if width:
                header.resizeSection(column_, width)
        self.doubleClicked.connect(self.chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.chosen.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw one ring round the chosen row."""
        super().paintEvent(event)
        index = self.currentIndex()
        if self.hasFocus() and index.isValid():
            first, last = (index.siblingAtColumn(at) for at in (0, len(_HEADS) - 1))
            painter = QPainter(self.viewport())
            draw_ring(painter, QRectF(self.visualRect(first).united(self.visualRect(last))), square=True)
            painter.end()


class _StateDelegate(QStyledItemDelegate):
    """Room beside the words, a line under each row, the mark of the state before its words."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model, place = index.model(), QRectF(option.rect)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        state = index.column() == len(_HEADS) - 1
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(place, colour(Ink.ACCENT_SOFT))
        option.rect.adjust(31 if state else 7, 0, 0, 0)
        super().paint(painter, option, index)
        if state and isinstance(model, DocumentsModel):
            mark = QRectF(place.x() + 10, place.center().y() - 8, 16, 16)
            draw_mark(painter, mark, mark_of(model.documents[index.row()].state))
        painter.save()
        painter.setPen(colour(Ink.BORDER))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        painter.restore()
