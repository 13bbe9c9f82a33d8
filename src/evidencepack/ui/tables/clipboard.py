# SPDX-License-Identifier: MPL-2.0
"""Cells on the clipboard: taken from what a spreadsheet or a word processor put there, and put there for them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication

from evidencepack.ui.controls.span import changed_span
from evidencepack.usecases.copied_cells import Lines, cells_of_html, cells_of_text, text_of_cells

BREAKS = "\t\n\r\u2028\u2029"
"""What parts cells, and their lines."""


def copied_cells() -> Lines:
    """Return the cells on the clipboard; none where it holds no text."""
    found = QGuiApplication.clipboard().mimeData()
    table = cells_of_html(found.html()) if found is not None and found.hasHtml() else ()
    return table or (cells_of_text(found.text()) if found is not None and found.hasText() else ())


def copy_cells(lines: Sequence[Sequence[str]]) -> None:
    """Put cells on the clipboard."""
    QGuiApplication.clipboard().setText(text_of_cells(lines))


def cells_typed(before: str, after: str, *, breaks: str = BREAKS) -> Lines:
    """Return what has come into a box in one piece, if it is several cells; none where it is one, or only words.

    Args:
        before: what stood in the box.
        after: what stands in it now.
        breaks: what parts cells there; in a box of several lines a line break is no more than that.
    """
    piece = changed_span(before, after).text.strip("\r\n\u2028\u2029")
    if not any(one in piece for one in breaks):
        return ()
    copied, here = _bare(QGuiApplication.clipboard().text()), _bare(piece)
    # A box takes no more than so many letters, and what stood there may begin like what has come.
    pasted = copied.startswith(here) or copied in _bare(after)
    return copied_cells() if copied and pasted else cells_of_text(piece)


def _bare(text: str) -> str:
    return "".join(text.split())
