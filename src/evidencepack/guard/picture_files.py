# SPDX-License-Identifier: MPL-2.0
"""Photographs and scans that anyone may have sent, as pages: a child draws them anew, each on a sheet of A4."""

from __future__ import annotations

from threading import Event

from evidencepack.guard.child import limited
from evidencepack.guard.faults import RefusedFileError
from evidencepack.guard.pdf_files import MEGABYTES, MOST_BYTES, SECONDS, ForeignPdf, checked_pages


def read_picture(data: bytes, *, stop: Event | None = None) -> ForeignPdf:
    """Return a sheet of A4 for each picture in a PNG, JPEG, TIFF, WebP, GIF (its first frame) or BMP.

    A picture stands upright, as large as it is sharp: within margins of 12 mm, at 150 dots to the inch at least and 300
    at most. What the file says about place, time and camera is gone.

    Raises:
        RefusedFileError: if it is no such picture, is damaged or too large; the message says what to do.
        GuardError: if looking at it took too long or too much memory, or broke off.
    """
    # The libraries that write pages are loaded only when there is one.
    from evidencepack.guard.pdf.pictures import print_pictures

    if not data:
        raise RefusedFileError("This file is empty. Nothing was changed. Choose another picture.")
    if len(data) > MOST_BYTES:
        limit = MOST_BYTES // 1024**2
        raise RefusedFileError(f"This picture is larger than {limit} MB. Nothing was changed. Save it smaller.")
    return checked_pages(limited(print_pictures, data, seconds=SECONDS, megabytes=MEGABYTES, stop=stop))
