# SPDX-License-Identifier: MPL-2.0
"""A table with a row for each record or row, and the columns that the kind's file names."""

from __future__ import annotations

from evidencepack.blocks.blocks import Align, Block, Cell, Column, Paragraph, Table, TableRow
from evidencepack.blocks.inlines import Inlines, Text
from evidencepack.compose.evaluate import evaluate
from evidencepack.compose.paragraphs import lines, tidy
from evidencepack.compose.printing import missing_rows
from evidencepack.compose.scope import Scope
from evidencepack.library.model import Schedule, ScheduleColumn

_ALIGN = {"left": Align.LEFT, "centre": Align.CENTRE, "right": Align.RIGHT}


def record_table(schedule: Schedule, scope: Scope) -> tuple[Block, ...]:
    """Return the table; if it has no rows, the kind's sentence for that, or the mark of a gap."""
    rows = scope.rows(schedule.of)
    if not rows.items:
        return (Paragraph((Text(schedule.empty),) if schedule.empty else missing_rows(rows)),)
    body = tuple(table_row(schedule.columns, scope.of_row(item)) for item in rows.items)
    return (
        Table(
            columns=tuple(Column(column.width, _ALIGN[column.align]) for column in schedule.columns),
            head=(TableRow(tuple(Cell(((Text(column.heading),),)) for column in schedule.columns)),),
            rows=body,
            note=note_of(schedule, scope),
            summary=summary_of(schedule, len(body)),
            size=schedule.size,
        ),
    )


def table_row(columns: tuple[ScheduleColumn, ...], scope: Scope) -> TableRow:
    """Return the cells of one row."""
    return TableRow(tuple(Cell(lines(evaluate(column.text, scope))) for column in columns))


def note_of(schedule: Schedule, scope: Scope) -> Inlines:
    """Return the small print under a schedule's table."""
    return tidy(evaluate(schedule.note, scope)) if schedule.note else ()


def summary_of(schedule: Schedule, rows: int) -> str:
    """Return what a screen reader says of the table before it is read."""
    headings = "; ".join(column.heading for column in schedule.columns)
    return f"{schedule.heading}, {rows} {'row' if rows == 1 else 'rows'}. Columns: {headings}."
