# SPDX-License-Identifier: MPL-2.0
"""Local overrides: where one document says something else than a fact that is entered once, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Answer, FieldType, Row, Scalar, Table
from evidencepack.library.calling import desk, records_called
from evidencepack.library.entry import parse_entry
from evidencepack.library.model import Field, Library
from evidencepack.library.wording import HOUSE_WORDING

OVERRIDES = "overrides"
"""The table field, in the header of every document, whose rows are its overrides."""

FACT, SAYS, REASON = "fact", "says", "reason"
"""The columns: which fact ("M1/freq"), what this document says instead, and why."""

_DAYS = (date(2000, 2, 2), date(2001, 3, 3))
_APART = frozenset({FieldType.TABLE, FieldType.FILE})


@dataclass(frozen=True, slots=True)
class Override:
    """One override: the cell that says it, the fact that was named, and what the row says as it was typed.

    ``of``, ``field`` and ``value`` say which answer it replaces, and by what; when ``problem`` says why it cannot, they
    may be missing and the fact stands.
    """

    cell: FieldPath
    fact: str
    said: str
    reason: str
    of: Record | None = None
    field: Field | None = None
    value: Scalar | None = None
    problem: str = ""

    @property
    def path(self) -> FieldPath | None:
        """The path of the answer it replaces."""
        return FieldPath(self.of.id, self.field.id) if self.of and self.field else None

    @property
    def stands(self) -> Answer | None:
        """The answer that stands everywhere else."""
        return self.of.answers.get(self.field.id) if self.of and self.field else None


def overrides_of(record: Record, facts: Facts, library: Library) -> tuple[Override, ...]:
    """Return the overrides of a document in their order. Empty rows are none; of two for one fact the first counts."""
    table = record.answers.get(OVERRIDES)
    rows = table.rows if isinstance(table, Table) else ()
    found: list[Override] = []
    for row in rows:
        one = _read(_typed(record, row), record, facts, library)
        if one.path and any(one.path == other.path for other in found):
            one = replace(one, problem=f"{one.fact} is there twice; the first counts.")
        if one.fact or one.said:
            found.append(one)
    return tuple(found)


def overridden(record: Record, facts: Facts, library: Library) -> Facts:
    """Return the facts as this document tells them; where it tells none in another way, the very same."""
    usable = tuple(_usable(record, facts, library))
    if not usable:
        return facts
    changed = dict(facts.records)
    for path, value in usable:
        one = changed[path.record]
        changed[path.record] = replace(one, answers={**one.answers, path.field: value})
    return replace(facts, records=changed)


def local_paths(record: Record, facts: Facts, library: Library) -> dict[str, str]:
    """Return, by the path of each fact that a document tells in another way, the path of the cell that says so."""
    found = overrides_of(record, facts, library)
    return {str(one.path): str(one.cell) for one in found if one.path and not one.problem}


def read_fact(fact: str, said: str, record: Record, facts: Facts, library: Library, *, today: date) -> Override:
    """Return the override that a person wants a document to have; its ``problem`` says why it cannot.

    "tomorrow" is counted from ``today``; what is kept must be the day itself.
    """
    typed = Override(FieldPath(record.id, OVERRIDES), fact.strip(), said.strip(), "")
    return _read(typed, record, facts, library, days=(today,))


def _usable(record: Record, facts: Facts, library: Library) -> Iterator[tuple[FieldPath, Scalar]]:
    for one in overrides_of(record, facts, library):
        if one.path and one.value is not None and not one.problem:
            yield one.path, one.value


def _typed(record: Record, row: Row) -> Override:
    fact, said, reason = (str(row.cells.get(name, "")).strip() for name in (FACT, SAYS, REASON))
    return Override(FieldPath(record.id, OVERRIDES, row.id, SAYS), fact, said, reason)


def _read(
    typed: Override, record: Record, facts: Facts, library: Library, *, days: tuple[date, ...] = _DAYS
) -> Override:
    found = _find(typed, record, facts, library)
    if found.problem or found.field is None:
        return found
    if not found.said:
        return replace(found, problem=f"It does not say what stands there instead of {found.fact}.")
    readings = [parse_entry(found.field, found.said, desk(facts, day)) for day in days]
    if readings[0].problem:
        return replace(found, problem=readings[0].problem)
    if readings[0].value != readings[-1].value:
        return replace(found, problem="Write the day itself, such as 15 February 2027.")
    return replace(found, value=readings[0].value)


def _find(typed: Override, record: Record, facts: Facts, library: Library) -> Override:
    """Return the override with the answer it is about, or with the reason why there is none."""
    name, _, field = typed.fact.rpartition("/")
    if not name:
        return replace(typed, problem=f"“{typed.fact}” names no fact. Write a record and a field, such as M1/freq.")
    called = records_called(facts, name)
    if len(called) != 1:
        there = "Nothing" if not called else "More than one record"
        return replace(typed, problem=f"{there} is called “{name}”.")
    return _in(typed, called[0], field, record, library)


def _in(typed: Override, of: Record, field: str, record: Record, library: Library) -> Override:
    kind = library.kinds.get(of.kind)
    asked = kind.fields.get(field) if kind else None
    if of.id == record.id:
        return replace(typed, problem="That is this paper’s own answer. Change it there.")
    if kind is None or asked is None or of.kind == HOUSE_WORDING:
        return replace(typed, problem=f"{of.reference} has no answer called “{field}”.")
    if asked.type in _APART:
        return replace(typed, problem=f"“{asked.label}” is a {asked.type.value}. Only single answers can differ.")
    return replace(typed, of=of, field=asked)
