# SPDX-License-Identifier: MPL-2.0
"""Pages on a desk, below each other: zoomed, scrolled, and drawn only where they are seen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from evidencepack.ui.look import colour
from evidencepack.ui.preview.marks import Ending, Marks
from evidencepack.ui.preview.raster import Raster, Wanted
from evidencepack.ui.preview.sheet import NOTHING, Sheet
from evidencepack.ui.preview.zoom import EDGE, Fit, Zoom, next_zoom, scale_of
from evidencepack.ui.tokens import Ink
from evidencepack.ui.words import say
from evidencepack.usecases.passages import Area

_NOTCH = 120
"""What a wheel says for one notch."""

_LARGE = 3_000_000
"""Of pages with more pixels only those that are seen are drawn."""

_DEPTH = 0.35
"""So far down in the view stands what was scrolled to."""


class _Desk(QWidget):
    """The ground that the paper lies on."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill it."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), colour(Ink.DESK))
        painter.end()


class Pages(QScrollArea):
    """A PDF file held in memory, whatever is on it. Pictures are kept of what is seen and of the pages beside it."""

    turned = Signal()
    """Another page is the one that is read, or there are more or fewer."""
    zoomed = Signal()
    loaded = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.raster = Raster(self)
        self.raster.drawn.connect(self._show_drawn)
        self.sheets: list[Sheet] = []
        self.zoom: Zoom = Fit.WIDTH
        self.scale = 1.0
        self._sizes: tuple[QSizeF, ...] = ()
        self._marks, self._old = NOTHING, False
        self._ending: Ending | None = None
        self._page, self._turn = 0, 0
        self._desk = _Desk()
        self.setWidget(self._desk)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.horizontalScrollBar().valueChanged.connect(self._scrolled)

    @property
    def page_count(self) -> int:
        """How many pages are shown."""
        return len(self._sizes)

    @property
    def page(self) -> int:
        """The page that is read, from 0."""
        return self._page

    def document(self) -> QPdfDocument:
        """The file that is shown."""
        return self.raster.document

    def show_pdf(self, data: bytes, sizes: Sequence[tuple[float, float]] = ()) -> None:
        """Show a file; the place scrolled to stays, and the old pictures until the new ones are drawn.

        ``sizes`` are those of its pages in points, where they are known: to ask the file takes a while for each.
        """
        self.raster.load(data)
        self._sizes = tuple(QSizeF(*size) for size in sizes) or self.raster.sizes()
        for sheet in self.sheets[len(self._sizes) :]:
            sheet.hide()
            sheet.deleteLater()
        del self.sheets[len(self._sizes) :]
        self.sheets += [self.made_sheet(number) for number in range(len(self.sheets), len(self._sizes))]
        for sheet in self.sheets:
            sheet.setAccessibleName(say("Page {n} of {all}", n=sheet.number + 1, all=self.page_count))
            sheet.is_old = True
        self._arrange(fresh=True)
        self.loaded.emit()

    def release(self) -> None:
        """Let go of the file."""
        self.raster.release()

    def show_marks(self, marks: Marks, ending: Ending | None = None, *, old: bool = False) -> None:
        """Mark something on the pages."""
        self._marks, self._ending, self._old = marks, ending, old
        self.refresh_marks()

    def refresh_marks(self) -> None:
        """Draw the marks as they are now."""
        for sheet in self.sheets:
            sheet.show_marks(self._marks, keyboard=self.hasFocus(), old=self._old, ending=self._ending)

    def zoom_to(self, zoom: Zoom) -> None:
        """Show the pages in another size; what was in the middle stays there."""
        self._zoom(zoom, self.viewport().rect().center())

    def zoom_by(self, by: int) -> None:
        """Show the pages larger (1) or smaller (-1)."""
        self.zoom_to(next_zoom(self.scale, by))

    def go_to_page(self, page: int) -> None:
        """Scroll to the head of a page."""
        if 0 <= page < len(self.sheets):
            self.verticalScrollBar().setValue(self.sheets[page].y() - EDGE)
            # The last pages cannot always come to the head of the view.
            self._page = page
            self.turned.emit()

    def is_seen(self, area: Area) -> bool:
        """Whether a place on a page is in the view, or begins there if it is wider than the view."""
        place, view = self.place_of(area), self._view()
        place.setWidth(min(place.width(), view.width() - 4 * EDGE))
        return view.contains(place)

    def reveal(self, area: Area) -> None:
        """Scroll to a place on a page, unless it is seen."""
        if area.page >= len(self.sheets) or self.is_seen(area):
            return
        place, view = self.place_of(area), self._view()
        if not view.top() <= place.top() <= place.bottom() <= view.bottom():
            self.verticalScrollBar().setValue(place.top() - round(_DEPTH * view.height()))
        if not view.left() <= place.left() <= min(place.right(), place.left() + view.width() // 2) <= view.right():
            self.horizontalScrollBar().setValue(place.left() - 2 * EDGE)

    def place_of(self, area: Area) -> QRect:
        """Return where a place on a page is on the desk."""
        corner = self.sheets[area.page].pos() if area.page < len(self.sheets) else QPoint()
        left, top, width, height = (length * self.scale for length in area[1:])
        return QRect(corner + QPoint(round(left), round(top)), QSizeF(width, height).toSize())

    def on_desk(self, point: QPointF) -> QPoint:
        """Return where a point of the view is on the desk."""
        return point.toPoint() - self._desk.pos()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the room."""
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what is seen: nothing was while nothing could be seen."""
        super().showEvent(event)
        self._draw_seen()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll or, with Ctrl, zoom at the mouse."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._turn += event.angleDelta().y()
        notches, self._turn = int(self._turn / _NOTCH), self._turn - int(self._turn / _NOTCH) * _NOTCH
        if notches:
            self._zoom(next_zoom(self.scale, notches), event.position().toPoint())
        event.accept()

    def made_sheet(self, number: int) -> Sheet:
        """Return a new page; who wants to hear of the mouse over it begins here."""
        sheet = Sheet(self._desk, number)
        sheet.show()
        return sheet

    def _zoom(self, zoom: Zoom, at: QPoint) -> None:
        """Show another size; the point of the page at a point of the view stays there."""
        sheet = next((one for one in self.sheets if one.geometry().bottom() >= at.y() - self._desk.y()), None)
        inside = QPointF(at - self._desk.pos() - sheet.pos()) / self.scale if sheet else QPointF()
        self.zoom = zoom
        self._arrange()
        if sheet is not None:
            target = (inside * self.scale).toPoint() + sheet.pos() - at
            self.horizontalScrollBar().setValue(target.x())
            self.verticalScrollBar().setValue(target.y())
        self.zoomed.emit()

    def _arrange(self, *, fresh: bool = False) -> None:
        """Put every page in its place, in the size that it has now."""
        before, self.scale = self.scale, scale_of(self.zoom, self._sizes, self.viewport().size())
        if fresh or before != self.scale or self._desk.width() != self._width() or not self.sheets:
            share = self.scale / before
            at = self.verticalScrollBar().value()
            self._place_sheets()
            if not fresh and isinstance(self.zoom, Fit):
                self.verticalScrollBar().setValue(round(at * share))
            self.refresh_marks()
        self._draw_seen()
        self._note_page()

    def _place_sheets(self) -> None:
        width, y = self._width(), EDGE
        for sheet, size in zip(self.sheets, self._sizes, strict=True):
            wide, high = round(size.width() * self.scale), round(size.height() * self.scale)
            sheet.scale = self.scale
            sheet.setGeometry((width - wide) // 2, y, wide, high)
            y += high + EDGE
        self._desk.resize(width, max(y, self.viewport().height()))

    def _width(self) -> int:
        widest = max((size.width() for size in self._sizes), default=0.0)
        return max(self.viewport().width(), round(widest * self.scale) + 2 * EDGE)

    def _view(self) -> QRect:
        """Return what of the desk is in the view."""
        return QRect(-self._desk.pos(), self.viewport().size())

    def seen(self) -> list[Sheet]:
        """Return the pages that are in the view."""
        view = self._view()
        return [sheet for sheet in self.sheets if sheet.geometry().intersects(view)]

    def _scrolled(self) -> None:
        self._draw_seen()
        self._note_page()

    def _draw_seen(self) -> None:
        """Have pictures made of what is seen and of the pages beside it; let go of all others."""
        seen = self.seen() if self.isVisible() else []
        if not seen:
            return
        near = (*seen, *self._beside(seen))
        for sheet in self.sheets:
            if sheet.image is not None and sheet not in near:
                sheet.show_image(None)
        self.raster.want(self, [sheet.wanted() for sheet in near if not sheet.is_drawn])

    def _beside(self, seen: Sequence[Sheet]) -> list[Sheet]:
        """Return the pages after and before those that are seen, unless they are very large."""
        if seen[0].width() * seen[0].height() > _LARGE:
            return []
        return [self.sheets[at] for at in (seen[-1].number + 1, seen[0].number - 1) if 0 <= at < len(self.sheets)]

    def _show_drawn(self, wanted: Wanted, image: QImage) -> None:
        if wanted.page < len(self.sheets) and self.sheets[wanted.page].wanted() == wanted:
            self.sheets[wanted.page].show_image(image)

    def _note_page(self) -> None:
        middle = self._view().top() + self.viewport().height() // 3
        self._page = next((sheet.number for sheet in self.sheets if sheet.geometry().bottom() + EDGE >= middle), 0)
        self.turned.emit()
