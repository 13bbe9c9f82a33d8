# SPDX-License-Identifier: MPL-2.0
"""All shared measures in one table: who answers for each, how often it is seen, where it began, should be and is."""

from __future__ import annotations

from datetime import date

from evidencepack.blocks.blocks import Block, Cell, Column, Table, TableRow
from evidencepack.blocks.inlines import Inlines, Text, Value
from evidencepack.compose.bound import Answered, Entity, Item
from evidencepack.compose.figures.kpis import Kpi, Reading, Standing, number_words, result_words, standing
from evidencepack.compose.figures.periods import short_period
from evidencepack.compose.layouts.kpi_rows import cell_of, number_in, read_kpi, result_inlines, short_name
from evidencepack.compose.layouts.parts import no_rows, note_of
from evidencepack.compose.plain import plain
from evidencepack.compose.printing import printed
from evidencepack.compose.scope import Scope
from evidencepack.domain.values import Frequency
from evidencepack.library.model import Schedule

_HEAD = ("Ref", "Measure", "Owner", "From", "Counted, seen", "Before", "Target", "Latest", "Checked by")
_WIDTHS = (14.0, 0.0, 42.0, 17.5, 25.0, 14.0, 29.5, 30.0, 33.0)
_OFTEN = {
    Frequency.DAILY: "Daily",
    Frequency.WEEKLY: "Weekly",
    Frequency.FORTNIGHTLY: "Two-weekly",
    Frequency.MONTHLY: "Monthly",
    Frequency.EVERY_6_WEEKS: "Six-weekly",
    Frequency.QUARTERLY: "Quarterly",
    Frequency.SIX_MONTHLY: "Half-yearly",
    Frequency.ANNUALLY: "Yearly",
    Frequency.ON_EVENT: "As needed",
}
_WEIGHTY = frozenset({Standing.AMBER, Standing.RED})
_SIZE = 9
_EVERY_PARTY = "every_party"


def kpi_measures(schedule: Schedule, scope: Scope) -> tuple[Block, ...]:
    """Return the table; ``of`` shows records of kind ``kpi``."""
    rows = scope.rows(schedule.of)
    if not rows.items:
        return no_rows(schedule, rows)
    return (
        Table(
            columns=tuple(Column(width) for width in _WIDTHS),
            head=(TableRow(tuple(Cell(((Text(words),),)) for words in _HEAD)),),
            rows=tuple(_row(scope, item) for item in rows.items),
            note=(*_meetings_key(scope, rows.items), *note_of(schedule, scope)),
            summary=f"{schedule.heading}: owner, how often, figure before, target, latest figure and check of each.",
            size=_SIZE,
            named=2,
        ),
    )


def _row(scope: Scope, item: Item) -> TableRow:
    """Return one measure, each cell one line where the words are short."""
    kpi = read_kpi(scope, item)
    return TableRow(
        (
            cell_of(scope, item, "reference"),
            Cell((short_name(scope, item),)),
            cell_of(scope, item, "owner"),
            Cell((_supplier(scope, item),)),
            Cell((_spaced(_often(scope, item), _seen_at(scope, item), between=", "),)),
            Cell((_before(scope, item, kpi),)),
            Cell((_spaced(_target(scope, item, kpi), _by(scope, item)),)),
            Cell((_latest(kpi),)),
            cell_of(scope, item, "verification"),
        )
    )


def _of(scope: Scope, item: Item, name: str) -> Inlines:
    return printed(scope.of_row(item), scope.step(item, name))


def _spaced(one: Inlines, other: Inlines, *, between: str = " ") -> Inlines:
    return (*one, Text(between), *other) if one and other else (*one, *other)


def _supplier(scope: Scope, item: Item) -> Inlines:
    """Return whose records the figures come from: every party, or one."""
    how = scope.step(item, "supplier_is")
    one = isinstance(how, Answered) and how.value != _EVERY_PARTY
    return _of(scope, item, "party" if one else "supplier_is")


def _often(scope: Scope, item: Item) -> Inlines:
    found = scope.step(item, "freq")
    if isinstance(found, Answered) and isinstance(found.value, Frequency):
        return (Value(_OFTEN[found.value], (found.path,)),)
    return _of(scope, item, "freq")


def _seen_at(scope: Scope, item: Item) -> Inlines:
    """Return the reference of the meeting that looks at a measure, as a calendar of meetings shows it."""
    found = scope.step(item, "reviewed_at")
    return (
        printed(scope, scope.step(found, "reference"))
        if isinstance(found, Answered)
        else _of(scope, item, "reviewed_at")
    )


def _meetings_key(scope: Scope, items: tuple[Item, ...]) -> Inlines:
    """Return what the references of the meetings stand for: "M2: Joint triage. M4: Partnership Board. "."""
    named: dict[str, Inlines] = {}
    for item in items:
        found = scope.step(item, "reviewed_at")
        if isinstance(found, Answered) and isinstance(meeting := scope.follow(found), Entity):
            reference = _seen_at(scope, item)
            named[plain(reference)] = (*reference, Text(": "), *printed(scope, scope.step(meeting, "name")), Text(". "))
    return tuple(inline for name in sorted(named) for inline in named[name])


def _before(scope: Scope, item: Item, kpi: Kpi) -> Inlines:
    """Return the figure before, or when there will be one."""
    found = scope.step(item, "baseline")
    number = number_in(found)
    if number is None or not isinstance(found, Answered):
        return _of(scope, item, "baseline_plan")
    cases = number_in(scope.step(item, "baseline_cases"))
    reading = Reading(date.min, date.min, number, cases=int(cases) if cases is not None else None)
    return (Value(result_words(kpi, reading), (found.path,)),)


def _target(scope: Scope, item: Item, kpi: Kpi) -> Inlines:
    if kpi.target is None:
        return _of(scope, item, "target")
    return (Value(number_words(kpi, kpi.target), (kpi.target_path,)),)


def _by(scope: Scope, item: Item) -> Inlines:
    """Return the month in which the target is due."""
    due = scope.step(item, "target_by")
    if isinstance(due, Answered) and isinstance(due.value, date):
        return (Text("by "), Value(short_period(due.value, due.value), (due.path,)))
    return _of(scope, item, "target_by")


def _latest(kpi: Kpi) -> Inlines:
    """Return the latest figure and where the measure stands, in a word; a bold one asks for attention."""
    stands = standing(kpi)
    if not kpi.latest:
        return (Text(stands.value),)
    word = stands.value if stands in _WEIGHTY else stands.value.lower()
    return (*result_inlines(kpi, kpi.latest), Text(", "), Text(word, bold=stands in _WEIGHTY))
