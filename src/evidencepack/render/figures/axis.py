# SPDX-License-Identifier: MPL-2.0
"""The axes of a trend: grid lines with their figures at the left, signs of periods and their years below."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from evidencepack.blocks.figures import Trend
from evidencepack.render.figures.drawing import Drawing, Stroke, Words
from evidencepack.render.figures.lettering import Anchor, Lettering
from evidencepack.render.figures.scale import Scale
from evidencepack.render.theme import FigureLook

_STEPS = (1, 2, 3, 4, 6, 12, 24)
_BETWEEN = 2.0  # points of white between two signs
_LEFT_OF = 4.5  # how far a year begins left of its period's middle


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the plot stands in a drawing of this width: its left and right edge, its top and its foot."""

    width: float
    left: float
    right: float
    top: float
    foot: float


def axis(trend: Trend, scale: Scale, frame: Frame, look: FigureLook, lettering: Lettering) -> Drawing:
    """Return grid and axes; the height of the drawing is that of all of a trend."""
    low, high = scale.ticks[0], scale.ticks[-1]
    shapes, words = [], list[Words]()
    for tick in scale.ticks:
        y = frame.foot - (tick - low) / (high - low) * (frame.foot - frame.top)
        base = tick == low
        shapes.append(
            Stroke(
                ((frame.left, y), (frame.right, y)),
                look.base if base else look.grid,
                "ink" if base else "grid",
            )
        )
        at = frame.left - look.axis, lettering.level(y, look.faint)
        words += lettering.words(scale.words(tick), *at, look.faint, anchor=Anchor.END)
    cell = (frame.right - frame.left) / len(trend.periods)
    middles = [frame.left + (place + 0.5) * cell for place in range(len(trend.periods))]
    words += _signs(trend, middles, cell, frame.foot + look.signs, look, lettering)
    words += _years(trend, middles, frame.foot + look.years, look, lettering)
    deepest = look.years if any(period.year for period in trend.periods) else look.signs
    # The grid first: the base line stands on it.
    return Drawing(frame.width, frame.foot + deepest + look.foot, tuple(reversed(shapes)), tuple(words))


def _signs(
    trend: Trend, middles: list[float], cell: float, y: float, look: FigureLook, lettering: Lettering
) -> Iterator[Words]:
    """Yield the signs of the periods; where they would touch, only those of every second, third ... period."""
    widest = max(lettering.width(period.sign, look.text) for period in trend.periods)
    step = next((step for step in _STEPS if step * cell >= widest + _BETWEEN), len(middles))
    for place in range(0, len(middles), step):
        sign = lettering.shortened(trend.periods[place].sign, look.text, 2 * step * cell)
        yield from lettering.words(sign, middles[place], y, look.text, anchor=Anchor.MIDDLE)


def _years(trend: Trend, middles: list[float], y: float, look: FigureLook, lettering: Lettering) -> Iterator[Words]:
    """Yield each year below the first of its periods; one that would touch the next begins further left."""
    after = float("inf")
    for place in range(len(middles) - 1, -1, -1):
        year = trend.periods[place].year
        if not year or (place and trend.periods[place - 1].year == year):
            continue
        width = lettering.width(year, look.faint)
        x = min(middles[place] - _LEFT_OF, after - width - _BETWEEN)
        if x < 0:
            return
        after = x
        yield from lettering.words(year, x, y, look.faint)
