# SPDX-License-Identifier: MPL-2.0
"""The papers of a tender as a grid: kinds down, the whole partnership and each partner across, with how far each is."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.ids import new_id
from evidencepack.domain.record import Facts, Record, short_name
from evidencepack.domain.values import FieldType, Reference
from evidencepack.library.model import Kind, Library
from evidencepack.usecases.changes import AddRecord, AddRow, SetAnswer, Single
from evidencepack.usecases.documents import NOTHING_SEEN, READY, DocumentRow, KnownRows, Seen, Standing, document_rows
from evidencepack.usecases.known_answers import known_cells, known_changes
from evidencepack.usecases.naming import next_reference
from evidencepack.usecases.suggesting import type_of
from evidencepack.usecases.tender_view import WHOLE, partner_of, partners_of

_PARTNER, _PARTIES, _ORGANISATION, _LEAD = "partner", "parties", "organisation", "lead_provider"

FIRST = "mou"
"""The paper that most partnerships begin with."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell: how its papers stand (the least far of them), their ids, and a word on them: version or number.

    ``missing`` counts answers that are needed in them, ``standings`` says of each paper how it stands.
    """

    standing: Standing
    documents: tuple[str, ...] = ()
    tail: str = ""
    missing: int = 0
    standings: tuple[Standing, ...] = ()

    @property
    def papers(self) -> tuple[Standing, ...]:
        """How those of its papers stand that are in use; one that is still to be begun is among them."""
        there = tuple(one for one in self.standings if one is not Standing.OVER)
        return there or ((Standing.NOT_STARTED,) if self.standing is Standing.NOT_STARTED else ())


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


@dataclass(frozen=True, slots=True)
class PaperCount:
    """How far the papers of a tender are, as every place says it: those that it has and those still to be begun.

    ``packed``: how many of them go into the pack.
    """

    papers: int
    ready: int
    out: int
    packed: int = 0
    changed: int = 0

    @property
    def work(self) -> int:
        """How many are neither ready nor out for signing, nor to be signed again."""
        return self.papers - self.ready - self.out - self.changed


@dataclass(frozen=True, slots=True)
class PartnerPapers:
    """The papers of a partner, or of the whole partnership: its id (``WHOLE``), short name, and how far they are.

    ``waiting`` is the title of the first that is not ready; empty if all are.
    """

    id: str
    name: str
    count: PaperCount
    waiting: str


def document_grid(
    facts: Facts,
    library: Library,
    *,
    troubled: Collection[FieldPath] = (),
    known: KnownRows | None = None,
    seen: Seen = NOTHING_SEEN,
) -> Grid:
    """Return the grid of a tender: the kinds it has papers of, and those that its partners suggest.

    Args:
        facts: the tender's records.
        library: the kinds.
        troubled: where something stands that cannot be read as an answer.
        known: lines of these documents told before, as ``document_rows`` takes them.
        seen: what is known of the papers that takes reading them.
    """
    partners = {one.id: one for one in partners_of(facts)}
    found: dict[tuple[str, str], list[DocumentRow]] = {}
    for paper in document_rows(facts, library, troubled=troubled, known=known, seen=seen):
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


def paper_count(
    facts: Facts,
    library: Library,
    *,
    troubled: Collection[FieldPath] = (),
    known: KnownRows | None = None,
    seen: Seen = NOTHING_SEEN,
) -> PaperCount:
    """Return how far the papers of a tender are; the arguments are those of ``document_grid``."""
    rows = document_rows(facts, library, troubled=troubled, known=known, seen=seen)
    grid = document_grid(facts, library, troubled=troubled, known=known, seen=seen)
    counted = _counted([one for row in grid.rows for one in row.cells])
    return replace(counted, packed=sum(one.in_pack for one in rows))


def partner_papers(grid: Grid) -> tuple[PartnerPapers, ...]:
    """Return how far the papers of each partner are, then those of the whole partnership."""
    found = []
    for at, column in sorted(enumerate(grid.columns), key=lambda one: one[1] == WHOLE):
        cells = [(row.title, row.cells[at]) for row in grid.rows]
        count = _counted([cell for _, cell in cells])
        waiting = next((title for title, cell in cells if any(one not in READY for one in cell.papers)), "")
        if count.papers:
            found.append(PartnerPapers(column, grid.partners.get(column, ""), count, waiting))
    return tuple(found)


def _counted(cells: Sequence[GridCell]) -> PaperCount:
    standings = [one for cell in cells for one in cell.papers]
    ready, out = sum(one in READY for one in standings), standings.count(Standing.OUT)
    return PaperCount(len(standings), ready, out, changed=standings.count(Standing.CHANGED))


def new_paper(facts: Facts, library: Library, kind: str, partner: str = WHOLE) -> tuple[str, tuple[Single, ...]]:
    """Return the id of a new paper and the changes that make it, for a partner or for the whole partnership.

    Who takes part is known already: a paper of parties begins with all of them, the one that leads first.
    """
    name = new_id()
    begun: list[Single] = [AddRecord(name, kind, next_reference(facts, library, kind), facts.tender)]
    if partner and _PARTNER in library[kind].fields:
        begun.append(SetAnswer(FieldPath(name, _PARTNER), FieldType.REFERENCE, Reference(partner)))
    begun += known_changes(facts, library[kind], name)
    return name, (*begun, *_parties(facts, library, library[kind], name))


def first_to_begin(grid: Grid) -> tuple[str, str] | None:
    """Return the kind of the paper to begin next and for whom, of those that are suggested; None without any."""
    waiting = [
        (row.kind, column)
        for row in grid.rows
        for column, cell in zip(grid.columns, row.cells, strict=True)
        if cell.standing is Standing.NOT_STARTED
    ]
    return min(waiting, key=lambda one: one[0] != FIRST, default=None)


def is_for_one(kind: Kind) -> bool:
    """Whether a paper of a kind is about one partner."""
    return _PARTNER in kind.fields


def _parties(facts: Facts, library: Library, kind: Kind, paper: str) -> Iterator[Single]:
    """Yield a line of a new paper for each that takes part, if its kind asks for the parties, with what is known."""
    asked = kind.fields.get(_PARTIES)
    if asked is None or asked.rows_of or not any(one.id == _ORGANISATION for one in asked.columns):
        return
    lead = facts.records[facts.tender].answers.get(_LEAD)
    leads = [lead.record] if isinstance(lead, Reference) and facts.get(lead.record) is not None else []
    for organisation in (*leads, *(one.id for one in partners_of(facts))):
        row = new_id()
        yield AddRow(paper, _PARTIES, row)
        path = FieldPath(paper, _PARTIES, row, _ORGANISATION)
        yield SetAnswer(path, FieldType.REFERENCE, Reference(organisation))
        known = known_cells(facts, library, organisation)
        for column in asked.columns:
            if column.id in known:
                cell = FieldPath(paper, _PARTIES, row, column.id)
                yield SetAnswer(cell, column.type, known[column.id].value)


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
    begun = column == WHOLE and any(name == kind.id for name, _ in found)
    if (kind.id, column) in suggested and not begun:
        return GridCell(Standing.NOT_STARTED)
    if column and (kind.id, WHOLE) in found and not is_for_one(kind):
        return GridCell(Standing.ONE_FOR_ALL)
    return GridCell(Standing.NOT_NEEDED)


def _of_papers(facts: Facts, papers: list[DocumentRow]) -> GridCell:
    standings = {paper.id: paper.standing for paper in papers}
    order = tuple(Standing)
    least = min(standings.values(), key=order.index)
    first = next(facts.records[paper.id] for paper in papers if standings[paper.id] is least)
    version = first.answers.get("version")
    tail = f"v{version}" if version and least in {Standing.SIGNED, Standing.OUT, Standing.CHANGED} else ""
    tail = str(len(papers)) if len(papers) > 1 else tail
    names = tuple(sorted(standings, key=lambda name: order.index(standings[name])))
    missing = sum(paper.missing for paper in papers)
    return GridCell(least, names, tail, missing, tuple(standings[name] for name in names))
