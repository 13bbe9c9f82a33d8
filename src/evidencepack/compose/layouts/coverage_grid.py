# SPDX-License-Identifier: MPL-2.0
"""Who answers what, as a grid: met, thin or missing where a row and a column meet."""

from __future__ import annotations

from collections.abc import Iterator

from evidencepack.blocks.blocks import Block
from evidencepack.blocks.figures import CoverageCell, CoverageRow, Covered
from evidencepack.blocks.inlines import Inlines, Text
from evidencepack.compose.bound import Answered, Item
from evidencepack.compose.figures.coverage import coverage_figure
from evidencepack.compose.layouts.parts import no_rows
from evidencepack.compose.plain import plain
from evidencepack.compose.printing import printed
from evidencepack.compose.scope import Scope
from evidencepack.library.model import Schedule

_NOTHING = CoverageCell(Covered.MISSING)


def coverage_grid(schedule: Schedule, scope: Scope) -> tuple[Block, ...]:
    """Return the grid of a table with ``who``, ``question``, ``state`` (met, thin or missing) and ``found``.

    Where no row of the table brings two together, or its state is no such word, something is missing.
    """
    rows = scope.rows(schedule.of)
    if not rows.items:
        return no_rows(schedule, rows)
    cells = dict(_cells(scope, rows.items))
    names, heads = (_distinct(scope, rows.items, column) for column in ("who", "question"))
    made = [CoverageRow(who, tuple(cells.get((name, head), _NOTHING) for head in heads)) for name, who in names.items()]
    corner = next(column.label for column in rows.field.columns if column.id == "who")
    columns = [(asked,) for asked in heads.values()]
    return (coverage_figure(corner, columns, made, title=(Text(schedule.heading),)),)


def _distinct(scope: Scope, items: tuple[Item, ...], column: str) -> dict[str, Inlines]:
    """Return the words of a column, each once and as its first row has them."""
    found: dict[str, Inlines] = {}
    for item in items:
        words = _words(scope, item, column)
        found.setdefault(plain(words), words)
    return found


def _cells(scope: Scope, items: tuple[Item, ...]) -> Iterator[tuple[tuple[str, str], CoverageCell]]:
    for item in items:
        state = scope.step(item, "state")
        chosen = str(state.value) if isinstance(state, Answered) else ""
        covered = Covered(chosen) if chosen in set(Covered) else Covered.MISSING
        found = _words(scope.of_row(item), item, "found")
        where = plain(_words(scope, item, "who")), plain(_words(scope, item, "question"))
        yield where, CoverageCell(covered, found if covered is not Covered.MISSING else ())


def _words(scope: Scope, item: Item, name: str) -> Inlines:
    return printed(scope, scope.step(item, name))
