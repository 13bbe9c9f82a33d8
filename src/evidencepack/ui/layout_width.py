# SPDX-License-Identifier: MPL-2.0
"""How much room there is: pages ask for the class, never for a number."""

from __future__ import annotations

from enum import Enum


class LayoutWidth(Enum):
    """The narrowest width of each class, in logical pixels."""

    WIDE = 1280
    MIDDLE = 1180
    SLIM = 980
    NARROW = 0


def layout_width(pixels: int) -> LayoutWidth:
    """Return the class of a window's width."""
    return next(width for width in LayoutWidth if pixels >= width.value)
