# SPDX-License-Identifier: MPL-2.0
"""Files as the guard gives them, mixed as bids have them: text, scans, large sheets, receipts; the same every time.

Arguments: the folder, how many files, how many pages in all. Beside them stands what the guard tells: sizes of pages.
"""

from __future__ import annotations

import io
import json
import random
import sys
from pathlib import Path

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

_MM = 72 / 25.4
_SIZES = ((210, 297), (210, 297), (297, 210), (297, 420), (148, 210), (216, 279))
_WORDS = "The insurer covers what is set out in the schedule, within the limits that stand there."
_LINES, _DOTS = 52, 100
_EVERY = 5
"""One file in so many is a scan."""


_TOLD = "sizes.json"
"""Beside the files: how many pages each has, and their width and height in points, by the name of the file."""


def main(folder: Path, count: int, pages: int) -> None:
    """Write so many files with so many pages in all into a folder."""
    sizes = {}
    for number in range(count):
        share = pages * (number + 1) // count - pages * number // count
        wide, high = (side * _MM for side in _SIZES[number % len(_SIZES)])
        name = f"{number:03}.pdf"
        _write(folder / name, share, (wide, high), scanned=number % _EVERY == _EVERY - 1, seed=number)
        sizes[name] = (share, wide, high)
    (folder / _TOLD).write_text(json.dumps(sizes), encoding="utf-8")


def _write(file: Path, pages: int, size: tuple[float, float], *, scanned: bool, seed: int) -> None:
    canvas = Canvas(str(file), pagesize=size, invariant=1, pageCompression=1)
    for page in range(pages):
        if scanned:
            canvas.drawImage(_scan(size, seed * 1000 + page), 0, 0, *size)
        else:
            text = canvas.beginText(50, size[1] - 60)
            text.setFont("Helvetica", 10)
            for line in range(min(_LINES, int(size[1] / 14) - 8)):
                text.textLine(f"{page + 1}.{line + 1} {_WORDS}")
            canvas.drawText(text)
        canvas.showPage()
    canvas.save()


def _scan(size: tuple[float, float], seed: int) -> ImageReader:
    """Return a page as a scanner gives it, as a JPEG of 100 dots to the inch with some noise."""
    wide, high = (round(side / 72 * _DOTS) for side in size)
    noise = random.Random(seed).randbytes(wide * high // 64)  # noqa: S311 - no secret
    grain = Image.frombytes("L", (wide // 8, high // 8), noise[: (wide // 8) * (high // 8)])
    page = Image.blend(Image.new("L", (wide, high), 240), grain.resize((wide, high)), 0.1)
    written = io.BytesIO()
    page.save(written, "JPEG", quality=80)
    return ImageReader(io.BytesIO(written.getvalue()))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
