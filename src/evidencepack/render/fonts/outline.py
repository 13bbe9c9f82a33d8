# SPDX-License-Identifier: MPL-2.0
"""Outlines of TrueType glyphs as polygons: a curve becomes a few straight lines, too short to be seen at our sizes."""

from __future__ import annotations

import uharfbuzz as hb

_PARTS = 8

Contours = list[list[tuple[float, float]]]
"""The points of each contour of a glyph, in the face's own units."""


def outline_of(font: hb.Font, gid: int) -> Contours:
    """Return the contours of a glyph, y upwards; a hole turns the other way than what surrounds it."""
    contours: Contours = []
    font.draw_glyph(gid, _drawing(), contours)
    return contours


def _drawing() -> hb.DrawFuncs:
    drawing = hb.DrawFuncs()
    drawing.set_move_to_func(_begin)
    drawing.set_line_to_func(_straight)
    drawing.set_quadratic_to_func(_quadratic)
    return drawing


def _begin(x: float, y: float, contours: Contours) -> None:
    contours.append([(x, y)])


def _straight(x: float, y: float, contours: Contours) -> None:
    contours[-1].append((x, y))


def _quadratic(x1: float, y1: float, x: float, y: float, contours: Contours) -> None:
    """Follow a curve of TrueType, with one control point."""
    x0, y0 = contours[-1][-1]
    for step in range(1, _PARTS + 1):
        t = step / _PARTS
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t**2
        contours[-1].append((a * x0 + b * x1 + c * x, a * y0 + b * y1 + c * y))
