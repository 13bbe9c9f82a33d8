# SPDX-License-Identifier: MPL-2.0
"""What promises come to, year by year: one row for each unit in which they are counted."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from evidencepack.blocks.blocks import Align, Block, Cell, Column, Table, TableRow
from evidencepack.blocks.inlines import Inlines, Text, Value
from evidencepack.compose.bound import Answered, Bound, Item, Unanswered
from evidencepack.compose.counting import counted
from evidencepack.compose.formats import show
from evidencepack.compose.joining import and_list
from evidencepack.compose.layouts.parts import no_rows, note_of
from evidencepack.compose.plain import plain
from evidencepack.compose.printing import missing, printed
from evidencepack.compose.scope import Scope
from evidencepack.domain.values import Number
from evidencepack.library.model import Schedule

_SHARE, _POUNDS = "pct", "gbp"
_YEARS, _TOTAL = ("year_1", "year_2", "year_3"), "total"
_HEAD = ("Counted in", "Promises", "Year 1", "Year 2", "Year 3", "In all")
_WIDTH = 24.0


def yearly_sums(schedule: Schedule, scope: Scope) -> tuple[Block, ...]:
    """Return the sums; ``of`` shows promises with ``unit``, ``year_1`` to ``year_3``, ``total``, ``counted_elsewhere``.

    Shares are not added up, nor is what is counted elsewhere too; the note names the latter. What a promise comes to in
    all is added up from its years; its total stands in for years of which not all are known. Where a number is missing
    the mark of that gap stands in the place of the sum, which would be too small.
    """
    rows = scope.rows(schedule.of)
    units: dict[str, list[Item]] = {}
    for item in rows.items:
        unit = scope.step(item, "unit")
        if isinstance(unit, Answered) and unit.value != _SHARE and not _is_elsewhere(scope, item):
            units.setdefault(str(unit.value), []).append(item)
    if not units:
        return no_rows(schedule, rows)
    return (
        Table(
            columns=(Column(), *(Column(_WIDTH, Align.RIGHT) for _ in _HEAD[1:])),
            head=(TableRow(tuple(Cell(((Text(words),),)) for words in _HEAD)),),
            rows=tuple(_row(scope, unit, items) for unit, items in units.items()),
            note=(*_left_out(scope, rows.items), *note_of(schedule, scope)),
            summary=f"{schedule.heading}: the sums of {counted(len(units), 'unit')}, year by year and in all.",
            size=9,
        ),
    )


def _row(scope: Scope, unit: str, items: Sequence[Item]) -> TableRow:
    name = printed(scope, scope.step(items[0], "unit"))
    columns = [[scope.step(item, year) for item in items] for year in _YEARS]
    in_all = [bound for item in items for bound in _in_all(scope, item)]
    sums = (Cell((_sum(unit, column),)) for column in (*columns, in_all))
    return TableRow((Cell((name,)), Cell(((Text(str(len(items))),),)), *sums))


def _in_all(scope: Scope, item: Item) -> Sequence[Bound]:
    """Return the years of a promise, or its total where a year is missing and the total is not."""
    years, total = [scope.step(item, year) for year in _YEARS], scope.step(item, _TOTAL)
    known = all(isinstance(year, Answered) for year in years)
    return years if known or not isinstance(total, Answered) else [total]


def _sum(unit: str, bounds: Sequence[Bound]) -> Inlines:
    gap = next((bound for bound in bounds if isinstance(bound, Unanswered)), None)
    if gap:
        return missing(gap)
    found = [bound for bound in bounds if isinstance(bound, Answered)]
    amounts = [one.value.amount for one in found if isinstance(one.value, Number)]
    words = show(Number(sum(amounts, Decimal(0))), found[0].field)
    return (Value(f"£{words}" if unit == _POUNDS else words, tuple(one.path for one in found)),)


def _left_out(scope: Scope, items: Sequence[Item]) -> Inlines:
    """Return which promises are in no sum because they are counted elsewhere."""
    codes = [plain(printed(scope, scope.step(item, "reference"))) for item in items if _is_elsewhere(scope, item)]
    if not codes:
        return ()
    verb = "is" if len(codes) == 1 else "are"
    return (Text(f"{and_list(codes)} {verb} left out, so that nobody is counted twice. "),)


def _is_elsewhere(scope: Scope, item: Item) -> bool:
    found = scope.step(item, "counted_elsewhere")
    return isinstance(found, Answered) and found.value is True
