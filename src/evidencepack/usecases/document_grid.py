# SPDX-License-Identifier: MPL-2.0
"""The papers of a tender as a grid: kinds down, the whole partnership and each partner across, with how far each is."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.ids import new_id
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import FieldType, Reference
from evidencepack.library.model import Kind, Library
from evidencepack.usecases.changes import AddRecord, SetAnswer, Single
from evidencepack.usecases.documents import DocumentRow, KnownRows, document_rows
from evidencepack.usecases.forms import StepState
from evidencepack.usecases.naming import next_reference
from evidencepack.usecases.suggesting import type_of
from evidencepack.usecases.tender_view import WHOLE, partner_of, partners_of, short_name

_PARTNER = "partner"


class Standing(Enum):
    """How a paper stands, from the least far to the farthest; and the two reasons why there is none."""

    ATTENTION = "look again"
    STARTED = "in progress"
    NOT_STARTED = "not started"
    OUT = "out for signing"
    COMPLETE = "complete"
    SIGNED = "signed"
    ONE_FOR_ALL = "one for all"
    NOT_NEEDED = "not needed"


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell: how its papers stand (the least far of them), their ids, and a word on them: version or number.

    ``missing`` counts answers that are needed in them.
    """

    standing: Standing
    documents: tuple[str, ...] = ()
    tail: str = ""
    missing: int = 0


@dataclass(frozen=True, slots=True)
class GridRow:
    """A kind: its id and title, and a cell for each column."""

    kind: str
    title: str
    cells: tuple[GridCell, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """The grid. ``partners`` are the columns behind the first, by id with their short names; ``WHOLE`` is the first."""

    partners: Mapping[str, str]
    rows: tuple[GridRow, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The ids of the columns, from left to right."""
        return (WHOLE, *self.partners)


def document_grid(
    facts: Facts, library: Library, *, troubled: Collection[FieldPath] = (), known: KnownRows | None = None
) -> Grid:
    """Return the grid of a tender: the kinds it has papers of, and those that its partners suggest.

    Args:
        facts: the tender's records.
        library: the kinds.
        troubled: where something stands that cannot be read as an answer.
        known: lines of these documents told before, as ``document_rows`` takes them.
    """
    partners = {one.id: one for one in partners_of(facts)}
    found: dict[tuple[str, str], list[DocumentRow]] = {}
    for paper in document_rows(facts, library, troubled=troubled, known=known):
        record = facts.records[paper.id]
        found.setdefault((record.kind, partner_of(facts, record, partners)), []).append(paper)
    suggested = set(_suggested(library, partners))
    wanted = {kind for kind, _ in (*found, *suggested)}
    kinds = sorted((kind for kind in library.kinds.values() if kind.id in wanted), key=lambda kind: kind.order)
    columns = (WHOLE, *partners)
    rows = tuple(
        GridRow(kind.id, kind.title, tuple(_cell(facts, kind, column, found, suggested) for column in columns))
        for kind in kinds
    )
    return Grid({name: short_name(one) for name, one in partners.items()}, rows)


def new_paper(facts: Facts, library: Library, kind: str, partner: str = WHOLE) -> tuple[str, tuple[Single, ...]]:
    """Return the id of a new paper and the changes that make it, for a partner or for the whole partnership."""
    name = new_id()
    begun: list[Single] = [AddRecord(name, kind, next_reference(facts, library, kind), facts.tender)]
    if partner and _PARTNER in library[kind].fields:
        begun.append(SetAnswer(FieldPath(name, _PARTNER), FieldType.REFERENCE, Reference(partner)))
    return name, tuple(begun)


def is_for_one(kind: Kind) -> bool:
    """Whether a paper of a kind is about one partner."""
    return _PARTNER in kind.fields


def _suggested(library: Library, partners: Mapping[str, Record]) -> Iterator[tuple[str, str]]:
    """Yield each kind of paper that a type of partner begins with, and for whom."""
    for name, organisation in partners.items():
        sort = type_of(library, organisation)
        for kind in library.partner_types[sort].kinds if sort is not None else ():
            if library[kind].document:
                yield kind, name if is_for_one(library[kind]) else WHOLE


def _cell(
    facts: Facts,
    kind: Kind,
    column: str,
    found: Mapping[tuple[str, str], list[DocumentRow]],
    suggested: Collection[tuple[str, str]],
) -> GridCell:
    papers = found.get((kind.id, column), [])
    if papers:
        return _of_papers(facts, papers)
    if (kind.id, column) in suggested:
        return GridCell(Standing.NOT_STARTED)
    if column and (kind.id, WHOLE) in found and not is_for_one(kind):
        return GridCell(Standing.ONE_FOR_ALL)
    return GridCell(Standing.NOT_NEEDED)


def _of_papers(facts: Facts, papers: list[DocumentRow]) -> GridCell:
    standings = {paper.id: _standing(facts.records[paper.id], paper) for paper in papers}
    order = tuple(Standing)
    least = min(standings.values(), key=order.index)
    first = next(facts.records[paper.id] for paper in papers if standings[paper.id] is least)
    version = first.answers.get("version")
    tail = f"v{version}" if version and least in {Standing.SIGNED, Standing.OUT} else ""
    tail = str(len(papers)) if len(papers) > 1 else tail
    names = tuple(sorted(standings, key=lambda name: order.index(standings[name])))
    return GridCell(least, names, tail, sum(paper.missing for paper in papers))


def _standing(record: Record, paper: DocumentRow) -> Standing:
    if paper.state is StepState.ATTENTION:
        return Standing.ATTENTION
    if paper.state is not StepState.COMPLETE:
        return Standing.STARTED
    said = {"out_for_signature": Standing.OUT, "signed": Standing.SIGNED}
    return said.get(str(record.answers.get("status", "")), Standing.COMPLETE)
