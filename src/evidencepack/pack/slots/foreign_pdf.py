# SPDX-License-Identifier: MPL-2.0
"""What can be measured of a PDF from outside: its words, the sizes of its text, how near to an edge text comes.

Works in a child only; see ``reading``. PDFium reads it as browsers do. What such a file says of its own structure may
be wrong, so that headings, tables and running lines are not told from other words.
"""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdfium2
from pypdfium2 import raw

from evidencepack.pack.slots.pdf_words import BODY, SMALLEST_TEXT

_MOST_MEASURED, _LEAST_A_PAGE = 100_000, 100
_FIRST = 12
_BROKEN_WORD = re.compile("[\x02\ufffe]\\s*")
"""How PDFium tells of a hyphen at the end of a line: the word goes on."""


@dataclass(slots=True)
class _Found:
    """What was found so far; sizes and edges are in points."""

    words: list[dict[str, int]] = field(default_factory=list)
    sizes: Counter[str] = field(default_factory=Counter)
    edges: list[float] = field(default_factory=list)
    first: list[str] = field(default_factory=list)
    scans: int = 0


def read_foreign_pdf(data: bytes) -> dict[str, Any]:
    """Return what a PDF holds, as plain values: what ``Seen`` has, with ``scans``, its pages without text.

    Raises:
        pypdfium2.PdfiumError: if it cannot be opened.
    """
    found, file = _Found(), pypdfium2.PdfDocument(data)
    try:
        most = max(_LEAST_A_PAGE, _MOST_MEASURED // max(1, len(file)))
        for page in file:
            text = page.get_textpage()
            try:
                _read(found, page, text, most)
            finally:
                text.close()
                page.close()
    finally:
        file.close()
    edge = max(0.0, min(found.edges)) if found.edges else 0.0
    return {
        "pages": len(found.words), "words": found.words, "sizes": {BODY: dict(found.sizes)} if found.sizes else {},
        "edge": edge, "first": " ".join(found.first[:_FIRST]), "scans": found.scans,
    }  # fmt: skip


def _read(found: _Found, page: Any, text: Any, most: int) -> None:
    said = _BROKEN_WORD.sub("", text.get_text_bounded()).split()
    found.words.append({BODY: len(said)})
    found.first += said if len(found.first) < _FIRST else []
    found.scans += not said and raw.FPDFPage_CountObjects(page) > 0
    left, bottom, right, top = page.get_cropbox()
    for number in range(text.count_rects()):
        box = text.get_rect(number)
        found.edges += [box[0] - left, box[1] - bottom, right - box[2], top - box[3]]
    found.sizes.update(_sizes(text, most))


def _sizes(text: Any, most: int) -> Iterator[str]:
    """Yield the size of letters as they stand on the page, in points with one decimal; of every so many."""
    many, matrix = int(text.count_chars()), raw.FS_MATRIX()
    for at in range(0, many, -(-many // most) or 1):
        if chr(raw.FPDFText_GetUnicode(text, at)).isalnum() and raw.FPDFText_GetMatrix(text, at, ctypes.byref(matrix)):
            size = float(raw.FPDFText_GetFontSize(text, at)) * (matrix.c**2 + matrix.d**2) ** 0.5
            if size >= SMALLEST_TEXT:
                yield f"{size:.1f}"
