# SPDX-License-Identifier: MPL-2.0
"""How each answer was asked for: its label, the words it is chosen from, the ways in which its date is written."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from evidencepack.compose.formats import how_often, long_date, month, short_date
from evidencepack.domain.fieldpath import FieldPath, FieldPathError
from evidencepack.domain.record import Facts
from evidencepack.domain.values import Answer, FieldType, Frequency, Table
from evidencepack.library.model import Field, Library
from evidencepack.render.questions import Asked, Question

_COUNTED = frozenset({FieldType.TABLE, FieldType.REFERENCE, FieldType.FILE})
_LONG, _SHORT, _MONTH = "d MMMM yyyy", "d MMM yyyy", "MMMM yyyy"


def questions_of(facts: Facts, library: Library) -> Asked:
    """Return what finds the question of every field of every record, and of every cell of its tables, by path."""

    def asked(path: str) -> Question | None:
        try:
            at = FieldPath.parse(path)
        except FieldPathError:
            return None
        return _question(at, facts, library)

    return asked


def _question(at: FieldPath, facts: Facts, library: Library) -> Question | None:
    record = facts.get(at.record)
    field = library.kinds[record.kind].fields.get(at.field) if record else None
    if record is None or field is None:
        return None
    answer: Answer | None = record.answers.get(at.field)
    if at.row:
        rows = answer.rows if isinstance(answer, Table) else ()
        answer = next((row.cells.get(at.column) for row in rows if row.id == at.row), None)
        field = next((column for column in field.columns if column.id == at.column), None)
    return _asked(field, answer) if field else None


def _asked(field: Field, answer: Answer | None) -> Question:
    if field.type is FieldType.DATE:
        day = answer if isinstance(answer, date) else None
        return Question(field.label, day=day, patterns=_patterns(day))
    return Question(field.label, _choices(field), counted=field.type in _COUNTED)


def _patterns(day: date | None) -> Mapping[str, str]:
    return {long_date(day): _LONG, short_date(day): _SHORT, month(day): _MONTH} if day else {"": _LONG}


def _choices(field: Field) -> tuple[str, ...]:
    match field.type:
        case FieldType.CHOICE:
            return tuple(choice.label for choice in field.choices)
        case FieldType.YES_NO:
            return "yes", "no"
        case FieldType.FREQUENCY:
            return tuple(how_often(frequency) for frequency in Frequency)
        case _:
            return ()
