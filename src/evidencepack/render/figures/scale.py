# SPDX-License-Identifier: MPL-2.0
"""Scales: where an axis begins and ends, and its three to five grid lines on round numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

from evidencepack.blocks.figures import Known, Trend

_HUNDRED, _HALF = 100.0, 50.0
_MOST_STEPS, _LEAST_STEPS = 4, 2
_FINEST = 12  # decimals of a tick at most
_NOTHING = 1e-9  # what is smaller stands on the base line
_ROUND = (1.0, 2.0, 2.5, 5.0, 10.0)


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis from its first tick to its last. ``digits`` are the decimals that its ticks need."""

    ticks: tuple[float, ...]
    digits: int = 0

    def share(self, value: float) -> float:
        """Return how high a value stands, from 0 at the foot to 1 at the top."""
        low, high = self.ticks[0], self.ticks[-1]
        return (value - low) / (high - low)

    def words(self, tick: float) -> str:
        """Return a tick as it is printed: no unit, commas between thousands."""
        return f"{tick:,.{self.digits}f}"

    @property
    def cut(self) -> bool:
        """Say whether the axis does not start at nought, of which a note must tell."""
        return self.ticks[0] > 0


def scales_of(trends: Sequence[Trend]) -> list[Scale]:
    """Return the scale of each trend on a page: one for all percentages, for the rest one each, from nought."""
    shared = _percentages(value for trend in trends if trend.percentages for value in values_of(trend))
    return [shared if trend.percentages else _from_nought(max(values_of(trend), default=0.0)) for trend in trends]


def values_of(trend: Trend) -> list[float]:
    """Return every value that a trend shows, with its target."""
    lines = (trend.results, *((trend.beside.results,) if trend.beside else ()))
    found = [result.value for line in lines for result in line if result.known is Known.GIVEN]
    return [*found, *((trend.target.value,) if trend.target else ())]


def _percentages(values: Iterable[float]) -> Scale:
    found = list(values)
    if found and max(found) > _HUNDRED:
        return _from_nought(max(found))
    if found and min(found) > _HALF:
        return Scale((50.0, 75.0, 100.0))
    return Scale((0.0, 25.0, 50.0, 75.0, 100.0))


def _from_nought(most: float) -> Scale:
    """Return the scale with the smallest round steps of which four reach above the greatest value."""
    if most < _NOTHING:
        return Scale((0.0, 1.0, 2.0))
    exponent = floor(log10(most / _MOST_STEPS))
    step = next(part * 10.0**exponent for part in _ROUND if _MOST_STEPS * part * 10.0**exponent >= most)
    steps = max(_LEAST_STEPS, ceil(most / step))
    if steps * step <= most and steps < _MOST_STEPS:
        steps += 1
    digits = next(count for count in range(_FINEST) if abs(round(step, count) - step) < step / 1000)
    return Scale(tuple(round(number * step, digits) for number in range(steps + 1)), digits)
