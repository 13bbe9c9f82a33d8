# SPDX-License-Identifier: MPL-2.0
"""What an editor changes, as values, and the facts as they are after it. ``saving`` keeps them in the workspace."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from typing import TypeAlias, assert_never

from evidencepack.domain.examples import after_edit, answered_in, starter_of
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Answer, FieldType, Row, Scalar, Table


@dataclass(frozen=True, slots=True)
class SetAnswer:
    """An answer or a cell gets a value, or loses it (None)."""

    path: FieldPath
    type: FieldType
    value: Scalar | None


@dataclass(frozen=True, slots=True)
class AddRow:
    """A table gets a row, at its end."""

    record: str
    field: str
    row: str


@dataclass(frozen=True, slots=True)
class MoveRow:
    """A row goes behind another one, or to the front (empty)."""

    record: str
    field: str
    row: str
    after: str


@dataclass(frozen=True, slots=True)
class RemoveRow:
    """A table loses a row."""

    record: str
    field: str
    row: str


@dataclass(frozen=True, slots=True)
class AddRecord:
    """A record without answers is entered."""

    id: str
    kind: str
    reference: str
    tender: str


@dataclass(frozen=True, slots=True)
class RemoveRecord:
    """A record is removed; its history stays."""

    id: str


@dataclass(frozen=True, slots=True)
class BringBackRow:
    """A removed row comes back as it was, behind another one or to the front (empty)."""

    record: str
    field: str
    row: Row
    after: str


@dataclass(frozen=True, slots=True)
class BringBackRecord:
    """A removed record comes back as it was, to its place: behind another one of its kind, if there is one before it.

    The workspace knows the place itself.
    """

    record: Record
    after: str


@dataclass(frozen=True, slots=True)
class MarkExample:
    """A record or, with field and row, a row is an example, as far as the mark says (``domain.examples``)."""

    mark: str
    record: str
    field: str = ""
    row: str = ""


@dataclass(frozen=True, slots=True)
class Start:
    """What a starter gives, all of it or nothing: its parts in order, and what of them is an example then.

    ``field`` and ``row`` are empty where the whole record is one; then each of its rows is one too.
    """

    starter: str
    parts: tuple[AddRecord | AddRow | SetAnswer, ...]
    record: str
    field: str = ""
    row: str = ""


@dataclass(frozen=True, slots=True)
class MakeOurs:
    """A person says that an example is theirs as it stands: a record or, with field and row, a row.

    Rows that came from the same starter as their record go with it.
    """

    record: str
    field: str = ""
    row: str = ""


RowChange: TypeAlias = AddRow | MoveRow | RemoveRow | BringBackRow
"""What changes which rows a table has, or their order."""

Single: TypeAlias = (
    SetAnswer
    | AddRow
    | MoveRow
    | RemoveRow
    | BringBackRow
    | AddRecord
    | RemoveRecord
    | BringBackRecord
    | MarkExample
    | Start
    | MakeOurs
)
"""One thing that is changed."""


@dataclass(frozen=True, slots=True)
class Together:
    """Changes that are one: all of them are kept or none. ``reason`` is what the history says of each."""

    parts: tuple[Single, ...]
    reason: str = ""


Change: TypeAlias = Single | Together


def apply_change(facts: Facts, change: Change) -> Facts:
    """Return the facts as they are after a change."""
    match change:
        case SetAnswer():
            return _with(facts, _set(facts.records[change.path.record], change))
        case AddRow() | MoveRow() | RemoveRow() | BringBackRow():
            return _with_rows(facts, change, _rows_after(_rows(facts, change), change))
        case AddRecord() | RemoveRecord() | BringBackRecord():
            return _with_record(facts, change)
        case Start() | MarkExample() | MakeOurs():
            return _with_mark(facts, change)
        case Together():
            return reduce(apply_change, change.parts, facts)
        case _:
            assert_never(change)


def _with_record(facts: Facts, change: AddRecord | RemoveRecord | BringBackRecord) -> Facts:
    match change:
        case AddRecord():
            return _with(facts, Record(change.id, change.kind, change.reference, change.tender))
        case RemoveRecord():
            left = {name: record for name, record in facts.records.items() if name != change.id}
            return replace(facts, records=left)
        case BringBackRecord():
            return _with_back(facts, change)
        case _:
            assert_never(change)


def _with_mark(facts: Facts, change: Start | MarkExample | MakeOurs) -> Facts:
    match change:
        case Start():
            return _started(facts, change)
        case MarkExample():
            return _with(facts, _marked(facts.records[change.record], change, change.mark))
        case MakeOurs():
            return reduce(_unmarked, made_ours(facts.records[change.record], change), facts)
        case _:
            assert_never(change)


def _started(facts: Facts, change: Start) -> Facts:
    for part in (*change.parts, *marks_of(change)):
        facts = apply_change(facts, part)
    return facts


def marks_of(change: Start) -> tuple[MarkExample, ...]:
    """Return the marks of what a starter gave: its row or, of a whole record, the record and each of its rows."""
    added = (part for part in change.parts if isinstance(part, AddRow) and not change.row)
    rows = (MarkExample(change.starter, one.record, one.field, one.row) for one in added)
    return (MarkExample(change.starter, change.record, change.field, change.row), *rows)


def made_ours(record: Record, change: MakeOurs) -> tuple[MakeOurs, ...]:
    """Return the marks that go when a person says that an example is theirs."""
    if change.row or not record.example:
        return (change,)
    starter = starter_of(record.example)
    rows = ((field, row) for field in record.answers for row in rows_of(record, field))
    along = (MakeOurs(record.id, field, row.id) for field, row in rows if starter_of(row.example) == starter)
    return (change, *along)


def _unmarked(facts: Facts, change: MakeOurs) -> Facts:
    return _with(facts, _marked(facts.records[change.record], change, ""))


def _marked(record: Record, where: MakeOurs | MarkExample, mark: str) -> Record:
    if not where.row:
        return replace(record, example=mark)
    rows = (replace(row, example=mark) if row.id == where.row else row for row in rows_of(record, where.field))
    return replace(record, answers={**record.answers, where.field: Table(tuple(rows))})


def _with(facts: Facts, record: Record) -> Facts:
    return replace(facts, records={**facts.records, record.id: record})


def _with_back(facts: Facts, change: BringBackRecord) -> Facts:
    """Return the facts with a record behind another one; at the end where that one is gone."""
    back = change.record
    if change.after not in facts.records:
        return _with(facts, back)
    records: dict[str, Record] = {}
    for name, record in facts.records.items():
        records[name] = record
        if name == change.after:
            records[back.id] = back
    return replace(facts, records=records)


def _set(record: Record, change: SetAnswer) -> Record:
    """Return the record with an answer; what is edited is an example's no more, in its record or in its row."""
    path = change.path
    if not path.row:
        answers = _put(record.answers, path.field, change.value)
        mark = after_edit(record.example, answered_in(record), path.field)
        return record if answers == record.answers else replace(record, answers=answers, example=mark)
    rows = tuple(
        _with_cell(row, path.column, change.value) if row.id == path.row else row for row in rows_of(record, path.field)
    )
    if rows == rows_of(record, path.field):
        return record
    return replace(record, answers={**record.answers, path.field: Table(rows)})


