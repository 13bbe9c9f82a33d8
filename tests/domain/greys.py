# SPDX-License-Identifier: MPL-2.0
"""Colours as a printer without colour shows them, about."""

from __future__ import annotations

from evidencepack.domain.colour import Colour


def grey(colour: Colour) -> int:
    """Return the grey of sRGB, 0 to 255, of a colour's luminance."""
    light = colour.luminance
    return round(255 * (12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055))
