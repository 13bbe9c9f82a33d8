# SPDX-License-Identifier: MPL-2.0
"""What an audience may see. Answers are left out before anything is composed, so nothing derived can give them away.

A value made of several answers therefore takes the strictest visibility among them: with one source gone, it is gone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from evidencepack.domain.record import Facts, Record
from evidencepack.domain.trade import Audience, Visibility
from evidencepack.domain.values import Answer, Row, Table
from evidencepack.library.model import Field, Kind, Library


def strictest(*visibilities: Visibility) -> Visibility:
    """Return the strictest of some visibilities."""
    return min(visibilities, key=list(Visibility).index)


def visible(facts: Facts, library: Library, audience: Audience) -> Facts:
    """Return the facts with only the answers that the audience may see; what no kind describes is private."""
    kinds = library.kinds
    return replace(
        facts,
        records={
            name: visible_record(record, kinds.get(record.kind), audience) for name, record in facts.records.items()
        },
    )


def visible_record(record: Record, kind: Kind | None, audience: Audience) -> Record:
    """Return a record with only the answers that the audience may see."""
    fields: Mapping[str, Field] = kind.fields if kind else {}
    answers = {
        name: _visible_answer(answer, fields[name], audience)
        for name, answer in record.answers.items()
        if name in fields and audience.may_see(fields[name].visibility)
    }
    return replace(record, answers=answers)


def _visible_answer(answer: Answer, field: Field, audience: Audience) -> Answer:
    if not isinstance(answer, Table):
        return answer
    seen = {column.id for column in field.columns if audience.may_see(strictest(field.visibility, column.visibility))}
    return Table(tuple(_visible_row(row, seen) for row in answer.rows))


def _visible_row(row: Row, seen: set[str]) -> Row:
    return replace(row, cells={name: value for name, value in row.cells.items() if name in seen})
