# SPDX-License-Identifier: MPL-2.0
"""The grid of letters on the screen: A filled, R outlined, C and I plain, so that it reads without colour."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from evidencepack.ui.look import colour, scaled
from evidencepack.ui.qt_types import Index
from evidencepack.ui.tables.fitted import bring_into_page, page_of
from evidencepack.ui.tables.letters import LettersModel, good_words
from evidencepack.ui.tokens import Ink
from evidencepack.ui.widgets.focus_ring import draw_ring
from evidencepack.ui.widgets.marks import Mark, draw_mark

_ROW, _HEAD, _ROLE, _VERDICT, _MARK, _LEAST_TASK, _MOST_TASK = 44, 72, 84, 150, 52, 230, 460
_LEAST_LINES, _ROOM = 4, 24
ABOVE = 52
"""Pixels above the grid that are seen with it: two lines of what is wrong, and what to do."""

_KEYS: Mapping[str, str] = {"r": "r", "a": "a", "c": "c", "i": "i", "b": "a_r"}
_CENTRE = Qt.AlignmentFlag.AlignCenter
_WRAPPED = Qt.AlignmentFlag(int(Qt.TextFlag.TextWordWrap))
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class LettersView(QTableView):
    """Arrows move; R, A, C, I and B (both A and R) set, Space steps, Delete clears; a double click steps too.

    It is never higher than the page can show, and scrolls by itself, so that the roles stay in sight above.
    """

    copying = Signal()
    pasting = Signal()

    def __init__(self, model: LettersModel) -> None:
        super().__init__()
        self.setObjectName("lettergrid")
        self._letters = model
        self.setModel(model)
        self.setItemDelegate(_LetterDelegate(self))
        self.setTabKeyNavigation(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setFixedHeight(scaled(_HEAD))
        self.horizontalHeader().setDefaultAlignment(_CENTRE | _WRAPPED)
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().setDefaultSectionSize(scaled(_ROW))
        self.verticalHeader().setDefaultAlignment(_LEFT | _WRAPPED)
        self.verticalHeader().setHighlightSections(False)
        model.modelReset.connect(self.fit)
        self.doubleClicked.connect(self._step)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Set, step and clear letters; leave the other keys to Qt."""
        index, letter = self.currentIndex(), _KEYS.get(event.text().lower())
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copying.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasting.emit()
        elif letter and plain:
            self._letters.give(index, letter)
        elif event.key() == Qt.Key.Key_Space:
            self._step(index)
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._letters.give(index, "")
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Bring the cell that was come to into the view of the page."""
        super().currentChanged(current, previous)
        area = page_of(self)
        page = area.widget() if area is not None else None
        if area is not None and page is not None and self.hasFocus():
            top = self.mapTo(page, QPoint(0, 0)).y()
            area.ensureVisible(0, top + self.height(), 0, 0)
            area.ensureVisible(0, top - scaled(ABOVE), 0, 0)
        bring_into_page(self, current)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the tasks what the roles leave."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Take the height of the tasks; roles are alike, tasks get the rest; where it is tight, a verdict is a mark."""
        roles, role, row = self._letters.columnCount() - 1, scaled(_ROLE), scaled(_ROW)
        rest = self.width() - roles * role - scaled(_VERDICT) - 20
        verdict = scaled(_VERDICT if rest >= scaled(_LEAST_TASK) else _MARK)
        rest += scaled(_VERDICT) - verdict
        self.verticalHeader().setFixedWidth(max(scaled(_LEAST_TASK), min(scaled(_MOST_TASK), rest)))
        for column in range(roles):
            self.setColumnWidth(column, role)
        self.setColumnWidth(roles, max(verdict, self.viewport().width() - roles * role))
        bar = self.horizontalScrollBar().sizeHint().height() if rest < scaled(_LEAST_TASK) else 0
        head = scaled(_HEAD) + bar + 2
        wanted = head + row * max(1, self._letters.rowCount())
        self.setFixedHeight(min(wanted, max(self._room(), head + row * _LEAST_LINES)))

    def sizeHint(self) -> QSize:
        """Ask for what the tasks need."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def _room(self) -> int:
        """Return how high the grid can be and still stand on the page as a whole."""
        area = page_of(self)
        return area.viewport().height() - scaled(_ROOM + ABOVE) if area is not None else 9999

    def _step(self, index: QModelIndex) -> None:
        order = ["", *self._letters.letters]
        self._letters.give(index, order[(order.index(self._letters.letter(index)) + 1) % len(order)])


class _LetterDelegate(QStyledItemDelegate):
    """Draws a letter in its shape, or the verdict with its mark."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        text = str(index.data(Qt.ItemDataRole.DisplayRole))
        verdict = isinstance(model, LettersModel) and model.is_verdict(index)
        painter.save()
        if isinstance(model, LettersModel) and model.is_wrong(index.row()):
            painter.fillRect(option.rect, colour(Ink.ERROR_SOFT))
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, colour(Ink.ACCENT_SOFT))
        if verdict:
            _draw_verdict(painter, QRectF(option.rect), text)
        elif text:
            _draw_letter(painter, QRectF(option.rect), text)
        painter.restore()
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.save()
            draw_ring(painter, QRectF(option.rect), square=True)
            painter.restore()


def _draw_verdict(painter: QPainter, cell: QRectF, text: str) -> None:
    good = text == good_words()
    side = scaled(16)
    mark = QRectF(cell.x() + 10, cell.center().y() - side / 2, side, side)
    draw_mark(painter, mark, Mark.DONE if good else Mark.BLOCK)
    if cell.width() < scaled(_VERDICT):
        return
    painter.setPen(colour(Ink.MUTED if good else Ink.ERROR))
    painter.drawText(cell.adjusted(18 + side, 0, -4, 0), _LEFT, text)


def _draw_letter(painter: QPainter, cell: QRectF, letter: str) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width, high = scaled(44 if "/" in letter else 28), scaled(24)
    box = QRectF(cell.center().x() - width / 2, cell.center().y() - high / 2, width, high)
    font = QFont(painter.font())
    font.setWeight(QFont.Weight.DemiBold if letter[0] in "AR" else QFont.Weight.Normal)
    painter.setFont(font)
    if letter[0] == "A":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(Ink.ACCENT))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(colour(Ink.ON_ACCENT))
    elif letter == "R":
        painter.setPen(QPen(colour(Ink.ACCENT), 1.6))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(colour(Ink.TEXT))
    else:
        painter.setPen(colour(Ink.TEXT))
    painter.drawText(box, _CENTRE, letter)
