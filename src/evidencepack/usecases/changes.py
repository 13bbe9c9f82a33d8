# SPDX-License-Identifier: MPL-2.0
"""What an editor changes, as values: shown at once on the facts in hand, kept in the workspace when it is due."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias, assert_never

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Answer, FieldType, Row, Scalar, Table
from evidencepack.errors import EvidencePackError
from evidencepack.store.workspace import Workspace


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
class Start:
    """What a starter gives, all of it or nothing: its parts in order, and what of them is an example then.

    ``field`` and ``row`` are empty where the whole record is one.
    """

    starter: str
    parts: tuple[AddRecord | AddRow | SetAnswer, ...]
    record: str
    field: str = ""
    row: str = ""


@dataclass(frozen=True, slots=True)
class MakeOurs:
    """A person says that an example is theirs as it stands: a record or, with field and row, a row."""

    record: str
    field: str = ""
    row: str = ""


Change: TypeAlias = SetAnswer | AddRow | MoveRow | RemoveRow | AddRecord | RemoveRecord | Start | MakeOurs


@dataclass(frozen=True, slots=True)
class Kept:
    """How many changes were kept, and the sentence that says why the next one was not (empty: all were)."""

    count: int
    problem: str = ""


def apply_change(facts: Facts, change: Change) -> Facts:
    """Return the facts as they are after a change."""
    match change:
        case SetAnswer():
            return _with(facts, _set(facts.records[change.path.record], change))
        case AddRow() | MoveRow() | RemoveRow():
            return _with_rows(facts, change, _rows_after(_rows(facts, change), change))
        case AddRecord():
            return _with(facts, Record(change.id, change.kind, change.reference, change.tender))
        case RemoveRecord():
            left = {name: record for name, record in facts.records.items() if name != change.id}
            return replace(facts, records=left)
        case Start():
            return _started(facts, change)
        case MakeOurs():
            return _with(facts, _marked(facts.records[change.record], change, ""))
        case _:
            assert_never(change)


def keep_changes(workspace: Workspace, changes: Sequence[Change]) -> Kept:
    """Keep changes in their order, each with its revision; stop at the first that cannot be kept."""
    for count, change in enumerate(changes):
        try:
            _keep(workspace, change)
        except EvidencePackError as error:
            return Kept(count, str(error))
    return Kept(len(changes))


def _keep(workspace: Workspace, change: Change) -> None:
    match change:
        case SetAnswer():
            workspace.set_value(change.path, change.type, change.value)
        case AddRow() | MoveRow() | RemoveRow():
            _keep_row(workspace, change)
        case AddRecord():
            workspace.add_record(change.kind, change.reference, tender=change.tender, id=change.id)
        case RemoveRecord():
            workspace.remove_record(change.id)
        case Start():
            _start(workspace, change)
        case MakeOurs():
            workspace.make_ours(change.record, field=change.field, row=change.row)
        case _:
            assert_never(change)


def _keep_row(workspace: Workspace, change: AddRow | MoveRow | RemoveRow) -> None:
    match change:
        case AddRow():
            workspace.add_row(change.record, change.field, id=change.row)
        case MoveRow():
            workspace.move_row(change.record, change.field, change.row, after=change.after)
        case RemoveRow():
            workspace.remove_row(change.record, change.field, change.row)
        case _:
            assert_never(change)


def _started(facts: Facts, change: Start) -> Facts:
    before = facts.get(change.record)
    for part in change.parts:
        facts = apply_change(facts, part)
    record = _marked(facts.records[change.record], change, change.starter)
    # A row that comes from a starter makes nothing else in the record anybody's own.
    return _with(facts, replace(record, example=before.example) if before and change.row else record)


def _start(workspace: Workspace, change: Start) -> None:
    with workspace.together():
        known = not any(isinstance(part, AddRecord) and part.id == change.record for part in change.parts)
        before = workspace.record(change.record).example if known and change.row else ""
        for part in change.parts:
            _keep(workspace, part)
        workspace.mark_example(change.record, change.starter, field=change.field, row=change.row)
        if before:
            workspace.mark_example(change.record, before)


def _marked(record: Record, where: Start | MakeOurs, mark: str) -> Record:
    if not where.row:
        return replace(record, example=mark)
    rows = (replace(row, example=mark) if row.id == where.row else row for row in rows_of(record, where.field))
    return replace(record, answers={**record.answers, where.field: Table(tuple(rows))})


def _with(facts: Facts, record: Record) -> Facts:
    return replace(facts, records={**facts.records, record.id: record})


def _set(record: Record, change: SetAnswer) -> Record:
    """Return the record with an answer; an edit makes the record, and the row it is in, nobody's example any more."""
    path = change.path
    if not path.row:
        answers = _put(record.answers, path.field, change.value)
        return record if answers == record.answers else replace(record, answers=answers, example="")
    rows = tuple(
        _with_cell(row, path.column, change.value) if row.id == path.row else row for row in rows_of(record, path.field)
    )
    if rows == rows_of(record, path.field):
        return record
    return replace(record, answers={**record.answers, path.field: Table(rows)}, example="")


def _with_cell(row: Row, column: str, value: Scalar | None) -> Row:
    cells = _cells(row.cells, column, value)
    return row if cells == row.cells else Row(row.id, cells)


def _put(answers: Mapping[str, Answer], name: str, value: Scalar | None) -> dict[str, Answer]:
    left = {key: answer for key, answer in answers.items() if key != name}
    return left if value is None else {**answers, name: value}


def _cells(cells: Mapping[str, Scalar], name: str, value: Scalar | None) -> dict[str, Scalar]:
    left = {key: cell for key, cell in cells.items() if key != name}
    return left if value is None else {**cells, name: value}


def rows_of(record: Record, field: str) -> tuple[Row, ...]:
    """Return the rows of a record's table; none where it has no such answer yet."""
    table = record.answers.get(field)
    return table.rows if isinstance(table, Table) else ()


def _rows(facts: Facts, change: AddRow | MoveRow | RemoveRow) -> tuple[Row, ...]:
    return rows_of(facts.records[change.record], change.field)


def _rows_after(rows: Sequence[Row], change: AddRow | MoveRow | RemoveRow) -> list[Row]:
    match change:
        case AddRow():
            return [*rows, Row(change.row)]
        case MoveRow():
            return _moved(rows, change)
        case RemoveRow():
            return [row for row in rows if row.id != change.row]
        case _:
            assert_never(change)


def _moved(rows: Sequence[Row], change: MoveRow) -> list[Row]:
    moved = next(row for row in rows if row.id == change.row)
    others = [row for row in rows if row.id != change.row]
    at = next((number for number, row in enumerate(others, 1) if row.id == change.after), 0)
    return [*others[:at], moved, *others[at:]]


def _with_rows(facts: Facts, change: AddRow | MoveRow | RemoveRow, rows: Sequence[Row]) -> Facts:
    record = facts.records[change.record]
    left = {name: answer for name, answer in record.answers.items() if name != change.field}
    answers = {**record.answers, change.field: Table(tuple(rows))} if rows else left
    return _with(facts, replace(record, answers=answers, example=""))
