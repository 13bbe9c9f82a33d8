# SPDX-License-Identifier: MPL-2.0
"""What an audience may see. Answers are left out before anything is composed, so nothing derived can give them away.

A value made of several answers therefore takes the strictest visibility among them: with one source gone, it is gone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeAlias

from evidencepack.domain.record import Facts, Record
from evidencepack.domain.trade import Audience, Visibility
from evidencepack.domain.values import Answer, Row, Table
from evidencepack.library.model import Field, Kind, Library

Sight: TypeAlias = Mapping[str, frozenset[str]]
"""The fields of a kind that may be seen, each with those of its columns that may be."""

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
