# SPDX-License-Identifier: MPL-2.0
"""The type of every answer, as its kind says: what the store asks when records come in."""

from __future__ import annotations

from evidencepack.domain.values import FieldType
from evidencepack.library.model import Library
from evidencepack.store.imports import FieldTypes


def types_of(library: Library) -> FieldTypes:
    """Return what gives the type of an answer by kind, field and column (empty outside tables)."""

    def type_of(kind: str, field: str, column: str) -> FieldType:
        found = library[kind].fields[field]
        return found.column(column).type if column else found.type

    return type_of
