# SPDX-License-Identifier: MPL-2.0
"""Which records a tender's documents stand on: followed along every reference and table that is shown."""

from __future__ import annotations

from collections.abc import Iterator

from evidencepack.domain.record import Record
from evidencepack.domain.values import Answer, FieldType, Reference, Table
from evidencepack.library import rows
from evidencepack.library.conditions import holds
from evidencepack.library.model import Field
from evidencepack.review.reading import Reading

_NAMING = frozenset({FieldType.REFERENCE, FieldType.TABLE})


def records_in_use(reading: Reading) -> tuple[Record, ...]:
    """Return the documents, the tender, its ways of working, and every record they lead to; each once, in that order.

    A document that another one names is not followed: it is looked at when it is among the reading's documents.
    """
    return reading.once(_in_use)


def named_by(reading: Reading, document: Record) -> frozenset[str]:
    """Return the ids of the records that a document names in its answers or shows in its tables."""
    return frozenset(reading.once(_named_by, document.id))


def records_there(reading: Reading) -> tuple[Record, ...]:
    """Return every record of the tender and all that tenders share; documents that are over are left out."""
    return reading.once(_there)


def _there(reading: Reading) -> tuple[Record, ...]:
    current = {document.id for document in reading.documents}
    records = reading.facts.records.values()
    return tuple(one for one in records if one.id in current or not reading.library[one.kind].document)


def _in_use(reading: Reading) -> tuple[Record, ...]:
    found = {record.id: record for record in (*reading.documents, *_always(reading))}
    waiting = list(found.values())
    while waiting:
        for name in reading.once(_named_by, waiting.pop(0).id):
            record = reading.facts.records[name]
            if name not in found and not reading.library[record.kind].document:
                found[name] = record
                waiting.append(record)
    return tuple(found.values())


def shared_rows(reading: Reading, record: Record, field: Field) -> tuple[Record, ...]:
    """Return the shared records that a table of a record shows: of its parties, and as its kind narrows them."""
    return tuple(rows.shared_rows(record, field, reading.facts, reading.library))


def is_shown(reading: Reading, field: Field, record: Record) -> bool:
    """Whether the form of a record asks for a field at all."""
    return not field.shown_when or holds(field.shown_when, record.answers, rows=reading.rows(record))


def _always(reading: Reading) -> Iterator[Record]:
    """The tender itself, and its records of kinds that are there once (its ways of working)."""
    for record in reading.facts.records.values():
        kind = reading.library[record.kind]
        if record.id == reading.tender or (kind.one_per_tender and not kind.document):
            yield record


def _named_by(reading: Reading, name: str) -> tuple[str, ...]:
    """Return the ids of the records that one names in answers that are shown."""
    record, found = reading.facts.records[name], dict[str, None]()
    for field in reading.library[record.kind].fields.values():
        if field.type not in _NAMING or not is_shown(reading, field, record):
            continue
        rows = shared_rows(reading, record, field) if field.rows_of else ()
        found |= {one.id: None for one in (*rows, *_referred(reading, record.answers.get(field.id)))}
    return tuple(found)


def _referred(reading: Reading, answer: Answer | None) -> Iterator[Record]:
    match answer:
        case Reference():
            target = reading.facts.get(answer.record)
            if target:
                yield target
        case Table():
            for row in answer.rows:
                for cell in row.cells.values():
                    yield from _referred(reading, cell)
