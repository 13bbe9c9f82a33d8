# SPDX-License-Identifier: MPL-2.0
"""Which records a tender's documents stand on: followed along every reference and table that is shown."""

from __future__ import annotations

from collections.abc import Iterator

from evidencepack.domain.record import Record
from evidencepack.domain.values import Answer, Reference, Table
from evidencepack.library.conditions import holds
from evidencepack.library.model import Field
from evidencepack.review.reading import Reading

_PARTY = "party"
_ORGANISATION = "organisation"


def records_in_use(reading: Reading) -> tuple[Record, ...]:
    """Return the documents, the tender, its ways of working, and every record they lead to; each once, in that order.

    A document that another one names is not followed: it is looked at when it is among the reading's documents.
    """
    found = {record.id: record for record in (*reading.documents, *_always(reading))}
    waiting = list(found.values())
    while waiting:
        for record in _named_by(reading, waiting.pop(0)):
            if record.id not in found and not reading.library[record.kind].document:
                found[record.id] = record
                waiting.append(record)
    return tuple(found.values())


def shared_rows(reading: Reading, record: Record, field: Field) -> tuple[Record, ...]:
    """Return the shared records that a table of a record shows: all of their kind, or only those of its parties."""
    rows = tuple(reading.facts.of_kind(field.rows_of))
    if not field.of_parties:
        return rows
    parties = _parties(reading, record)
    return tuple(row for row in rows if _party(row) is None or _party(row) in parties)


def is_shown(field: Field, record: Record) -> bool:
    """Whether the form of a record asks for a field at all."""
    return holds(field.shown_when, record.answers)


def _always(reading: Reading) -> Iterator[Record]:
    """The tender itself, and its records of kinds that are there once (its ways of working)."""
    for record in reading.facts.records.values():
        kind = reading.library[record.kind]
        if record.id == reading.tender or (kind.one_per_tender and not kind.document):
            yield record


def _named_by(reading: Reading, record: Record) -> Iterator[Record]:
    for field in reading.library[record.kind].fields.values():
        if not is_shown(field, record):
            continue
        if field.rows_of:
            yield from shared_rows(reading, record, field)
        yield from _referred(reading, record.answers.get(field.id))


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


def _parties(reading: Reading, record: Record) -> set[str]:
    table = record.answers.get(reading.library[record.kind].parties)
    cells = (row.cells.get(_ORGANISATION) for row in table.rows) if isinstance(table, Table) else ()
    return {cell.record for cell in cells if isinstance(cell, Reference)}


def _party(row: Record) -> str | None:
    party = row.answers.get(_PARTY)
    return party.record if isinstance(party, Reference) else None
