# SPDX-License-Identifier: MPL-2.0
"""What an audience may see. Answers are left out before anything is composed, so nothing derived can give them away.

A value made of several answers therefore takes the strictest visibility among them: with one source gone, it is gone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from evidencepack.domain.record import Facts, Record
from evidencepack.domain.trade import Audience, Visibility
from evidencepack.domain.values import Answer, Row, Table
from evidencepack.library.model import Field, Kind, Library

Sight: TypeAlias = Mapping[str, frozenset[str]]
"""The fields of a kind that may be seen, each with those of its columns that may be."""

_NOTHING = Facts("", {})
_STRICTNESS = {visibility: at for at, visibility in enumerate(Visibility)}


def strictest(*visibilities: Visibility) -> Visibility:
    """Return the strictest of some visibilities."""
    return min(visibilities, key=_STRICTNESS.__getitem__)


def narrowed(field: Field, answers: Mapping[str, Answer]) -> Visibility:
    """Return who may see a field of a record: as its kind says, and no wider than the record's own choice says.

    Until somebody has chosen, nobody else may.
    """
    if not field.narrowed_by:
        return field.visibility
    said = answers.get(field.narrowed_by)
    chosen = Visibility(said) if isinstance(said, str) and said in set(Visibility) else Visibility.PRIVATE
    return strictest(field.visibility, chosen)


def visible(facts: Facts, library: Library, audience: Audience) -> Facts:
    """Return the facts with only the answers that the audience may see; what no kind describes is private."""
    there = {record.kind for record in facts.records.values()}
    sights = {name: _sight(kind, audience) for name, kind in library.kinds.items() if name in there}
    records = {
        name: _withheld(_seen(record, sights.get(record.kind, {})), library.kinds.get(record.kind), audience)
        for name, record in facts.records.items()
    }
    return replace(facts, records=records)


def visible_record(record: Record, kind: Kind, audience: Audience) -> Record:
    """Return a record with only the answers that the audience may see."""
    return _withheld(_seen(record, _sight(kind, audience)), kind, audience)


class Onlooker:
    """An audience that looks at records when they are asked for, and at each only once while it is the same.

    For who composes a few papers again and again: ``visible`` goes through all the records each time.
    """

    def __init__(self, library: Library, audience: Audience) -> None:
        self._library, self.audience = library, audience
        self._sights: dict[str, Sight] = {}
        self._known: dict[str, tuple[Record, Record]] = {}

    def facts(self, facts: Facts) -> Facts:
        """Return the facts as the audience sees them."""
        return _Seen(facts.tender, _SeenRecords(facts.records, self), facts.changed, whole=facts)

    def record(self, record: Record) -> Record:
        """Return a record with only the answers that the audience may see."""
        known = self._known.get(record.id)
        if known is None or known[0] is not record:
            known = self._known[record.id] = (record, self._seen(record))
        return known[1]

    def _seen(self, record: Record) -> Record:
        kind = self._library.kinds.get(record.kind)
        if record.kind not in self._sights:
            self._sights[record.kind] = _sight(kind, self.audience) if kind else {}
        return _withheld(_seen(record, self._sights[record.kind]), kind, self.audience)


class _SeenRecords(Mapping[str, Record]):
    """Records as an audience sees them."""

    def __init__(self, records: Mapping[str, Record], onlooker: Onlooker) -> None:
        self._records, self._onlooker = records, onlooker

    def __getitem__(self, name: str) -> Record:
        return self._onlooker.record(self._records[name])

    def __iter__(self) -> Iterator[str]:
        return iter(self._records)

    def __len__(self) -> int:
        return len(self._records)


@dataclass(frozen=True, slots=True)
class _Seen(Facts):
    """Facts as an audience sees them."""

    whole: Facts = _NOTHING

    def of_kind(self, kind: str) -> Iterator[Record]:
        """Yield the records of one kind, in their order."""
        return (self.records[one.id] for one in self.whole.of_kind(kind))


def _withheld(record: Record, kind: Kind | None, audience: Audience) -> Record:
    """Return a record without the tables that its own choice keeps from the audience."""
    tables = [field for field in kind.fields.values() if field.narrowed_by] if kind else []
    closed = {field.id for field in tables if not audience.may_see(narrowed(field, record.answers))}
    if closed.isdisjoint(record.answers):
        return record
    return replace(record, answers={name: answer for name, answer in record.answers.items() if name not in closed})


def _sight(kind: Kind, audience: Audience) -> Sight:
    """Return the fields of a kind that the audience may see, each with its columns; a column is never more open."""
    return {
        name: frozenset(
            column.id for column in field.columns if audience.may_see(strictest(field.visibility, column.visibility))
        )
        for name, field in kind.fields.items()
        if audience.may_see(field.visibility)
    }


# Whole facts are gone through for each document, and of most records an audience may see all: those stay as they are.
def _seen(record: Record, sight: Sight) -> Record:
    answers = {name: _answer(answer, sight[name]) for name, answer in record.answers.items() if name in sight}
    same = len(answers) == len(record.answers) and all(answers[name] is one for name, one in record.answers.items())
    return record if same else replace(record, answers=answers)


def _answer(answer: Answer, columns: frozenset[str]) -> Answer:
    if not isinstance(answer, Table) or all(row.cells.keys() <= columns for row in answer.rows):
        return answer
    return Table(tuple(_row(row, columns) for row in answer.rows))


def _row(row: Row, columns: frozenset[str]) -> Row:
    return replace(row, cells={name: value for name, value in row.cells.items() if name in columns})
