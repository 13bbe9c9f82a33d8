# SPDX-License-Identifier: MPL-2.0
"""Pictures on sheets of A4, as a new PDF. Works in a child only; see ``picture_files``."""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from collections.abc import Iterator

import pikepdf
from PIL import Image, UnidentifiedImageError

from evidencepack.guard.faults import RefusedFileError
from evidencepack.guard.pdf.cleaning import Cleaned, saved
from evidencepack.guard.pdf.pages import Page
from evidencepack.guard.redrawing import DAMAGED, flat, in_srgb, smaller, upright, what_else

MOST_PIXELS = 60_000_000
"""The largest picture that is decoded: A3 at 400 dots to the inch has 31 million pixels, a large photograph 50."""

MOST_FRAMES = 200
A4 = (595.276, 841.89)
MARGIN = 34.0
"""Points between a picture and the edge: 12 mm."""

FAINTEST, SHARPEST = 150, 300
"""Dots to the inch on paper."""

_FORMATS = ("PNG", "JPEG", "TIFF", "WEBP", "GIF", "BMP")
_INCH = 72
_QUALITY = 88
_FEW_COLOURS = 256
_THUMBNAIL = 1
_SUBFILE = 254
_ABOUT = ("exif", "xmp", "XML:com.adobe.xmp", "comment", "dpi_comment", "photoshop")
_DAMAGE = (
    *(OSError, SyntaxError, ValueError, EOFError, struct.error, KeyError, IndexError, TypeError, AttributeError),
    *(ZeroDivisionError, OverflowError, RuntimeError),
)
_TOO_LARGE = (
    f"This picture has more than {MOST_PIXELS // 10**6} million pixels. Nothing was changed. Save it smaller, or "
    "scan it at 300 dots to the inch."
)
_TOO_MANY = f"This file has more than {MOST_FRAMES} pages. Nothing was changed. Save it in parts, and choose those."


def print_pictures(data: bytes) -> Cleaned:
    """Return a PDF with a sheet for each picture of a file, and what is to be known of it.

    Raises:
        RefusedFileError: if it cannot be read as a picture, or is too large.
        MemoryError: as it says.
    """
    result = pikepdf.Pdf.new()
    pages: list[Page] = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(io.BytesIO(data), formats=_FORMATS) as opened:
                dropped = _dropped(opened)
                pages.extend(_print(result, frame) for frame in _frames(opened))
        except UnidentifiedImageError as error:
            raise RefusedFileError(what_else(data)) from error
        except Image.DecompressionBombError as error:
            raise RefusedFileError(_TOO_LARGE) from error
        except _DAMAGE as error:
            # All that Pillow's readers raise for a damaged file.
            raise RefusedFileError(DAMAGED) from error
    if not pages:
        raise RefusedFileError(DAMAGED)
    return saved(result), pages, [], [], dropped, False, False


def _dropped(opened: Image.Image) -> list[str]:
    found = []
    if any(opened.info.get(name) for name in _ABOUT) or len(opened.getexif()) > 1:
        found.append("what it says about place, time and camera")
    if opened.format in {"GIF", "WEBP", "PNG"} and getattr(opened, "n_frames", 1) > 1:
        found.append("all but its first picture")
    return found


def _frames(opened: Image.Image) -> Iterator[Image.Image]:
    """Yield each page of a scan, and the one picture of any other file, decoded."""
    is_scan = opened.format == "TIFF"
    count = getattr(opened, "n_frames", 1) if is_scan else 1
    if count > MOST_FRAMES:
        raise RefusedFileError(_TOO_MANY)
    for number in range(count):
        if is_scan:
            opened.seek(number)
            if number and _subfile(opened) & _THUMBNAIL:
                continue
        if opened.width * opened.height > MOST_PIXELS:
            raise RefusedFileError(_TOO_LARGE)
        if opened.format == "JPEG":
            opened.draft(None, _most(*opened.size))
        opened.load()
        yield opened


def _subfile(opened: Image.Image) -> int:
    """Return what a page of a TIFF says it is (TIFF 6.0, NewSubfileType)."""
    found = getattr(opened, "tag_v2", {}).get(_SUBFILE, 0)
    return found if isinstance(found, int) else 0


def _most(wide: int, high: int) -> tuple[int, int]:
    """Return how many pixels of a picture there is a use for on paper."""
    room = sorted(round((side - 2 * MARGIN) / _INCH * SHARPEST) for side in A4)
    short, long = sorted((wide, high))
    share = min(1.0, room[0] / short, room[1] / long)
    return max(1, round(wide * share)), max(1, round(high * share))


def _print(result: pikepdf.Pdf, frame: Image.Image) -> Page:
    picture = upright(frame)
    if picture.mode != "1":
        # Scans in black and white stay as sharp as they are, and small.
        fitting = smaller(picture, *_most(*picture.size))
        picture = flat(in_srgb(fitting, frame.info.get("icc_profile")))
    sheet = A4 if picture.height >= picture.width else (A4[1], A4[0])
    room = sheet[0] - 2 * MARGIN, sheet[1] - 2 * MARGIN
    points = min(_INCH / FAINTEST, room[0] / picture.width, room[1] / picture.height)
    width, height = picture.width * points, picture.height * points
    left, bottom = (sheet[0] - width) / 2, (sheet[1] - height) / 2
    content = f"q {width:.3f} 0 0 {height:.3f} {left:.3f} {bottom:.3f} cm /Picture Do Q"
    stream = result.make_stream(content.encode("ascii"))
    page = pikepdf.Dictionary(
        Type=pikepdf.Name.Page,
        MediaBox=pikepdf.Array([0, 0, *sheet]),
        Resources=pikepdf.Dictionary(XObject=pikepdf.Dictionary(Picture=_image(result, picture))),
        Contents=stream,
    )
    result.pages.append(pikepdf.Page(result.make_indirect(page)))
    return *sheet, False, 0


def _image(result: pikepdf.Pdf, picture: Image.Image) -> pikepdf.Stream:
    """Return a picture as a stream: drawings keep each pixel, what has many shades is a JPEG."""
    few = picture.mode == "1" or picture.getcolors(_FEW_COLOURS if picture.mode == "RGB" else _FEW_COLOURS // 8)
    if few:
        data, filtered = zlib.compress(picture.tobytes()), pikepdf.Name.FlateDecode
    else:
        into = io.BytesIO()
        picture.save(into, "JPEG", quality=_QUALITY, subsampling=0)
        data, filtered = into.getvalue(), pikepdf.Name.DCTDecode
    return pikepdf.Stream(
        result,
        data,
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=picture.width,
        Height=picture.height,
        ColorSpace=pikepdf.Name.DeviceRGB if picture.mode == "RGB" else pikepdf.Name.DeviceGray,
        BitsPerComponent=1 if picture.mode == "1" else 8,
        Filter=filtered,
    )
