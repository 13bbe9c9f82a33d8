# SPDX-License-Identifier: MPL-2.0
"""Reading pages of scans: their marks, and the sheet as a picture. Works in a child only; see ``scan_files``."""

from __future__ import annotations

import io

from PIL import Image

from evidencepack.guard.scans.marks import Found, marks_in
from evidencepack.guard.scans.opening import opened
from evidencepack.guard.scans.perspective import Place
from evidencepack.guard.scans.squaring import squared

Answer = tuple[list[Found], bytes, int, int, bool]
"""Marks; the picture as a JPEG, its width and height in dots; whether it is the sheet, squared up."""

_QUALITY = 82


def count_pages(data: bytes) -> int:
    """Return how many pages a file has.

    Raises:
        RefusedFileError: if it is no scan, or is damaged or too large; the message says what to do.
    """
    with opened(data) as pages:
        return pages.count


def read_pages(data: bytes, first: int, last: int, places: dict[str, Place]) -> list[Answer]:
    """Return what is on the pages from one to another, counted from 0, the last not with them.

    Args:
        data: the file.
        first: the first page.
        last: the page after the last.
        places: where each mark that is known stands on its sheet.

    Raises:
        RefusedFileError: if one of them cannot be read.
    """
    with opened(data) as pages:
        return [_read(pages.picture(number), places) for number in range(first, min(last, pages.count))]


def _read(picture: Image.Image, places: dict[str, Place]) -> Answer:
    found = marks_in(picture.convert("L"))
    sheet, is_sheet = squared(picture, found, places)
    into = io.BytesIO()
    sheet.save(into, "JPEG", quality=_QUALITY)
    return found, into.getvalue(), *sheet.size, is_sheet