def _with_cell(row: Row, column: str, value: Scalar | None) -> Row:
    cells = _cells(row.cells, column, value)
    return row if cells == row.cells else Row(row.id, cells, after_edit(row.example, answered_in(row), column))


def _put(answers: Mapping[str, Answer], name: str, value: Scalar | None) -> dict[str, Answer]:
    left = {key: answer for key, answer in answers.items() if key != name}
    return left if value is None else {**answers, name: value}


def _cells(cells: Mapping[str, Scalar], name: str, value: Scalar | None) -> dict[str, Scalar]:
    left = {key: cell for key, cell in cells.items() if key != name}
    return left if value is None else {**cells, name: value}


def changed_records(changes: Sequence[Change]) -> tuple[str, ...]:
    """Return the ids of the records that changes touch, each once."""
    return tuple(dict.fromkeys(name for change in changes for name in _touched(change)))


def _touched(change: Change) -> tuple[str, ...]:
    match change:
        case SetAnswer(path=path):
            return (path.record,)
        case AddRecord(id=name) | RemoveRecord(id=name):
            return (name,)
        case BringBackRecord(record=back):
            return (back.id,)
        case Start(parts=parts, record=name):
            return (name, *changed_records(parts))
        case Together(parts=singles):
            return changed_records(singles)
        case _:
            return (change.record,)


def rows_of(record: Record, field: str) -> tuple[Row, ...]:
    """Return the rows of a record's table; none where it has no such answer yet."""
    table = record.answers.get(field)
    return table.rows if isinstance(table, Table) else ()


def _rows(facts: Facts, change: RowChange) -> tuple[Row, ...]:
    return rows_of(facts.records[change.record], change.field)


def _rows_after(rows: Sequence[Row], change: RowChange) -> list[Row]:
    match change:
        case AddRow():
            return [*rows, Row(change.row)]
        case MoveRow():
            return _moved(rows, change)
        case RemoveRow():
            return [row for row in rows if row.id != change.row]
        case BringBackRow():
            return _put_behind(rows, change.row, change.after)
        case _:
            assert_never(change)


def _moved(rows: Sequence[Row], change: MoveRow) -> list[Row]:
    moved = next(row for row in rows if row.id == change.row)
    return _put_behind([row for row in rows if row.id != change.row], moved, change.after)


def _put_behind(rows: Sequence[Row], row: Row, after: str) -> list[Row]:
    at = next((number for number, one in enumerate(rows, 1) if one.id == after), 0)
    return [*rows[:at], row, *rows[at:]]


def _with_rows(facts: Facts, change: RowChange, rows: Sequence[Row]) -> Facts:
    record = facts.records[change.record]
    left = {name: answer for name, answer in record.answers.items() if name != change.field}
    answers = {**record.answers, change.field: Table(tuple(rows))} if rows else left
    return _with(facts, replace(record, answers=answers))
