# SPDX-License-Identifier: MPL-2.0
"""Drawing a picture anew, with nothing of its file but what is seen. Works in a child only; see ``images``."""

from __future__ import annotations

import io
import struct
import warnings
from typing import NoReturn

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from evidencepack.guard.faults import RefusedFileError

PNG, JPEG = "image/png", "image/jpeg"
MOST_PIXELS = 25_000_000
"""The largest picture that is decoded: 5,000 × 5,000."""

_FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "BMP")
_THINNEST = 40
_LOOK_AT = 1024
_QUALITY = 90
# Paler greys than 230 have a contrast of less than 1.25 to white paper; of a logo of letters, 1 pixel in 500 is darker.
_PALEST, _SEEN = 230, 500
_NOTHING = "Nothing was changed."
_SAVE_AS = f"{_NOTHING} Open it in another program, save it as PNG or JPEG, and choose that."
_BEGINS = (b"\x89PNG", b"\xff\xd8\xff", b"RIFF", b"GIF8", b"BM")
_OTHERS = (
    (b"<svg", f"This is a drawing in SVG, which cannot be used here. {_SAVE_AS}"),
    (b"ftypheic", f"This is a photograph in HEIC, which cannot be used here. {_SAVE_AS}"),
    (b"ftypavif", f"This is a picture in AVIF, which cannot be used here. {_SAVE_AS}"),
    (
        b"<html",
        f"This is a web page, not a picture. {_NOTHING} Save the picture itself from the page, and choose that.",
    ),
    (b"%PDF-", f"This is a PDF, not a picture. {_SAVE_AS}"),
)
_NO_PICTURE = f"This file is no picture that can be used here. {_NOTHING} Choose a PNG or a JPEG."
DAMAGED = f"This picture is damaged: it cannot be read to its end. {_NOTHING} Choose another copy of it."


def redraw(data: bytes, most_wide: int, most_high: int) -> tuple[bytes, str, int, int, bool]:
    """Return a picture as bytes, their media type, its width and height in pixels, and whether it is all but white.

    It is made smaller where it has more pixels than it may; 0 is no limit, and then thin pictures pass, too.

    Raises:
        RefusedFileError: if it cannot be read as a picture, or is too large or too thin.
        MemoryError: as it says.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        warnings.simplefilter("ignore", UserWarning)
        try:
            with Image.open(io.BytesIO(data), formats=_FORMATS) as opened:
                _refuse_size(*opened.size, limited=bool(most_wide and most_high))
                opened.load()
                photograph = opened.format in {"JPEG", "MPO"}
                picture = smaller(upright(opened), most_wide, most_high)
                picture = flat(in_srgb(picture, opened.info.get("icc_profile")))
        except UnidentifiedImageError as error:
            raise RefusedFileError(what_else(data)) from error
        except (Image.DecompressionBombWarning, Image.DecompressionBombError):
            _refuse_large()
        except (OSError, SyntaxError, ValueError, EOFError, struct.error) as error:
            # All that Pillow's readers raise for a damaged file.
            raise RefusedFileError(DAMAGED) from error
    return _encoded(picture, photograph=photograph)


def _refuse_size(width: int, height: int, *, limited: bool) -> None:
    if width * height > MOST_PIXELS:
        _refuse_large()
    if limited and max(width, height) > _THINNEST * min(width, height):
        raise RefusedFileError(
            f"This picture is {width:,} × {height:,} pixels: printed, it would be a line. {_NOTHING} Choose another."
        )


def _refuse_large() -> NoReturn:
    raise RefusedFileError(
        f"This picture has more than {MOST_PIXELS // 10**6} million pixels. {_NOTHING} Save it smaller, or choose "
        "another one."
    )


def what_else(data: bytes) -> str:
    """Return the sentence for a file that is no picture here."""
    if data.startswith(_BEGINS):
        return DAMAGED
    begin = data[:_LOOK_AT]
    return next((words for mark, words in _OTHERS if mark.lower() in begin.lower()), _NO_PICTURE)


def upright(opened: Image.Image) -> Image.Image:
    """Return the picture as the camera was held."""
    try:
        return ImageOps.exif_transpose(opened)
    except (OSError, SyntaxError, ValueError, KeyError, TypeError, ZeroDivisionError, struct.error):
        # What is said about the picture is damaged, not the picture.
        return opened


def smaller(picture: Image.Image, most_wide: int, most_high: int) -> Image.Image:
    """Return the picture with a pixel for each place of its own, and not more of them than it may have."""
    if picture.mode.startswith("I"):
        # Sixteen bits of grey.
        picture = picture.point(lambda value: value * (1 / 257) + 0.5).convert("L")
    if picture.has_transparency_data:
        picture = picture.convert("RGBA")
    elif picture.mode in {"1", "P"}:
        picture = picture.convert("L" if picture.mode == "1" else "RGB")
    if not most_wide or not most_high:
        return picture
    share = min(1.0, most_wide / picture.width, most_high / picture.height)
    size = max(1, round(picture.width * share)), max(1, round(picture.height * share))
    return picture if share == 1 else picture.resize(size, Image.Resampling.LANCZOS)


def in_srgb(picture: Image.Image, profile: object) -> Image.Image:
    """Return the picture in sRGB, grey or not, by the profile that came with it if that is sound."""
    own = "RGBA" if picture.mode == "RGBA" else "RGB"
    if isinstance(profile, bytes):
        try:
            found = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            made = ImageCms.profileToProfile(picture, found, ImageCms.createProfile("sRGB"), outputMode=own)
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            # A broken profile, or one for colours of another kind: the picture is read as if it had none.
            made = None
        if made is not None:
            return made
    return picture if picture.mode in {"L", "RGB", "RGBA"} else picture.convert("RGB")


def flat(picture: Image.Image) -> Image.Image:
    """Return the picture on white paper; a new one, so nothing else that its file said comes along."""
    paper = Image.new("L" if picture.mode == "L" else "RGB", picture.size, "white")
    paper.paste(picture, mask=picture if picture.mode == "RGBA" else None)
    return paper


def _encoded(picture: Image.Image, *, photograph: bool) -> tuple[bytes, str, int, int, bool]:
    into = io.BytesIO()
    if photograph:
        picture.save(into, "JPEG", quality=_QUALITY, optimize=True)
    else:
        picture.save(into, "PNG", compress_level=9)
    return into.getvalue(), JPEG if photograph else PNG, *picture.size, _is_faint(picture)


def _is_faint(picture: Image.Image) -> bool:
    """Whether hardly a pixel of a picture on white paper is dark enough to be seen."""
    histogram = picture.convert("L").histogram()
    return sum(histogram[:_PALEST]) * _SEEN < picture.width * picture.height
