# SPDX-License-Identifier: MPL-2.0
"""What the layouts of shared measures read of their rows: each record of kind ``kpi`` with its own results."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TypeVar

from evidencepack.blocks.blocks import Cell
from evidencepack.blocks.figures import Better
from evidencepack.blocks.inlines import Inlines, Value
from evidencepack.compose.bound import Answered, Bound, Item, Rows
from evidencepack.compose.figures.kpis import Kpi, Reading, Unit, number_of, result_words
from evidencepack.compose.plain import plain
from evidencepack.compose.printing import printed
from evidencepack.compose.scope import Scope
from evidencepack.domain.values import Number, Percentage
from evidencepack.library.model import Schedule

_Chosen = TypeVar("_Chosen", Unit, Better)


def kpis_of(schedule: Schedule, scope: Scope) -> tuple[Kpi, ...]:
    """Return the measures that a schedule shows, in their order."""
    return tuple(read_kpi(scope, item) for item in scope.rows(schedule.of).items)


def read_kpi(scope: Scope, item: Item) -> Kpi:
    """Return a measure as its record says; results without a period are left out."""
    unit = _choice(scope, item, "unit", Unit, Unit.COUNT)
    rows = scope.step(item, "readings")
    readings = [_reading(scope, row, unit) for row in rows.items] if isinstance(rows, Rows) else []
    known = {(one.start, one.end): one for one in readings if one is not None}
    target = scope.step(item, "target")
    return Kpi(
        reference=plain(printed(scope, scope.step(item, "reference"))),
        name=plain(short_name(scope, item)),
        unit=unit,
        better=_choice(scope, item, "better", Better, Better.HIGHER),
        target=number_in(target),
        target_by=_day(scope.step(item, "target_by")),
        amber=number_in(scope.step(item, "amber_from")),
        red=number_in(scope.step(item, "red_from")),
        readings=tuple(known[period] for period in sorted(known, key=lambda one: (one[1], one[0]))),
        drawn=_yes(scope.step(item, "draw")),
        target_path=target.path if isinstance(target, Answered) else "",
    )


def short_name(scope: Scope, item: Item) -> Inlines:
    """Return what a measure is called on a figure: its short name, else its name."""
    short = scope.step(item, "short_name")
    return printed(scope, short if isinstance(short, Answered) else scope.step(item, "name"))


def result_inlines(kpi: Kpi, reading: Reading) -> Inlines:
    """Return the words of a result, with the answers they come from."""
    words = result_words(kpi, reading)
    return (Value(words, reading.paths),) if words and reading.paths else ()


def cell_of(scope: Scope, item: Item, *names: str) -> Cell:
    """Return a cell with a line for each answer; the gap of a required one is marked."""
    within = scope.of_row(item)
    found = (printed(within, scope.step(item, name)) for name in names)
    return Cell(tuple(line for line in found if line))


def _reading(scope: Scope, row: Item, unit: Unit) -> Reading | None:
    start, end = (_day(scope.step(row, name)) for name in ("period_start", "period_end"))
    if start is None or end is None:
        return None
    answers = [scope.step(row, name) for name in ("result", "met", "cases")]
    result, met, cases = map(number_in, answers)
    paths = tuple(found.path for found in answers if isinstance(found, Answered))
    number = number_of(unit, result=result, met=met, cases=cases)
    return Reading(start, end, number, _whole(met), _whole(cases), paths)


def _choice(scope: Scope, item: Item, name: str, of: type[_Chosen], otherwise: _Chosen) -> _Chosen:
    found = scope.step(item, name)
    known = {one.value: one for one in of}
    return known.get(str(found.value), otherwise) if isinstance(found, Answered) else otherwise


def number_in(found: Bound) -> Decimal | None:
    """Return the number of an answer; None where there is none."""
    match found:
        case Answered(value=Number(amount=given)) | Answered(value=Percentage(per_cent=given)):
            return given
        case _:
            return None


def _whole(number: Decimal | None) -> int | None:
    return int(number) if number is not None else None


def _day(found: Bound) -> date | None:
    return found.value if isinstance(found, Answered) and isinstance(found.value, date) else None


def _yes(found: Bound) -> bool:
    return isinstance(found, Answered) and found.value is True
