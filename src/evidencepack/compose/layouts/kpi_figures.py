# SPDX-License-Identifier: MPL-2.0
"""Every figure behind the shared measures: a row for each measure, a column for each month."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from evidencepack.blocks.blocks import Align, Block, Cell, Column, Table, TableRow
from evidencepack.blocks.inlines import Inlines, Text
from evidencepack.compose.bound import Item
from evidencepack.compose.figures.dates import months_between, months_later
from evidencepack.compose.figures.kpis import Kpi, Reading
from evidencepack.compose.figures.periods import months_in, short_period, step_of
from evidencepack.compose.layouts.kpi_rows import cell_of, read_kpi, result_inlines
from evidencepack.compose.layouts.parts import no_rows, note_of
from evidencepack.compose.scope import Scope
from evidencepack.library.model import Schedule

_MOST_MONTHS, _LONGEST = 12, 6
_REF_WIDTH, _MONTH_WIDTH, _NAME_WIDTH = 14.0, 15.4, 78.0
_HEAD = ("Ref", "Measure")


def kpi_figures(schedule: Schedule, scope: Scope) -> tuple[Block, ...]:
    """Return the table of the last twelve months; ``of`` shows records of kind ``kpi``.

    A quarter's result stands over its three months. Results of longer or uneven periods stand in a row of their own
    words, with the period before each.
    """
    rows = scope.rows(schedule.of)
    found = [(item, kpi) for item in rows.items if (kpi := read_kpi(scope, item)).readings]
    if not found:
        return no_rows(schedule, rows)
    months = _months([kpi for _, kpi in found if _in_months(kpi)])
    widths = [_MONTH_WIDTH] * len(months) or [0.0]
    heads = list(_named(months)) or ["Results"]
    align = Align.CENTRE if months else Align.LEFT
    return (
        Table(
            columns=(Column(_REF_WIDTH), Column(0 if months else _NAME_WIDTH), *(Column(one, align) for one in widths)),
            head=(TableRow(tuple(Cell(((Text(words),),)) for words in (*_HEAD, *heads))),),
            rows=tuple(_row(scope, item, kpi, months) for item, kpi in found),
            note=note_of(schedule, scope),
            summary=f"{schedule.heading}: the results of {len(found)} measures, period by period.",
            size=9,
            named=2,
        ),
    )


def _in_months(kpi: Kpi) -> bool:
    """Say whether the results of a measure stand over months: periods of one length, half a year at most."""
    return 1 <= step_of(kpi) <= _LONGEST


def _months(kpis: Sequence[Kpi]) -> tuple[date, ...]:
    """Return the first day of each month from the first period to the last, of twelve at most."""
    if not kpis:
        return ()
    first = min(reading.start for kpi in kpis for reading in kpi.readings)
    last = max(months_later(reading.end, 0) for kpi in kpis for reading in kpi.readings)
    count = min(months_between(first, last) + 1, _MOST_MONTHS)
    return tuple(months_later(last, -back) for back in range(count - 1, -1, -1))


def _named(months: Sequence[date]) -> Iterator[str]:
    """Give the heads of the months. The year stands with its first month, so that heads do not run into each other."""
    for place, month in enumerate(months):
        named = short_period(month, month)
        yield named if not place or month.month == 1 else named.removesuffix(f" {month.year}")


def _row(scope: Scope, item: Item, kpi: Kpi, months: Sequence[date]) -> TableRow:
    named = (cell_of(scope, item, "reference"), cell_of(scope, item, "name"))
    if not _in_months(kpi):
        return TableRow((*named, Cell((_listed(kpi),), span=len(months) or 1)))
    return TableRow((*named, *_over_months(kpi, months)))


def _over_months(kpi: Kpi, months: Sequence[date]) -> Iterator[Cell]:
    """Give the cells of a row, one for each month or over the months of a longer period."""
    by_start = {reading.start: reading for reading in kpi.readings}
    place = 0
    while place < len(months):
        reading = by_start.get(months[place])
        span = months_in(reading) if reading and place + months_in(reading) <= len(months) else 1
        yield Cell((_result(kpi, reading, span),), span=span)
        place += span


def _result(kpi: Kpi, reading: Reading | None, span: int) -> Inlines:
    if reading is None or not (words := result_inlines(kpi, reading)):
        return ()
    period = short_period(reading.start, reading.end).removesuffix(f" {reading.end.year}")
    return words if span == 1 else (Text(f"{period}: "), *words)


def _listed(kpi: Kpi) -> Inlines:
    """Return each result with its period: "Jan–Dec 2025: 8 of 19; Jan–Dec 2026: 6 of 11"."""
    given = [(one, words) for one in kpi.readings if (words := result_inlines(kpi, one))]
    return tuple(
        inline
        for place, (one, words) in enumerate(given)
        for inline in (Text(f"{'; ' if place else ''}{short_period(one.start, one.end)}: "), *words)
    )
