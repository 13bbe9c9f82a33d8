# SPDX-License-Identifier: MPL-2.0
"""How a page is shown (ISO 32000-2, 7.7.3.3): which part of it, turned how, how large. Works in a child only."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal

import pikepdf

LARGEST = 14_400.0
"""Points along a side: what programs take at most, five metres (ISO 32000-2, annex C.2)."""

SMALLEST = 210.0
"""Points along a side: 74 mm, the short side of A7. What is smaller stands in the middle of a sheet of this size."""

_LETTER = (0.0, 0.0, 612.0, 792.0)

Box = tuple[float, float, float, float]
Matrix = tuple[float, float, float, float, float, float]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The part of a page that is shown, in its own units; and how these get to a sheet of so many points."""

    box: Box
    matrix: Matrix
    width: float
    height: float
    sound: bool


def sheet_of(page: pikepdf.Object) -> Sheet:
    """Return how a page is shown. What it says wrongly of itself is read as viewers read it."""
    paper, crop = box_of(page.get("/MediaBox")), box_of(page.get("/CropBox"))
    box = paper or _LETTER
    if crop is not None:
        box = _shared(box, crop) or box
    unit = _number(page.get("/UserUnit"))
    unit = unit if unit and unit > 0 else 1.0
    wide, high = (box[2] - box[0]) * unit, (box[3] - box[1]) * unit
    scale = unit * min(1.0, LARGEST / wide, LARGEST / high)
    return _turned(box, scale, _quarters(page), sound=paper is not None)


def _turned(box: Box, scale: float, quarters: int, *, sound: bool) -> Sheet:
    left, bottom, right, top = (edge * scale for edge in box)
    wide, high = right - left, top - bottom
    matrix: Matrix = (
        (scale, 0, 0, scale, -left, -bottom),
        (0, -scale, scale, 0, -bottom, right),
        (-scale, 0, 0, -scale, right, top),
        (0, scale, -scale, 0, top, -left),
    )[quarters]
    if quarters % 2:
        wide, high = high, wide
    width, height = max(wide, SMALLEST), max(high, SMALLEST)
    shifted = *matrix[:4], matrix[4] + (width - wide) / 2, matrix[5] + (height - high) / 2
    return Sheet(box, shifted, round(width, 3), round(height, 3), sound)


def _quarters(page: pikepdf.Object) -> int:
    """Return by how many right angles a page is turned clockwise: 0 to 3."""
    turned = _number(page.get("/Rotate"))
    return round(turned / 90) % 4 if turned is not None else 0


def _shared(one: Box, other: Box) -> Box | None:
    left, bottom = max(one[0], other[0]), max(one[1], other[1])
    right, top = min(one[2], other[2]), min(one[3], other[3])
    return (left, bottom, right, top) if right - left > 0 and top - bottom > 0 else None


def box_of(value: object) -> Box | None:
    """Return a rectangle with its lower left corner first; None where it is none, or is empty."""
    if not isinstance(value, pikepdf.Array) or len(value) != 4:
        return None
    sides = [_number(one) for one in value]
    known = [side for side in sides if side is not None]
    if len(known) < 4:
        return None
    left, right = sorted((known[0], known[2]))
    bottom, top = sorted((known[1], known[3]))
    return (left, bottom, right, top) if right - left > 0 and top - bottom > 0 else None


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, (int, float, Decimal)):
        return None
    number = float(value)
    return number if math.isfinite(number) and abs(number) < 1e9 else None
