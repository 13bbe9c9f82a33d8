# SPDX-License-Identifier: MPL-2.0
"""Logos of organisations that do not exist."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw

HOUSE, INK = "#F5A623", "#0B0C0C"


def picture(across: int, down: int, form: str = "PNG") -> bytes:
    """Return a logo of so many pixels: a house on a disc, and two bars where a name would be."""
    ground = (255, 255, 255, 0) if form == "PNG" else (255, 255, 255)
    image = Image.new("RGBA" if form == "PNG" else "RGB", (across, down), ground)
    draw, side = ImageDraw.Draw(image), min(across, down)
    draw.ellipse((0, 0, side - 1, side - 1), fill=HOUSE)
    draw.polygon([(side * 0.15, side * 0.6), (side * 0.5, side * 0.2), (side * 0.85, side * 0.6)], fill="white")
    draw.rectangle((side * 0.3, side * 0.6, side * 0.7, side * 0.8), fill="white")
    if across > 1.5 * side:
        draw.rectangle((side * 1.15, side * 0.3, across - 1, side * 0.5), fill=INK)
        draw.rectangle((side * 1.15, side * 0.6, across * 0.8, side * 0.75), fill=INK)
    stream = io.BytesIO()
    image.save(stream, form)
    return stream.getvalue()
