# SPDX-License-Identifier: MPL-2.0
"""Files of plain pages."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPointF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication
from tests.ui.preview.some_pages import HEIGHT, WIDTH, MakePdf

from evidencepack.ui.look import look


@pytest.fixture(scope="session")
def make_pdf(qapp: QApplication) -> MakePdf:
    """A file of so many pages, each with its number on it."""
    del qapp
    look()

    def make(pages: int) -> bytes:
        data, buffer = QByteArray(), QBuffer()
        buffer.setBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        size = QPageSize(QSizeF(WIDTH, HEIGHT), QPageSize.Unit.Point)
        writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
        painter = QPainter(writer)
        for number in range(pages):
            if number:
                writer.newPage()
            painter.drawText(QPointF(800, 800), f"Page {number + 1}")
        painter.end()
        return bytes(data.data())

    return make
