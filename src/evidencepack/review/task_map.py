# SPDX-License-Identifier: MPL-2.0
"""A responsibility map as rules read it: its roles, its tasks, and the letter where the two meet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Record
from evidencepack.domain.values import Reference, Row
from evidencepack.review.telling import cell, rows, words_in

ANSWERS = frozenset({"a", "a_r"})
"""The letters of whoever answers for a task."""

DOES = frozenset({"r", "a_r"})
"""The letters of whoever does it."""


@dataclass(frozen=True, slots=True)
class Role:
    """A column: its row in the table of roles, its name, and whose it is."""

    row: Row
    label: str
    person: str
    organisation: str


@dataclass(frozen=True, slots=True)
class Task:
    """A row: its row in the table of tasks, what it is called, and the letter of each role by the role's row."""

    paper: Record
    row: Row
    called: str
    activity: str
    letters: Mapping[str, str] = field(default_factory=dict)

    def with_letters(self, wanted: frozenset[str]) -> tuple[str, ...]:
        """Return the roles that have one of these letters."""
        return tuple(role for role, letter in self.letters.items() if letter in wanted)

    @property
    def at(self) -> FieldPath:
        """Where the task is written."""
        return cell(self.paper, "activities", self.row, "activity")


@dataclass(frozen=True, slots=True)
class TaskMap:
    """A responsibility map."""

    paper: Record
    roles: tuple[Role, ...]
    tasks: tuple[Task, ...]

    def labels(self, roles: tuple[str, ...]) -> list[str]:
        """Return what roles are called, in the order of the columns."""
        return [one.label for one in self.roles if one.row.id in roles]


def task_map(paper: Record) -> TaskMap:
    """Read the map of a document. A task in which nothing is written yet is left out."""
    letters: dict[str, dict[str, str]] = {}
    for row in rows(paper, "letters"):
        letters.setdefault(words_in(row.cells, "activity"), {})[words_in(row.cells, "role")] = words_in(
            row.cells, "letter"
        )
    roles = tuple(_role(row) for row in rows(paper, "roles"))
    tasks = (_task(paper, row, letters.get(row.id, {})) for row in rows(paper, "activities"))
    return TaskMap(paper, roles, tuple(one for one in tasks if one.activity))


def _role(row: Row) -> Role:
    return Role(row, words_in(row.cells, "label"), _link(row, "person"), _link(row, "organisation"))


def _task(paper: Record, row: Row, letters: Mapping[str, str]) -> Task:
    activity = words_in(row.cells, "activity")
    return Task(paper, row, words_in(row.cells, "ref") or activity, activity, letters)


def _link(row: Row, name: str) -> str:
    link = row.cells.get(name)
    return link.record if isinstance(link, Reference) else ""
