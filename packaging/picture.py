# SPDX-License-Identifier: MPL-2.0
"""Makes the picture of the README from the demo pack: some of its pages side by side.

Usage: ``picture.py build/demo/pack.pdf PAGE PAGE ...``, pages counted from 1.
The longer side of every page gets the same length, as on a table.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pypdfium2
from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "docs" / "pictures" / "pack.png"
_HEIGHT = 640
_GAP = 24
_BACK = (226, 231, 233)
_EDGE = (170, 178, 182)


def main(arguments: list[str]) -> int:
    """Draw the pages and write the picture."""
    document = pypdfium2.PdfDocument(arguments[0])
    pages = [_page(document, int(number)) for number in arguments[1:]]
    document.close()
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    side_by_side(pages).quantize(128).save(TARGET, optimize=True)
    print(f"{TARGET.relative_to(ROOT)} is made")
    return 0


def side_by_side(pages: list[Image.Image]) -> Image.Image:
    """Return one picture of the pages on a quiet ground, each half-way up."""
    width = sum(page.width for page in pages) + _GAP * (len(pages) + 1)
    picture = Image.new("RGB", (width, _HEIGHT + 2 * _GAP), _BACK)
    left = _GAP
    for page in pages:
        top = (picture.height - page.height) // 2
        picture.paste(Image.new("RGB", (page.width + 2, page.height + 2), _EDGE), (left - 1, top - 1))
        picture.paste(page, (left, top))
        left += page.width + _GAP
    return picture


def _page(document: pypdfium2.PdfDocument, number: int) -> Image.Image:
    page = document[number - 1]
    image: Image.Image = page.render(scale=_HEIGHT / max(page.get_size())).to_pil().convert("RGB")
    return image


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
