# SPDX-License-Identifier: MPL-2.0
"""Laying a scanned sheet over its blank original: what is printed on both tells where each part of the paper lies.

The marks of a page say where it is to a millimetre, and less well far from them in a photograph. So it is grown from
them: the nearest piece of the original with something printed on it is looked for where the pieces found so far say
(block matching by the least sum of absolute differences), and each that is found says more of where the next one is.
What was written by hand is on the scan alone: pieces that it covers fit badly, and are left out.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from operator import mul

from PIL import Image, ImageChops, ImageFilter

from evidencepack.guard.scans.perspective import AS_IT_IS, Map, NoMapError, Point, after, placed, projective, similar

_WIDTH = 8.27
"""Inches: the width of A4; others are looked at as finely as their picture is."""

_NEEDED, _SPREAD, _NEAR = 6, 8, 6
_AGREE = 0.6
"""Of the pieces that were found, how many at least have to lie where the map says."""

_PRINTED = 0.02
_UNLIKE = 0.75
_NEARBY = 8

Pair = tuple[Point, Point]


@dataclass(frozen=True, slots=True)
class _Pass:
    """One search: dots to the inch, half the side of a piece, how far it is looked for, how well all have to fit."""

    dpi: int
    half: int
    reach: int
    miss: float


_PASSES = (_Pass(40, 16, 6, 2.5), _Pass(80, 24, 4, 1.6))


@dataclass(frozen=True, slots=True)
class Aligned:
    """A scan laid over its original, as large as it. ``sure``: enough of the print agrees to rely on that."""

    picture: Image.Image
    sure: bool


def aligned(scan: Image.Image, blank: Image.Image, anchors: Sequence[Point]) -> Aligned:
    """Return a scan that is squared up by its marks, laid over its blank original.

    Args:
        scan: as large as the original, or nearly; in colour or in grey.
        blank: the page as it was printed, in grey.
        anchors: places of the original, in its dots, that lie right on the scan: the corners of its marks.
    """
    scan = scan if scan.size == blank.size else scan.resize(blank.size, Image.Resampling.BILINEAR)
    grey, whole, sure = scan.convert("L"), AS_IT_IS, False
    known: list[Pair] = [(point, point) for point in anchors]
    for step in _PASSES:
        scale = blank.width / (step.dpi * _WIDTH)
        size = max(1, round(blank.width / scale)), max(1, round(blank.height / scale))
        there = after(after(_by(scale), whole), _by(1 / scale))
        seen = grey.resize(size, Image.Resampling.BOX)
        seen = seen.transform(size, Image.Transform.PERSPECTIVE, there, Image.Resampling.BILINEAR, fillcolor=255)
        small = [(_times(one, 1 / scale), _times(other, 1 / scale)) for one, other in known]
        more, share = _fitted(
            _grown(_print(seen), _print(blank.resize(size, Image.Resampling.BOX)), step, small), step.miss
        )
        sure = share >= _AGREE
        if not sure:
            break
        known = []
        whole = after(after(after(_by(1 / scale), more), _by(scale)), whole)
    made = scan.transform(blank.size, Image.Transform.PERSPECTIVE, whole, Image.Resampling.BICUBIC, fillcolor="white")
    return Aligned(made, sure)


def _by(factor: float) -> Map:
    return factor, 0, 0, 0, factor, 0, 0, 0


def _times(point: Point, factor: float) -> Point:
    return point[0] * factor, point[1] * factor


def _print(picture: Image.Image) -> Image.Image:
    """Return what is darker than the paper round it, on black."""
    return ImageChops.subtract(picture.filter(ImageFilter.BoxBlur(_NEARBY)), picture)


def _grown(scan: Image.Image, blank: Image.Image, step: _Pass, known: list[Pair]) -> list[Pair]:
    """Return the middles of pieces of the original, and where they are on the scan; the known ones first."""
    pairs = list(known)
    left = {piece: min((math.dist(piece, one) for one, _ in pairs), default=0.0) for piece in _pieces(blank, step)}
    while left:
        middle = min(left, key=lambda piece: left[piece])
        del left[middle]
        found = _seen_at(scan, blank, middle, _expected(middle, pairs), step)
        if found is not None:
            pairs.append((middle, found))
            left = {piece: min(far, math.dist(piece, middle)) for piece, far in left.items()}
    return pairs


def _expected(middle: Point, pairs: Sequence[Pair]) -> Point:
    """Return where a piece should be, by those nearest to it."""
    near = sorted(pairs, key=lambda pair: math.dist(pair[0], middle))[:_NEAR]
    try:
        return placed(similar([one for one, _ in near], [other for _, other in near]), middle)
    except NoMapError:
        return middle


def _pieces(blank: Image.Image, step: _Pass) -> list[Point]:
    """Return the middles of the pieces of a page with something on them."""
    side = 2 * step.half
    return [
        (left + step.half, top + step.half)
        for top in range(0, blank.height - side, side)
        for left in range(0, blank.width - side, side)
        if _mean(blank.crop((left, top, left + side, top + side))) > 255 * _PRINTED
    ]


def _seen_at(scan: Image.Image, blank: Image.Image, middle: Point, expected: Point, step: _Pass) -> Point | None:
    """Return where a piece is; None where it is not, or might be anywhere, as a rule or a tint might."""
    piece = _around(blank, middle, step.half)

    def cost(right: int, down: int) -> float:
        shifted = expected[0] + right, expected[1] + down
        return _mean(ImageChops.difference(piece, _around(scan, shifted, step.half)))

    steps = range(-step.reach, step.reach + 1, 2)
    costs = {(right, down): cost(right, down) for right in steps for down in steps}
    best = min(costs, key=lambda shift: (costs[shift], math.hypot(*shift)))
    if costs[best] > _UNLIKE * min(value for shift, value in costs.items() if math.dist(shift, best) > 3):
        return None
    around = [(best[0] + right, best[1] + down) for right in (-1, 0, 1) for down in (-1, 0, 1)]
    near = {shift: cost(*shift) for shift in around}
    right, down = min(near, key=lambda shift: (near[shift], math.hypot(*shift)))
    if max(abs(right), abs(down)) >= step.reach:
        return None
    return round(expected[0]) + right, round(expected[1]) + down


def _around(picture: Image.Image, middle: Point, half: int) -> Image.Image:
    left, top = round(middle[0]) - half, round(middle[1]) - half
    return picture.crop((left, top, left + 2 * half, top + 2 * half))


def _mean(picture: Image.Image) -> float:
    whole: int = sum(map(mul, range(256), picture.histogram()))
    return whole / (picture.width * picture.height)


def _fitted(pairs: Sequence[Pair], miss: float) -> tuple[Map, float]:
    """Return the map that fits most of the pairs, and which share of them agrees with it."""
    kept = list(pairs)
    while len(kept) >= _NEEDED:
        try:
            mapping = _map(kept)
            misses = [math.dist(placed(mapping, here), there) for here, there in kept]
        except NoMapError:
            break
        worst = max(range(len(kept)), key=lambda one: misses[one])
        if misses[worst] <= miss:
            return mapping, len(kept) / len(pairs)
        kept.pop(worst)
    return AS_IT_IS, 0.0


def _map(pairs: Sequence[Pair]) -> Map:
    here, there = [one for one, _ in pairs], [other for _, other in pairs]
    return projective(here, there) if len(pairs) >= _SPREAD else similar(here, there)
