# SPDX-License-Identifier: MPL-2.0
"""The example of one question, taken as a starting point: an answer, marked as an example until it is changed."""

from __future__ import annotations

from evidencepack.domain.examples import BY_ITSELF, is_untouched, starter_of, unedited
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Record
from evidencepack.domain.values import FieldType, Row, Scalar
from evidencepack.usecases.changes import MarkExample, SetAnswer, rows_of


def taking(record: Record, path: FieldPath, kind: FieldType, value: Scalar) -> tuple[SetAnswer, MarkExample]:
    """Return the changes that make an example an answer, and mark it; what else is an example there stays one."""
    thing = _thing(record, path)
    mark = thing.example if thing is not None else ""
    left = set(unedited(thing)) if thing is not None and mark else set()
    named = ",".join(sorted(left | {path.column or path.field}))
    table = path.field if path.row else ""
    marked = MarkExample(f"{starter_of(mark) or BY_ITSELF}:{named}", record.id, table, path.row)
    return SetAnswer(path, kind, value), marked


def is_example(record: Record, path: FieldPath) -> bool:
    """Whether one answer is an example by itself that nobody has changed; what is one as a whole says so elsewhere."""
    thing = _thing(record, path)
    if thing is None or not thing.example or is_untouched(thing.example):
        return False
    return (path.column or path.field) in unedited(thing)


def _thing(record: Record, path: FieldPath) -> Record | Row | None:
    if not path.row:
        return record
    return next((row for row in rows_of(record, path.field) if row.id == path.row), None)
