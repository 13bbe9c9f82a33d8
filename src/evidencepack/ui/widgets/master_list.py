# SPDX-License-Identifier: MPL-2.0
"""A list from which one thing is chosen to be shown beside it: groups, marks, a second line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from evidencepack.ui.look import colour, scaled, sized
from evidencepack.ui.qt_types import Index
from evidencepack.ui.tokens import Ink
from evidencepack.ui.widgets.focus_ring import draw_ring
from evidencepack.ui.widgets.marks import Mark, draw_mark

_GROUP, _ONE, _TWO = 32, 38, 50
_LEFT, _MARK = 14, 25


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the list. Without an id it is the head of a group, which cannot be chosen."""

    id: str
    title: str
    second: str = ""
    mark: Mark | None = None
    figure: str = ""


class EntriesModel(QAbstractListModel):
    """The lines of the list."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: tuple[Entry, ...] = ()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these lines; as long as they are the same ones, the chosen one stays chosen."""
        fresh = tuple(entries)
        same = [one.id for one in fresh] == [one.id for one in self.entries]
        if not same:
            self.beginResetModel()
        self.entries = fresh
        if not same:
            self.endResetModel()
        elif fresh:
            self.dataChanged.emit(self.index(0), self.index(len(fresh) - 1))

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of lines."""
        return 0 if parent is not None and parent.isValid() else len(self.entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Heads of groups cannot be chosen."""
        usual = super().flags(index)
        return (
            usual
            if self.entries[index.row()].id
            else usual & ~Qt.ItemFlag.ItemIsSelectable & ~Qt.ItemFlag.ItemIsEnabled
        )

    def data(self, index: Index, role: int = 0) -> Any:
        """Return the title; a screen reader hears state, second line and figure with it."""
        one = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return one.title
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            state = one.mark.words if one.mark is not None else ""
            return ", ".join(filter(None, (one.title, state, one.second, one.figure)))
        return None


class MasterList(QListView):
    """``chosen`` carries the id of the line that the person has come to; ``opened`` of the one they press Enter on."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAccessibleName(name)
        self.entries = EntriesModel()
        self.setModel(self.entries)
        self.setItemDelegate(_EntryDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.activated.connect(lambda index: self.opened.emit(self.entries.entries[index.row()].id))

    @property
    def current(self) -> str:
        """The id of the line that is chosen; empty if none is."""
        index = self.currentIndex()
        return self.entries.entries[index.row()].id if index.isValid() else ""

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these lines; what is chosen stays chosen while it is there, else the first line is."""
        kept = self.current
        self.entries.show_entries(entries)
        if self.current != kept or not kept:
            first = next((one.id for one in entries if one.id), "")
            self.choose(kept if any(one.id == kept for one in entries if kept) else first)

    def choose(self, id: str) -> None:  # noqa: A002 - the word of the lines
        """Choose a line; nothing, if it is not there."""
        at = next((at for at, one in enumerate(self.entries.entries) if one.id == id and id), -1)
        if at >= 0:
            self.setCurrentIndex(self.entries.index(at))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say which line the person has come to."""
        super().currentChanged(current, previous)
        if current.isValid() and self.entries.entries[current.row()].id:
            self.chosen.emit(self.entries.entries[current.row()].id)


class _EntryDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option
        one = _entry(index)
        return QSize(100, scaled(_GROUP if not one.id else _TWO if one.second else _ONE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        one, place = _entry(index), QRectF(option.rect)
        painter.save()
        if not one.id:
            painter.setFont(sized(option.font, 10.5, bold=True))
            painter.setPen(colour(Ink.MUTED))
            painter.drawText(place.adjusted(_LEFT, 4, -8, 0), Qt.AlignmentFlag.AlignVCenter, one.title.upper())
            painter.restore()
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(place, colour(Ink.ACCENT_SOFT))
            painter.fillRect(QRectF(place.x(), place.y(), 4, place.height()), colour(Ink.ACCENT))
        _draw_entry(painter, place.adjusted(_LEFT, 0, -10, 0), option, one, chosen=chosen)
        painter.setPen(colour(Ink.BORDER))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_ring(painter, place, square=True)
        painter.restore()


def _entry(index: Index) -> Entry:
    model = index.model()
    if not isinstance(model, EntriesModel):
        raise TypeError("the list shows other lines than its own")
    return model.entries[index.row()]


def _draw_entry(painter: QPainter, area: QRectF, option: QStyleOptionViewItem, one: Entry, *, chosen: bool) -> None:
    font, small = sized(option.font, 12, bold=chosen), sized(option.font, 11)
    large, little = QFontMetrics(font), QFontMetrics(small)
    high = large.height() + (little.height() if one.second else 0)
    top = area.y() + (area.height() - high) / 2
    if one.mark is not None:
        side = scaled(16)
        draw_mark(painter, QRectF(area.x(), top + (large.height() - side) / 2, side, side), one.mark)
        area = area.adjusted(scaled(_MARK), 0, 0, 0)
    wide = little.horizontalAdvance(one.figure)
    painter.setFont(small)
    painter.setPen(colour(Ink.MUTED))
    first = QRectF(area.x(), top, area.width(), large.height())
    painter.drawText(first, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, one.figure)
    below = QRectF(area.x(), first.bottom(), area.width(), little.height())
    painter.drawText(below, little.elidedText(one.second, Qt.TextElideMode.ElideRight, int(area.width())))
    painter.setFont(font)
    painter.setPen(colour(Ink.TEXT))
    room = int(area.width() - (wide + 8 if wide else 0))
    painter.drawText(first, large.elidedText(one.title, Qt.TextElideMode.ElideRight, room))
