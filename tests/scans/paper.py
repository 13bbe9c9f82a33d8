# SPDX-License-Identifier: MPL-2.0
"""What happens to a page between a printer and a file: scanned or photographed, skewed, stained, folded, copied.

Everything is drawn from a seed, with Pillow alone: the same seed gives the same pixels on every machine.
"""

from __future__ import annotations

import io
import math
from dataclasses import dataclass
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from evidencepack.guard.scans.perspective import projective

MM = 1 / 25.4
"""Inches in a millimetre."""
_TILE = 512
_QUIET = 128

Spot = tuple[float, float, float]
"""The middle of something round on a page and its radius, in millimetres from the upper left corner."""


@dataclass(frozen=True, slots=True)
class Damage:
    """What a page goes through. Angles in degrees, ``noise`` and ``specks`` per cent, ``blur`` in dots.

    ``stains``: coffee, as pale as it is; ``blots``: ink, through which nothing is seen. ``folds``: millimetres of each
    corner that lie over the page, from the upper left clockwise. ``photo``: how far the corners of the sheet move in
    a photograph, as a share of its width; ``shadow``: how much darker the darkest place is, as a share.
    """

    dpi: int = 150
    skew: float = 0.0
    quarters: int = 0
    noise: float = 0.0
    specks: float = 0.0
    blur: float = 0.0
    contrast: float = 1.0
    jpeg: int = 0
    black_and_white: bool = False
    stains: tuple[Spot, ...] = ()
    blots: tuple[Spot, ...] = ()
    folds: tuple[float, float, float, float] = (0, 0, 0, 0)
    photo: float = 0.0
    shadow: float = 0.0


def scanned(sheet: Image.Image, damage: Damage, seed: int) -> Image.Image:
    """Return a picture of a sheet as somebody's scanner or telephone gives it, in grey.

    Args:
        sheet: the page in grey, as printed; its resolution follows from A4's width.
        damage: what it goes through.
        seed: of all chance in it.
    """
    rng = Random(seed)  # noqa: S311 - the same chance each time
    size = _size(sheet, damage.dpi)
    picture = sheet.convert("L").resize(
        size, Image.Resampling.BOX if size[0] < sheet.width else Image.Resampling.BICUBIC
    )
    dot = damage.dpi * MM
    picture = _stained(picture, damage, dot)
    picture = _folded(picture, damage.folds, dot)
    if damage.photo:
        picture = _photographed(picture, damage.photo, rng)
    elif damage.skew:
        picture = picture.rotate(damage.skew, Image.Resampling.BILINEAR, fillcolor=_paper(rng))
    if damage.shadow:
        picture = _shaded(picture, damage.shadow, rng)
    if damage.blur:
        picture = picture.filter(ImageFilter.GaussianBlur(damage.blur))
    if damage.contrast != 1:
        low = (1 - damage.contrast) * 160
        picture = picture.point([round(low + value * damage.contrast) for value in range(256)])
    picture = _noisy(picture, damage.noise, rng)
    picture = _specked(picture, damage.specks, rng)
    if damage.quarters:
        picture = picture.rotate(90 * damage.quarters, expand=True)
    if damage.black_and_white:
        picture = picture.point([0] * _QUIET + [255] * (256 - _QUIET))
    return _compressed(picture, damage.jpeg) if damage.jpeg else picture


def _size(sheet: Image.Image, dpi: int) -> tuple[int, int]:
    wide = round(210 * MM * dpi)
    return wide, round(sheet.height * wide / sheet.width)


def _paper(rng: Random) -> int:
    """Return the grey of what lies behind the sheet."""
    return rng.choice((255, 246, 225, 40))


def _stained(picture: Image.Image, damage: Damage, dot: float) -> Image.Image:
    for spots, grey in ((damage.stains, 140), (damage.blots, 25)):
        for x, y, radius in spots:
            mask = Image.new("L", picture.size, 255)
            box = [(x - radius) * dot, (y - radius) * dot, (x + radius) * dot, (y + radius) * dot]
            ImageDraw.Draw(mask).ellipse(box, fill=grey)
            picture = ImageChops.multiply(picture, mask.filter(ImageFilter.GaussianBlur(dot / 2)))
    return picture


