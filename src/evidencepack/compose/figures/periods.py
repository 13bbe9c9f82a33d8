# SPDX-License-Identifier: MPL-2.0
"""Periods of results: months, quarters and longer; which are missing between others, and what each is called."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from evidencepack.blocks.figures import MOST_PERIODS
from evidencepack.compose.figures.dates import months_between, months_later
from evidencepack.compose.figures.kpis import Kpi, Reading, counts_of, result_words, rounded
from evidencepack.compose.figures.trends import Measured
from evidencepack.compose.formats import MONTHS


def months_in(reading: Reading) -> int:
    """Return how many whole calendar months a period is; 0 for one that begins or ends within a month."""
    after = reading.end + timedelta(days=1)
    if reading.start.day != 1 or after.day != 1 or after <= reading.start:
        return 0
    return months_between(reading.start, after)


def short_period(start: date, end: date) -> str:
    """Return Jan 2027, Oct–Dec 2026, Dec 2026–Feb 2027."""
    begun, ended = (f"{MONTHS[day.month - 1][:3]} {day.year}" for day in (start, end))
    if begun == ended:
        return begun
    return f"{begun.split()[0] if start.year == end.year else begun}–{ended}"


def step_of(kpi: Kpi) -> int:
    """Return how many months each period of a measure is; 0 where they differ or are no whole months."""
    lengths = {months_in(reading) for reading in kpi.readings}
    return lengths.pop() if len(lengths) == 1 else 0


def measured(kpi: Kpi, beside: Sequence[Kpi]) -> tuple[Measured, ...]:
    """Return the results of a measure for a figure, two years of periods at most.

    Periods without a result are filled in, also those in which only other measures of the same step have results, so
    that figures side by side show the same months.
    """
    step = step_of(kpi)
    if not step:
        return tuple(_measured(kpi, one) for one in kpi.readings[-MOST_PERIODS:])
    alike = [other for other in (kpi, *beside) if step_of(other) == step and _in_step(kpi, other, step)]
    first = min(other.readings[0].start for other in alike)
    last = max(other.readings[-1].start for other in alike)
    count = min(months_between(first, last) // step + 1, MOST_PERIODS)
    by_start = {one.start: _measured(kpi, one) for one in kpi.readings}
    starts = [months_later(last, -step * back) for back in range(count - 1, -1, -1)]
    return tuple(by_start.get(start, Measured(start, until=months_later(start, step - 1))) for start in starts)


def _in_step(kpi: Kpi, other: Kpi, step: int) -> bool:
    return months_between(kpi.readings[0].start, other.readings[0].start) % step == 0


def _measured(kpi: Kpi, reading: Reading) -> Measured:
    if kpi.is_few(reading) or reading.number is None:
        return Measured(reading.start, few=kpi.is_few(reading), until=reading.end)
    counts = result_words(kpi, reading) if counts_of(kpi, reading) else ""
    path = reading.paths[0] if reading.paths else ""
    return Measured(reading.start, rounded(kpi, reading.number), counts, path=path, until=reading.end)
