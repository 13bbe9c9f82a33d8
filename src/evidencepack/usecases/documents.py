# SPDX-License-Identifier: MPL-2.0
"""The documents of a tender, one line each, with what is still missing in them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts, Record
from evidencepack.library.header import goes_into_pack, place_in_pack
from evidencepack.library.model import Library
from evidencepack.usecases.forms import StepState, look_again, unanswered


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


def document_rows(facts: Facts, library: Library, *, troubled: Collection[FieldPath] = ()) -> tuple[DocumentRow, ...]:
    """Return the documents of a tender in the order of the pack, then as entered.

    Args:
        facts: the tender's records.
        library: the kinds.
        troubled: where something stands that cannot be read as an answer.
    """
    found = [record for record in facts.records.values() if library[record.kind].document]
    found.sort(key=lambda record: place_in_pack(record, library[record.kind]))
    return tuple(_row(facts, library, record, troubled) for record in found)


def _row(facts: Facts, library: Library, record: Record, troubled: Collection[FieldPath]) -> DocumentRow:
    missing = len(unanswered(facts, library, record))
    state = StepState.STARTED if missing else StepState.COMPLETE
    if look_again(facts, library, record, troubled):
        state = StepState.ATTENTION
    kind = library[record.kind]
    title = str(record.answers.get("title", kind.plain_title))
    return DocumentRow(record.id, kind.title, title, record.reference, missing, state, goes_into_pack(record, kind))
