# SPDX-License-Identifier: MPL-2.0
"""A drawing as PNG, for files that hold no vectors of ours. Same drawing, same bytes.

Letters are filled from the outlines of the faces that the PDF embeds, shaped by the same shaper; so no font engine of
the machine has a say.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from math import ceil, floor, hypot
from typing import TYPE_CHECKING

from evidencepack.render.figures.drawing import Area, Disc, Drawing, Point, Shape, Stroke, Words
from evidencepack.render.fonts.fontset import FontSet

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw

DOTS_PER_INCH = 300
_FINER = 3  # dots drawn for each dot of the picture, in both directions
_SHADES = 64
_KEPT = 32


@lru_cache(_KEPT)
def kept_png(drawing: Drawing, fonts: FontSet, colours: tuple[tuple[str, str], ...]) -> bytes:
    """Return ``png`` of a drawing, made once: an export shows each in the whole pack and in its document alone."""
    return png(drawing, fonts, dict(colours))


def png(drawing: Drawing, fonts: FontSet, colours: Mapping[str, str]) -> bytes:
    """Return the drawing on white at 300 dots an inch."""
    from PIL import Image, ImageDraw

    scale = DOTS_PER_INCH * _FINER / 72
    size = ceil(drawing.width * DOTS_PER_INCH / 72) * _FINER, ceil(drawing.height * DOTS_PER_INCH / 72) * _FINER
    picture = Image.new("RGB", size, "white")
    pen = ImageDraw.Draw(picture)
    for shape in drawing.shapes:
        _shape(pen, shape, scale, colours)
    for words in drawing.words:
        _words(picture, words, scale, fonts, colours)
    stream = io.BytesIO()
    finished = picture.reduce(_FINER).quantize(_SHADES, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    finished.save(stream, "PNG", dpi=(DOTS_PER_INCH, DOTS_PER_INCH), optimize=True)
    return stream.getvalue()


def _shape(pen: ImageDraw, shape: Shape, scale: float, colours: Mapping[str, str]) -> None:
    match shape:
        case Area():
            pen.polygon(_scaled(shape.points, scale), colours[shape.fill])
        case Disc():
            _disc(pen, (shape.x, shape.y), shape.radius + shape.weight / 2, scale, colours[shape.colour or shape.fill])
            if shape.weight:
                _disc(pen, (shape.x, shape.y), shape.radius - shape.weight / 2, scale, colours[shape.fill])
        case Stroke():
            _stroke(pen, shape, scale, colours[shape.colour])


def _disc(pen: ImageDraw, middle: Point, radius: float, scale: float, colour: str) -> None:
    x, y = middle
    pen.ellipse([(x - radius) * scale, (y - radius) * scale, (x + radius) * scale, (y + radius) * scale], colour)


def _stroke(pen: ImageDraw, stroke: Stroke, scale: float, colour: str) -> None:
    """Draw a line as four-sided pieces; corners are round, ends are blunt."""
    for start, end in pairwise(stroke.points):
        for piece in _dashes(start, end, stroke.dash) if stroke.dash else ((start, end),):
            pen.polygon(_scaled(_thick(*piece, stroke.weight), scale), colour)
    closed = stroke.points[0] == stroke.points[-1]
    for corner in stroke.points[0 if closed else 1 : -1]:
        _disc(pen, corner, stroke.weight / 2, scale, colour)


def _thick(start: Point, end: Point, weight: float) -> tuple[Point, ...]:
    (x0, y0), (x1, y1) = start, end
    length = hypot(x1 - x0, y1 - y0) or 1.0
    dx, dy = -(y1 - y0) / length * weight / 2, (x1 - x0) / length * weight / 2
    return (x0 + dx, y0 + dy), (x1 + dx, y1 + dy), (x1 - dx, y1 - dy), (x0 - dx, y0 - dy)


def _dashes(start: Point, end: Point, dash: Sequence[float]) -> Iterator[tuple[Point, Point]]:
    (x0, y0), (x1, y1) = start, end
    length, (on, off) = hypot(x1 - x0, y1 - y0), dash
    for number in range(ceil(length / (on + off))):
        first = number * (on + off) / length
        last = min(1.0, first + on / length)
        yield (
            (x0 + (x1 - x0) * first, y0 + (y1 - y0) * first),
            (x0 + (x1 - x0) * last, y0 + (y1 - y0) * last),
        )


def _scaled(points: Sequence[Point], scale: float) -> list[Point]:
    return [(x * scale, y * scale) for x, y in points]


def _words(picture: Image, words: Words, scale: float, fonts: FontSet, colours: Mapping[str, str]) -> None:
    from PIL import Image, ImageDraw

    face, em = fonts.faces[words.face], words.size * scale
    left, top = floor(words.x * scale - em), floor(words.y * scale - 2 * em)
    mask = Image.new("1", (ceil(words.width * scale + 2 * em), ceil(3 * em)), 0)
    pen = ImageDraw.Draw(mask)
    x, y = words.x * scale - left, words.y * scale - top
    for glyph in face.shape(words.text):
        _glyph(pen, face.outline(glyph.gid), (x + glyph.dx * em / 1000, y - glyph.dy * em / 1000), em)
        x += glyph.advance * em / 1000
    picture.paste(colours[words.colour], (left, top), mask)


def _glyph(pen: ImageDraw, contours: Sequence[Sequence[Point]], at: Point, em: float) -> None:
    """Fill the outlines of a glyph, the largest first: those that turn the other way are holes in it."""
    placed = [[(at[0] + x * em, at[1] - y * em) for x, y in contour] for contour in contours]
    areas = [(_area(contour), contour) for contour in placed]
    areas.sort(key=lambda pair: -abs(pair[0]))
    for area, contour in areas:
        pen.polygon(contour, 1 if area * areas[0][0] > 0 else 0)


def _area(contour: Sequence[Point]) -> float:
    closed = [*contour, contour[0]]
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise(closed)) / 2
