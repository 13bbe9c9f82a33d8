# SPDX-License-Identifier: MPL-2.0
"""Cells on the clipboard: taken from what a spreadsheet or a word processor put there, and put there for them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication

from evidencepack.usecases.copied_cells import Lines, cells_of_html, cells_of_text, text_of_cells


def copied_cells() -> Lines:
    """Return the cells on the clipboard; none where it holds no text."""
    found = QGuiApplication.clipboard().mimeData()
    table = cells_of_html(found.html()) if found is not None and found.hasHtml() else ()
    return table or (cells_of_text(found.text()) if found is not None and found.hasText() else ())


def copy_cells(lines: Sequence[Sequence[str]]) -> None:
    """Put cells on the clipboard."""
    QGuiApplication.clipboard().setText(text_of_cells(lines))
