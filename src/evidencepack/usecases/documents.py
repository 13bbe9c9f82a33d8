# SPDX-License-Identifier: MPL-2.0
"""The documents of a tender, one line each, with what is still missing in them."""

from __future__ import annotations

from dataclasses import dataclass

from evidencepack.domain.record import Facts, Record
from evidencepack.library.model import Library
from evidencepack.usecases.forms import unanswered


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document: id, title of its kind, its own title or else plain words, reference, answers needed."""

    id: str
    kind: str
    title: str
    reference: str
    missing: int


def document_rows(facts: Facts, library: Library) -> tuple[DocumentRow, ...]:
    """Return the documents of a tender in the order of the pack, then as entered."""
    found = [record for record in facts.records.values() if library[record.kind].document]
    found.sort(key=lambda record: library[record.kind].order)
    return tuple(_row(facts, library, record) for record in found)


def _row(facts: Facts, library: Library, record: Record) -> DocumentRow:
    missing = len(unanswered(facts, library, record))
    kind = library[record.kind]
    title = str(record.answers.get("title", kind.plain_title))
    return DocumentRow(record.id, kind.title, title, record.reference, missing)
