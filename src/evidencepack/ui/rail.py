# SPDX-License-Identifier: MPL-2.0
"""The steps of a document beside its form: number, title, how far it is; marks and numbers where it is tight."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from evidencepack.ui.focus_ring import draw_ring
from evidencepack.ui.look import colour
from evidencepack.ui.marks import draw_mark
from evidencepack.ui.tables.lines import Index
from evidencepack.usecases.forms import StepView

WIDE, SLIM = 238, 64
_TEXT, _SMALL = 39, 11.0
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class StepsModel(QAbstractListModel):
    """The steps as rows."""

    def __init__(self) -> None:
        super().__init__()
        self.steps: tuple[StepView, ...] = ()

    def show_steps(self, steps: Sequence[StepView]) -> None:
        """Show these steps."""
        fresh = tuple(steps)
        if len(fresh) != len(self.steps):
            self.beginResetModel()
            self.steps = fresh
            self.endResetModel()
        elif fresh != self.steps:
            self.steps = fresh
            self.dataChanged.emit(self.index(0), self.index(len(fresh) - 1))

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of steps."""
        return 0 if parent is not None and parent.isValid() else len(self.steps)

    def data(self, index: Index, role: int = 0) -> Any:
        """Return number and title, and with them the state for those who cannot see the mark."""
        step = self.steps[index.row()]
        title = f"{index.row() + 1}  {step.title}"
        if role == Qt.ItemDataRole.DisplayRole:
            return title
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return ", ".join(filter(None, (f"Step {title}", step.state.value, still(step.missing))))
        return None


class Rail(QListView):
    """The list of steps; ``chosen`` says to which one the person wants to go."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAccessibleName("Steps")
        self._steps = StepsModel()
        self.slim = False
        self.setModel(self._steps)
        self.setItemDelegate(_RailDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def show_steps(self, steps: Sequence[StepView], current: int) -> None:
        """Show the steps, one of them as the one the person is at."""
        self._steps.show_steps(steps)
        index = self._steps.index(current)
        if self.currentIndex() != index:
            self.setCurrentIndex(index)

    def fold(self, *, slim: bool) -> None:
        """Show marks and numbers only, or titles too."""
        self.slim = slim
        self.scheduleDelayedItemsLayout()

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(index.row())


class _RailDelegate(QStyledItemDelegate):
    def __init__(self, rail: Rail) -> None:
        super().__init__(rail)
        self._rail = rail

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option
        model = index.model()
        missing = model.steps[index.row()].missing if isinstance(model, StepsModel) else 0
        return QSize(SLIM if self._rail.slim else WIDE, 50 if missing and not self._rail.slim else 40)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, StepsModel):
            return
        step, place = model.steps[index.row()], QRectF(option.rect)
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if current:
            painter.fillRect(place, colour("accent_soft"))
            painter.fillRect(QRectF(place.x(), place.y(), 4, place.height()), colour("accent"))
        draw_mark(painter, QRectF(place.x() + 14, place.y() + 12, 16, 16), step.state)
        words = str(index.row() + 1) if self._rail.slim else f"{index.row() + 1}  {step.title}"
        second = "" if self._rail.slim else still(step.missing)
        _draw_words(painter, place, option.font, words, second, bold=current)
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_ring(painter, place, square=True)
        painter.restore()


def _draw_words(painter: QPainter, place: QRectF, font: QFont, words: str, second: str, *, bold: bool) -> None:
    font, small = QFont(font), QFont(font)
    small.setPointSizeF(_SMALL)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    line = QRectF(place.x() + _TEXT, place.y() + (4 if second else 0), place.width() - _TEXT - 6, 40)
    if second:
        line.setHeight(24)
    painter.setFont(font)
    painter.setPen(colour("text"))
    painter.drawText(line, _LEFT, _cut(font, words, line.width()))
    if second:
        painter.setFont(small)
        painter.setPen(colour("muted"))
        painter.drawText(line.translated(0, 20), _LEFT, second)


def _cut(font: QFont, words: str, width: float) -> str:
    return QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, int(width))


def still(missing: int) -> str:
    """Return "1 answer needed" or "2 answers needed"; nothing for none."""
    if not missing:
        return ""
    return "1 answer needed" if missing == 1 else f"{missing} answers needed"
