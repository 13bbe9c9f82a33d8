# SPDX-License-Identifier: MPL-2.0
"""Show: every answer of a record with its path, its label and its text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Row, Table
from evidencepack.library.calling import desk, records_called
from evidencepack.library.entry import Desk, entry_text
from evidencepack.library.model import Field, Library
from evidencepack.library.rows import shared_rows
from evidencepack.usecases.finding_records import NotFoundError, called, find_record


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One answer: its path, the same as a person would type it, the field's label, the text (empty if unanswered)."""

    path: str
    name: str
    label: str
    value: str


def show_record(facts: Facts, name: str, *, library: Library) -> tuple[AnswerRow, ...]:
    """Return the answers of the record called so, in the order of its steps, tables cell by cell.

    RECORD/FIELD is one question of it; a table of records is shown with the answers of each of them.

    Raises:
        NotFoundError: if nothing is called so.
    """
    home, _, asked = name.rpartition("/")
    if home and not records_called(facts, name):
        return _part(facts, find_record(facts, home), asked, library)
    record = find_record(facts, name)
    kind = library[record.kind]
    at = desk(facts, date.min)
    fields = [kind.fields[field] for step in kind.steps for field in step.fields]
    name = called(facts, record)
    return tuple(row for field in fields for row in _rows(record, name, field, at))


def _part(facts: Facts, record: Record, asked: str, library: Library) -> tuple[AnswerRow, ...]:
    kind = library[record.kind]
    if asked not in kind.fields:
        raise NotFoundError(f"{kind.title}: there is no question called “{asked}”. It has: {', '.join(kind.fields)}.")
    field = kind.fields[asked]
    if field.rows_of:
        rows = shared_rows(record, field, facts, library)
        return tuple(one for row in rows for one in show_record(facts, called(facts, row), library=library))
    return tuple(_rows(record, called(facts, record), field, desk(facts, date.min)))


def _rows(record: Record, called_so: str, field: Field, at: Desk) -> Iterator[AnswerRow]:
    answer = record.answers.get(field.id)
    if isinstance(answer, Table):
        for number, row in enumerate(answer.rows, 1):
            yield from _cells(
                FieldPath(record.id, field.id, row.id), f"{called_so}/{field.id}/{number}", field, row, at
            )
    elif not field.rows_of:
        text = "" if answer is None else entry_text(field, answer, at)
        yield AnswerRow(str(FieldPath(record.id, field.id)), f"{called_so}/{field.id}", field.label, text)


def _cells(of: FieldPath, called_so: str, field: Field, row: Row, at: Desk) -> Iterator[AnswerRow]:
    for column in field.columns:
        cell = row.cells.get(column.id)
        text = "" if cell is None else entry_text(column, cell, at)
        path = str(replace(of, column=column.id))
        yield AnswerRow(path, f"{called_so}/{column.id}", f"{field.label}: {column.label}", text)
