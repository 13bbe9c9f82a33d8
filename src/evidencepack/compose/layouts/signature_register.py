# SPDX-License-Identifier: MPL-2.0
"""Who signs which paper, by when, and what is recorded of it: over all papers of the tender."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from evidencepack.blocks.blocks import Block, Cell, Column, Paragraph, Table, TableRow
from evidencepack.blocks.inlines import Inlines, Text
from evidencepack.compose.bound import Answered, Entity, RowOf
from evidencepack.compose.filters import FILTERS
from evidencepack.compose.layouts.papers import called, organisation, papers
from evidencepack.compose.layouts.parts import note_of
from evidencepack.compose.printing import printed
from evidencepack.compose.scope import Scope
from evidencepack.compose.signature import ACKNOWLEDGED, Asked, signatories, signature_lines
from evidencepack.compose.signed import EXCEPTIONS, PAPER, PARTY, SIGNED_ON, is_signed, people_to_sign, row_of
from evidencepack.domain.trade import SignatureStage
from evidencepack.library.model import Schedule

STAGES: Mapping[SignatureStage, str] = {
    SignatureStage.BEFORE_SUBMISSION: "before submission",
    SignatureStage.ON_AWARD: "on award",
    SignatureStage.BEFORE_GO_LIVE: "before go-live",
}
_HEAD = ("Paper", "Version and code", "For", "Who signs", "Signed")
_WIDTHS = (26.0, 36.0, 27.0, 0.0, 34.0)
_NOTHING = "No paper of this tender asks for a signature yet."


def signature_register(schedule: Schedule, scope: Scope) -> tuple[Block, ...]:
    """Return how many signatures are in, and a row for each; lists to initial have one row for the paper."""
    recorded = [item for item in scope.rows(schedule.of).items if isinstance(item, RowOf)]
    found = [(paper, _about(paper, recorded)) for paper in papers(scope)]
    rows = list(chain.from_iterable(_rows(paper, scope, about) for paper, about in found))
    if not rows:
        return (Paragraph((Text(_NOTHING),)),)
    return (
        Paragraph((Text(_sum(found)),)),
        Table(
            columns=tuple(map(Column, _WIDTHS)),
            head=(TableRow(tuple(Cell(((Text(words),),)) for words in _HEAD)),),
            rows=tuple(rows),
            note=note_of(schedule, scope),
            summary=f"{schedule.heading}: paper, party, signatory, by when, and what is recorded.",
            size=schedule.size,
        ),
    )


def _about(paper: Scope, recorded: Sequence[RowOf]) -> list[RowOf]:
    return [item for item in recorded if item.row.cells.get(PAPER) == paper.record.reference]


def _sum(found: Sequence[tuple[Scope, Sequence[RowOf]]]) -> str:
    """Return "17 of 19 signatures are in. Still due: 2 on award."."""
    asked = [
        (one, row_of(one, [item.row for item in about])) for paper, about in found for one in people_to_sign(paper)
    ]
    done = sum(is_signed(row) for _, row in asked)
    said = f"{done} of {len(asked)} {'signature is' if len(asked) == 1 else 'signatures are'} in."
    left = [one.stage for one, row in asked if not is_signed(row)]
    due = ", ".join(f"{left.count(stage)} {words}" for stage, words in STAGES.items() if stage in left)
    return f"{said} Still due: {due}." if due else said


def _rows(paper: Scope, scope: Scope, about: Sequence[RowOf]) -> Iterator[TableRow]:
    reference, which = (Cell((words,)) for words in called(paper, scope))
    for place, one in enumerate(people_to_sign(paper)):
        row = row_of(one, [item.row for item in about])
        item = next((item for item in about if item.row is row), None)
        party = Cell((organisation(one, paper),))
        signed = Cell((_signed(scope, item, one.stage),))
        yield TableRow((reference, Cell(()) if place else which, party, Cell((_person(one, paper),)), signed))
    for line in signature_lines(paper):
        people = len(tuple(signatories(line, paper))) if line.kind == ACKNOWLEDGED else 0
        if people:
            item = next((item for item in about if PARTY not in item.row.cells), None)
            words = (Text(f"{people} {'person' if people == 1 else 'people'}, by initials"),)
            yield TableRow((reference, which, Cell(()), Cell((words,)), Cell((_signed(scope, item, line.stage),))))


def _person(one: Asked, paper: Scope) -> Inlines:
    """Return the name of somebody who signs, in one script: the paper itself gives it in both."""
    if isinstance(one.person, Entity):
        return printed(paper, paper.step(one.person, "full_name"))
    return one.signatory.name


def _signed(scope: Scope, item: RowOf | None, stage: SignatureStage) -> Inlines:
    """Return "11 Feb 2027, on paper", or that it is still to come, and by when."""
    on = scope.step(item, SIGNED_ON) if item else None
    if item is None or not isinstance(on, Answered):
        needed = scope.step(item, "needed_by") if item else None
        by = (Text(", by "), *FILTERS["short_date"](scope, needed)) if isinstance(needed, Answered) else ()
        return (Text(f"Not yet: {STAGES[stage]}"), *by)
    how, but = scope.step(item, "method"), scope.step(item, EXCEPTIONS)
    ways = (Text(", "), *FILTERS["lower_first"](scope, how)) if isinstance(how, Answered) else ()
    without = (Text("; does not count yet: "), *printed(scope, but)) if isinstance(but, Answered) else ()
    return (*FILTERS["short_date"](scope, on), *ways, *without)
