# SPDX-License-Identifier: MPL-2.0
"""A measure over time as a figure, and all its figures as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from evidencepack.blocks.blocks import Block
from evidencepack.blocks.figures import MOST_PERIODS, Better
from evidencepack.blocks.inlines import Text
from evidencepack.compose.bound import Answered, Bound, Item
from evidencepack.compose.figures.dates import months_between, months_later
from evidencepack.compose.figures.trends import (
    Measure,
    Measured,
    starts_at_fifty,
    trend_figure,
    trend_figures,
    trend_table,
)
from evidencepack.compose.layouts.parts import no_rows, note_of
from evidencepack.compose.plain import plain
from evidencepack.compose.printing import printed
from evidencepack.compose.scope import Scope
from evidencepack.domain.values import FieldType, Number, Percentage
from evidencepack.library.model import Schedule

_FEW = 5
_TABLE_TITLE = "Every figure"
_CUT = Text("The scale starts at 50%. ")


def trend(schedule: Schedule, scope: Scope) -> tuple[Block, ...]:
    """Return the results of a table by month: its columns ``month`` and ``result``, and ``cases`` where it has them.

    The document's own fields ``target``, ``target_by`` and ``better`` (a choice with ``lower``) are used where it has
    them. A month between two others that has no row has no figure. Results below nought stand in the table alone.
    """
    rows = scope.rows(schedule.of)
    results = _months([one for one in (_measured(scope, item) for item in rows.items) if one is not None])
    if not results:
        return no_rows(schedule, rows)
    measure = _measure(schedule, scope, results)
    table = trend_table((measure,), title=(Text(_TABLE_TITLE),))
    if _below_nought(results):
        return (replace(table, note=note_of(schedule, scope)),)
    note = note_of(schedule, scope)
    cut = (_CUT,) if starts_at_fifty((measure,)) else ()
    return (replace(trend_figure(measure), note=(*cut, *note)), table)


def trends(schedule: Schedule, scope: Scope) -> tuple[Block, ...]:
    """Return the results of several measures side by side: the table has a column ``measure`` besides.

    Its column ``target``, where it has one, gives a measure's target in any of its rows. A measure with a result below
    nought stands in the table alone.
    """
    rows = scope.rows(schedule.of)
    names = dict.fromkeys(plain(printed(scope, scope.step(item, "measure"))) for item in rows.items)
    measures = [made for name in names if (made := _one_of(schedule, scope, name)).results]
    drawn = [one for one in measures if not _below_nought(one.results)]
    if not measures:
        return no_rows(schedule, rows)
    table = trend_table(measures, title=(Text(_TABLE_TITLE),))
    note = note_of(schedule, scope)
    return (trend_figures(drawn, note=note), table) if drawn else (replace(table, note=note),)


def _one_of(schedule: Schedule, scope: Scope, name: str) -> Measure:
    items = scope.rows(schedule.of).items
    own = [item for item in items if plain(printed(scope, scope.step(item, "measure"))) == name]
    results = _months([one for one in (_measured(scope, item) for item in own) if one is not None])
    targets = [bound for item in own if isinstance(bound := _optional(scope, item, "target"), Answered)]
    target = targets[-1] if targets else None
    path = target.path if target is not None else ""
    return Measure(name, results, unit=_unit(schedule, scope), target=_number(target), target_path=path)


def _below_nought(results: Sequence[Measured]) -> bool:
    return any(one.number is not None and one.number < 0 for one in results)


def _unit(schedule: Schedule, scope: Scope) -> str:
    column = next(column for column in scope.rows(schedule.of).field.columns if column.id == "result")
    return "%" if column.type is FieldType.PERCENTAGE else ""


def _measure(schedule: Schedule, scope: Scope, results: tuple[Measured, ...]) -> Measure:
    target, by, better = (_own(scope, name) for name in ("target", "target_by", "better"))
    return Measure(
        schedule.heading,
        results,
        unit=_unit(schedule, scope),
        better=Better.LOWER if better is not None and better.value == Better.LOWER.value else Better.HIGHER,
        target=_number(target),
        target_by=_day(by),
        target_path=target.path if target is not None else "",
    )


def _measured(scope: Scope, item: Item) -> Measured | None:
    """Return the result of a row; None for a row without a month."""
    month, result = _day(scope.step(item, "month")), scope.step(item, "result")
    if month is None:
        return None
    cases = _number(_optional(scope, item, "cases"))
    number, path = _number(result), result.path if isinstance(result, Answered) else ""
    return Measured(months_later(month, 0), number, few=cases is not None and cases < _FEW, path=path)


def _months(found: Sequence[Measured]) -> tuple[Measured, ...]:
    """Return one result for each month from the first to the last, of two years at most; a later row counts."""
    if not found:
        return ()
    by_month = {one.month: one for one in found}
    first, last = min(by_month), max(by_month)
    count = min(months_between(first, last) + 1, MOST_PERIODS)
    months = [months_later(last, -back) for back in range(count - 1, -1, -1)]
    return tuple(by_month.get(month, Measured(month)) for month in months)


def _own(scope: Scope, name: str) -> Answered | None:
    found = scope.step(scope.own, name) if name in scope.kind.fields else None
    return found if isinstance(found, Answered) else None


def _optional(scope: Scope, item: Item, name: str) -> Bound | None:
    try:
        return scope.step(item, name)
    except KeyError:
        return None


def _number(bound: Bound | None) -> Decimal | None:
    match bound:
        case Answered(value=Number(amount=amount)):
            return amount
        case Answered(value=Percentage(per_cent=amount)):
            return amount
        case _:
            return None


def _day(bound: Bound | None) -> date | None:
    return bound.value if isinstance(bound, Answered) and isinstance(bound.value, date) else None
