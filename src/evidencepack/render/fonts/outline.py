# SPDX-License-Identifier: MPL-2.0
"""Outlines of glyphs as polygons: a curve becomes a few straight lines, too short to be seen at any size of ours."""

from __future__ import annotations

_PARTS = 8

Point = tuple[float, float]


class OutlinePen:
    """Collects the contours that HarfBuzz draws, in the face's own units; the names of its methods are HarfBuzz's."""

    def __init__(self) -> None:
        self.contours: list[list[Point]] = []

    def moveTo(self, point: Point) -> None:  # noqa: N802
        """Begin a contour."""
        self.contours.append([point])

    def lineTo(self, point: Point) -> None:  # noqa: N802
        """Go straight to a point."""
        self.contours[-1].append(point)

    def qCurveTo(self, control: Point, end: Point) -> None:  # noqa: N802
        """Follow a curve of TrueType, with one control point."""
        (x0, y0), (x1, y1), (x2, y2) = self.contours[-1][-1], control, end
        for step in range(1, _PARTS + 1):
            t = step / _PARTS
            a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t**2
            self.contours[-1].append((a * x0 + b * x1 + c * x2, a * y0 + b * y1 + c * y2))

    def curveTo(self, first: Point, second: Point, end: Point) -> None:  # noqa: N802
        """Follow a curve of PostScript, with two control points."""
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = self.contours[-1][-1], first, second, end
        for step in range(1, _PARTS + 1):
            t = step / _PARTS
            a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3
            self.contours[-1].append((a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3))

    def closePath(self) -> None:  # noqa: N802
        """End a contour; polygons close by themselves."""
