# SPDX-License-Identifier: MPL-2.0
"""How a flat sheet gets into a picture: the plane projective map of points that were found (a homography).

A point (x, y) goes to ((a x + b y + c) / (g x + h y + 1), (d x + e y + f) / (g x + h y + 1)): the eight numbers a to h,
in the order in which Pillow takes them for ``Image.transform``.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

Point = tuple[float, float]
Map = tuple[float, float, float, float, float, float, float, float]

Place = tuple[float, float, tuple[float, float, float, float]]
"""Where a mark stands: width and height of its sheet in points, and left, top, right and bottom of the mark there."""

DPI = 150
"""Dots to the inch of a sheet that was cut out of a picture."""

AS_IT_IS: Map = (1, 0, 0, 0, 1, 0, 0, 0)
_FLAT = 1e-12


class NoMapError(ValueError):
    """The points lie on a line, or on one another: no map, or many, would take them there."""


def projective(here: Sequence[Point], there: Sequence[Point]) -> Map:
    """Return the map that takes points as nearly as may be to their places: four of them exactly, of more the best.

    Best are the least squares of the equations (direct linear transformation), with both sides scaled to about 1.

    Raises:
        NoMapError: if there is none, or they do not determine it.
    """
    own, other = _scale(here), _scale(there)
    rows, sides = [], []
    for one, place in zip(here, there, strict=True):
        (x, y), (u, v) = _apply(own, one), _apply(other, place)
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        sides += [u, v]
    return _rescaled(_solved(rows, sides), own, other)


def similar(here: Sequence[Point], there: Sequence[Point]) -> Map:
    """Return the map that only turns, shifts and scales, and takes two points or more as nearly as may be.

    Raises:
        NoMapError: if they do not determine it.
    """
    own, other = _scale(here), _scale(there)
    rows, sides = [], []
    for one, place in zip(here, there, strict=True):
        (x, y), (u, v) = _apply(own, one), _apply(other, place)
        rows += [[x, -y, 1, 0], [y, x, 0, 1]]
        sides += [u, v]
    a, b, c, f = _solved(rows, sides)
    return _rescaled([a, -b, c, b, a, f, 0, 0], own, other)


def placed(mapping: Map, point: Point) -> Point:
    """Return where a point comes to.

    Raises:
        NoMapError: if that is nowhere: it lies on the horizon of the picture.
    """
    a, b, c, d, e, f, g, h = mapping
    x, y = point
    depth = g * x + h * y + 1
    if abs(depth) < _FLAT:
        raise NoMapError("the point lies on the horizon")
    return (a * x + b * y + c) / depth, (d * x + e * y + f) / depth


def after(first: Map, second: Map) -> Map:
    """Return the map that does what the first does and then what the second does."""
    product = [
        [sum(row[k] * line[k] for k in range(3)) for line in zip(*_rows(first), strict=True)] for row in _rows(second)
    ]
    last = product[2][2]
    if abs(last) < _FLAT:
        raise NoMapError("the middle of the picture lies on the horizon")
    a, b, c, d, e, f, g, h, _ = (number / last for row in product for number in row)
    return a, b, c, d, e, f, g, h


def _rows(mapping: Map) -> list[list[float]]:
    a, b, c, d, e, f, g, h = mapping
    return [[a, b, c], [d, e, f], [g, h, 1]]


def _scale(points: Sequence[Point]) -> tuple[float, Point]:
    """Return by how much points are scaled, and about which, so that they lie about 1 from the origin."""
    if len(points) < 2:
        raise NoMapError("one point determines no map")
    middle = sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)
    far = sum(math.dist(middle, point) for point in points) / len(points)
    if far < _FLAT:
        raise NoMapError("the points lie on one another")
    return 1 / far, middle


def _apply(scale: tuple[float, Point], point: Point) -> Point:
    factor, middle = scale
    return (point[0] - middle[0]) * factor, (point[1] - middle[1]) * factor


def _rescaled(numbers: Sequence[float], own: tuple[float, Point], other: tuple[float, Point]) -> Map:
    a, b, c, d, e, f, g, h = numbers
    factor, (x, y) = own
    back, (u, v) = 1 / other[0], other[1]
    into: Map = (factor, 0, -x * factor, 0, factor, -y * factor, 0, 0)
    out: Map = (back, 0, u, 0, back, v, 0, 0)
    return after(after(into, (a, b, c, d, e, f, g, h)), out)


def _solved(rows: Sequence[Sequence[float]], sides: Sequence[float]) -> list[float]:
    """Return the least squares of equations: those of their normal form, by elimination with the largest pivot."""
    count = len(rows[0])
    table = [
        [sum(row[i] * row[j] for row in rows) for j in range(count)]
        + [sum(row[i] * side for row, side in zip(rows, sides, strict=True))]
        for i in range(count)
    ]
    for step in range(count):
        best = max(range(step, count), key=lambda line: abs(table[line][step]))
        table[step], table[best] = table[best], table[step]
        pivot = table[step][step]
        if abs(pivot) < _FLAT:
            raise NoMapError("the points lie on a line")
        for line in range(count):
            if line != step:
                share = table[line][step] / pivot
                table[line] = [one - share * other for one, other in zip(table[line], table[step], strict=True)]
    return [table[line][count] / table[line][line] for line in range(count)]
