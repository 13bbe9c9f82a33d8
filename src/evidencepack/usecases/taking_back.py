# SPDX-License-Identifier: MPL-2.0
"""The changes that lead from one side of a step to the other, on facts that may have moved on since."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Reference, Row, Scalar
from evidencepack.usecases.changes import (
    BringBackRecord,
    BringBackRow,
    MarkExample,
    MoveRow,
    RemoveRecord,
    RemoveRow,
    SetAnswer,
    Single,
    apply_change,
    rows_of,
)
from evidencepack.usecases.differences import Answered, Marked, Part, RecordThere, RowMoved, RowThere, answer_in


class Why(Enum):
    """Why a step cannot be taken back without losing something newer."""

    NEWER = "newer words stand there"
    GONE = "what it was in is gone"
    NAMED = "something else names it by now"
    TAKEN = "another one has its reference by now"


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a step is left alone, and the path of what is in the way."""

    why: Why
    path: str


@dataclass(frozen=True, slots=True)
class Taken:
    """The changes that take a step, in their order; or why it is left alone."""

    changes: tuple[Single, ...] = ()
    refused: Refused | None = None


def take(facts: Facts, parts: Sequence[Part]) -> Taken:
    """Return the changes that lead from what each part says was before to what it says is after.

    All of them or none: what differs from both by now is newer, and stays.
    """
    taking = _Taking(facts)
    for part in sorted(parts, key=_turn):
        refused = taking.refuses(part)
        if refused:
            return Taken(refused=refused)
        taking.take(part)
    taking.mend_marks(parts)
    return Taken(tuple(taking.changes))


def _turn(part: Part) -> tuple[int, int]:
    """Return when a part has its turn: what goes is out of the way first, what comes finds those it stands behind.

    Records go last, and of them the last first: those that came later may speak of the earlier ones.
    """
    match part:
        case RecordThere(after=stand):
            gone = part.before.behind if part.before else ()
            return (0, len(stand.behind)) if stand else (6, -len(gone))
        case RowThere(after=None):
            return 1, 0
        case RowThere(after=spot) if spot:
            return 2, len(spot.behind)
        case RowMoved():
            return 2, len(part.after)
        case _:
            return 4, 0


class _Taking:
    """A step being taken: the facts as they are so far, and the changes that led there."""

    def __init__(self, facts: Facts) -> None:
        self._before = facts
        self._facts = facts
        self.changes: list[Single] = []

    def refuses(self, part: Part) -> Refused | None:
        """Return why a part cannot be taken without losing something newer."""
        match part:
            case Answered(path=path):
                if not _is_home(self._facts, path.record, path.field, path.row):
                    return Refused(Why.GONE, str(path))
                return None if answer_in(self._facts, path) == part.before else Refused(Why.NEWER, str(path))
            case RowThere():
                return self._refuses_row(part)
            case RecordThere():
                return self._refuses_record(part)
            case _:
                return None

    def take(self, part: Part) -> None:
        """Make the changes that a part asks for."""
        match part:
            case Answered(path=path, type=kind, after=value):
                self._change(SetAnswer(path, kind, value))
            case RowThere():
                self._take_row(part)
            case RowMoved(record=record, field=field, row=row) if self._row(record, field, row):
                self._change(MoveRow(record, field, row, self._nearest_row(record, field, part.after)))
            case RecordThere(record=record, after=None) if record in self._facts.records:
                self._change(RemoveRecord(record))
            case RecordThere(record=record, after=stand) if stand and record not in self._facts.records:
                there = (name for name in reversed(stand.behind) if name in self._facts.records)
                self._change(BringBackRecord(stand.record, next(there, "")))
            case _:
                pass

    def mend_marks(self, parts: Sequence[Part]) -> None:
        """Set the marks of examples as the step says; an edit that says nothing of them leaves them as they were."""
        wanted = {(part.record, part.field, part.row): part.after for part in parts if isinstance(part, Marked)}
        touched = dict.fromkeys(_touched(parts))
        for record, field, row in touched:
            now, was = self._mark(self._facts, record, field, row), self._mark(self._before, record, field, row)
            mark = wanted.get((record, field, row), was)
            if mark is None or now is None or mark == now:
                continue
            self._change(MarkExample(mark, record, field, row))

    def _change(self, change: Single) -> None:
        self._facts = apply_change(self._facts, change)
        self.changes.append(change)

    def _refuses_row(self, part: RowThere) -> Refused | None:
        path = f"{part.record}/{part.field}/{part.row}"
        if part.record not in self._facts.records:
            return Refused(Why.GONE, path)
        there = self._row(part.record, part.field, part.row)
        if part.before and there and there.cells != part.before.row.cells:
            return Refused(Why.NEWER, path)
        return None

    def _refuses_record(self, part: RecordThere) -> Refused | None:
        there = self._facts.get(part.record)
        if part.after:
            return None if there else _cannot_come(self._facts, part.after.record)
        if there and part.before and there.answers != part.before.record.answers:
            return Refused(Why.NEWER, part.record)
        user = next(_users(self._facts, part.record), "") if there else ""
        return Refused(Why.NAMED, user) if user else None

    def _take_row(self, part: RowThere) -> None:
        there = self._row(part.record, part.field, part.row)
        if part.after is None and there:
            self._change(RemoveRow(part.record, part.field, part.row))
        elif part.after and not there:
            behind = self._nearest_row(part.record, part.field, part.after.behind)
            self._change(BringBackRow(part.record, part.field, part.after.row, behind))

    def _row(self, record: str, field: str, row: str) -> Row | None:
        return _row_in(self._facts, record, field, row)

    def _nearest_row(self, record: str, field: str, behind: Sequence[str]) -> str:
        return next((row for row in reversed(behind) if self._row(record, field, row)), "")

    @staticmethod
    def _mark(facts: Facts, record: str, field: str, row: str) -> str | None:
        """Return the mark of a record or row; None where it is not there."""
        found = _row_in(facts, record, field, row) if row else facts.get(record)
        return found.example if found else None


def _touched(parts: Sequence[Part]) -> Iterator[tuple[str, str, str]]:
    """Yield the rows and records whose marks an edit may have cleared, as record, field and row."""
    for part in parts:
        if isinstance(part, Answered):
            yield part.path.record, "", ""
            if part.path.row:
                yield part.path.record, part.path.field, part.path.row
        else:
            yield part.record, "", ""
        if isinstance(part, Marked):
            yield part.record, part.field, part.row


def _is_home(facts: Facts, record: str, field: str, row: str) -> bool:
    return bool(_row_in(facts, record, field, row)) if row else record in facts.records


def _row_in(facts: Facts, record: str, field: str, row: str) -> Row | None:
    found = facts.get(record)
    return next((one for one in rows_of(found, field) if one.id == row), None) if found else None


def _cannot_come(facts: Facts, record: Record) -> Refused | None:
    if record.tender and record.tender not in facts.records:
        return Refused(Why.GONE, record.id)
    same = (
        one for one in facts.of_kind(record.kind) if (one.tender, one.reference) == (record.tender, record.reference)
    )
    return Refused(Why.TAKEN, record.id) if any(same) else None


def _users(facts: Facts, wanted: str) -> Iterator[str]:
    """Yield the paths of the answers of other records that name a record."""
    named = Reference(wanted)
    for record in facts.records.values():
        for field, answer in record.answers.items():
            if record.id != wanted and (answer == named or any(named in _cells(row) for row in rows_of(record, field))):
                yield f"{record.id}/{field}"


def _cells(row: Row) -> Sequence[Scalar]:
    return tuple(row.cells.values())
