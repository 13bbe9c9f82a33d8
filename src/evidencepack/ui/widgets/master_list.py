# SPDX-License-Identifier: MPL-2.0
"""A list from which one thing is chosen to be shown beside it: groups, marks, a second line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from evidencepack.ui.look import colour, scaled, sized
from evidencepack.ui.qt_types import Index
from evidencepack.ui.tokens import Ink
from evidencepack.ui.widgets.focus_ring import draw_ring
from evidencepack.ui.widgets.marks import Mark, draw_mark
from evidencepack.ui.widgets.wrapping import wrapped

_GROUP, _ONE, _TWO = 32, 38, 50
_LEFT, _RIGHT, _MARK, _GAP = 14, 10, 25, 8
_TITLE_LINES, _SECOND_LINES = 3, 2
"""So many lines a title and what stands below it may take; few need more than one."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the list. Without an id it is the head of a group, which cannot be chosen.

    ``more``: it leads to more lines, and looks like a link.
    """

    id: str
    title: str
    second: str = ""
    mark: Mark | None = None
    figure: str = ""
    more: bool = False


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
        # The height of a line follows from the width there is, and Qt asks for it again only of words that wrap.
        self.setWordWrap(True)
        self.activated.connect(lambda index: self.opened.emit(self.entries.entries[index.row()].id))

    @property
    def current(self) -> str:
        """The id of the line that is chosen; empty if none is."""
        index = self.currentIndex()
        return self.entries.entries[index.row()].id if index.isValid() else ""

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these lines; what is chosen stays chosen while it is there, else the one that has come to its place."""
        kept = self.current
        before = [one.id for one in self.entries.entries if one.id]
        self.entries.show_entries(entries)
        if self.current == kept and kept:
            return
        names = [one.id for one in entries if one.id]
        at = before.index(kept) if kept in before else 0
        if names:
            self.choose(kept if kept in names else names[min(at, len(names) - 1)])

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
    def __init__(self, view: MasterList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option
        one = _entry(index)
        if not one.id:
            return QSize(100, scaled(_GROUP))
        laid = _Laid(one, self._view.viewport().width() - _LEFT - _RIGHT, self._view.font())
        usual = scaled(_TWO if one.second else _ONE)
        return QSize(100, usual + laid.height - laid.least)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        one, place = _entry(index), QRectF(option.rect)
        painter.save()
        if not one.id:
            painter.setFont(sized(option.font, 10.5, bold=True))
            painter.setPen(colour(Ink.MUTED))
            head = place.adjusted(_LEFT, 4, -10, 0)
            painter.drawText(head, Qt.AlignmentFlag.AlignVCenter, one.title.upper())
            painter.drawText(head, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, one.figure)
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


def lines_of(view: MasterList, one: Entry) -> tuple[str, ...]:
    """Return the lines in which a list shows the title of an entry at its width."""
    return _Laid(one, view.viewport().width() - _LEFT - _RIGHT, view.font()).title


def _entry(index: Index) -> Entry:
    model = index.model()
    if not isinstance(model, EntriesModel):
        raise TypeError("the list shows other lines than its own")
    return model.entries[index.row()]


class _Laid:
    """The lines of an entry at a width; ``least`` is their height where title and second line take one line each."""

    def __init__(self, one: Entry, width: int, font: QFont, *, chosen: bool = True) -> None:
        self.font, self.small = sized(font, 12, bold=chosen), sized(font, 11)
        # Measured in bold, so that choosing a line moves no other.
        bold = QFontMetrics(sized(font, 12, bold=True))
        self.large, self.little = QFontMetrics(self.font), QFontMetrics(self.small)
        room = width - (scaled(_MARK) if one.mark is not None else 0)
        figure = self.little.horizontalAdvance(one.figure)
        self.title = wrapped(bold, one.title, room - (figure + _GAP if figure else 0), _TITLE_LINES)
        self.second = wrapped(self.little, one.second, room, _SECOND_LINES) if one.second else ()
        self.height = len(self.title) * bold.height() + len(self.second) * self.little.height()
        self.least = bold.height() + (self.little.height() if one.second else 0)


def _draw_entry(painter: QPainter, area: QRectF, option: QStyleOptionViewItem, one: Entry, *, chosen: bool) -> None:
    laid = _Laid(one, int(area.width()), option.font, chosen=chosen)
    line = laid.large.height()
    top = area.y() + (area.height() - laid.height) / 2
    if one.mark is not None:
        side = scaled(16)
        draw_mark(painter, QRectF(area.x(), top + (line - side) / 2, side, side), one.mark)
        area = area.adjusted(scaled(_MARK), 0, 0, 0)
    painter.setFont(laid.small)
    painter.setPen(colour(Ink.MUTED))
    first = QRectF(area.x(), top, area.width(), line)
    painter.drawText(first, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, one.figure)
    below = top + len(laid.title) * line
    for at, words in enumerate(laid.second):
        high = laid.little.height()
        painter.drawText(QRectF(area.x(), below + at * high, area.width(), high), words)
    laid.font.setUnderline(one.more)
    painter.setFont(laid.font)
    painter.setPen(colour(Ink.ACCENT if one.more else Ink.TEXT))
    for at, words in enumerate(laid.title):
        painter.drawText(first.translated(0, at * line), words)
