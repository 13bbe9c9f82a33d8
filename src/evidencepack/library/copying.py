# SPDX-License-Identifier: MPL-2.0
"""Copies of records for another tender: new ids, references followed, and what was the old tender's alone left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.ids import new_id
from evidencepack.domain.record import Record
from evidencepack.domain.values import Answer, FieldType, Reference, Row, Scalar, Table
from evidencepack.library.model import Field, Kind, Library

DRAFT = {"status": "draft", "version": "0.1"}
"""What every copied document says of itself, whatever the old one said."""


class Why(StrEnum):
    """Why an answer was not copied."""

    OLD_TENDER = "it belongs to the old tender"
    GONE = "it points at something that is not there"


@dataclass(frozen=True, slots=True)
class Cleared:
    """An answer that was not copied: its path in the copy, the labels of the field and column, and what it said."""

    path: FieldPath
    label: str
    said: Answer
    why: Why


@dataclass(frozen=True, slots=True)
class Copying:
    """How records are copied: what ``ids`` of old records are in the copy, and which records a copy can point at.

    ``past`` are dates before this day. ``whole``: nothing is left out as the old tender's own. ``new`` makes the ids of
    rows.
    """

    library: Library
    ids: Mapping[str, str]
    there: Callable[[str], bool]
    past: date
    same_buyer: bool = False
    whole: bool = False
    new: Callable[[], str] = field(default=new_id)


@dataclass(frozen=True, slots=True)
class Copied:
    """A record as it is copied, and what of it was not."""

    record: Record
    cleared: tuple[Cleared, ...]


def copy_record(how: Copying, record: Record, *, tender: str) -> Copied:
    """Return a record as another tender gets it; answers to questions that its kind no longer asks are left out."""
    kind = how.library[record.kind]
    name = how.ids[record.id]
    answers: dict[str, Answer] = {}
    cleared: list[Cleared] = []
    for asked in kind.fields.values():
        answer = record.answers.get(asked.id)
        if answer is None or asked.rows_of:
            continue
        place = _Place(how, kind, FieldPath(name, asked.id), asked)
        kept = _table(place, answer, cleared) if isinstance(answer, Table) else _scalar(place, answer, cleared)
        if kept is not None:
            answers[asked.id] = kept
    fresh = {key: value for key, value in DRAFT.items() if kind.document and key in answers and not how.whole}
    return Copied(replace(record, id=name, tender=tender, answers={**answers, **fresh}), tuple(cleared))


def is_copied(how: Copying, kind: Kind, name: str, type_: FieldType) -> bool:
    """Whether the answer of a field, or a column as "table.column", goes into a copy; a date may depend on its day."""
    rules, reuse = how.library.reuse.of(kind.id), how.library.reuse
    if how.whole:
        return True
    if name in rules.clear or (name in rules.buyers and not how.same_buyer):
        return False
    return type_ is not FieldType.DATE or kind.shared or name in rules.keep or name in reuse.ahead


def references_of(record: Record) -> Iterator[str]:
    """Yield the id of every record that a record points at, as often as it does."""
    for answer in record.answers.values():
        values: Sequence[Scalar] = (
            [value for row in answer.rows for value in row.cells.values()] if isinstance(answer, Table) else [answer]
        )
        yield from (value.record for value in values if isinstance(value, Reference))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an answer goes: how, in which kind, under which path, and the question it answers."""

    how: Copying
    kind: Kind
    path: FieldPath
    asked: Field
    table: Field | None = None

    @property
    def name(self) -> str:
        return f"{self.table.id}.{self.asked.id}" if self.table else self.asked.id

    @property
    def label(self) -> str:
        return f"{self.table.label}: {self.asked.label}" if self.table else self.asked.label

    def leave_out(self, said: Answer, why: Why) -> Cleared:
        return Cleared(self.path, self.label, said, why)


def _table(place: _Place, table: Table, cleared: list[Cleared]) -> Table | None:
    if not is_copied(place.how, place.kind, place.name, FieldType.TABLE):
        cleared.append(place.leave_out(table, Why.OLD_TENDER))
        return None
    return Table(tuple(_row(place, row, cleared) for row in table.rows))


def _row(place: _Place, row: Row, cleared: list[Cleared]) -> Row:
    name, cells = place.how.new(), {}
    for column in place.asked.columns:
        if column.id in row.cells:
            path = replace(place.path, row=name, column=column.id)
            at = _Place(place.how, place.kind, path, column, place.asked)
            kept = _scalar(at, row.cells[column.id], cleared)
            if kept is not None:
                cells[column.id] = kept
    return Row(name, cells, row.example)


def _scalar(place: _Place, value: Scalar, cleared: list[Cleared]) -> Scalar | None:
    how = place.how
    if not is_copied(how, place.kind, place.name, place.asked.type) or _is_over(place, value):
        cleared.append(place.leave_out(value, Why.OLD_TENDER))
        return None
    if isinstance(value, Reference):
        target = how.ids.get(value.record, value.record)
        if target == value.record and not how.there(target):
            cleared.append(place.leave_out(value, Why.GONE))
            return None
        return Reference(target)
    # What a person typed as an id, such as the fact of a local override.
    return _renamed(how, value) if type(value) is str else value


def _is_over(place: _Place, value: Scalar) -> bool:
    """Whether it is a date that is kept only while it lies ahead, and does not."""
    how = place.how
    bound = place.name in how.library.reuse.ahead and not (how.whole or place.kind.shared)
    return bound and isinstance(value, date) and value < how.past


def _renamed(how: Copying, text: str) -> str:
    name, stroke, rest = text.partition("/")
    return f"{how.ids[name]}{stroke}{rest}" if name in how.ids else text
