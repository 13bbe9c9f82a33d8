# SPDX-License-Identifier: MPL-2.0
"""The strip of small pages: one is chosen to be read. Only those that are seen are drawn, and few are kept."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QImage, QPainter, QPen
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from evidencepack.ui.look import colour, scaled, sized
from evidencepack.ui.preview.marks import WASH, Ending, on_paper
from evidencepack.ui.preview.pages import Pages
from evidencepack.ui.preview.raster import Wanted
from evidencepack.ui.qt_types import Index
from evidencepack.ui.tokens import Ink
from evidencepack.ui.widgets.focus_ring import draw_ring
from evidencepack.ui.words import say

_WIDTH, _PICTURE, _GAP, _LINE = 104, 72, 10, 22
_KEPT = 60
"""So many pictures are kept, those seen last."""

_IMAGE = Qt.ItemDataRole.UserRole


class _Small(QAbstractListModel):
    """Pages with their small pictures, as they are asked for."""

    def __init__(self, pages: Pages) -> None:
        super().__init__()
        self._pages = pages
        self._images: dict[int, QImage] = {}
        self._fresh: set[int] = set()
        self._asked: dict[int, Wanted] = {}
        self.ending: Ending | None = None
        pages.raster.drawn.connect(self._take)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many pages there are."""
        return 0 if parent is not None and parent.isValid() else self._pages.page_count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the number of a page, what a screen reader says, or its picture."""
        page = index.row()
        if role == Qt.ItemDataRole.DisplayRole:
            return str(page + 1)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._called(page)
        return self._image(page) if role == _IMAGE else None

    def renew(self) -> None:
        """Begin again: the file is another one. The old pictures stay until there are new ones."""
        self.beginResetModel()
        self._fresh.clear()
        self._asked.clear()
        self.endResetModel()

    def size_of(self, page: int) -> QSize:
        """Return how large the picture of a page is, in pixels."""
        sheet = self._pages.sheets[page].size()
        wide = scaled(_PICTURE)
        return QSize(wide, round(wide * sheet.height() / max(1, sheet.width())))

    def is_beyond(self, page: int) -> bool:
        """Whether a page lies past a limit."""
        return self.ending is not None and page >= self.ending.pages

    def _called(self, page: int) -> str:
        words = say("Page {n} of {all}", n=page + 1, all=self.rowCount())
        return say("{page}, past the limit", page=words) if self.is_beyond(page) else words

    def _image(self, page: int) -> QImage | None:
        if page not in self._fresh and page not in self._asked:
            size, dots = self.size_of(page), self._pages.devicePixelRatioF()
            self._asked[page] = Wanted(page, round(size.width() * dots), round(size.height() * dots))
            self._pages.raster.want(self, list(self._asked.values()))
        image = self._images.pop(page, None)
        if image is not None:
            self._images[page] = image
        return image

    def _take(self, wanted: Wanted, image: QImage) -> None:
        if self._asked.get(wanted.page) != wanted:
            return
        del self._asked[wanted.page]
        self._fresh.add(wanted.page)
        self._images[wanted.page] = image
        for old in list(self._images)[:-_KEPT]:
            del self._images[old]
            self._fresh.discard(old)
        here = self.index(wanted.page)
        self.dataChanged.emit(here, here)


class _SmallPage(QStyledItemDelegate):
    """Draws a small page over its number; the one that is read has an edge."""

    def __init__(self, model: _Small) -> None:
        super().__init__()
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room for a page and its number."""
        del option
        return QSize(scaled(_PICTURE), self._model.size_of(index.row()).height() + scaled(_LINE) + _GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw it."""
        whole, size = QRectF(option.rect), self._model.size_of(index.row())
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        if chosen:
            painter.fillRect(whole, colour(Ink.ACCENT_SOFT))
            painter.fillRect(QRectF(whole.left(), whole.top(), 4, whole.height()), colour(Ink.ACCENT))
        paper = QRectF(whole.center().x() - size.width() / 2, whole.top() + _GAP / 2, size.width(), size.height())
        painter.fillRect(paper, colour(Ink.PAPER))
        if (image := index.data(_IMAGE)) is not None:
            painter.drawImage(paper, image)
        if self._model.is_beyond(index.row()):
            painter.fillRect(paper, on_paper(Ink.DESK, WASH))
            painter.fillRect(paper, QBrush(on_paper(Ink.CONTROL, 110), Qt.BrushStyle.BDiagPattern))
        painter.setPen(QPen(colour(Ink.ACCENT if chosen else Ink.CONTROL), 2 if chosen else 1))
        painter.drawRect(paper)
        painter.setPen(colour(Ink.TEXT))
        painter.setFont(sized(option.font, 10.5, bold=chosen))
        below = QRectF(whole.left(), paper.bottom() + 1, whole.width(), scaled(_LINE))
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, index.data())
        if focus:
            draw_ring(painter, whole)
        painter.restore()


class Strip(QListView):
    """Small pages below each other; one stop of Tab, arrows inside."""

    going = Signal(int)
    """The person wants to read a page."""

    def __init__(self, pages: Pages) -> None:
        super().__init__()
        self._pages = pages
        self._small = _Small(pages)
        self.setModel(self._small)
        self._delegate = _SmallPage(self._small)
        self.setItemDelegate(self._delegate)
        self.setObjectName("strip")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(False)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(scaled(_WIDTH))
        self.setAccessibleName(say("Small pages"))
        self.setAccessibleDescription(say("Arrow keys go to another page."))
        self.selectionModel().currentChanged.connect(self._go)
        pages.turned.connect(self._follow)
        pages.loaded.connect(self._renew)

    def show_ending(self, ending: Ending | None) -> None:
        """Show which pages lie past a limit."""
        self._small.ending = ending
        self.viewport().update()

    def _renew(self) -> None:
        place = self.verticalScrollBar().value()
        self._small.renew()
        self._follow()
        self.verticalScrollBar().setValue(place)

    def _follow(self) -> None:
        """Choose the page that is read, without going to its head."""
        here = self._small.index(self._pages.page)
        if here.isValid() and here != self.currentIndex():
            self.selectionModel().blockSignals(True)
            self.setCurrentIndex(here)
            self.selectionModel().blockSignals(False)
            self.scrollTo(here)
            self.viewport().update()

    def _go(self, new: QModelIndex) -> None:
        if new.isValid() and new.row() != self._pages.page:
            self.going.emit(new.row())
