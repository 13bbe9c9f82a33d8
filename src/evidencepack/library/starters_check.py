# SPDX-License-Identifier: MPL-2.0
"""What of a starter can be checked only as a whole: whether its roles lead to records, and the form asks for it all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from evidencepack.domain.values import Answer, Reference, Row, Table
from evidencepack.library.conditions import holds
from evidencepack.library.model import Field, Kind
from evidencepack.library.problems import Problems
from evidencepack.library.starters_model import Role, Starter, StarterCells

_ORGANISATION = "organisation"


def check_starters(kind: Kind, kinds: Mapping[str, Kind], problems: Problems) -> None:
    """Note every role of a kind's starters that cannot stand where it is written, and every value nobody would see."""
    for starter in kind.starters:
        for name in _hidden(kind, starter):
            problems.add(f"starter {starter.id}.values.{name}", "the form does not ask this after the other values")
        for place, field, role in _roles(kind, starter):
            target = _target(role, kinds)
            if target != field.to:
                said = f"{role.whose.value}.{role.field}" if role.field else role.whose.value
                leads = f"leads to the kind '{target}'" if target else "leads nowhere"
                problems.add(f"starter {starter.id}.{place}", f"'{said}' {leads}; expected '{field.to}'")


def _hidden(kind: Kind, starter: Starter) -> Iterator[str]:
    """Yield the values of a whole record that its form hides; what else is in the record of a row is not known."""
    if starter.of:
        return
    answers = {name: value for name, value in starter.values.items() if not isinstance(value, tuple)}
    tables = {name: value for name, value in starter.values.items() if isinstance(value, tuple)}
    seen = {**_answers(answers), **{name: Table(tuple(Row("") for _ in rows)) for name, rows in tables.items()}}
    for name in starter.values:
        if not holds(
            kind.fields[name].shown_when, seen, rows=lambda table: [_answers(row) for row in tables.get(table, ())]
        ):
            yield name


def _answers(values: StarterCells) -> dict[str, Answer]:
    return {name: Reference(value.field) if isinstance(value, Role) else value for name, value in values.items()}


def _target(role: Role, kinds: Mapping[str, Kind]) -> str:
    """Return the kind of record that a role names; empty for none."""
    if not role.field:
        return _ORGANISATION
    organisation = kinds.get(_ORGANISATION)
    found = organisation.fields.get(role.field) if organisation else None
    return found.to if found else ""


def _roles(kind: Kind, starter: Starter) -> Iterator[tuple[str, Field, Role]]:
    """Yield each role with its place and the field or column it stands in."""
    fields = {column.id: column for column in kind.fields[starter.of].columns} if starter.of in kind.fields else {}
    for name, value in starter.values.items():
        field = (fields if starter.of else kind.fields).get(name)
        if isinstance(value, Role) and field:
            yield f"values.{name}", field, value
        elif isinstance(value, tuple) and field:
            for number, row in enumerate(value, start=1):
                for column, cell in row.items():
                    if isinstance(cell, Role):
                        yield f"values.{name}.{number}.{column}", field.column(column), cell
