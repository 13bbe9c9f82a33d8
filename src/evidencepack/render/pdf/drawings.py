# SPDX-License-Identifier: MPL-2.0
"""Shapes of a drawing as operators (ISO 32000-1 8.5): lines, grounds and discs, in the page's own coordinates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import assert_never

from evidencepack.render.figures.drawing import Area, Disc, Point, Shape, Stroke, moved
from evidencepack.render.pdf.syntax import number
from evidencepack.render.typeset.page import Drawn

# How far the control points of four curves lie from the ends of a quarter of a circle, of its radius.
_ROUND = 0.5523


def operators(drawn: Drawn, height: float, fills: Mapping[str, str], strokes: Mapping[str, str]) -> str:
    """Return the operators of a drawing on a page of this height; what they set lasts no longer than they do.

    ``fills`` and ``strokes`` are the operators that set a colour by its name.
    """
    words = [word for shape in drawn.shapes for word in _shape(moved(shape, drawn.x, drawn.y), height, fills, strokes)]
    return "q " + " ".join(words) + " Q"


def _shape(shape: Shape, height: float, fills: Mapping[str, str], strokes: Mapping[str, str]) -> Iterator[str]:
    match shape:
        case Area():
            yield f"{fills[shape.fill]} {_path(shape.points, height)} f"
        case Stroke():
            dash = " ".join(map(number, shape.dash))
            closed = shape.points[0] == shape.points[-1]
            path = _path(shape.points[:-1] if closed else shape.points, height)
            yield f"{strokes[shape.colour]} {number(shape.weight)} w [{dash}]0 d {path} {'s' if closed else 'S'}"
        case Disc():
            yield f"{fills[shape.fill]} {_circle(shape, height)}"
            yield f"{strokes[shape.colour]} {number(shape.weight)} w []0 d B" if shape.weight else "f"
        case _:
            assert_never(shape)


def _path(points: Sequence[Point], height: float) -> str:
    first, *rest = (f"{number(x)} {number(height - y)}" for x, y in points)
    return " ".join([f"{first} m", *(f"{point} l" for point in rest)])


def _circle(disc: Disc, height: float) -> str:
    x, y, r = disc.x, height - disc.y, disc.radius
    k = r * _ROUND
    curves = (
        (x + r, y + k, x + k, y + r, x, y + r),
        (x - k, y + r, x - r, y + k, x - r, y),
        (x - r, y - k, x - k, y - r, x, y - r),
        (x + k, y - r, x + r, y - k, x + r, y),
    )
    start = f"{number(x + r)} {number(y)} m"
    return " ".join([start, *(" ".join(map(number, curve)) + " c" for curve in curves), "h"])
