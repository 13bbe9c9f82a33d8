# SPDX-License-Identifier: MPL-2.0
"""What is still to sign, with places to tick, to sign and to date: one row for each person and paper."""

from __future__ import annotations

from evidencepack.blocks.blocks import Align, Block, Cell, Column, Entry, Paragraph, Table, TableRow
from evidencepack.blocks.inlines import Text
from evidencepack.compose.bound import RowOf
from evidencepack.compose.layouts.papers import called, organisation, papers
from evidencepack.compose.layouts.parts import note_of
from evidencepack.compose.scope import Scope
from evidencepack.compose.signature import Asked
from evidencepack.compose.signed import PAPER, is_signed, people_to_sign, row_of
from evidencepack.library.model import Schedule

_HEAD = ("Who", "Paper", "I have read it", "I may sign", "Signature", "Date")
_COLUMNS = (
    Column(37.0),
    Column(43.0),
    Column(15.0, Align.CENTRE),
    Column(15.0, Align.CENTRE),
    Column(),
    Column(20.0),
)
_BOX = (Text("□", expansion="box to tick"),)
_ROOM = 11.5  # millimetres, for the hand
_NOTHING = "Everybody has signed."


def sign_off(schedule: Schedule, scope: Scope) -> tuple[Block, ...]:
    """Return a row for each signature that is not recorded yet, or one that counts for nothing yet."""
    recorded = [item.row for item in scope.rows(schedule.of).items if isinstance(item, RowOf)]
    rows = []
    for paper in papers(scope):
        about = [row for row in recorded if row.cells.get(PAPER) == paper.record.reference]
        rows += [_row(paper, scope, one) for one in people_to_sign(paper) if not is_signed(row_of(one, about))]
    if not rows:
        return (Paragraph((Text(_NOTHING),)),)
    return (
        Table(
            columns=_COLUMNS,
            head=(TableRow(tuple(Cell(((Text(words),),)) for words in _HEAD)),),
            rows=tuple(rows),
            note=note_of(schedule, scope),
            summary=f"{schedule.heading}: who, which paper, two boxes to tick, and room for a signature and a date.",
            size=schedule.size,
            row_height=_ROOM,
        ),
    )


def _row(paper: Scope, scope: Scope, one: Asked) -> TableRow:
    who = Cell((one.signatory.name, (Text("for "), *organisation(one, paper))))
    ticks = (Cell((_BOX,)), Cell((_BOX,)))
    return TableRow(
        (who, Cell(called(paper, scope)), *ticks, Cell((), entry=Entry.SIGNATURE), Cell((), entry=Entry.DATE))
    )
