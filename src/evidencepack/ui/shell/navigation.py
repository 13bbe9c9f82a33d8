# SPDX-License-Identifier: MPL-2.0
"""The navigation at the left: the tender in hand, its places, and below them those that are always there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from evidencepack.ui.icons import icon
from evidencepack.ui.look import colour, scaled, sized
from evidencepack.ui.qt_types import Index
from evidencepack.ui.shell.registry import Entry, in_navigation
from evidencepack.ui.shell.switcher import Switcher
from evidencepack.ui.tokens import Ink
from evidencepack.ui.widgets.focus_ring import draw_ring
from evidencepack.ui.words import counted, say

WIDE, SLIM = 188, 60
_ROW = 42
_HIGHEST_ICON = 54  # of a row without words: with large text, all places still have room in an ordinary window
_LEAST = 2  # places in sight of each list, in the lowest window
_EDGE = 2
_MOST_IN_SLIM = 99
"""The largest number that has room beside an icon."""

_PLACE, _ICON, _COUNT, _CHOSEN = (Qt.ItemDataRole.UserRole + at for at in range(4))


class Navigation(QFrame):
    """``chosen`` carries the name of the place to go to."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("navframe")
        self.switcher = Switcher()
        self.of_tender = NavList(in_navigation(of_tender=True), say("This tender"))
        self.everywhere = NavList(in_navigation(of_tender=False), say("Everywhere"))
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 10, 0, 10)
        self._layout.setSpacing(6)
        self._layout.addWidget(self.switcher, 0, Qt.AlignmentFlag.AlignHCenter)
        self._layout.addSpacing(4)
        self._layout.addWidget(self.of_tender)
        self._layout.addStretch(1)
        self._layout.addWidget(self.everywhere)
        for one in (self.of_tender, self.everywhere):
            one.chosen.connect(self.chosen)
        self.fold(slim=False)

    def show_tender(self, *, is_open: bool) -> None:
        """Show the places of a tender, or leave them out while none is open; then the others come first."""
        self.switcher.setVisible(is_open)
        self.of_tender.setVisible(is_open)
        self._layout.removeWidget(self.everywhere)
        self._layout.insertWidget(self._layout.count() if is_open else 0, self.everywhere)

    def show_place(self, place: str) -> None:
        """Mark where the person is."""
        self.of_tender.show_place(place)
        self.everywhere.show_place(place)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many things must be fixed, by place."""
        self.of_tender.show_counts(counts)

    def fold(self, *, slim: bool) -> None:
        """Show icons only, or words too."""
        self.setFixedWidth(scaled(SLIM if slim else WIDE))
        self.switcher.fold(slim=slim)
        self.of_tender.fold(slim=slim)
        self.everywhere.fold(slim=slim)


class NavList(QListWidget):
    """Some places below each other; one stop for Tab, arrows go from place to place, Enter or a click goes there."""

    chosen = Signal(str)

    def __init__(self, entries: Sequence[Entry], name: str) -> None:
        super().__init__()
        self.setObjectName("nav")
        self.setAccessibleName(name)
        self.slim = False
        self.setItemDelegate(_NavDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        for one in entries:
            item = QListWidgetItem(say(one.words))
            item.setData(_PLACE, one.place)
            item.setData(_ICON, one.icon)
            item.setData(_COUNT, 0)
            item.setData(_CHOSEN, False)
            item.setToolTip(f"{say(one.words)} ({one.key})" if one.key else say(one.words))
            self.addItem(item)
        self._name_items()
        self.itemClicked.connect(self._choose)

    @property
    def row_height(self) -> int:
        """How high a place is, in pixels: as words ask for, or where they are folded away no higher than need be."""
        return min(scaled(_ROW), _HIGHEST_ICON) if self.slim else scaled(_ROW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space go to the place."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._choose(self.currentItem())
        else:
            super().keyPressEvent(event)

    def show_place(self, place: str) -> None:
        """Mark where the person is; nothing, if that is elsewhere."""
        for item in self._items():
            here = item.data(_PLACE) == place
            item.setData(_CHOSEN, here)
            if here:
                self.setCurrentItem(item)
        self._name_items()

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many things must be fixed, by place."""
        for item in self._items():
            item.setData(_COUNT, counts.get(str(item.data(_PLACE)), 0))
        self._name_items()

    def fold(self, *, slim: bool) -> None:
        """Show icons only, or words too."""
        self.slim = slim
        self.setMinimumHeight(self.row_height * min(_LEAST, self.count()) + 2)
        self.setMaximumHeight(self.sizeHint().height())
        self.updateGeometry()
        self.scheduleDelayedItemsLayout()

    def sizeHint(self) -> QSize:
        """Be as high as all its places; where the window is lower, as with large text, they are scrolled to."""
        return QSize(super().sizeHint().width(), self.row_height * self.count() + 2)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say a place in a tool tip only where its words are folded away."""
        if event.type() == QEvent.Type.ToolTip and not self.slim:
            return True
        return super().viewportEvent(event)

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(str(item.data(_PLACE)))

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(at) for at in range(self.count())]

    def _name_items(self) -> None:
        for item in self._items():
            said = [item.text()]
            if number := int(item.data(_COUNT)):
                said.append(counted(number, "{n} to fix", "{n} to fix"))
            if item.data(_CHOSEN):
                said.append(say("you are here"))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(said))


class _NavDelegate(QStyledItemDelegate):
    """Icon, word, and how many things must be fixed there."""

    def __init__(self, nav: NavList) -> None:
        super().__init__(nav)
        self._nav = nav

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option, index
        return QSize(scaled(SLIM) - 20, self._nav.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place = QRectF(option.rect).adjusted(0, 1, 0, -1)
        here = bool(index.data(_CHOSEN))
        ink = colour(Ink.NAV_SEL_TEXT if here else Ink.NAV_TEXT)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if here:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(Ink.NAV_SEL))
            painter.drawRoundedRect(place, 6, 6)
        elif self._nav.underMouse() and _is_under_mouse(option):
            painter.setPen(ink)
            painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        number = int(index.data(_COUNT))
        self._draw_icon(painter, place, str(index.data(_ICON)), ink, beside=bool(number))
        painter.setPen(ink)
        if not self._nav.slim:
            painter.setFont(sized(option.font, 12, bold=here))
            painter.drawText(place.adjusted(scaled(44), 0, -8, 0), Qt.AlignmentFlag.AlignVCenter, str(index.data()))
        if number:
            self._draw_count(painter, place, option.font, number, here=here)
        if self._nav.hasFocus() and _has_focus(option):
            draw_ring(painter, QRectF(option.rect), square=True)
        painter.restore()

    def _draw_icon(self, painter: QPainter, place: QRectF, name: str, ink: QColor, *, beside: bool) -> None:
        """Draw the icon; where a number stands beside it, it gives way to the left, so that both are seen whole."""
        side = scaled(20)
        x = 12.0
        if self._nav.slim:
            x = _EDGE if beside else (place.width() - side) / 2
        picture = icon(name, ink, size=side)
        picture.paint(painter, round(place.x() + x), round(place.center().y() - side / 2), side, side)

    def _draw_count(self, painter: QPainter, place: QRectF, font: QFont, number: int, *, here: bool) -> None:
        painter.setFont(sized(font, 9.5 if self._nav.slim else 10.5, bold=True))
        words = f"{_MOST_IN_SLIM}+" if self._nav.slim and number > _MOST_IN_SLIM else f"{number:,}"
        wide = painter.fontMetrics().horizontalAdvance(words)
        if self._nav.slim:
            left = place.x() + _EDGE + scaled(20)
            badge = QRectF(left, place.y() + 2, place.right() - left, scaled(15))
        else:
            wide = max(scaled(26), wide + scaled(12))
            badge = QRectF(place.right() - wide - 8, place.center().y() - scaled(10), wide, scaled(20))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(Ink.NAV_SEL_TEXT if here else Ink.NAV_TEXT))
        painter.drawRoundedRect(badge, 8, 8)
        painter.setPen(colour(Ink.NAV_SEL if here else Ink.NAV))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, words)


def _is_under_mouse(option: QStyleOptionViewItem) -> bool:
    from PySide6.QtWidgets import QStyle  # large, and the window first comes up with neither mouse nor keyboard here

    return bool(option.state & QStyle.StateFlag.State_MouseOver)


def _has_focus(option: QStyleOptionViewItem) -> bool:
    from PySide6.QtWidgets import QStyle

    return bool(option.state & QStyle.StateFlag.State_HasFocus)
