# SPDX-License-Identifier: MPL-2.0
"""Every name, filter, comparison and cross-reference of a template, checked against the kinds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from evidencepack.domain.trade import Audience
from evidencepack.domain.values import FieldType
from evidencepack.library.condition_check import value_problem
from evidencepack.library.model import Field, Kind
from evidencepack.library.names import Scope, UnknownNameError, follow, follow_in, row_scope
from evidencepack.library.problems import Problems
from evidencepack.library.template import Call, Compare, Expression, Filtered, Literal, Logic, Name
from evidencepack.library.vocabulary import KNOWN_FILTERS

_UNPRINTABLE = {
    FieldType.TABLE: "is a table: loop over it or use a filter such as names or join_list",
    FieldType.REFERENCE: "is a reference: say with a dot which of its fields to print",
}
_YES_NO: Mapping[str | int | bool, str] = {True: "yes", False: "no"}
_PARTY_NAME = "organisation.short_name"


@dataclass(frozen=True, slots=True)
class Place:
    """One template of a kind's file: where it stands, for whom, and the names it can use."""

    kind: Kind
    kinds: Mapping[str, Kind]
    names: Mapping[str, Scope]
    audience: Audience
    key: str
    problems: Problems

    def refuse(self, problem: str) -> None:
        """Note a mistake of this template."""
        self.problems.add(self.key, problem)

    def follow(self, name: Name) -> Field | None:
        """Return the field a name leads to, or None (noted) when it leads nowhere or past what may be seen."""
        try:
            found = follow(name.parts, self.names, self.kinds)
        except UnknownNameError as error:
            self.refuse(f"'{dotted(name)}': {error}")
            return None
        self.check_sight(found.way)
        return found.field

    def check_sight(self, way: tuple[Field, ...]) -> None:
        """Note each field of a way that the template's audience may not see."""
        for field in way:
            if not self.audience.may_see(field.visibility):
                self.refuse(
                    f"names '{field.id}', which is {field.visibility.value}, in words for {self.audience.value}; "
                    "open the field or give the clause another audience"
                )


def dotted(name: Name) -> str:
    """Return a name as it was written."""
    return ".".join(name.parts)


def check_output(place: Place, expression: Expression) -> None:
    """Check what stands between ``{{`` and ``}}``."""
    if isinstance(expression, Call):
        _check_call(place, expression)
    elif isinstance(expression, Name):
        field = place.follow(expression)
        if field and field.type in _UNPRINTABLE:
            place.refuse(f"'{dotted(expression)}' {_UNPRINTABLE[field.type]}")
    else:
        _type_of(place, expression)


def check_test(place: Place, expression: Expression) -> None:
    """Check what stands after ``if``."""
    match expression:
        case Logic():
            for term in expression.terms:
                check_test(place, term)
        case Compare():
            _check_comparison(place, expression)
        case Call(function="clause" | "schedule"):
            _check_call(place, expression)
        case _:
            _type_of(place, expression)


def _check_comparison(place: Place, compare: Compare) -> None:
    if not isinstance(compare.left, Name):
        _type_of(place, compare.left)
    elif field := place.follow(compare.left):
        for value in compare.right:
            if problem := value_problem(field, _YES_NO.get(value, str(value))):
                place.refuse(problem)


def _check_call(place: Place, call: Call) -> None:
    clauses, schedules = place.kind.clauses, place.kind.schedules
    if call.function == "binding":
        if not any(clause.binding for clause in clauses):
            place.refuse("binding() names the clauses that bind, and no clause is marked 'binding = true'")
        return
    # A clause that stands once for each row of a table has no single number to point at.
    single = {clause.key for clause in clauses if not clause.each}
    keys = single if call.function == "clause" else {schedule.key for schedule in schedules}
    if call.key not in keys:
        place.refuse(f"there is no {call.function} '{call.key}'")


def _type_of(place: Place, expression: Expression) -> FieldType | None:
    """Check a name behind any number of filters; return its type, or None when that is not known."""
    match expression:
        case Name():
            field = place.follow(expression)
            return field.type if field else None
        case Filtered():
            _check_filter(place, expression, _type_of(place, expression.of))
            return FieldType.TEXT
        case Call() | Compare() | Logic() | Literal():
            place.refuse("a cross-reference, a test or a constant can stand neither in a test nor before a filter")
            return None


def _check_filter(place: Place, filtered: Filtered, taken: FieldType | None) -> None:
    rule = KNOWN_FILTERS.get(filtered.filter)
    if rule is None:
        place.refuse(f"there is no filter '{filtered.filter}'; choose from {', '.join(sorted(KNOWN_FILTERS))}")
    elif len(filtered.arguments) != rule.arguments:
        place.refuse(f"the filter '{filtered.filter}' takes {rule.arguments} argument(s)")
    elif taken is not None and not rule.accepts(taken):
        place.refuse(f"the filter '{filtered.filter}' does not take a value of type {taken.value}")
    elif taken is FieldType.TABLE and isinstance(filtered.of, Name):
        _check_column(place, filtered, filtered.of)


def _check_column(place: Place, filtered: Filtered, table: Name) -> None:
    """Check the column that ``names`` or ``join_list`` reads."""
    if filtered.filter == "count":
        return
    field = follow(table.parts, place.names, place.kinds).field
    column = filtered.arguments[0] if filtered.arguments else _PARTY_NAME.removeprefix(f"{field.rows_of}.")
    scope = row_scope(field, place.kinds)
    try:
        found = follow_in(scope, tuple(str(column).split(".")), place.kinds)
    except UnknownNameError as error:
        place.refuse(f"'{dotted(table)}|{filtered.filter}': {error}")
        return
    place.check_sight(found.way)
    if found.field.type in _UNPRINTABLE:
        place.refuse(f"'{column}' {_UNPRINTABLE[found.field.type]}")
