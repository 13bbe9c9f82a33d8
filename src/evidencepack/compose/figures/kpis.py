# SPDX-License-Identifier: MPL-2.0
"""Shared measures: what each result comes to, how it is written, and where a measure stands against its limits.

A result that rests on fewer than five people or cases is known and not written (ICO, Anonymisation guidance).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from evidencepack.blocks.figures import Better

FEW = 5
"""Fewer people or cases than this are not shown."""

FEW_WORDS = "fewer than 5"

_COUNTS = 20  # cases: with fewer, a percentage says less than the two counts
_TREND = 3  # results
_HUNDRED, _THOUSAND = Decimal(100), Decimal(1000)
_WHOLE, _TENTH = Decimal(1), Decimal("0.1")


class Unit(StrEnum):
    """What kind of figure a measure gives."""

    PCT = "pct"
    PER_1000 = "per_1000"
    MEAN = "mean"
    SCORE = "score"
    COUNT = "count"
    HOURS = "hours"
    DAYS = "days"


class Standing(StrEnum):
    """Where a measure stands by its latest result, in the words that are printed."""

    ON_TARGET = "On target"
    ON_TRACK = "On track"
    AMBER = "Amber"
    RED = "Red"
    FEW = "Too few to say"
    NONE = "No figure yet"


@dataclass(frozen=True, slots=True)
class Reading:
    """The result of one period: the number as it is compared (94.1 for 32 of 34), and the cases it rests on.

    No number: the period has no figure. ``paths`` are those of the answers that it comes from.
    """

    start: date
    end: date
    number: Decimal | None = None
    met: int | None = None
    cases: int | None = None
    paths: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kpi:
    """A shared measure with its results in the order of their periods. Limits that nobody has set are None.

    ``name`` is what it is called on a figure. ``drawn``: it was chosen for one.
    """

    reference: str
    name: str
    unit: Unit
    better: Better
    target: Decimal | None = None
    target_by: date | None = None
    amber: Decimal | None = None
    red: Decimal | None = None
    readings: tuple[Reading, ...] = ()
    drawn: bool = False
    target_path: str = ""

    @property
    def shown(self) -> tuple[Reading, ...]:
        """The results that may be printed."""
        return tuple(one for one in self.readings if one.number is not None and not self.is_few(one))

    @property
    def latest(self) -> Reading | None:
        """The last result that may be printed."""
        return self.shown[-1] if self.shown else None

    def is_few(self, reading: Reading) -> bool:
        """Say whether a result rests on so few that it could point to a person; none at all is no person."""
        if self.unit is Unit.COUNT:
            return reading.number is not None and 0 < reading.number < FEW
        return reading.cases is not None and 0 < reading.cases < FEW


def number_of(unit: Unit, *, result: Decimal | None, met: Decimal | None, cases: Decimal | None) -> Decimal | None:
    """Return what a period comes to: from its two counts for a share or a rate, else the result as it was entered."""
    factor = {Unit.PCT: _HUNDRED, Unit.PER_1000: _THOUSAND}.get(unit)
    if factor is None or met is None or not cases:
        return result
    return met / cases * factor


def has_trend(kpi: Kpi) -> bool:
    """Say whether there are enough results to speak of a trend."""
    return len(kpi.shown) >= _TREND


def got_better(kpi: Kpi) -> bool:
    """Say whether the last result is better than the first."""
    numbers = [one.number for one in kpi.shown if one.number is not None]
    return bool(numbers) and _is_better(kpi, numbers[-1], numbers[0])


def standing(kpi: Kpi) -> Standing:
    """Return where a measure stands."""
    latest = kpi.latest
    if latest is None or latest.number is None:
        return Standing.FEW if any(one.number is not None for one in kpi.readings) else Standing.NONE
    if kpi.red is not None and _is_better(kpi, kpi.red, latest.number):
        return Standing.RED
    if kpi.amber is not None and _is_better(kpi, kpi.amber, latest.number):
        return Standing.AMBER
    reached = kpi.target is not None and not _is_better(kpi, kpi.target, latest.number)
    return Standing.ON_TARGET if reached else Standing.ON_TRACK


def rounded(kpi: Kpi, number: Decimal) -> Decimal:
    """Return a number with the decimals that are printed.

    A percentage is whole and a rate has one decimal, unless rounding would make it perfect, or bring the latest result
    to a limit that it has not reached.
    """
    if kpi.unit not in {Unit.PCT, Unit.PER_1000}:
        return number
    step = _WHOLE if kpi.unit is Unit.PCT else _TENTH
    found = number.quantize(step, ROUND_HALF_UP)
    perfect = found != number and found in {Decimal(0), _HUNDRED}
    latest = kpi.latest is not None and kpi.latest.number == number
    flattered = latest and found in {kpi.target, kpi.amber, kpi.red} and _is_better(kpi, found, number)
    return number.quantize(step / 10, ROUND_HALF_UP) if perfect or flattered else found


def number_words(kpi: Kpi, number: Decimal) -> str:
    """Return 94%, 2.2, 3.5 hours."""
    behind = {Unit.PCT: "%", Unit.HOURS: " hours", Unit.DAYS: " days"}.get(kpi.unit, "")
    return f"{number:,f}{behind}"


def result_words(kpi: Kpi, reading: Reading) -> str:
    """Return 94%, or 5 of 6 where the measure stands in counts; nothing where there is no figure."""
    if kpi.is_few(reading):
        return FEW_WORDS
    if reading.number is None:
        return ""
    return counts_of(kpi, reading) or number_words(kpi, rounded(kpi, reading.number))


def counts_of(kpi: Kpi, reading: Reading) -> str:
    """Return 5 of 6 for a percentage whose last result rests on fewer than 20 cases, else nothing.

    All results of a measure stand alike, so that they can be compared.
    """
    latest = kpi.latest or reading
    if kpi.unit is not Unit.PCT or reading.number is None or not reading.cases:
        return ""
    if latest.cases is None or latest.cases >= _COUNTS:
        return ""
    met = reading.met
    if met is None:
        met = int((reading.number * reading.cases / _HUNDRED).quantize(_WHOLE, ROUND_HALF_UP))
    return f"{met:,} of {reading.cases:,}"


def _is_better(kpi: Kpi, one: Decimal, other: Decimal) -> bool:
    return one > other if kpi.better is Better.HIGHER else one < other
