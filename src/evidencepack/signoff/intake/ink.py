# SPDX-License-Identifier: MPL-2.0
"""Is there ink where somebody was to sign? A suggestion for the person who looks, never an answer.

What is darker on the scan than on the blank original, and is no speck of a copier and no pale stain, is ink. Its extent
tells a signature from initials; where it is tells whether it stands in its box.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from PIL import Image, ImageChops, ImageFilter

from evidencepack.signoff.intake.strokes import Stroke, strokes

_POINTS = 72
_MM = 25.4
_DPI = 75
_AROUND = 24.0
_DARKER = 46
_STROKE = 7
_SPECK = 1.6
_SIGNED = 24.0
_INITIALS = 3.0
_LITTLE = 3.0
_SPECKS = 12


Box = tuple[float, float, float, float]


class Ink(Enum):
    """What the ink in and round a box looks like."""

    BLANK = "nothing seems to be written here"
    SIGNED = "this looks like a signature"
    INITIALS = "this looks like initials, or a mark"
    OUTSIDE = "something is written beside the box, not in it"
    CANNOT_TELL = "the page does not lie well enough over its original to say"


@dataclass(frozen=True, slots=True)
class InkReading:
    """What was measured in a box: what it looks like, and how wide and high the ink in it is, in millimetres.

    ``copied``: the paper has the specks of a photocopy, so the ink need not be ink.
    """

    ink: Ink
    width: float = 0.0
    height: float = 0.0
    copied: bool = False


def read_ink(scan: Image.Image, blank: Image.Image, box: Box, others: Sequence[Box] = ()) -> InkReading:
    """Return what is written in a box, or beside it.

    Args:
        scan: laid over the original, as large as it, at so many dots to the inch as A4 is wide.
        blank: the original in grey.
        box: left, top, right and bottom in points.
        others: boxes in which something else is to be written.
    """
    scale = _DPI / _POINTS
    left, top, right, bottom = box
    around = _AROUND / _MM * _POINTS
    wider = max(0.0, left - around), max(0.0, top - around), right + around, bottom + around
    seen, print_ = _cut(scan.convert("L"), wider), _cut(blank, wider)
    written = strokes(_ink(seen, print_))
    inside, *taken = (tuple((edge - wider[at % 2]) * scale for at, edge in enumerate(one)) for one in (box, *others))
    mm = _MM / _DPI
    sizeable = [one for one in written if max(one.width, one.height) * mm >= _SPECK]
    own = [one for one in sizeable if _is_in(one, inside)]
    other = [one for one in sizeable if not any(_is_in(one, place) for place in (inside, *taken))]
    wide, high = _extent(own)
    specks = sum(max(one.width, one.height) * mm < _SPECK for one in written)
    copied = specks >= _SPECKS
    ink = _kind(wide * mm, high * mm, max(_extent(other)) * mm)
    return InkReading(ink, round(wide * mm, 1), round(high * mm, 1), copied)


def _kind(wide: float, high: float, beside: float) -> Ink:
    if max(wide, high) < _LITTLE:
        return Ink.OUTSIDE if beside >= 2 * _LITTLE else Ink.BLANK
    return Ink.SIGNED if wide >= _SIGNED else Ink.INITIALS


def _cut(picture: Image.Image, box: Box) -> Image.Image:
    dots = picture.width / 595.276
    left, top, right, bottom = (round(edge * dots) for edge in box)
    size = round((right - left) / dots * _DPI / _POINTS), round((bottom - top) / dots * _DPI / _POINTS)
    return picture.crop((left, top, right, bottom)).resize(size, Image.Resampling.BOX)


def _ink(seen: Image.Image, blank: Image.Image) -> Image.Image:
    """Return white where there is ink, and black elsewhere."""
    darker = ImageChops.subtract(_local_paper(seen), seen)
    printed = ImageChops.invert(blank).filter(ImageFilter.MaxFilter(5))
    darker = ImageChops.subtract(darker, printed.point([0] * 40 + [255] * 216))
    return darker.point([0] * _DARKER + [255] * (256 - _DARKER))


def _local_paper(seen: Image.Image) -> Image.Image:
    """Return the paper without what is written on it (a closing): stains are wider than strokes, and paper."""
    return seen.filter(ImageFilter.MaxFilter(_STROKE)).filter(ImageFilter.MinFilter(_STROKE))


def _is_in(one: Stroke, box: Sequence[float]) -> bool:
    """Whether most of a stroke lies in a box, or a good part of a long one does."""
    across = min(one.right, box[2]) - max(one.left, box[0])
    down = min(one.bottom, box[3]) - max(one.top, box[1])
    return across > 0 and down > 0 and across * down >= 0.4 * max(1.0, one.width * one.height)


def _extent(of: Iterable[Stroke]) -> tuple[float, float]:
    listed = list(of)
    if not listed:
        return 0.0, 0.0
    return (
        max(one.right for one in listed) - min(one.left for one in listed),
        max(one.bottom for one in listed) - min(one.top for one in listed),
    )
