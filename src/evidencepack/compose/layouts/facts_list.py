# SPDX-License-Identifier: MPL-2.0
"""Two columns of what and words, for facts that are no list of like things; once, or once for each row."""

from __future__ import annotations

from dataclasses import replace

from evidencepack.blocks.blocks import Block, Cell, Column, Table, TableRow
from evidencepack.blocks.inlines import Text
from evidencepack.compose.evaluate import evaluate
from evidencepack.compose.layouts.parts import no_rows, note_of
from evidencepack.compose.paragraphs import cell
from evidencepack.compose.scope import Scope
from evidencepack.library.model import Schedule

_LABELS = 47.0


def facts_list(schedule: Schedule, scope: Scope) -> tuple[Block, ...]:
    """Return a table of label and words; with ``of``, one for each row. Facts without words are left out."""
    if not schedule.of:
        return (replace(_table(schedule, scope), note=note_of(schedule, scope)),)
    rows = scope.rows(schedule.of)
    if not rows.items:
        return no_rows(schedule, rows)
    *tables, last = [_table(schedule, scope.of_row(item)) for item in rows.items]
    return (*tables, replace(last, note=note_of(schedule, scope)))


def _table(schedule: Schedule, scope: Scope) -> Table:
    facts = ((column.heading, cell(evaluate(column.text, scope))) for column in schedule.columns)
    rows = tuple(TableRow((Cell(((Text(label),),)), words)) for label, words in facts if words.lines)
    return Table(
        columns=(Column(_LABELS), Column()),
        head=(),
        rows=rows,
        summary=f"{schedule.heading}: what each thing is, then its words.",
        size=schedule.size,
    )
