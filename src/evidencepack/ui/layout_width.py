# SPDX-License-Identifier: MPL-2.0
"""How much room there is: pages ask for the class, never for a number."""

from __future__ import annotations

from enum import Enum


class LayoutWidth(Enum):
    """The narrowest width of each class, in logical pixels at a text size of 100 %."""

    WIDE = 1280
    MIDDLE = 1180
    SLIM = 980
    NARROW = 760
    TIGHT = 0
    """Only with larger text: what is needed second folds into menus."""

    @property
    def is_slim(self) -> bool:
        """Whether there is room for little more than what is needed most."""
        return self in {LayoutWidth.SLIM, LayoutWidth.NARROW, LayoutWidth.TIGHT}

    @property
    def is_narrow(self) -> bool:
        """Whether two things have no room beside each other."""
        return self in {LayoutWidth.NARROW, LayoutWidth.TIGHT}

    @property
    def has_side(self) -> bool:
        """Whether a side column stands beside the main one; else it stands under it."""
        return self in {LayoutWidth.WIDE, LayoutWidth.MIDDLE}


def layout_width(pixels: int, *, text_size: float = 1.0) -> LayoutWidth:
    """Return the class of a window's width. Larger text needs more room: a window is as narrow as its words find it."""
    room = pixels / text_size
    return next(width for width in LayoutWidth if room >= width.value)
