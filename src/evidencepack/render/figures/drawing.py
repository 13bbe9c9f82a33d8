# SPDX-License-Identifier: MPL-2.0
"""A drawing as plain data: lines, grounds, discs and words. What paints it need know nothing of what it shows.

All lengths are points (1/72 inch). The origin is the top left corner of the drawing, y grows downwards. Colours are
names of the theme's.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

Point: TypeAlias = tuple[float, float]


class Stroke(NamedTuple):
    """A line through points; closed where it ends as it began. ``dash`` is (on, off), empty for a whole line."""

    points: tuple[Point, ...]
    weight: float
    colour: str = "ink"
    dash: tuple[float, ...] = ()


class Area(NamedTuple):
    """A ground with straight edges."""

    points: tuple[Point, ...]
    fill: str


class Disc(NamedTuple):
    """A dot, filled; with a weight, an open one: the ring is drawn in ``colour`` on ``fill``."""

    x: float
    y: float
    radius: float
    fill: str
    colour: str = ""
    weight: float = 0.0


class Words(NamedTuple):
    """Words of one face: where they begin, their baseline, width and size, and the FieldPaths they came from."""

    x: float
    y: float
    width: float
    face: int
    size: float
    text: str
    colour: str = "ink"
    paths: tuple[str, ...] = ()


Shape: TypeAlias = Stroke | Area | Disc


class Drawing(NamedTuple):
    """Shapes from the lowest to the topmost, and words above them all."""

    width: float
    height: float
    shapes: tuple[Shape, ...] = ()
    words: tuple[Words, ...] = ()


def rectangle(x: float, y: float, width: float, height: float) -> tuple[Point, ...]:
    """Return the corners of a rectangle, the first one twice."""
    return ((x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y))


def moved(shape: Shape, x: float, y: float, scale: float = 1.0) -> Shape:
    """Return a shape, first made larger or smaller, then moved."""
    match shape:
        case Disc():
            return shape._replace(
                x=x + shape.x * scale, y=y + shape.y * scale, radius=shape.radius * scale, weight=shape.weight * scale
            )
        case Area():
            return shape._replace(points=_moved(shape.points, x, y, scale))
        case Stroke():
            return shape._replace(
                points=_moved(shape.points, x, y, scale),
                weight=shape.weight * scale,
                dash=tuple(part * scale for part in shape.dash),
            )


def _moved(points: tuple[Point, ...], x: float, y: float, scale: float) -> tuple[Point, ...]:
    return tuple((x + px * scale, y + py * scale) for px, py in points)
