# SPDX-License-Identifier: MPL-2.0
"""The documents of a tender, one line each, with what is still missing in them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum, StrEnum
from functools import partial
from typing import TypeAlias

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts, Record
from evidencepack.library.header import goes_into_pack, is_over, place_in_pack
from evidencepack.library.model import Library
from evidencepack.pack.numbering import ANNEX, SECTION, kept_of, numbers_of, pack_order, scheme_of
from evidencepack.usecases.forms import StepState, look_again
from evidencepack.usecases.missing import missing_in
from evidencepack.usecases.remembering import Remembered


class Standing(Enum):
    """How a paper stands, from the least far to the farthest; and the two reasons why there is none."""

    ATTENTION = "look again"
    CHANGED = "changed since signed"
    STARTED = "in progress"
    NOT_STARTED = "not started"
    OUT = "out for signing"
    COMPLETE = "ready"
    SIGNED = "signed"
    OVER = "not in use"
    ONE_FOR_ALL = "one for all"
    NOT_NEEDED = "not needed"


READY = frozenset({Standing.COMPLETE, Standing.SIGNED})
"""A paper that can go as it is. One that is out for signing is waited for."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of papers that takes reading them, each by its id, as far as they were read.

    ``changed`` say other words by now than those that were signed; in ``blocked`` something must be fixed besides
    answers that are missing; ``gaps`` are the paths of the answers whose places the pages show empty.
    """

    changed: frozenset[str] = frozenset()
    blocked: frozenset[str] = frozenset()
    gaps: Mapping[str, frozenset[str]] = field(default_factory=dict)


NOTHING_SEEN = Seen()


class RowSort(StrEnum):
    """What a line of the pack's list is: a paper of ours, a file from outside, or a heading."""

    PAPER = "paper"
    ANNEX = "annex"
    SECTION = "section"


_SORTS = {ANNEX: RowSort.ANNEX, SECTION: RowSort.SECTION}


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document: id, title of its kind, its own title or else plain words, reference, answers missing, state.

    ``in_pack``: whether it goes into the tender's pack. ``standing``: the one word on how it stands, which every place
    says of it; ``state`` is that of its form alone. ``letter`` is what the list of the pack calls it; elsewhere empty.
    """

    id: str
    kind: str
    title: str
    reference: str
    missing: int
    state: StepState
    in_pack: bool = True
    standing: Standing = Standing.STARTED
    letter: str = ""
    sort: RowSort = RowSort.PAPER

    @property
    def is_ready(self) -> bool:
        """Whether it can go as it is."""
        return self.standing in READY


KnownRows: TypeAlias = Remembered[DocumentRow]
"""The lines of the documents of the tender in hand, as they were told last. Whoever has the tender in hand has one."""


def document_rows(
    facts: Facts,
    library: Library,
    *,
    troubled: Collection[FieldPath] = (),
    known: KnownRows | None = None,
    seen: Seen = NOTHING_SEEN,
) -> tuple[DocumentRow, ...]:
    """Return the documents of a tender in the order of the pack, then as entered.

    Args:
        facts: the tender's records.
        library: the kinds.
        troubled: where something stands that cannot be read as an answer.
        known: lines of these documents told before; those that still are so are not worked out again.
        seen: what is known of the papers that takes reading them.
    """
    found = [record for record in facts.records.values() if library[record.kind].document]
    found.sort(key=lambda record: place_in_pack(record, library[record.kind]))
    told, amiss = known or KnownRows(), frozenset(troubled)

    def row(document: str) -> DocumentRow:
        gaps = seen.gaps.get(document, frozenset())
        return told.about(document, facts, partial(_row, library, document, amiss, gaps), given=(amiss, gaps))

    return tuple(_as_seen(row(one.id), seen) for one in found)


def pack_list(
    facts: Facts,
    library: Library,
    *,
    troubled: Collection[FieldPath] = (),
    known: KnownRows | None = None,
    seen: Seen = NOTHING_SEEN,
) -> tuple[DocumentRow, ...]:
    """Return everything that can stand in the pack, in its order, then what is left out: papers, annexes, sections.

    Each has its letter. The arguments are those of ``document_rows``.
    """
    papers = {one.id: one for one in document_rows(facts, library, troubled=troubled, known=known, seen=seen)}
    amiss = frozenset(troubled)
    beside = {
        one.id: replace(_row(library, one.id, amiss, frozenset(), facts), sort=_SORTS[one.kind])
        for one in facts.records.values()
        if one.kind in _SORTS
    }
    order = pack_order(facts, library)
    names = numbers_of(order, scheme_of(facts.records[facts.tender]), kept_of(facts))
    rows = papers | beside
    inside = [replace(rows[one.id], letter=names[one.id]) for one in order]
    return (*inside, *(row for name, row in rows.items() if name not in names))


def _as_seen(row: DocumentRow, seen: Seen) -> DocumentRow:
    """Return a line as the paper stands by what is known of it: who reads "ready" has nothing left to do in it."""
    if row.standing in {Standing.ATTENTION, Standing.OVER}:
        return row
    if row.id in seen.changed:
        return replace(row, standing=Standing.CHANGED)
    stops = row.id in seen.blocked and row.standing in {Standing.COMPLETE, Standing.SIGNED, Standing.OUT}
    return replace(row, standing=Standing.ATTENTION) if stops else row


def _standing(record: Record, state: StepState) -> Standing:
    if is_over(record):
        return Standing.OVER
    if state is StepState.ATTENTION:
        return Standing.ATTENTION
    if state is not StepState.COMPLETE:
        return Standing.STARTED
    said = {"out_for_signature": Standing.OUT, "signed": Standing.SIGNED}
    return said.get(str(record.answers.get("status", "")), Standing.COMPLETE)


def _row(
    library: Library, document: str, troubled: Collection[FieldPath], gaps: Collection[str], facts: Facts
) -> DocumentRow:
    record = facts.records[document]
    missing = len(missing_in(facts, library, record, gaps))
    state = StepState.STARTED if missing else StepState.COMPLETE
    if look_again(facts, library, record, troubled):
        state = StepState.ATTENTION
    kind = library[record.kind]
    title = str(record.answers.get("title", kind.plain_title))
    packed, standing = goes_into_pack(record, kind), _standing(record, state)
    return DocumentRow(record.id, kind.title, title, record.reference, missing, state, packed, standing)
