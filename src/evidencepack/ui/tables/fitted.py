# SPDX-License-Identifier: MPL-2.0
"""A table as high as it needs to be, whose columns share its width; a page that scrolls follows its cells."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHeaderView, QScrollArea, QTableView

from evidencepack.ui.look import colour, scaled, sized
from evidencepack.ui.qt_types import Index
from evidencepack.ui.tables.frozen import FrozenColumn
from evidencepack.ui.tables.lines import LinesModel
from evidencepack.ui.tokens import Ink
from evidencepack.ui.words import say

_ROW, _TALL = 36, 54
"""Height of a line in pixels at a text size of 100 %, and of one whose text takes two lines."""

_NARROWEST, _WIDEST, _HIGHEST = 110, 260, 326
_HEAD_POINTS, _HEAD_PAD, _DEEP = 11, 24, 9999


class FittedTable(QTableView):
    """The lines of a table without a scroll bar of their own, as far as that goes; the first column stays."""

    def __init__(self, model: LinesModel) -> None:
        super().__init__()
        self.lines = model
        self.setModel(model)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(scaled(_ROW))
        self._frozen = FrozenColumn(self)
        header = self.horizontalHeader()
        self._head = header.sizeHint().height()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        model.modelReset.connect(self.fit)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Bring the cell that was come to into the view of the page."""
        super().currentChanged(current, previous)
        self._uncover(current)
        bring_into_page(self, current)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cells; where there are none, what can be done here."""
        super().paintEvent(event)
        if not self.lines.lines:
            painter = QPainter(self.viewport())
            painter.setPen(colour(Ink.MUTED))
            place = self.viewport().rect().adjusted(scaled(_HEAD_PAD // 2), 0, 0, 0)
            words = say("No lines yet. Type here, or paste cells of a spreadsheet.")
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
            painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Take the height of the lines, and give each column its part of the width."""
        columns, rows = range(self.lines.columnCount()), self.lines.rowCount()
        width = self.viewport().width()
        wishes = [self._wish(column) for column in columns]
        widths = shared_out(width, wishes, least=scaled(_NARROWEST))
        row = scaled(_TALL if any(wish > given for wish, given in zip(wishes, widths, strict=True)) else _ROW)
        self.verticalHeader().setDefaultSectionSize(row)
        for column in columns:
            self.setColumnWidth(column, widths[column])
        bar = self.horizontalScrollBar().sizeHint().height() if sum(widths) > width else 0
        head = self._fit_head(widths)
        self._frozen.place()
        self.setFixedHeight(head + min(row * max(rows, 1), scaled(_HIGHEST)) + bar + 2)

    def _fit_head(self, widths: Sequence[int]) -> int:
        """Let the words of the head take the lines they need where a column is narrow, and return how high it is."""
        header, across = self.horizontalHeader(), Qt.Orientation.Horizontal
        metrics = QFontMetrics(sized(self.font(), _HEAD_POINTS, bold=True))
        flags = int(Qt.TextFlag.TextWordWrap)
        words = [str(self.lines.headerData(at, across)) for at in range(self.lines.columnCount())]
        highest = max(
            (
                metrics.boundingRect(0, 0, wide - scaled(_HEAD_PAD), _DEEP, flags, said).height()
                for said, wide in zip(words, widths, strict=True)
            ),
            default=0,
        )
        more = max(0, highest - metrics.height())
        wraps = Qt.AlignmentFlag(Qt.TextFlag.TextWordWrap.value) if more else Qt.AlignmentFlag(0)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | wraps)
        header.setTextElideMode(Qt.TextElideMode.ElideNone if more else Qt.TextElideMode.ElideRight)
        header.setFixedHeight(self._head + more)
        return self._head + more

    def _wish(self, column: int) -> int:
        """Return the width that the texts of a column ask for, within limits."""
        metrics = self.fontMetrics()
        texts = [str(self.lines.index(at, column).data()) for at in range(self.lines.rowCount())]
        wide = max((metrics.horizontalAdvance(text) for text in texts), default=0)
        return max(scaled(_NARROWEST), min(scaled(_WIDEST), wide + 24))

    def _uncover(self, index: Index) -> None:
        """Scroll until the first column, which stays, hides nothing of a cell."""
        hidden = self.columnWidth(0) - self.columnViewportPosition(index.column())
        if index.column() > 0 and hidden > 0 and self.horizontalScrollBar().value() > 0:
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - hidden)


def page_of(view: QTableView) -> QScrollArea | None:
    """Return the page that scrolls a table; None if nothing does."""
    area = view.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    return area


def bring_into_page(view: QTableView, index: Index) -> None:
    """Scroll the page round a table that has the keyboard, until a cell of it can be seen."""
    area = page_of(view)
    page = area.widget() if area is not None else None
    if area is not None and page is not None and view.hasFocus() and index.isValid():
        cell = view.visualRect(index)
        place = view.viewport().mapTo(page, QPoint(0, cell.center().y()))
        area.ensureVisible(0, place.y(), 0, cell.height())


def shared_out(width: int, wishes: Sequence[int], *, least: int = _NARROWEST) -> list[int]:
    """Share a width among columns: what each wishes and its part of the rest, or less, but never under the least."""
    wished, needed = sum(wishes), least * len(wishes)
    if wished <= width:
        widths = [wish * width // wished for wish in wishes]
    elif needed >= width:
        return [least] * len(wishes)
    else:
        part = (width - needed) / (wished - needed)
        widths = [least + int((wish - least) * part) for wish in wishes]
    return [*widths[:-1], widths[-1] + width - sum(widths)]
