# SPDX-License-Identifier: MPL-2.0
"""The last row of a table: the sums of the columns that the kind adds up."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from evidencepack.blocks.blocks import Cell, TableRow
from evidencepack.blocks.inlines import Inlines, Text, Value
from evidencepack.compose.bound import Answered, Bound, Item, Unanswered
from evidencepack.compose.formats import show
from evidencepack.compose.scope import Scope
from evidencepack.domain.values import Money, Number
from evidencepack.library.model import Schedule, ScheduleColumn

_HEAD = Cell(((Text("Total"),),))


def total_rows(schedule: Schedule, items: Sequence[Item], scope: Scope) -> tuple[TableRow, ...]:
    """Return the row of sums; none for a table that adds nothing up, and none for a single row, which is its own sum.

    A sum stands for every unit by itself. A column in which a needed answer is still missing has no sum: it would be
    too small. An answer that nobody needs and nobody gave counts as nothing.
    """
    if len(items) < 2 or not any(column.total for column in schedule.columns):
        return ()
    cells = [_cell(column, items, scope) for column in schedule.columns[1:]]
    return (TableRow((_HEAD, *cells), total=True),)


def _cell(column: ScheduleColumn, items: Sequence[Item], scope: Scope) -> Cell:
    if not column.total:
        return Cell(())
    found = [_follow(scope, item, column.summed) for item in items]
    if any(isinstance(one, Unanswered) and one.required for one in found):
        return Cell(())
    return Cell(tuple(_sums([one for one in found if isinstance(one, Answered)])))


def _follow(scope: Scope, item: Item, names: Sequence[str]) -> Bound:
    bound: Bound = item
    for name in names:
        bound = scope.step(bound, name)
    return bound


def _sums(found: Sequence[Answered]) -> list[Inlines]:
    """Return a line for each unit, in the order in which the units first stand in the table."""
    by_unit: dict[str, list[Answered]] = {}
    for one in found:
        by_unit.setdefault(one.value.unit if isinstance(one.value, Number) else "", []).append(one)
    return [(_sum(unit, parts),) for unit, parts in by_unit.items()]


def _sum(unit: str, parts: Sequence[Answered]) -> Value:
    pence = sum(one.value.pence for one in parts if isinstance(one.value, Money))
    amount = sum((one.value.amount for one in parts if isinstance(one.value, Number)), Decimal(0))
    money = isinstance(parts[0].value, Money)
    words = show(Money(pence) if money else Number(amount, unit), parts[0].field)
    return Value(words, tuple(one.path for one in parts))
