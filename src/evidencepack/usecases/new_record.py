# SPDX-License-Identifier: MPL-2.0
"""A record that is made where another one names it: what it needs, and the changes that enter it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.ids import new_id
from evidencepack.domain.record import Facts
from evidencepack.domain.values import FieldType, Scalar
from evidencepack.library.model import Field, Kind, Library
from evidencepack.usecases.changes import AddRecord, SetAnswer
from evidencepack.usecases.listing import NAMING_FIELDS
from evidencepack.usecases.naming import next_reference

_ELSEWHERE = frozenset({FieldType.TABLE, FieldType.FILE})
"""What is answered in the record's own form only."""

_MOST = 8
_LITTLE = 3


def can_be_made_here(kind: Kind) -> bool:
    """Whether a record of a kind is small enough to be made in the middle of another form."""
    return not kind.document and not kind.one_per_tender


def naming_field(kind: Kind) -> Field:
    """Return the field whose answer a record of a kind is called by; its first one that is typed if none is usual."""
    usual = (kind.fields[name] for name in NAMING_FIELDS if name in kind.fields)
    typed = (field for field in kind.fields.values() if field.type is FieldType.TEXT)
    return next(usual, None) or next(typed)


def needed_fields(kind: Kind) -> tuple[Field, ...]:
    """Return what is asked for at once: its name, then the first few that it needs. The others can wait."""
    name = naming_field(kind)
    others = (
        field
        for field in kind.fields.values()
        if field.required and field.id != name.id and field.type not in _ELSEWHERE
    )
    return (name, *tuple(others)[: _MOST - 1])


def cannot_wait(kind: Kind) -> frozenset[str]:
    """Return the ids of the fields without which a record is not entered: all it needs if that is little, or its name.

    A record that needs no more than three answers is then whole at once, and no paper has a gap for it.
    """
    needed = needed_fields(kind)
    return frozenset(field.id for field in (needed if len(needed) <= _LITTLE else needed[:1]))


@dataclass(frozen=True, slots=True)
class Entering:
    """A record that is to be entered: its id, and the changes that do it."""

    id: str
    changes: tuple[AddRecord | SetAnswer, ...]


def entering(facts: Facts, library: Library, kind: str, answers: Mapping[str, Scalar]) -> Entering:
    """Return how a record of a kind is entered with its first answers, by their fields."""
    home = "" if library[kind].shared else facts.tender
    made = AddRecord(new_id(), kind, next_reference(facts, library, kind), home)
    fields = library[kind].fields
    given = (SetAnswer(FieldPath(made.id, name), fields[name].type, value) for name, value in answers.items())
    return Entering(made.id, (made, *given))
