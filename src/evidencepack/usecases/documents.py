# SPDX-License-Identifier: MPL-2.0
"""The documents of a tender, one line each, with what is still missing in them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts
from evidencepack.library.header import goes_into_pack, place_in_pack
from evidencepack.library.model import Library
from evidencepack.usecases.forms import StepState, look_again, unanswered
from evidencepack.usecases.remembering import Remembered


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document: id, title of its kind, its own title or else plain words, reference, answers needed, state.

    ``in_pack``: whether it goes into the tender's pack.
    """

    id: str
    kind: str
    title: str
    reference: str
    missing: int
    state: StepState
    in_pack: bool = True


KnownRows: TypeAlias = Remembered[DocumentRow]
"""The lines of the documents of the tender in hand, as they were told last. Whoever has the tender in hand has one."""


def document_rows(
    facts: Facts, library: Library, *, troubled: Collection[FieldPath] = (), known: KnownRows | None = None
) -> tuple[DocumentRow, ...]:
    """Return the documents of a tender in the order of the pack, then as entered.

    Args:
        facts: the tender's records.
        library: the kinds.
        troubled: where something stands that cannot be read as an answer.
        known: lines of these documents told before; those that still are so are not worked out again.
    """
    found = [record for record in facts.records.values() if library[record.kind].document]
    found.sort(key=lambda record: place_in_pack(record, library[record.kind]))
    told, amiss = known or KnownRows(), frozenset(troubled)
    return tuple(told.about(one.id, facts, partial(_row, library, one.id, amiss), given=amiss) for one in found)


def _row(library: Library, document: str, troubled: Collection[FieldPath], facts: Facts) -> DocumentRow:
    record = facts.records[document]
    missing = len(unanswered(facts, library, record))
    state = StepState.STARTED if missing else StepState.COMPLETE
    if look_again(facts, library, record, troubled):
        state = StepState.ATTENTION
    kind = library[record.kind]
    title = str(record.answers.get("title", kind.plain_title))
    return DocumentRow(record.id, kind.title, title, record.reference, missing, state, goes_into_pack(record, kind))
