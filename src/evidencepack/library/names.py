# SPDX-License-Identifier: MPL-2.0
"""What a dotted name of a template means: followed field by field, along references, through loops."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from evidencepack.domain.trade import Visibility
from evidencepack.domain.values import FieldType
from evidencepack.library.model import Field, Kind
from evidencepack.library.vocabulary import LAW, LAW_TERMS, REFERENCE

LEAD = "lead_provider"
"""The field of a tender that refers to the lead provider; templates call that organisation ``lead``."""


class UnknownNameError(ValueError):
    """A dotted name leads nowhere. The message says at which part and what could stand there."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What can be named after a dot: the fields of a record, or the columns of a row. ``what`` says which."""

    what: str
    fields: Mapping[str, Field]


@dataclass(frozen=True, slots=True)
class Found:
    """Where a name leads: its last field, and every field on the way (each must be seen to see the last)."""

    field: Field
    way: tuple[Field, ...]


def record_scope(kind: Kind) -> Scope:
    """Return what can follow the name of a record: its fields, its reference and, for a document, its title."""
    own = {REFERENCE: _given(REFERENCE, "Reference")}
    if kind.document:
        own["title"] = _given("title", "Title")
    return Scope(f"a {kind.id}", {**own, **kind.fields})


def row_scope(table: Field, kinds: Mapping[str, Kind]) -> Scope:
    """Return what can follow the name of a row of this table."""
    if table.rows_of in kinds:
        return record_scope(kinds[table.rows_of])
    return Scope(f"a row of {table.id}", {column.id: column for column in table.columns})


def first_names(kind: Kind, kinds: Mapping[str, Kind]) -> Mapping[str, Scope]:
    """Return what a template of this kind can begin a name with."""
    records = {kind.id: kind.id, "tender": "tender", "governance": "governance"}
    tender = kinds.get("tender")
    if tender and LEAD in tender.fields:
        records["lead"] = tender.fields[LEAD].to
    known = {name: record_scope(kinds[owner]) for name, owner in records.items() if owner in kinds}
    return {**known, LAW: _LAW_SCOPE}


def follow(parts: tuple[str, ...], names: Mapping[str, Scope], kinds: Mapping[str, Kind]) -> Found:
    """Follow a dotted name to its field.

    Raises:
        UnknownNameError: if a part is unknown, or something other than a reference is followed by a dot.
    """
    first, *rest = parts
    if first not in names:
        raise UnknownNameError(f"nothing is called '{first}' here; known are {', '.join(sorted(names))}")
    if not rest:
        raise UnknownNameError(f"'{first}' must be followed by a dot and one of {_listed(names[first])}")
    return follow_in(names[first], tuple(rest), kinds)


def follow_in(scope: Scope, parts: tuple[str, ...], kinds: Mapping[str, Kind]) -> Found:
    """Follow the rest of a name from a scope; raises as ``follow`` does."""
    way: list[Field] = []
    for place, part in enumerate(parts):
        if part not in scope.fields:
            raise UnknownNameError(f"{scope.what} has no '{part}'; it has {_listed(scope)}")
        way.append(scope.fields[part])
        if place + 1 < len(parts):
            scope = _behind(way[-1], kinds)
    return Found(way[-1], tuple(way))


def _behind(field: Field, kinds: Mapping[str, Kind]) -> Scope:
    if field.type is FieldType.TABLE:
        raise UnknownNameError(f"'{field.id}' is a table: loop over it or use a filter such as names or join_list")
    if field.type is not FieldType.REFERENCE or field.to not in kinds:
        raise UnknownNameError(f"'{field.id}' is no reference, so no dot can follow it")
    return record_scope(kinds[field.to])


def _given(name: str, label: str) -> Field:
    return Field(name, label, FieldType.TEXT, label, visibility=Visibility.PACK)


def _listed(scope: Scope) -> str:
    return ", ".join(sorted(scope.fields))


_LAW_SCOPE = Scope("the names of law", {term: _given(term, term) for term in sorted(LAW_TERMS)})
