# SPDX-License-Identifier: MPL-2.0
"""A table with a row for each record or row, and the columns that the kind's file names."""

from __future__ import annotations

import re
from dataclasses import replace

from evidencepack.blocks.blocks import Align, Block, Cell, Column, Table, TableRow
from evidencepack.blocks.inlines import Inlines, Text
from evidencepack.compose.evaluate import evaluate
from evidencepack.compose.layouts.decimals import evened
from evidencepack.compose.layouts.parts import no_rows, note_of
from evidencepack.compose.layouts.scores import score_cell
from evidencepack.compose.layouts.totals import total_rows
from evidencepack.compose.paragraphs import cell
from evidencepack.compose.plain import plain
from evidencepack.compose.scope import Scope
from evidencepack.library.model import Schedule, ScheduleColumn

_LABEL = re.compile(r"[A-Z][^.:;]{1,30}: ")
_MOST_NAMED = 3
_ALIGN = {"left": Align.LEFT, "centre": Align.CENTRE, "right": Align.RIGHT}


def record_table(schedule: Schedule, scope: Scope) -> tuple[Block, ...]:
    """Return the table; if it has no rows, the kind's sentence for that, or the mark of a gap."""
    rows = scope.rows(schedule.of)
    if not rows.items:
        return no_rows(schedule, rows)
    columns = tuple(Column(column.width, _ALIGN[column.align]) for column in schedule.columns)
    body = tuple(_row(schedule.columns, scope.of_row(item)) for item in rows.items)
    every = evened(columns, (*body, *total_rows(schedule, rows.items, scope)))
    return (
        Table(
            columns=columns,
            head=(TableRow(tuple(Cell(((Text(column.heading),),)) for column in schedule.columns)),),
            rows=every,
            note=note_of(schedule, scope),
            summary=_summary(schedule, len(body)),
            size=schedule.size,
            named=_named(body),
        ),
    )


def _row(columns: tuple[ScheduleColumn, ...], scope: Scope) -> TableRow:
    return TableRow(tuple(_cell(column, scope) for column in columns))


def _cell(column: ScheduleColumn, scope: Scope) -> Cell:
    if column.score:
        return score_cell(column.score, scope)
    found = cell(evaluate(column.text, scope))
    return replace(found, lines=tuple(map(_labelled, found.lines)))


def _labelled(line: Inlines) -> Inlines:
    """Return a line of a cell with the label bold that it begins with ("Where and when: ...")."""
    first, *rest = line
    if not rest or not isinstance(first, Text) or not _LABEL.fullmatch(first.text):
        return line
    return (replace(first, text=first.text.rstrip(), bold=True), Text(" "), *rest)


def _named(rows: tuple[TableRow, ...]) -> int:
    """Return how many columns it takes to tell the rows apart, up to three; one if they do not."""
    for count in range(1, _MOST_NAMED + 1):
        names = {tuple(plain(line) for cell in row.cells[:count] for line in cell.lines) for row in rows}
        if len(names) == len(rows) and all(len(row.cells) > count for row in rows):
            return count
    return 1


def _summary(schedule: Schedule, rows: int) -> str:
    headings = "; ".join(column.heading for column in schedule.columns)
    return f"{schedule.heading}, {rows} {'row' if rows == 1 else 'rows'}. Columns: {headings}."
