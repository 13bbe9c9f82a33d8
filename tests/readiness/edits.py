# SPDX-License-Identifier: MPL-2.0
"""What a slip changes in a tender, said in one line of a list, and made through the program's own ways of typing.

``RECORD/field = words``           the answer, as somebody types it; no words: it is emptied
``RECORD/table/2/column = words``  the same in a row, counted from 1
``RECORD/field += words``          more words behind those that are there
``RECORD/field <- words``          the answer as a file brings it, which may hold a day to come
``- RECORD`` or ``- RECORD/table/2``    a record or a row is gone
``+ RECORD/table: column = words | column = words``    a row more
``PAPER says FACT = words``        a paper tells a shared fact in its own way
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce

from tests.shipped import LIBRARY

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.ids import new_id
from evidencepack.domain.record import Facts
from evidencepack.domain.values import FieldType
from evidencepack.library.entry import parse_entry
from evidencepack.usecases.changes import AddRow, Change, RemoveRecord, RemoveRow, SetAnswer, apply_change
from evidencepack.usecases.clock import as_of
from evidencepack.usecases.finding_records import answer_at, find_line, find_place, find_record
from evidencepack.usecases.naming import typing_desk

_TOLD = re.compile(r"(?P<paper>\S+) says (?P<fact>\S+) =(?P<words>.*)", re.DOTALL)
_ROW = re.compile(r"(?P<table>\S+): (?P<cells>.*)", re.DOTALL)


class CannotBeTypedError(AssertionError):
    """A line of a list names no place, or the form refuses its words; then ``problem`` is what the form says."""

    def __init__(self, line: str, problem: str) -> None:
        super().__init__(f"{line}: {problem}")
        self.problem = problem


@dataclass(frozen=True)
class Edit:
    """One line of a list."""

    line: str

    def changes(self, facts: Facts) -> tuple[Change, ...]:
        """Return the changes that it comes to.

        Raises:
            CannotBeTypedError: if the form refuses it.
        """
        if self.line.startswith("- "):
            return (_dropped(facts, self.line[2:].strip()),)
        if self.line.startswith("+ "):
            return tuple(_more_of(facts, self.line[2:].strip()))
        if told := _TOLD.fullmatch(self.line):
            cells = {"fact": told["fact"], "says": told["words"].strip(), "reason": "A slip."}
            return tuple(_row(facts, f"{told['paper']}/overrides", cells))
        return (self._typed(facts),)

    def _typed(self, facts: Facts) -> Change:
        path, sign, words = re.split(r" (\+?=|<-) ?", self.line, maxsplit=1)
        before = _words_at(facts, path) if sign == "+=" else ""
        return _set(facts, path, f"{before} {words}".strip(), from_file=sign == "<-")


def made(facts: Facts, edits: tuple[Edit, ...]) -> tuple[Facts, frozenset[str]]:
    """Return the facts with all edits made, one after the other, and the records that they touch."""
    touched: set[str] = set()
    for edit in edits:
        changes = edit.changes(facts)
        touched |= set(_touched(changes))
        facts = reduce(apply_change, changes, facts)
    return facts, frozenset(touched)


def _touched(changes: tuple[Change, ...]) -> Iterator[str]:
    for change in changes:
        if isinstance(change, SetAnswer):
            yield change.path.record
        elif isinstance(change, RemoveRecord):
            yield change.id
        elif isinstance(change, AddRow | RemoveRow):
            yield change.record


def _set(facts: Facts, path: str, words: str, *, from_file: bool) -> SetAnswer:
    place = find_place(facts, LIBRARY, path)
    desk = typing_desk(facts, as_of(facts))
    entered = parse_entry(place.field, words, replace(desk, latest=date.max) if from_file else desk)
    if entered.problem:
        raise CannotBeTypedError(f"{path} = {words}", entered.problem)
    return SetAnswer(place.path, place.field.type, entered.value)


def _words_at(facts: Facts, path: str) -> str:
    place = find_place(facts, LIBRARY, path)
    return str(answer_at(place.record, place.path) or "")


def _dropped(facts: Facts, name: str) -> Change:
    record, table, row = find_line(facts, LIBRARY, name)
    return RemoveRow(record.id, table, row.id) if row else RemoveRecord(record.id)


def _more_of(facts: Facts, line: str) -> Iterator[Change]:
    found = _ROW.fullmatch(line)
    if not found:
        raise CannotBeTypedError(f"+ {line}", "no row can be read here")
    cells = dict(cell.split(" = ", 1) for cell in found["cells"].split(" | "))
    yield from _row(facts, found["table"], cells)


def _row(facts: Facts, table: str, cells: dict[str, str]) -> Iterator[Change]:
    name, field = table.rsplit("/", 1)
    record, row, desk = find_record(facts, name), new_id(), typing_desk(facts, as_of(facts))
    kind = LIBRARY[record.kind].fields[field]
    if kind.type is not FieldType.TABLE or kind.rows_of:
        raise CannotBeTypedError(table, "it has no rows of its own")
    yield AddRow(record.id, field, row)
    for column, words in cells.items():
        entered = parse_entry(kind.column(column), words, desk)
        if entered.problem:
            raise CannotBeTypedError(f"{table}/{column} = {words}", entered.problem)
        yield SetAnswer(FieldPath(record.id, field, row, column), kind.column(column).type, entered.value)
