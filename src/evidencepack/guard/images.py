# SPDX-License-Identifier: MPL-2.0
"""Pictures that anyone may have sent, made safe: decoded by a child, and nothing kept of the file but what is seen."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Event

from evidencepack.guard.child import limited
from evidencepack.guard.faults import ChildDiedError, RefusedFileError
from evidencepack.guard.redrawing import JPEG, MOST_PIXELS, PNG, redraw

MOST_BYTES = 20 * 1024 * 1024
"""The largest picture file that is looked at."""

SHARP = 300
"""Dots to the inch from which a logo looks sharp on paper."""

_FAINT = (
    "On white paper almost nothing of this picture can be seen. It was kept. Ask for the version for light backgrounds."
)
_TINY = 20
_FINEST = 600
_SECONDS = 20.0
_MEGABYTES = 512
_INCH = 25.4
_PNG_BEGINS = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
_JPEG_BEGINS, _JPEG_ENDS = b"\xff\xd8\xff", b"\xff\xd9"


@dataclass(frozen=True, slots=True)
class Box:
    """The room for a picture on paper, in millimetres."""

    width: float
    height: float

    def pixels(self, dpi: int) -> tuple[int, int]:
        """Return how many pixels fill the room."""
        return round(self.width / _INCH * dpi), round(self.height / _INCH * dpi)


LOGO = Box(40, 18)
"""The room for a logo."""


@dataclass(frozen=True, slots=True)
class Vetted:
    """A picture that is safe to show and to print.

    A PNG, or a JPEG of quality 90 where a JPEG came: eight bits to each colour, red-green-blue (sRGB) or grey, nothing
    transparent, upright, and nothing about where, when and with what it was made. The same file always gives the same
    bytes. ``width`` and ``height`` are in pixels. ``faint``: almost nothing of it can be told from white paper.
    """

    data: bytes
    media_type: str
    width: int
    height: int
    faint: bool = False

    def dpi(self, box: Box = LOGO) -> int:
        """Return the dots to the inch when the picture fills a room on paper, one way or the other."""
        return round(max(self.width * _INCH / box.width, self.height * _INCH / box.height))

    def note(self, box: Box = LOGO) -> str:
        """Return what is said of a picture that will not look well on white paper; nothing if it will."""
        return " ".join(filter(None, (_FAINT if self.faint else "", self._small(box))))

    def _small(self, box: Box) -> str:
        dpi = self.dpi(box)
        if dpi >= SHARP:
            return ""
        wide, high = box.pixels(SHARP)
        if dpi < _TINY:
            return (
                f"This picture is tiny: {self.width:,} × {self.height:,} pixels. {wide:,} across or {high:,} from top "
                "to bottom look sharp on paper. It was kept. If there is a larger one, use that."
            )
        return (
            f"This picture is small: {self.width:,} × {self.height:,} pixels make {dpi} dots to the inch on paper, and "
            f"from {SHARP} it looks sharp. It was kept. If there is one of {wide:,} pixels across or {high:,} "
            "from top to bottom, use that."
        )


def vet_image(data: bytes, *, box: Box | None = None, stop: Event | None = None) -> Vetted:
    """Return a picture drawn anew from a file: PNG, JPEG, WebP, GIF (its first frame) or BMP, whatever its name says.

    Args:
        data: the file.
        box: the room it is printed in; it then has at most the pixels for 600 dots to the inch there. Without, all.
        stop: ends the look soon after another thread sets it.

    Raises:
        RefusedFileError: if it is no such picture, is damaged or too large; the message says what to do.
        GuardError: if looking at it took too long or too much memory, or broke off.
    """
    if not data:
        raise RefusedFileError("This file is empty. Nothing was changed. Choose another picture.")
    if len(data) > MOST_BYTES:
        raise RefusedFileError(
            f"This file is larger than {MOST_BYTES // 1024**2} MB. Nothing was changed. Save the picture smaller, or "
            "choose another one."
        )
    most = box.pixels(_FINEST) if box else (0, 0)
    answer = limited(redraw, data, *most, seconds=_SECONDS, megabytes=_MEGABYTES, stop=stop)
    return _checked(answer)


def _checked(answer: object) -> Vetted:
    """Return the child's answer once it looks as one must: the file may have taken the child over.

    Raises:
        ChildDiedError: if it does not.
    """
    match answer:
        case (bytes(data), str(media_type), int(width), int(height), bool(faint)) if _is_size(width, height) and (
            _is_png(data, width, height) if media_type == PNG else media_type == JPEG and _is_jpeg(data)
        ):
            return Vetted(data, media_type, width, height, faint)
        case _:
            raise ChildDiedError("The child answered, but not with a picture.")


def _is_size(width: int, height: int) -> bool:
    return width > 0 and height > 0 and width * height <= MOST_PIXELS


def _is_png(data: bytes, width: int, height: int) -> bool:
    """Whether a PNG of this size with 8 bits of grey or of red, green and blue begins here (PNG, 11.2.2)."""
    at = len(_PNG_BEGINS)
    size = width.to_bytes(4, "big") + height.to_bytes(4, "big")
    return data.startswith(_PNG_BEGINS + size) and data[at + 8 : at + 10] in {b"\x08\x00", b"\x08\x02"}


def _is_jpeg(data: bytes) -> bool:
    return data.startswith(_JPEG_BEGINS) and data.endswith(_JPEG_ENDS)
