# SPDX-License-Identifier: MPL-2.0
"""Where the sheet lies in a picture of it, told by its marks; and the sheet, cut out upright. Works in a child only.

A scanner only turns and shifts a sheet, so two points are enough and many are better. In a photograph it lies askew:
then the corners of the square, and the ends of the strip far from it, tell how.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from PIL import Image

from evidencepack.guard.scans.marks import SQUARE, Found, upright_by
from evidencepack.guard.scans.perspective import DPI, Map, NoMapError, Place, Point, after, placed, projective, similar

_POINT = DPI / 72
_FLAT = 3.0
"""Points by which marks of a scan may miss their places; in photographs they miss them by far more."""
_SHOWN = 1754


def squared(picture: Image.Image, found: Sequence[Found], places: Mapping[str, Place]) -> tuple[Image.Image, bool]:
    """Return the sheet at 150 dots to the inch, and whether it is squared up; if not, the picture, smaller, upright."""
    known = [(one, places[one[1]]) for one in found if one[1] in places]
    if known:
        try:
            return _cut_out(picture, _map(known), known[0][1]), True
        except NoMapError:
            # Marks that were read askew tell nothing of the sheet; the page is known all the same.
            pass
    turned = picture.rotate(90 * upright_by(list(found)), expand=True)
    share = min(1.0, _SHOWN / max(turned.size))
    return turned.resize((max(1, round(turned.width * share)), max(1, round(turned.height * share)))), False


def _cut_out(picture: Image.Image, mapping: Map, place: Place) -> Image.Image:
    wide, high, _ = place
    finer = int(math.hypot(mapping[0], mapping[3]))
    if finer > 1:
        # A picture twice as fine is made smaller first: strokes keep their weight.
        picture = picture.reduce(finer)
        mapping = after(mapping, (1 / finer, 0, 0, 0, 1 / finer, 0, 0, 0))
    size = round(wide * _POINT), round(high * _POINT)
    return picture.transform(size, Image.Transform.PERSPECTIVE, mapping, Image.Resampling.BICUBIC, fillcolor="white")


def _map(known: Sequence[tuple[Found, Place]]) -> Map:
    """Return the map from dots of the sheet to those of the picture."""
    has_square = any(sort == SQUARE for (sort, _, _), _ in known)
    here, there = [], []
    for (sort, _, corners), (_, _, box) in known:
        sheet, seen = _points(sort, box, corners, ends=not has_square)
        here += [(x * _POINT, y * _POINT) for x, y in sheet]
        there += seen
    plain = similar(here, there)
    step = math.hypot(plain[0], plain[3])
    if all(math.dist(placed(plain, one), seen) <= _FLAT * _POINT * step for one, seen in zip(here, there, strict=True)):
        return plain
    return projective(here, there) if has_square else plain


def _points(
    sort: str, box: tuple[float, float, float, float], corners: tuple[Point, Point, Point, Point], *, ends: bool
) -> tuple[list[Point], list[Point]]:
    """Return points of a mark on its sheet, and where they are seen.

    A strip is read along level lines, so of one that does not lie level only the middle is certain. Its ends are taken
    where there is nothing else.
    """
    left, top, right, bottom = box
    if sort == SQUARE:
        return [(left, top), (right, top), (right, bottom), (left, bottom)], list(corners)
    middle = (top + bottom) / 2
    first, second = _between(corners[0], corners[3]), _between(corners[1], corners[2])
    if ends:
        return [(left, middle), (right, middle)], [first, second]
    return [((left + right) / 2, middle)], [_between(first, second)]


def _between(one: Point, other: Point) -> Point:
    return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2
