# SPDX-License-Identifier: MPL-2.0
"""The typeset pages beside the form: made in a job, shown when they are whole; until then the old ones stay."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, Qt
from PySide6.QtGui import QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFrame, QVBoxLayout

from evidencepack.ui.look import colour, look
from evidencepack.ui.tokens import Ink
from evidencepack.ui.widgets.parts import label, row
from evidencepack.usecases.previewing import Preview


class PreviewPane(QFrame):
    """The pages, and under them how many there are or why there are none."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("side")
        self.pages = Pages()
        self._note = label("The pages are being made…", "small")
        layout = QVBoxLayout(self)
        # The line at the left edge of the frame needs a pixel.
        layout.setContentsMargins(1, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.pages, 1)
        layout.addWidget(row(self._note, margins=(12, 6, 12, 6), name="footbar"))

    def show_preview(self, preview: Preview) -> None:
        """Show new pages where the old ones were."""
        self.pages.show_pdf(preview.pdf)
        self._note.setText("1 page, as it will be printed" if preview.pages == 1 else f"{preview.pages} pages")

    def show_problem(self, sentence: str) -> None:
        """Say why there are no new pages; the old ones stay."""
        self._note.setText(sentence)


class Pages(QPdfView):
    """A PDF file held in memory. The document has no Qt parent and outlives the view's look at it (a known crash)."""

    def __init__(self) -> None:
        super().__init__()
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.setPageSpacing(12)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # Tab goes through the form; the pages only repeat it.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName("Preview of the document")
        self.setAccessibleDescription("The pages as they will be printed. Everything on them is asked in the form.")
        self._shown = QPdfDocument()
        self._buffer = QBuffer()
        self.setDocument(self._shown)
        look().changed.connect(self._tint)
        self._tint()

    def show_pdf(self, data: bytes) -> None:
        """Show a file; the place scrolled to stays."""
        buffer, document = QBuffer(), QPdfDocument()
        buffer.setData(QByteArray(data))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        document.load(buffer)
        place = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        self._exchange(document, buffer)
        self.horizontalScrollBar().setValue(place.x())
        self.verticalScrollBar().setValue(place.y())

    def release(self) -> None:
        """Let go of the file."""
        self._exchange(QPdfDocument(), QBuffer())

    @property
    def page_count(self) -> int:
        """How many pages are shown."""
        return self._shown.pageCount()

    def _exchange(self, document: QPdfDocument, buffer: QBuffer) -> None:
        old, old_buffer = self._shown, self._buffer
        self._shown, self._buffer = document, buffer
        self.setDocument(document)
        old.close()
        old_buffer.close()

    def _tint(self) -> None:
        """Put a desk round the paper: Qt takes its colour from the palette, not from the style sheet."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Dark, colour(Ink.DESK))
        self.setPalette(palette)
