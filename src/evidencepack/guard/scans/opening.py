# SPDX-License-Identifier: MPL-2.0
"""Scans and photographs, opened page by page. Works in a child only; see ``scan_files``."""

from __future__ import annotations

import io
import struct
import warnings
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass

from PIL import Image, ImageChops, UnidentifiedImageError

from evidencepack.guard.faults import RefusedFileError
from evidencepack.guard.pdf import sentences
from evidencepack.guard.redrawing import DAMAGED, flat, smaller, upright, what_else

MOST_PAGES = 500
"""The most pages of one file."""

MOST_PIXELS = 60_000_000
"""The largest picture that is decoded: a photograph of a good telephone has 50 million."""

LONGEST = 3508
"""Dots along the longer side of a page as it is looked at: A4 at 300 to the inch."""

_SAMPLE, _COLOUR = 300, 12
"""How many dots along a side are looked at for colour, and by how much two of its parts differ in one that has it."""

_DRAWN = 2339
"""The same for a page of a PDF, which is drawn: A4 at 200 to the inch."""

_FORMATS = ("PNG", "JPEG", "TIFF", "WEBP", "BMP")
_HEIC = (b"ftypheic", b"ftypheix", b"ftypheim", b"ftypheis", b"ftypmif1", b"ftypmsf1", b"ftyphevc")
_DAMAGE = (
    *(OSError, SyntaxError, ValueError, EOFError, struct.error, KeyError, IndexError, TypeError, AttributeError),
    *(ZeroDivisionError, OverflowError, RuntimeError),
)
_TOO_LARGE = (
    f"This picture has more than {MOST_PIXELS // 10**6} million dots. Nothing was changed. Scan it again at 200 or 300 "
    "dots to the inch."
)
_NO_PAGES = "This file has no pages. Nothing was changed. Scan the paper again."
_TOO_MANY = f"This file has more than {MOST_PAGES} pages. Nothing was changed. Scan it in parts, and choose those."


@dataclass(frozen=True, slots=True)
class Pages:
    """A file that is open: how many pages it has, and the picture of one, counted from 0, in colour or in grey."""

    count: int
    picture: Callable[[int], Image.Image]


@contextmanager
def opened(data: bytes) -> Iterator[Pages]:
    """Open a PDF, a photograph (JPEG, HEIC) or a scan (TIFF with any number of pages, PNG, WebP, BMP).

    Raises:
        RefusedFileError: if it is none, is damaged, or has more than anybody scans at once.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with _way(data)(data) as pages:
            if not pages.count:
                raise RefusedFileError(_NO_PAGES)
            if pages.count > MOST_PAGES:
                raise RefusedFileError(_TOO_MANY)
            yield pages


def _way(data: bytes) -> Callable[[bytes], AbstractContextManager[Pages]]:
    if b"%PDF-" in data[:1024]:
        return _pdf
    return _heic if data[4:12] in _HEIC else _picture


@contextmanager
def _pdf(data: bytes) -> Iterator[Pages]:
    import pypdfium2

    def draw(number: int) -> Image.Image:
        page = pdf[number]
        try:
            scale = _DRAWN / max(1.0, *page.get_size())
            # PDFium has no JavaScript here, and what a form would do is not asked for.
            drawn: Image.Image = page.render(scale=scale, may_draw_forms=False, rev_byteorder=True).to_pil()
            return _plainest(drawn.convert("RGB"))
        finally:
            page.close()

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        raise RefusedFileError(sentences.PASSWORD if locked else sentences.DAMAGED) from error
    try:
        yield Pages(len(pdf), draw)
    except pypdfium2.PdfiumError as error:
        raise RefusedFileError(sentences.DAMAGED) from error
    finally:
        pdf.close()


@contextmanager
def _heic(data: bytes) -> Iterator[Pages]:
    import pi_heif

    try:
        found = pi_heif.open_heif(io.BytesIO(data))
        _refuse_large(*found.size)
        yield Pages(1, lambda _: _fitting(found.to_pillow()))
    except _DAMAGE as error:
        raise RefusedFileError(DAMAGED) from error


@contextmanager
def _picture(data: bytes) -> Iterator[Pages]:
    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as found:
            count = getattr(found, "n_frames", 1) if found.format == "TIFF" else 1
            yield Pages(count, lambda number: _frame(found, number))
    except UnidentifiedImageError as error:
        raise RefusedFileError(what_else(data)) from error
    except Image.DecompressionBombError as error:
        raise RefusedFileError(_TOO_LARGE) from error
    except _DAMAGE as error:
        # All that Pillow's readers raise for a damaged file.
        raise RefusedFileError(DAMAGED) from error


def _frame(found: Image.Image, number: int) -> Image.Image:
    if found.format == "TIFF":
        found.seek(number)
    _refuse_large(*found.size)
    if found.format == "JPEG":
        found.draft(None, _size(*found.size))
    found.load()
    return _fitting(upright(found))


def _refuse_large(wide: int, high: int) -> None:
    if wide * high > MOST_PIXELS:
        raise RefusedFileError(_TOO_LARGE)


def _size(wide: int, high: int) -> tuple[int, int]:
    share = min(1.0, LONGEST / max(wide, high))
    return max(1, round(wide * share)), max(1, round(high * share))


def _fitting(picture: Image.Image) -> Image.Image:
    made = flat(smaller(picture, *_size(*picture.size)))
    return _plainest(made if made.mode in {"L", "RGB"} else made.convert("RGB"))


def _plainest(picture: Image.Image) -> Image.Image:
    """Return the picture in grey where it has no colour, which makes everything after it three times as quick."""
    if picture.mode == "L":
        return picture
    small = picture.resize((_SAMPLE, _SAMPLE), Image.Resampling.BOX, reducing_gap=1.5)
    red, green, blue = small.split()
    apart = (ImageChops.difference(red, green), ImageChops.difference(green, blue))
    coloured = max(sum(one.histogram()[_COLOUR:]) for one in apart)
    return picture.convert("L") if not coloured else picture
