# SPDX-License-Identifier: MPL-2.0
"""Signatures and initials as people write them, drawn from a seed."""

from __future__ import annotations

import math
from random import Random

from PIL import Image, ImageDraw

Box = tuple[float, float, float, float]


def written(sheet: Image.Image, box: Box, rng: Random, *, grey: int = 40) -> Image.Image:
    """Return the sheet with a flowing line of loops that fills a box (millimetres), as a pen writes."""
    dot = sheet.width / 210
    left, top, right, bottom = (edge * dot for edge in box)
    loops = rng.randrange(4, 8)
    swing, lean = rng.uniform(0.6, 1.0), rng.uniform(-0.3, 0.6)
    phase, second = rng.uniform(0, 6), rng.uniform(1.4, 2.6)
    points = []
    steps = 60 * loops
    for step in range(steps + 1):
        along = step / steps
        turn = along * loops * 2 * math.pi + phase
        high = swing * (0.5 + 0.5 * math.sin(turn) * (0.55 + 0.45 * math.sin(turn / second)))
        across = along + 0.35 / loops * math.cos(turn) + lean * 0.1 * (high - 0.5)
        x = left + (right - left) * min(1.0, max(0.0, across))
        points.append((x, bottom - (bottom - top) * min(1.0, max(0.0, high))))
    made = sheet.copy()
    ImageDraw.Draw(made).line(points, fill=grey, width=max(1, round(rng.uniform(0.4, 0.8) * dot)), joint="curve")
    return made


def within(box: Box, wide: float, high: float, rng: Random) -> Box:
    """Return a place of so many millimetres somewhere in a box, off its edges."""
    left = rng.uniform(box[0] + 1, max(box[0] + 1, box[2] - wide - 1))
    top = rng.uniform(box[1] + 4, max(box[1] + 4, box[3] - high - 1))
    return left, top, left + wide, top + high
