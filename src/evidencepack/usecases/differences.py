# SPDX-License-Identifier: MPL-2.0
"""What differs between two states of a record, part by part: what undo takes back and history puts back."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Answer, FieldType, Row, Scalar, Table
from evidencepack.store.imports import FieldTypes
from evidencepack.usecases.changes import rows_of


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a row stood, and what it said; ``behind`` are the rows before it, the nearest last."""

    row: Row
    behind: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a record stood among all, and what it said; ``behind`` are the records before it, the nearest last."""

    record: Record
    behind: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer or a cell was one thing and is another; None is no answer."""

    path: FieldPath
    type: FieldType
    before: Scalar | None
    after: Scalar | None


@dataclass(frozen=True, slots=True)
class RowThere:
    """A row came or went."""

    record: str
    field: str
    row: str
    before: Spot | None
    after: Spot | None


@dataclass(frozen=True, slots=True)
class RowMoved:
    """A row stood behind some rows and stands behind others, the nearest last."""

    record: str
    field: str
    row: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RecordThere:
    """A record came or went."""

    record: str
    before: Stand | None
    after: Stand | None


@dataclass(frozen=True, slots=True)
class Marked:
    """A record or, with field and row, a row was the example of one starter and is that of another; empty is none."""

    record: str
    field: str
    row: str
    before: str
    after: str


Part: TypeAlias = Answered | RowThere | RowMoved | RecordThere | Marked


def differences(before: Facts, after: Facts, records: Sequence[str], types: FieldTypes) -> tuple[Part, ...]:
    """Return what differs between two states of some records: what came and went, then answers, rows and marks.

    Args:
        before: as it was.
        after: as it is.
        records: the ids of those that may differ.
        types: gives the type of an answer by kind, field and column (empty outside tables).
    """
    found: list[Part] = []
    for name in dict.fromkeys(records):
        old, new = before.get(name), after.get(name)
        if old is None or new is None:
            found += _came_or_went(before, after, name)
        elif old is not new:
            found += _within(old, new, types)
    return tuple(found)


def swapped(part: Part) -> Part:
    """Return the part that leads back."""
    match part:
        case Answered(before=before, after=after):
            return replace(part, before=after, after=before)
        case RowThere(before=left, after=right):
            return replace(part, before=right, after=left)
        case RowMoved(before=here, after=there):
            return replace(part, before=there, after=here)
        case RecordThere(before=old, after=new):
            return replace(part, before=new, after=old)
        case Marked(before=was, after=became):
            return replace(part, before=became, after=was)


def _came_or_went(before: Facts, after: Facts, name: str) -> Iterator[Part]:
    old, new = before.get(name), after.get(name)
    if old is not None or new is not None:
        yield RecordThere(name, _stand(before, old), _stand(after, new))


def _stand(facts: Facts, record: Record | None) -> Stand | None:
    if record is None:
        return None
    names = list(facts.records)
    return Stand(record, tuple(names[: names.index(record.id)]))


def _within(old: Record, new: Record, types: FieldTypes) -> Iterator[Part]:
    for field in dict.fromkeys((*old.answers, *new.answers)):
        before, after = old.answers.get(field), new.answers.get(field)
        if isinstance(before, Table) or isinstance(after, Table):
            yield from _tables(old, new, field, types)
        elif before != after:
            yield Answered(FieldPath(new.id, field), types(new.kind, field, ""), before, after)
    if old.example != new.example:
        yield Marked(new.id, "", "", old.example, new.example)


def _tables(old: Record, new: Record, field: str, types: FieldTypes) -> Iterator[Part]:
    if old.answers.get(field) is new.answers.get(field):
        return
    before, after = _by_id(rows_of(old, field)), _by_id(rows_of(new, field))
    for row in (row for row in before if row not in after):
        yield RowThere(new.id, field, row, _spot(before, row), None)
    for row in (row for row in after if row not in before):
        yield RowThere(new.id, field, row, None, _spot(after, row))
    yield from _moves(new.id, field, list(before), list(after))
    for row in (row for row in after if row in before):
        if before[row] is not after[row]:
            yield from _cells(new, FieldPath(new.id, field, row), before[row], after[row], types)


def _moves(record: str, field: str, then: Sequence[str], now: Sequence[str]) -> Iterator[RowMoved]:
    """Yield the fewest moves that lead from one order to another, of the rows that are in both."""
    was, becomes = ({row: at for at, row in enumerate(rows)} for rows in (then, now))
    stayed = [row for row in now if row in was]
    still = {stayed[at] for at in _longest_rise([was[row] for row in stayed])}
    for row in stayed:
        if row not in still:
            yield RowMoved(record, field, row, tuple(then[: was[row]]), tuple(now[: becomes[row]]))


def _longest_rise(numbers: Sequence[int]) -> Iterator[int]:
    """Yield the places of a longest rising run among numbers that differ, the last first."""
    ends: list[int] = []
    places: list[int] = []
    before: list[int] = []
    for at, number in enumerate(numbers):
        length = bisect_left(ends, number)
        ends[length : length + 1] = [number]
        places[length : length + 1] = [at]
        before.append(places[length - 1] if length else -1)
    at = places[-1] if places else -1
    while at >= 0:
        yield at
        at = before[at]


def _cells(record: Record, at: FieldPath, old: Row, new: Row, types: FieldTypes) -> Iterator[Part]:
    for column in dict.fromkeys((*old.cells, *new.cells)):
        before, after = old.cells.get(column), new.cells.get(column)
        if before != after:
            yield Answered(replace(at, column=column), types(record.kind, at.field, column), before, after)
    if old.example != new.example:
        yield Marked(at.record, at.field, at.row, old.example, new.example)


def _by_id(rows: Sequence[Row]) -> Mapping[str, Row]:
    return {row.id: row for row in rows}


def _spot(rows: Mapping[str, Row], row: str) -> Spot:
    names = list(rows)
    return Spot(rows[row], tuple(names[: names.index(row)]))


def answer_in(facts: Facts, path: FieldPath) -> Answer | None:
    """Return what stands at a path; None where there is no answer, or no such record or row any more."""
    record = facts.get(path.record)
    if record is None or not path.row:
        return record.answers.get(path.field) if record else None
    row = next((row for row in rows_of(record, path.field) if row.id == path.row), None)
    return row.cells.get(path.column) if row else None
