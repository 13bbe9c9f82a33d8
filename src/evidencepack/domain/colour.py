# SPDX-License-Identifier: MPL-2.0
"""Colours of the screen and of print: how they are written, how far they stand apart, and how dark one must be."""

from __future__ import annotations

import re
from typing import NamedTuple

PAPER_LEAST, TINT_LEAST = 7.0, 4.5
"""The least contrast with paper and with the tint behind text that a colour of words may have."""

_WRITTEN = re.compile(r"#?([0-9A-Fa-f]{6})")
_STEP = 0.02


class Colour(NamedTuple):
    """A colour of sRGB: red, green and blue, 0 to 255."""

    red: int
    green: int
    blue: int

    def __str__(self) -> str:
        """Return "#RRGGBB"."""
        return f"#{self.red:02X}{self.green:02X}{self.blue:02X}"

    @property
    def luminance(self) -> float:
        """Relative luminance, 0 for black to 1 for white (WCAG 2.2, relative luminance)."""
        red, green, blue = (_linear(part / 255) for part in self)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue


PAPER, TINT = Colour(255, 255, 255), Colour(0xEE, 0xF1, 0xF2)
"""What words stand on: white paper, and the lighter tint of the pages."""


def read_colour(text: str) -> Colour | None:
    """Return the colour that is written "#RRGGBB", in capitals or not; None for anything else."""
    found = _WRITTEN.fullmatch(text.strip())
    if found is None:
        return None
    digits = found[1]
    return Colour(int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16))


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast of two colours, 1 to 21 (WCAG 2.2, contrast ratio)."""
    light, dark = sorted((one.luminance, other.luminance), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def readable(colour: Colour) -> Colour:
    """Return a colour as dark as words must be: darkened by steps of 2 % until it stands out on both.

    A colour that is dark enough stays as it is.
    """
    share, darker = 1.0, colour
    while contrast(darker, PAPER) < PAPER_LEAST or contrast(darker, TINT) < TINT_LEAST:
        share -= _STEP
        darker = Colour(*(int(part * share) for part in colour))
    return darker


def _linear(level: float) -> float:
    return level / 12.92 if level <= 0.04045 else ((level + 0.055) / 1.055) ** 2.4
