# SPDX-License-Identifier: MPL-2.0
"""How large pages are shown: as wide as there is room, whole, or at so many per cent."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import TypeAlias

from PySide6.QtCore import QSize, QSizeF

from evidencepack.ui.words import say

STEPS = (50, 67, 80, 100, 125, 150, 200, 300)
"""Per cent of the size on paper that the buttons and keys go through."""

WHOLE = 96 / 72
"""Pixels a point has at 100 %."""

EDGE = 12
"""Pixels of desk round the pages and between them."""


class Fit(Enum):
    """A size that follows the room."""

    WIDTH = "Fit width"
    PAGE = "Fit page"

    @property
    def words(self) -> str:
        """What it is called."""
        return say(self.value)


Zoom: TypeAlias = Fit | int
"""A fit, or per cent of the size on paper."""


def zoom_words(zoom: Zoom) -> str:
    """Return what a size is called."""
    return zoom.words if isinstance(zoom, Fit) else say("{n} %", n=zoom)


def scale_of(zoom: Zoom, sizes: Sequence[QSizeF], room: QSize) -> float:
    """Return how many pixels a point has; the widest page, or the largest, decides where they are to fit."""
    if isinstance(zoom, int) or not sizes:
        return WHOLE * (zoom if isinstance(zoom, int) else 100) / 100
    widest = max(size.width() for size in sizes)
    across = max(60, room.width() - 2 * EDGE) / widest
    if zoom is Fit.WIDTH:
        return across
    tallest = max(size.height() for size in sizes)
    return min(across, max(60, room.height() - 2 * EDGE) / tallest)


def next_zoom(scale: float, by: int) -> int:
    """Return the next step above (1) or below (-1) a number of pixels to the point; the last one beyond the ends."""
    now = scale / WHOLE * 100
    larger = [step for step in STEPS if step > now + 1]
    smaller = [step for step in STEPS if step < now - 1]
    if by > 0:
        return larger[0] if larger else STEPS[-1]
    return smaller[-1] if smaller else STEPS[0]
