# SPDX-License-Identifier: MPL-2.0
"""Who does what (RACI) as a sheet: tasks down, roles across, one letter where they meet; and who holds each role."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from evidencepack.domain.record import Record
from evidencepack.domain.trade import Audience
from evidencepack.domain.values import Answer, Reference, Row, Table
from evidencepack.exchange.registers.cells import Caller, can_be_cell, cell_of, columns_of
from evidencepack.exchange.registers.records import REFERENCE, reference_cell
from evidencepack.exchange.registers.table import Cell, Sheet
from evidencepack.library.model import Field, Kind

_TASKS, _ROLES, _LETTERS = "activities", "roles", "letters"


def raci_sheets(kind: Kind, document: Record, audience: Audience, call: Caller) -> Iterator[Sheet]:
    """Yield the map of one document, and its roles; ``document`` holds no more than the audience may see."""
    named = reference_cell(document)
    yield _map(kind, document, audience, call)
    roles = _rows(document, _ROLES)
    heads, rows = columns_of(_columns(kind.fields[_ROLES], audience), [row.cells for row in roles], call)
    yield Sheet(
        f"{document.reference}-roles",
        f"{document.reference} roles",
        (REFERENCE, *heads),
        tuple((named, *row) for row in rows),
    )


def _map(kind: Kind, document: Record, audience: Audience, call: Caller) -> Sheet:
    tasks, roles = _rows(document, _TASKS), _rows(document, _ROLES)
    lines: list[Mapping[str, Answer]] = [task.cells for task in tasks]
    heads, rows = columns_of(_columns(kind.fields[_TASKS], audience), lines, call)
    letters = _letters(kind.fields[_LETTERS], document, call)
    met = [tuple(_letter(letters, _names(task, "ref"), _names(role, "label")) for role in roles) for task in tasks]
    named = reference_cell(document)
    return Sheet(
        document.reference,
        document.reference,
        (REFERENCE, *heads, *(_head(role, call) for role in roles)),
        tuple((named, *row, *found) for row, found in zip(rows, met, strict=True)),
    )


def _columns(field: Field, audience: Audience) -> list[Field]:
    return [one for one in field.columns if can_be_cell(one) and audience.may_see(one.visibility)]


def _letters(field: Field, document: Record, call: Caller) -> Mapping[tuple[str, str], Cell]:
    """Return the letters by what their rows call the task and the role: a row's id, or its words."""
    return {
        (str(row.cells.get("activity", "")), str(row.cells.get("role", ""))): cell_of(
            field.column("letter"), row.cells.get("letter"), call
        )
        for row in _rows(document, _LETTERS)
    }


def _letter(letters: Mapping[tuple[str, str], Cell], tasks: frozenset[str], roles: frozenset[str]) -> Cell:
    return next(
        (letters[task, role] for task in sorted(tasks) for role in sorted(roles) if (task, role) in letters), None
    )


def _names(row: Row, column: str) -> frozenset[str]:
    return frozenset({row.id, str(row.cells.get(column, ""))} - {""})


def _head(role: Row, call: Caller) -> str:
    person = role.cells.get("person")
    held = f": {call(person.record)}" if isinstance(person, Reference) else ""
    return f"{role.cells.get('label') or 'Role without a name'}{held}"


def _rows(document: Record, table: str) -> tuple[Row, ...]:
    answer = document.answers.get(table)
    return answer.rows if isinstance(answer, Table) else ()
