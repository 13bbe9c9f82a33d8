# SPDX-License-Identifier: MPL-2.0
"""What answers are called in a form, and as what they stand on the pages."""

from __future__ import annotations

from collections.abc import Iterator

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts
from evidencepack.domain.values import Reference, Table
from evidencepack.library.model import Library
from evidencepack.ui.words import say


def question_of(facts: Facts, library: Library, path: str) -> str:
    """Return what asks for the answer at a path."""
    name, field, _row, column = (*path.split("/"), "", "", "")[:4]
    record = facts.get(name)
    asked = library[record.kind].fields.get(field) if record else None
    if asked is None:
        return say("a question elsewhere")
    return next((one.label for one in asked.columns if one.id == column), asked.label)


def shown_as(facts: Facts, path: FieldPath) -> Iterator[str]:
    """Yield what stands on the pages for an answer: itself, its line, or something of the record it refers to."""
    yield str(path)
    record = facts.get(path.record)
    answer = record.answers.get(path.field) if record else None
    if path.row:
        yield f"{path.record}/{path.field}/{path.row}"
        rows = answer.rows if isinstance(answer, Table) else ()
        answer = next((row.cells.get(path.column) for row in rows if row.id == path.row), None)
    if isinstance(answer, Reference):
        yield answer.record
