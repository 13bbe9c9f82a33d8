# SPDX-License-Identifier: MPL-2.0
"""The letters of a responsibility map as a grid: tasks down, roles across, one letter where they meet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.ids import new_id
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import FieldType, Reference, Row
from evidencepack.library.model import Kind
from evidencepack.usecases.changes import AddRow, RemoveRow, SetAnswer, Single, rows_of

_LAYOUT = "raci_grid"
_TASKS, _ROLES, _LETTERS = "activities", "roles", "letters"
_TASK, _ROLE, _LETTER = "activity", "role", "letter"
_NAMED_BY = {_TASKS: "ref", _ROLES: "label"}
_IN_LETTERS = {_TASKS: _TASK, _ROLES: _ROLE}
_ANSWERS_FOR = frozenset({"a", "a_r"})
_DOES = frozenset({"r", "a_r"})
_BOTH = "a_r"
_LESS = {"a": "c", _BOTH: "r"}
"""What is left to somebody who no longer answers for a task."""

_TWO = 2


@dataclass(frozen=True, slots=True)
class Head:
    """A task or a role: the id of its row, what it is called, and a second line (the time limit; the person)."""

    id: str
    title: str
    second: str


@dataclass(frozen=True, slots=True)
class LetterGrid:
    """Tasks, roles, and the letters' ids ("r", "a", "a_r" ...) by task and role."""

    tasks: tuple[Head, ...]
    roles: tuple[Head, ...]
    letters: Mapping[tuple[str, str], str]

    def slip(self, task: str) -> str:
        """Return what is wrong with the letters of a task: nobody or several answer for it, nobody does it."""
        given = [self.letters.get((task, role.id), "") for role in self.roles]
        accountable = sum(letter in _ANSWERS_FOR for letter in given)
        if accountable != 1:
            return "Nobody has an A" if not accountable else "More than one A"
        return "" if any(letter in _DOES for letter in given) else "Nobody has an R"


@dataclass(frozen=True, slots=True)
class Remedy:
    """A usual answer where the letters of a task do not do: who answers for it then, and the letters that change."""

    role: Head
    letters: Mapping[str, str]

    @property
    def does_it_too(self) -> bool:
        """Whether the one who answers for it then does it, too, by this remedy."""
        return self.letters.get(self.role.id) == _BOTH


def remedies(grid: LetterGrid, task: str) -> tuple[Remedy, ...]:
    """Return the usual answers for a task; none where its letters do, or where nobody can tell what is usual.

    Where nobody answers for it and one person does it, or the other way round, that one is the answer for both. Where
    two answer for it, either can be the one; the other is asked first, or goes on doing it.
    """
    given = {role.id: grid.letters.get((task, role.id), "") for role in grid.roles}
    first = [role for role in grid.roles if given[role.id] in _ANSWERS_FOR]
    doing = [role for role in grid.roles if given[role.id] in _DOES]
    if len(first) == _TWO:
        one, other = first
        return tuple(Remedy(kept, {left.id: _LESS[given[left.id]]}) for kept, left in ((one, other), (other, one)))
    alone = doing if not first else first if not doing else []
    return tuple(Remedy(role, {role.id: _BOTH}) for role in alone) if len(alone) == 1 else ()


def remedy_changes(record: Record, task: str, remedy: Remedy) -> tuple[Single, ...]:
    """Return the changes that make a usual answer so."""
    given = (letter_changes(record, task, role, letter) for role, letter in remedy.letters.items())
    return tuple(change for changes in given for change in changes)


def is_letter_grid(kind: Kind, field: str) -> bool:
    """Whether a table is filled in as a grid of letters."""
    return field == _LETTERS and any(schedule.layout == _LAYOUT for schedule in kind.schedules)


def letter_grid(facts: Facts, record: Record) -> LetterGrid:
    """Return the grid of a responsibility map. Letters whose task or role is gone are left out."""
    tasks, roles = rows_of(record, _TASKS), rows_of(record, _ROLES)
    task_ids, role_ids = _called(tasks, "ref"), _called(roles, "label")
    letters = {}
    for row in rows_of(record, _LETTERS):
        task, role = task_ids.get(_text(row, _TASK)), role_ids.get(_text(row, _ROLE))
        if task and role:
            letters[task, role] = _text(row, _LETTER)
    return LetterGrid(tuple(map(_task, tasks)), tuple(_role(facts, row) for row in roles), letters)


def letter_changes(record: Record, task: str, role: str, letter: str) -> tuple[Single, ...]:
    """Return the changes that put a letter where a task and a role meet; an empty letter takes it away."""
    task_ids, role_ids = _called(rows_of(record, _TASKS), "ref"), _called(rows_of(record, _ROLES), "label")
    there = [
        row.id
        for row in rows_of(record, _LETTERS)
        if (task_ids.get(_text(row, _TASK)), role_ids.get(_text(row, _ROLE))) == (task, role)
    ]
    if not letter:
        return tuple(RemoveRow(record.id, _LETTERS, row) for row in there)
    if there:
        return (SetAnswer(FieldPath(record.id, _LETTERS, there[-1], _LETTER), FieldType.CHOICE, letter),)
    row = new_id()
    cells = ((_TASK, FieldType.TEXT, task), (_ROLE, FieldType.TEXT, role), (_LETTER, FieldType.CHOICE, letter))
    answers = (SetAnswer(FieldPath(record.id, _LETTERS, row, name), kind, value) for name, kind, value in cells)
    return (AddRow(record.id, _LETTERS, row), *answers)


def row_removal(record: Record, field: str, row: str) -> tuple[RemoveRow, ...]:
    """Return the changes that remove a row, and with it the rows of the record that name it by its id.

    The letters of a task or a role also go where they name it by its number or label, if no other row has that.
    """
    said = _called_only(record, field, row)
    pointing = (
        RemoveRow(record.id, name, other.id)
        for name in record.answers
        for other in rows_of(record, name)
        if row in other.cells.values() or (name == _LETTERS and said and _text(other, _IN_LETTERS[field]) == said)
    )
    return (*pointing, RemoveRow(record.id, field, row))


def _called_only(record: Record, field: str, row: str) -> str:
    """Return the words by which letters may call a task or a role; empty if another row has them too."""
    column = _NAMED_BY.get(field, "")
    said = [(one.id, _text(one, column)) for one in rows_of(record, field)]
    mine = dict(said).get(row, "")
    return mine if [words for _, words in said].count(mine) == 1 else ""


def _called(rows: tuple[Row, ...], column: str) -> dict[str, str]:
    """Return ids by what letters may call a row: its id, or the words of one column."""
    return {_text(row, column): row.id for row in rows} | {row.id: row.id for row in rows}


def _text(row: Row, column: str) -> str:
    return str(row.cells.get(column, ""))


def _task(row: Row) -> Head:
    return Head(row.id, f"{_text(row, 'ref')} {_text(row, 'activity')}".strip(), _text(row, "timing"))


def _role(facts: Facts, row: Row) -> Head:
    person = row.cells.get("person")
    found = facts.get(person.record) if isinstance(person, Reference) else None
    name = str(found.answers.get("full_name", found.reference)) if found else ""
    return Head(row.id, _text(row, "label"), name)
