# SPDX-License-Identifier: MPL-2.0
"""Whether the conditions of a kind ask about fields that are there, and about answers they can have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from evidencepack.domain.trade import Audience, Visibility
from evidencepack.domain.values import FieldType, Frequency
from evidencepack.library.conditions import tests_of
from evidencepack.library.model import Condition, Field, Kind
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
        _check_only(field, problems)
        columns = {} if field.rows_of else {column.id: column for column in field.columns}
        for column in columns.values():
            place = f"column {field.id}.{column.id}"
            _check_owner(column, {**kind.fields, **columns}, place, problems)
            for test in (test for one in (*column.shown_when, *column.required_when) for test in tests_of(one)):
                if not test.table and test.field in columns and test.field in kind.fields:
                    problems.add(place, f"the condition's '{test.field}' is both a column and a field")


def check_when(kind: Kind, place: str, when: Sequence[Condition], audience: Audience, problems: Problems) -> None:
    """Check the conditions under which a clause or schedule stands; its audience must see what they ask about."""
    for field in _asked(when, kind.fields, f"{place}.when", problems):
        if not audience.may_see(field.visibility):
            problems.add(f"{place}.when", f"asks about '{field.id}', which is {field.visibility.value}")


def _check_owner(owner: Field, known: Mapping[str, Field], place: str, problems: Problems) -> None:
    for key, conditions in (("shown_when", owner.shown_when), ("required_when", owner.required_when)):
        if any(field is owner for field in _asked(conditions, known, f"{place}.{key}", problems)):
            problems.add(f"{place}.{key}", "asks about itself")


def _check_only(table: Field, problems: Problems) -> None:
    """Check the conditions that narrow a table of shared records; who sees the table must see what they ask about.

    Answers that an audience may not see are left out before anything is composed, and the rows would differ.
    """
    place, order = f"field {table.id}.only", list(Visibility)
    if any(test.table for condition in table.only for test in tests_of(condition)):
        problems.add(place, "asks about fields of the row, never about a table")
        return
    for field in _asked(table.only, {column.id: column for column in table.columns}, place, problems):
        if order.index(field.visibility) < order.index(table.visibility):
            problems.add(place, f"asks about '{field.id}', which is {field.visibility.value}, in a table that is not")


def _asked(
    conditions: Sequence[Condition], known: Mapping[str, Field], place: str, problems: Problems
) -> Iterator[Field]:
    """Yield each field that conditions ask about, tables and their columns too, and note what cannot be asked."""
    for condition in conditions:
        for test in tests_of(condition):
            yield from _check(test, known, place, problems)


def _check(test: Condition, known: Mapping[str, Field], place: str, problems: Problems) -> tuple[Field, ...]:
    table = known.get(test.table)
    among = known
    if test.table:
        if table is None or table.type is not FieldType.TABLE:
            problems.add(place, f"there is no table '{test.table}'")
            return ()
        among = {column.id: column for column in table.columns}
    field = among.get(test.field)
    if field is None:
        problems.add(place, f"there is no {'column' if table else 'field'} '{test.field}'")
        return ()
    for value in test.values:
        if problem := value_problem(field, value):
            problems.add(place, problem)
    return (table, field) if table else (field,)


def _allowed(field: Field) -> tuple[str, ...]:
    if field.type is FieldType.YES_NO:
        return ("yes", "no")
    if field.type is FieldType.FREQUENCY:
        return tuple(frequency.value for frequency in Frequency)
    return tuple(choice.id for choice in field.choices)