def _folded(picture: Image.Image, folds: tuple[float, float, float, float], dot: float) -> Image.Image:
    wide, high = picture.size
    corners = ((0, 0, 1, 1), (wide, 0, -1, 1), (wide, high, -1, -1), (0, high, 1, -1))
    if any(folds):
        picture = picture.copy()
    draw = ImageDraw.Draw(picture)
    for fold, (x, y, right, down) in zip(folds, corners, strict=True):
        if fold:
            leg = fold * dot
            along, below = (x + right * leg, y), (x, y + down * leg)
            tip = (x + right * leg, y + down * leg)
            draw.polygon([(x, y), along, below], fill=70)
            draw.polygon([along, below, tip], fill=236, outline=150)
    return picture


def _photographed(picture: Image.Image, share: float, rng: Random) -> Image.Image:
    """Return the sheet as it lies on a table, seen from somewhere above it."""
    wide, high = picture.size
    move = share * wide

    def moved(x: float, y: float) -> tuple[float, float]:
        inside = 1 if x == 0 else -1, 1 if y == 0 else -1
        return x + inside[0] * rng.uniform(0.1, 1) * move, y + inside[1] * rng.uniform(0.1, 1) * move

    corners = [(0, 0), (wide, 0), (wide, high), (0, high)]
    seen = [moved(*corner) for corner in corners]
    back = projective(seen, corners)
    return picture.transform(picture.size, Image.Transform.PERSPECTIVE, back, Image.Resampling.BICUBIC, fillcolor=90)


def _shaded(picture: Image.Image, share: float, rng: Random) -> Image.Image:
    light = Image.linear_gradient("L").rotate(rng.choice((0, 90, 180, 270)))
    low = 255 * (1 - share)
    light = light.point([round(low + value * share) for value in range(256)])
    return ImageChops.multiply(picture, light.resize(picture.size, Image.Resampling.BILINEAR))


def _noisy(picture: Image.Image, per_cent: float, rng: Random) -> Image.Image:
    if not per_cent:
        return picture
    reach = per_cent / 100 * 2
    tile = Image.frombytes("L", (_TILE, _TILE), rng.randbytes(_TILE * _TILE))
    tile = tile.point([round(_QUIET + (value - _QUIET) * reach) for value in range(256)])
    return ImageChops.add(picture, _tiled(tile, picture.size, rng), 1, -_QUIET)


def _specked(picture: Image.Image, per_cent: float, rng: Random) -> Image.Image:
    """Return it with black specks, as many of its dots as said, as copiers make them."""
    if not per_cent:
        return picture
    tile = Image.new("L", (_TILE, _TILE), 255)
    draw = ImageDraw.Draw(tile)
    for _ in range(round(_TILE * _TILE * per_cent / 100 / 3)):
        x, y, radius = rng.uniform(0, _TILE), rng.uniform(0, _TILE), rng.choice((0.4, 0.4, 0.8, 1.2))
        draw.ellipse([x - radius, y - radius, x + radius, y + radius], fill=rng.randrange(120))
    return ImageChops.darker(picture, _tiled(tile, picture.size, rng))


def _tiled(tile: Image.Image, size: tuple[int, int], rng: Random) -> Image.Image:
    whole = Image.new("L", size)
    for top in range(0, size[1], _TILE):
        for left in range(0, size[0], _TILE):
            turned = tile.rotate(rng.choice((0, 90, 180, 270)))
            whole.paste(turned, (left, top))
    return whole


def _compressed(picture: Image.Image, quality: int) -> Image.Image:
    into = io.BytesIO()
    picture.save(into, "JPEG", quality=quality)
    return Image.open(into).convert("L")


def turned_about(x: float, y: float, degrees: float, middle: tuple[float, float]) -> tuple[float, float]:
    """Return where a point comes to when a page is turned about a middle, anticlockwise as it is seen."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    right, down = x - middle[0], y - middle[1]
    return middle[0] + right * cos + down * sin, middle[1] - right * sin + down * cos
