# SPDX-License-Identifier: MPL-2.0
"""The blank originals of pages that went out, as pictures: what scans of them are compared with."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import pypdfium2
from PIL import Image

from evidencepack.guard.scans.perspective import DPI

_POINTS = 72


def original_pages(pdf: bytes, of: int, wanted: Collection[int]) -> Mapping[int, Image.Image]:
    """Return pages of a copy in grey, at the dots to the inch of squared-up scans, by their numbers.

    Args:
        pdf: the copy as it went out. Its pages say which they are; those left blank for printing on both sides do not.
        of: how many pages bear a mark.
        wanted: which of them.
    """
    found: dict[int, Image.Image] = {}
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            words = page.get_textpage().get_text_bounded()
            number = next((one for one in wanted if f", page {one} of {of}" in words), None)
            if number is not None and number not in found:
                drawn: Image.Image = page.render(scale=DPI / _POINTS, grayscale=True).to_pil()
                found[number] = drawn.convert("L")
    return found
