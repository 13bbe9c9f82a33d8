# SPDX-License-Identifier: MPL-2.0
"""Words that somebody typed and that others read: in the records on which documents stand, and in house wording."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Record
from evidencepack.domain.trade import Visibility
from evidencepack.domain.values import FieldType, Table
from evidencepack.library.conditions import holds
from evidencepack.library.model import Field
from evidencepack.library.wording import house_wordings
from evidencepack.review.reading import Reading
from evidencepack.review.scope import is_shown

_TYPED = frozenset({FieldType.TEXT, FieldType.LONG_TEXT})
_ROW = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
"""The id of a row, which a grid fills in for itself: no words."""


@dataclass(frozen=True, slots=True)
class Prose:
    """Some words: the record they are about, where they are kept, what was asked (without its mark), and what they say.

    ``about`` is the document whose clause it is, where the words are those of a house.
    """

    about: Record
    path: FieldPath
    label: str
    text: str


def prose_of(reading: Reading, record: Record) -> tuple[Prose, ...]:
    """Return the words of a record that partners or the buyer may read, those of a house too where it is a document.

    What is private, or hidden by a condition, is left out.
    """
    return reading.once(_prose, record.id)


def words_of(reading: Reading, record: Record) -> tuple[Prose, ...]:
    """Return the words of one record, those in its tables too."""
    return reading.once(_words, record.id)


def _prose(reading: Reading, name: str) -> tuple[Prose, ...]:
    record = reading.facts.records[name]
    house = _of_house(reading, record) if reading.library[record.kind].document else ()
    return (*words_of(reading, record), *house)


def _words(reading: Reading, name: str) -> tuple[Prose, ...]:
    return tuple(_of_record(reading, reading.facts.records[name]))


def _of_record(reading: Reading, record: Record) -> Iterator[Prose]:
    for field in reading.library[record.kind].fields.values():
        answer = record.answers.get(field.id)
        if answer is None or field.visibility is Visibility.PRIVATE or not is_shown(reading, field, record):
            continue
        if isinstance(answer, str) and field.type in _TYPED:
            yield Prose(record, FieldPath(record.id, field.id), plain_label(field), answer)
        elif isinstance(answer, Table) and not field.rows_of:
            yield from _cells(reading, record, field, answer)


def plain_label(field: Field) -> str:
    """Return what was asked, without a question mark: it stands inside a sentence."""
    return field.label.rstrip("?")


def _cells(reading: Reading, record: Record, field: Field, table: Table) -> Iterator[Prose]:
    columns, rows = [column for column in field.columns if column.type in _TYPED], reading.rows(record)
    for number, row in enumerate(table.rows, start=1):
        for column in columns:
            cell = row.cells.get(column.id)
            words = isinstance(cell, str) and not _ROW.fullmatch(cell)
            if isinstance(cell, str) and words and holds(column.shown_when, record.answers, row.cells, rows=rows):
                label = f"{plain_label(field)}: {plain_label(column)}, line {number}"
                yield Prose(record, FieldPath(record.id, field.id, row.id, column.id), label, cell)


def _of_house(reading: Reading, document: Record) -> Iterator[Prose]:
    kind = reading.library[document.kind]
    said = {one.part: one for one in house_wordings(reading.facts) if one.kind == kind.id}
    for clause in kind.clauses:
        if clause.key in said and holds(clause.when, document.answers, rows=reading.rows(document)):
            one = said[clause.key]
            yield Prose(document, FieldPath(one.record, "text"), one.heading or clause.heading, one.text)
