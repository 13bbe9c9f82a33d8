# SPDX-License-Identifier: MPL-2.0
"""Finding the marks of a page in its picture. Works in a child only; see ``scan_files``.

A plain look finds nearly all. Where it finds nothing, the picture is set straight by its lines of text, and looked at
again as a strip under noise is read best: smoothed along its bars and stretched across them. There are so many looks
and no more, whatever the picture.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import cos, radians, sin

import zxingcpp
from PIL import Image, ImageFilter

from evidencepack.guard.scans.perspective import AS_IT_IS, Map, Point, after, placed

SQUARE, STRIP = "square", "strip"
Found = tuple[str, str, tuple[Point, Point, Point, Point]]
"""What is found: square or strip, its text, its corners in dots from its own upper left clockwise."""

MOST_MARKS = 8
"""A page bears two; a photograph may show a few pages."""

_LONGEST = 64
_LOOKED_AT = 2400
_FEWEST = 1600
_ANGLES = (0.0, -1.0, 1.0, -2.0, 2.0, -3.0, 3.0, -4.0, 4.0, -5.0, 5.0)
_FINER = (0.0, -0.5, 0.5)
_SMALL = 500


def marks_in(picture: Image.Image) -> list[Found]:
    """Return the codes that a picture in grey shows, each once.

    A strip that was found alone is looked at once more with the picture set straight: only then do its ends lie where
    they are read.
    """
    looks = _looks(picture)
    first = _read(*next(looks))
    if any(sort == SQUARE for sort, _, _ in first):
        return first
    for look, back in looks:
        found = _read(look, back) or first
        if found:
            return found
    return []


def upright_by(found: list[Found]) -> int:
    """Return by how many quarters anticlockwise a picture has to be turned to stand as its marks do."""
    for _, _, (left, right, _, _) in found:
        along, down = right[0] - left[0], right[1] - left[1]
        if abs(along) >= abs(down):
            return 0 if along >= 0 else 2
        return 1 if down >= 0 else 3
    return 0


def _looks(picture: Image.Image) -> Iterator[tuple[Image.Image, Map]]:
    """Yield pictures to look at, and how their places get back to the one that was given."""
    plain, scale = _smaller(picture, _LOOKED_AT)
    yield plain, scale
    straight, turned = _straight(plain)
    yield straight, after(turned, scale)
    smooth = straight.filter(ImageFilter.BoxBlur((0, 3)))
    yield _stretched(smooth, after(turned, scale), (2, 1))
    blurred = straight.filter(ImageFilter.GaussianBlur(1))
    yield _stretched(blurred, after(turned, scale), (1, 1))
    if max(plain.size) < _FEWEST:
        yield _stretched(blurred, after(turned, scale), (2, 2))
    if plain.size != picture.size:
        yield picture, AS_IT_IS
    yield _stretched(plain.filter(ImageFilter.MedianFilter(3)), scale, (1, 1))


def _read(look: Image.Image, back: Map) -> list[Found]:
    found: dict[str, Found] = {}
    kinds = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode, zxingcpp.BarcodeFormat.Code128])
    for one in zxingcpp.read_barcodes(look, formats=kinds):
        if len(one.text) > _LONGEST or not one.text.isascii():
            continue
        sort = SQUARE if one.format.symbology == zxingcpp.BarcodeFormat.QRCode else STRIP
        at = one.position
        corners = (at.top_left, at.top_right, at.bottom_right, at.bottom_left)
        first, second, third, fourth = (placed(back, (corner.x, corner.y)) for corner in corners)
        found.setdefault(one.text, (sort, one.text, (first, second, third, fourth)))
    return list(found.values())[:MOST_MARKS]


def _smaller(picture: Image.Image, longest: int) -> tuple[Image.Image, Map]:
    share = max(picture.size) / longest
    if share <= 1:
        return picture, AS_IT_IS
    size = max(1, round(picture.width / share)), max(1, round(picture.height / share))
    made = picture.resize(size, Image.Resampling.BOX, reducing_gap=2.0)
    return made, (picture.width / size[0], 0, 0, 0, picture.height / size[1], 0, 0, 0)


def _stretched(look: Image.Image, back: Map, times: tuple[int, int]) -> tuple[Image.Image, Map]:
    across, down = times
    made = look if times == (1, 1) else look.resize((look.width * across, look.height * down), Image.Resampling.BICUBIC)
    return made, after((1 / across, 0, 0, 0, 1 / down, 0, 0, 0), back)


def _straight(picture: Image.Image) -> tuple[Image.Image, Map]:
    """Return the picture turned so that its lines lie level, and how places get back."""
    angle = _skew(picture)
    if not angle:
        return picture, AS_IT_IS
    made = picture.rotate(angle, Image.Resampling.BILINEAR, fillcolor=255)
    return made, _turned_back(picture, angle)


def _turned_back(picture: Image.Image, angle: float) -> Map:
    """Return how places of a picture turned about its middle get back to the one that was turned."""
    turn, (x, y) = radians(angle), (picture.width / 2, picture.height / 2)
    a, b = cos(turn), sin(turn)
    return a, -b, x - a * x + b * y, b, a, y - b * x - a * y, 0, 0


def _skew(picture: Image.Image) -> float:
    """Return by how many degrees, anticlockwise, a page has to be turned so that lines of text lie level.

    Level lines make rows of dark and of light; where they do so most, the rows differ most (projection profiles).
    """
    small, _ = _smaller(picture, _SMALL)
    small = small.filter(ImageFilter.BoxBlur(1))
    best = max(_ANGLES, key=lambda angle: _unevenness(small, angle))
    return max((best + more for more in _FINER), key=lambda angle: _unevenness(small, angle))


def _unevenness(small: Image.Image, angle: float) -> int:
    turned = small.rotate(angle, Image.Resampling.BILINEAR, fillcolor=255)
    inset = round(min(small.size) * 0.1)
    middle = turned.crop((inset, inset, turned.width - inset, turned.height - inset))
    rows = middle.resize((1, middle.height), Image.Resampling.BOX).tobytes()
    return sum((one - other) ** 2 for one, other in pairwise(rows))
