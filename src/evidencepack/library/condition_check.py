# SPDX-License-Identifier: MPL-2.0
"""Whether the conditions of a kind ask about fields that are there, and about answers they can have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from evidencepack.domain.trade import Audience
from evidencepack.domain.values import FieldType, Frequency
from evidencepack.library.model import Condition, Field, Kind, Test
from evidencepack.library.problems import Problems
from evidencepack.library.vocabulary import PICKED

_COMPARABLE = PICKED | {FieldType.YES_NO, FieldType.FREQUENCY, FieldType.TEXT}


def value_problem(field: Field, value: str) -> str:
    """Return why nothing can ask whether this field is ``value``; empty when it can be asked."""
    allowed = _allowed(field)
    if field.type not in _COMPARABLE:
        return f"'{field.id}' is of type {field.type.value}, which is only ever set or not"
    if allowed and value not in allowed:
        return f"'{field.id}' is never '{value}'; it can be {', '.join(allowed)}"
    return ""


def check_fields(kind: Kind, problems: Problems) -> None:
    """Check ``shown_when`` and ``required_when`` of every field and column of a kind."""
    for field in kind.fields.values():
        _check_owner(field, kind.fields, f"field {field.id}", problems)
        columns = {} if field.rows_of else {column.id: column for column in field.columns}
        for column in columns.values():
            place = f"column {field.id}.{column.id}"
            _check_owner(column, {**kind.fields, **columns}, place, problems)
            for condition in (*column.shown_when, *column.required_when):
                if condition.field in columns and condition.field in kind.fields:
                    problems.add(place, f"the condition's '{condition.field}' is both a column and a field")


def check_when(kind: Kind, place: str, when: Sequence[Condition], audience: Audience, problems: Problems) -> None:
    """Check the conditions under which a clause or schedule stands; its audience must see what they ask about."""
    for condition in when:
        field = _check(condition, kind.fields, f"{place}.when", problems)
        if field and not audience.may_see(field.visibility):
            problems.add(f"{place}.when", f"asks about '{field.id}', which is {field.visibility.value}")


def _check_owner(owner: Field, known: Mapping[str, Field], place: str, problems: Problems) -> None:
    for key, conditions in (("shown_when", owner.shown_when), ("required_when", owner.required_when)):
        for condition in conditions:
            if _check(condition, known, f"{place}.{key}", problems) is owner:
                problems.add(f"{place}.{key}", "asks about itself")


def _check(condition: Condition, known: Mapping[str, Field], place: str, problems: Problems) -> Field | None:
    field = known.get(condition.field)
    if field is None:
        problems.add(place, f"there is no field '{condition.field}'")
    elif condition.test is not Test.SET:
        for value in condition.values:
            if problem := value_problem(field, value):
                problems.add(place, problem)
    return field


def _allowed(field: Field) -> tuple[str, ...]:
    if field.type is FieldType.YES_NO:
        return ("yes", "no")
    if field.type is FieldType.FREQUENCY:
        return tuple(frequency.value for frequency in Frequency)
    return tuple(choice.id for choice in field.choices)
