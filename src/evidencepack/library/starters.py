# SPDX-License-Identifier: MPL-2.0
"""Starters: examples of records and table rows, read from a kind's file as people would type them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from evidencepack.domain.trade import PartnerType
from evidencepack.domain.values import FieldType
from evidencepack.library.entry import Desk, parse_entry
from evidencepack.library.model import Field
from evidencepack.library.starters_model import Role, Starter, StarterCell, StarterCells, StarterValue, Whose
from evidencepack.library.toml_table import TomlTable
from evidencepack.library.vocabulary import NAME

_ROLE = re.compile(rf"({'|'.join(Whose)})(?:\.({NAME.pattern}))?")
_DESK = Desk(date(2027, 1, 1), find=lambda _kind, _text: "", call=str)


def read_starters(top: TomlTable, fields: Mapping[str, Field]) -> tuple[Starter, ...]:
    """Read every ``[[starter]]`` of a kind with these fields."""
    starters = tuple(_read(entry, fields) for entry in top.each("starter", "id"))
    top.refuse_repeats("starter", [starter.id for starter in starters])
    return starters


def _read(entry: TomlTable, fields: Mapping[str, Field]) -> Starter:
    of = entry.text("of")
    values = entry.inner("values")
    if not values:
        entry.refuse("values", "is missing: write [starter.values] and what people would type")
    starter = Starter(
        id=entry.name("id"),
        title=entry.text("title", needed=True),
        partners=entry.some_of("for", PartnerType),
        of=of,
        values=_Reading(entry, "values", _columns(entry, fields, of) if of else fields).values(values),
    )
    entry.finish()
    return starter


def _columns(entry: TomlTable, fields: Mapping[str, Field], of: str) -> Mapping[str, Field]:
    """Return the columns of the table that a starter makes a row of."""
    table = fields.get(of)
    if table is None or table.type is not FieldType.TABLE:
        entry.refuse("of", f"'{of}' is no table field")
    elif table.rows_of:
        entry.refuse("of", f"its rows are records: write the starter in {table.rows_of}.toml, without 'of'")
    else:
        return _by_id(table)
    return {}


def _by_id(table: Field) -> Mapping[str, Field]:
    return {column.id: column for column in table.columns}


@dataclass(frozen=True, slots=True)
class _Reading:
    """Values at one place of a starter, each for one of the known fields or columns."""

    entry: TomlTable
    place: str
    known: Mapping[str, Field]

    def values(self, said: Mapping[str, object]) -> Mapping[str, StarterValue]:
        """Read the values of a record or a row."""
        found: dict[str, StarterValue] = {}
        for key, value in said.items():
            field = self.known.get(key)
            if field is None:
                self._refuse(key, f"there is no such field or column; choose from {', '.join(self.known)}")
            elif field.type is FieldType.TABLE:
                found[key] = self._rows(field, value)
            elif (cell := self._cell(field, value)) is not None:
                found[key] = cell
        return found

    def _rows(self, table: Field, value: object) -> tuple[StarterCells, ...]:
        if table.rows_of:
            self._refuse(table.id, f"its rows are records: write starters for them in {table.rows_of}.toml")
        elif not isinstance(value, list) or not value or not all(isinstance(row, dict) for row in value):
            self._refuse(table.id, f"expected rows: [[starter.values.{table.id}]] and the cells of each")
        else:
            return tuple(self._cells(table, row, number) for number, row in enumerate(value, start=1))
        return ()

    def _cells(self, table: Field, row: Mapping[str, object], number: int) -> StarterCells:
        inside = _Reading(self.entry, f"{self.place}.{table.id}.{number}", _by_id(table))
        read = ((key, inside.values({key: value}).get(key)) for key, value in row.items())
        return {key: cell for key, cell in read if cell is not None and not isinstance(cell, tuple)}

    def _cell(self, field: Field, value: object) -> StarterCell | None:
        if not isinstance(value, str) or not value.strip():
            self._refuse(field.id, "expected text in quotes, as people would type it")
        elif field.type is FieldType.REFERENCE:
            return self._role(field, value.strip())
        elif field.type is FieldType.DATE:
            self._refuse(field.id, "is a date, which only the person knows; leave it out")
        else:
            entered = parse_entry(field, value, _DESK)
            if entered.problem or entered.note:
                self._refuse(field.id, f"is not what the field takes: {entered.problem or entered.note}")
            return entered.value
        return None

    def _role(self, field: Field, value: str) -> Role | None:
        found = _ROLE.fullmatch(value)
        if found:
            return Role(Whose(found[1]), found[2] or "")
        self._refuse(field.id, f"'{value}' is no role; write lead or partner, or a person of theirs: lead.named_lead")
        return None

    def _refuse(self, key: str, problem: str) -> None:
        self.entry.refuse(f"{self.place}.{key}", problem)
