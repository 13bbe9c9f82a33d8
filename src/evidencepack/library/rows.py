# SPDX-License-Identifier: MPL-2.0
"""Rows of the tables of a record: its own, and the shared records that its kind shows in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Answer, FieldType, Reference, Table
from evidencepack.library.conditions import Reader, holds
from evidencepack.library.header import is_over
from evidencepack.library.model import Field, Kind, Library

ORGANISATION = "organisation"
"""The kind of record that parties are, and the column or field in which a table names them."""


def shared_rows(record: Record, field: Field, facts: Facts, library: Library) -> Iterator[Record]:
    """Yield the shared records that a table shows: those of its kind, of the parties, and that pass its conditions.

    A record whose party is not said is everybody's. A document shows neither itself nor one that is over.
    """
    parties = parties_of(record, library[record.kind], facts, library) if field.of_parties else frozenset()
    documents = library[field.rows_of].document
    for row in facts.of_kind(field.rows_of):
        party = row.answers.get(field.by)
        stranger = field.of_parties and isinstance(party, Reference) and party.record not in parties
        hidden = documents and (row.id == record.id or is_over(row))
        if not stranger and not hidden and holds(field.only, row.answers, rows=reader(row, facts, library)):
            yield row


def parties_of(record: Record, kind: Kind, facts: Facts, library: Library) -> frozenset[str]:
    """Return the ids of the organisations that are the parties of a document; none for other records."""
    field = kind.fields.get(kind.parties)
    named = _named(record, field, facts, library) if field else ()
    return frozenset(one.record for one in named if isinstance(one, Reference))


def reader(record: Record, facts: Facts, library: Library) -> Reader:
    """Return what gives a condition the rows of a table of this record."""

    def read(table: str) -> Iterable[Mapping[str, Answer]]:
        field = library[record.kind].fields.get(table)
        if field is not None and field.rows_of:
            return (row.answers for row in shared_rows(record, field, facts, library))
        return own_cells(record, table)

    return read


def own_cells(record: Record, table: str) -> Iterable[Mapping[str, Answer]]:
    """Return the cells of each row that a record has in a table of its own."""
    answer = record.answers.get(table)
    return (row.cells for row in answer.rows) if isinstance(answer, Table) else ()


def _named(record: Record, field: Field, facts: Facts, library: Library) -> Iterable[Answer | None]:
    if field.type is FieldType.REFERENCE:
        return (record.answers.get(field.id),)
    if field.rows_of == ORGANISATION:
        return (Reference(row.id) for row in shared_rows(record, field, facts, library))
    return (cells.get(ORGANISATION) for cells in own_cells(record, field.id))
