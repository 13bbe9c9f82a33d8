# SPDX-License-Identifier: MPL-2.0
"""Draws pages of a PDF that is held in memory, on a thread of Qt's own: the window goes on meanwhile.

One page at a time is drawn, so that what has scrolled out of sight meanwhile need not be.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, QSizeF, Signal
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions, QPdfPageRenderer


class Wanted(NamedTuple):
    """A page, from 0, and how large a picture of it is to be, in pixels of the screen."""

    page: int
    width: int
    height: int


class Raster(QObject):
    """A PDF file and the pictures of its pages. The document has no Qt parent and goes last (a known crash)."""

    drawn = Signal(object, QImage)
    """A picture that was wanted is there."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._document, self._buffer = QPdfDocument(), QBuffer()
        self._renderer: QPdfPageRenderer | None = None
        self._queues: dict[object, list[Wanted]] = {}
        self._running: tuple[int, Wanted] | None = None

    @property
    def document(self) -> QPdfDocument:
        """The file that is open."""
        return self._document

    def load(self, data: bytes) -> None:
        """Open a file in the place of the one that is open; nothing is wanted of it yet."""
        buffer, document = QBuffer(), QPdfDocument()
        buffer.setData(QByteArray(data))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        document.load(buffer)
        self._exchange(document, buffer)

    def release(self) -> None:
        """Let go of the file."""
        self._exchange(QPdfDocument(), QBuffer())

    def sizes(self) -> tuple[QSizeF, ...]:
        """Return how large the pages are, in points."""
        return tuple(self._document.pagePointSize(page) for page in range(self._document.pageCount()))

    def want(self, who: object, pages: Iterable[Wanted]) -> None:
        """Say which pictures somebody wants now, the most wanted first; what they wanted before is forgotten."""
        self._queues[who] = list(pages)
        self._go_on()

    def _go_on(self) -> None:
        if self._running is not None:
            return
        for queue in self._queues.values():
            if queue:
                wanted = queue.pop(0)
                number = self._drawing().requestPage(wanted.page, QSize(wanted.width, wanted.height))
                self._running = (number, wanted)
                return

    def _drawing(self) -> QPdfPageRenderer:
        """Return what draws; its thread is there from the first page on."""
        if self._renderer is None:
            self._renderer = QPdfPageRenderer(self)
            self._renderer.setRenderMode(QPdfPageRenderer.RenderMode.MultiThreaded)
            self._renderer.setDocument(self._document)
            self._renderer.pageRendered.connect(self._take)
        return self._renderer

    def _take(self, _page: int, _size: QSize, image: QImage, _how: QPdfDocumentRenderOptions, number: int) -> None:
        if self._running is None or number != self._running[0]:
            return
        _, wanted = self._running
        self._running = None
        self.drawn.emit(wanted, image)
        self._go_on()

    def _exchange(self, document: QPdfDocument, buffer: QBuffer) -> None:
        old, old_buffer = self._document, self._buffer
        self._document, self._buffer = document, buffer
        self._queues.clear()
        self._running = None
        if self._renderer is not None:
            self._renderer.setDocument(document)
        old.close()
        old_buffer.close()
