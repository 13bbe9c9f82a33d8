# SPDX-License-Identifier: MPL-2.0
"""The cases of the rules, from ``tests/review/cases``: changes of the sample as a person would type them.

A case says its ``rule`` and ``why``, what is changed, and ``at`` which records the rule then finds something; without
``at`` it is a near miss, in which the rule finds nothing new::

    [[case]]
    rule = "GV-10"
    why = "no rule stops the work for safety"
    remove = ["SR-1"]
    at = ["TBN-GOV-01"]

What is changed, in this order: ``new`` (reference = kind) enters records, ``set`` (path = entry) types answers, with a
``+`` for a new row, ``more`` (path = words) types words behind those that are there, ``remove`` takes records and rows
away (all of a table with ``*``). ``sides`` is how many sides the appendices take. A rule whose cases cannot be told so
has its tests named under ``[[elsewhere]]``: one that ``fires`` and one that is ``silent``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import reduce
from pathlib import Path

from tests.shipped import LIBRARY

from evidencepack.domain.ids import new_id
from evidencepack.domain.record import Facts
from evidencepack.domain.values import Scalar
from evidencepack.library.entry import parse_entry
from evidencepack.usecases.changes import (
    AddRecord,
    AddRow,
    RemoveRecord,
    RemoveRow,
    SetAnswer,
    apply_change,
    rows_of,
)
from evidencepack.usecases.clock import as_of
from evidencepack.usecases.finding_records import answer_at, find_line, find_place, find_record
from evidencepack.usecases.naming import typing_desk

FOLDER = Path(__file__).parent / "cases"
"""Where the cases are, a file for each family of rules."""


@dataclass(frozen=True)
class Case:
    """A change of the sample, and at which records a rule then finds something; nowhere is a near miss."""

    rule: str
    why: str
    at: tuple[str, ...] = ()
    new: Mapping[str, str] = field(default_factory=dict)
    set: Mapping[str, str] = field(default_factory=dict)
    more: Mapping[str, str] = field(default_factory=dict)
    remove: tuple[str, ...] = ()
    sides: int = 0

    def __str__(self) -> str:
        return f"{self.rule}: {self.why}"

    def made(self, facts: Facts) -> Facts:
        """Return the facts with this change."""
        for reference, kind in self.new.items():
            shared = LIBRARY[kind].shared
            facts = apply_change(facts, AddRecord(new_id(), kind, reference, "" if shared else facts.tender))
        rows: dict[str, str] = {}
        for path, entry in self.set.items():
            facts = _typed(*_with_row(facts, path, rows), entry)
        for path, words in self.more.items():
            place = find_place(facts, LIBRARY, path)
            facts = _put(facts, path, f"{answer_at(place.record, place.path)} {words}")
        for line in self.remove:
            facts = _without(facts, line)
        return facts


@dataclass(frozen=True)
class Elsewhere:
    """A rule whose cases are tests: one in which it fires, and a near miss."""

    rule: str
    fires: str
    silent: str


def cases() -> tuple[Case, ...]:
    """Return every case, in the order of the files."""
    return tuple(_case(one) for told in _files() for one in told.get("case", ()))


def elsewhere() -> tuple[Elsewhere, ...]:
    """Return the rules whose cases are tests."""
    return tuple(Elsewhere(**one) for told in _files() for one in told.get("elsewhere", ()))


def _files() -> Iterator[Mapping[str, list[dict[str, str]]]]:
    for file in sorted(FOLDER.glob("*.toml")):
        yield tomllib.loads(file.read_text(encoding="utf-8"))


def _case(told: Mapping[str, object]) -> Case:
    plain = {name: tuple(said) if isinstance(said, list) else said for name, said in told.items()}
    return Case(**plain)  # type: ignore[arg-type]


def _with_row(facts: Facts, path: str, rows: dict[str, str]) -> tuple[Facts, str]:
    """Return the facts with a new row, where a path asks for one by a plus, and the path with its id."""
    table, plus, column = path.partition("/+/")
    if not plus:
        return facts, path
    if table not in rows:
        name, _, column_of = table.rpartition("/")
        rows[table] = new_id()
        facts = apply_change(facts, AddRow(find_record(facts, name).id, column_of, rows[table]))
    return facts, f"{table}/{rows[table]}/{column}"


def _typed(facts: Facts, path: str, entry: str) -> Facts:
    place = find_place(facts, LIBRARY, path)
    entered = parse_entry(place.field, entry, typing_desk(facts, as_of(facts)))
    assert not entered.problem, f"{path}: {entered.problem}"
    return _put(facts, path, entered.value)


def _put(facts: Facts, path: str, value: Scalar | None) -> Facts:
    place = find_place(facts, LIBRARY, path)
    return apply_change(facts, SetAnswer(place.path, place.field.type, value))


def _without(facts: Facts, line: str) -> Facts:
    if line.endswith("/*"):
        name, table, _ = line.rsplit("/", 2)
        owner = find_record(facts, name).id
        gone = (RemoveRow(owner, table, row.id) for row in rows_of(facts.records[owner], table))
        return reduce(apply_change, gone, facts)
    record, table, row = find_line(facts, LIBRARY, line)
    if row is None:
        return apply_change(facts, RemoveRecord(record.id))
    assert row in rows_of(record, table)
    return apply_change(facts, RemoveRow(record.id, table, row.id))
