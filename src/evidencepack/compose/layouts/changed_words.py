# SPDX-License-Identifier: MPL-2.0
"""What whoever signs should know: changed clauses that need advice, and where a paper differs."""

from __future__ import annotations

from evidencepack.blocks.blocks import Block, Bullets, Cell, Column, Paragraph, Table, TableRow
from evidencepack.blocks.inlines import Inlines, Text
from evidencepack.compose.clauses import ADVICE
from evidencepack.compose.formats import short_date
from evidencepack.compose.layouts.papers import called, papers
from evidencepack.compose.layouts.parts import note_of
from evidencepack.compose.modified import ModifiedClause, modified_clauses
from evidencepack.compose.scope import Scope
from evidencepack.compose.telling import differences
from evidencepack.library.model import Schedule

_HEAD = ("Paper", "Clause", "Whose advice", "What is recorded")
_WIDTHS = (30.0, 35.0, 40.0, 0.0)
NOTHING_CHANGED = "Every clause that needs advice stands as the template has it, and no paper differs from the others."
_OWN = "A clause of our own: nothing of it stands in the template."


def changed_words(schedule: Schedule, scope: Scope) -> tuple[Block, ...]:
    """Return a table of modified clauses, and the differences of each paper in its own words."""
    found = [
        (paper, modified_clauses(paper.record, scope.facts, scope.library, scope.audience)) for paper in papers(scope)
    ]
    rows = tuple(_row(called(paper, scope)[0], one) for paper, clauses in found for one in clauses)
    apart = tuple(block for paper, _ in found for block in _differences(paper, scope))
    table = Table(
        columns=tuple(map(Column, _WIDTHS)),
        head=(TableRow(tuple(Cell(((Text(words),),)) for words in _HEAD)),),
        rows=rows,
        note=note_of(schedule, scope),
        summary=f"{schedule.heading}: clauses that need advice and are not the template’s.",
        size=schedule.size,
    )
    return (*((table,) if rows else ()), *apart) or (Paragraph((Text(NOTHING_CHANGED),)),)


def _row(reference: Inlines, one: ModifiedClause) -> TableRow:
    advice = tuple((Text(ADVICE[each]),) for each in one.advice)
    return TableRow(
        (Cell((reference,)), Cell((one.heading, (Text("modified", bold=True),))), Cell(advice), Cell(said_of(one)))
    )


def said_of(one: ModifiedClause) -> tuple[Inlines, ...]:
    """Return why a clause was changed, and what is recorded of an adviser's yes, line by line."""
    if one.own:
        return ((Text(_OWN),),)
    by = f"{one.adviser} said yes{f' on {short_date(one.advised_on)}' if one.advised_on else ''}."
    return tuple(
        (Text(words),) for words in (one.reason, by if one.adviser else "No adviser’s yes is recorded.") if words
    )


def _differences(paper: Scope, scope: Scope) -> tuple[Block, ...]:
    """Return the differences of a paper under its reference."""
    found = [block for block in differences(paper, scope.facts) if isinstance(block, Bullets)]
    heading = Paragraph((*called(paper, scope)[0], Text(" says in its own words:")))
    return (heading, *found) if found else ()
