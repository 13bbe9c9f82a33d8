# SPDX-License-Identifier: MPL-2.0
"""What a page paints, as one text of operators (ISO 32000-2, 7.8.2). Works in a child only."""

from __future__ import annotations

import pikepdf

from evidencepack.guard.pdf.parts import listed
from evidencepack.guard.pdf.unpacking import MOST_UNPACKED, refuse_bomb, unpacked


def content_of(page: pikepdf.Object) -> tuple[bytes, int]:
    """Return what a page paints, and how many parts of it could not be read to their end.

    Raises:
        RefusedFileError: if it would unpack without end.
    """
    of = page.get("/Contents")
    parts = [of] if isinstance(of, pikepdf.Stream) else [one for one in listed(of) if isinstance(one, pikepdf.Stream)]
    read = [_bytes(part) for part in parts]
    return b"\n".join(content for content, _ in read), sum(not whole for _, whole in read)


def _bytes(part: pikepdf.Object) -> tuple[bytes, bool]:
    refuse_bomb(part)
    try:
        return part.read_bytes(), True
    except pikepdf.PdfError:
        return unpacked(part.read_raw_bytes(), MOST_UNPACKED, keep=True)[1], False
