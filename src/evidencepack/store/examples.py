# SPDX-License-Identifier: MPL-2.0
"""The mark of an example: an answer that says which starter a record or row was made from, and what of it is left.

It is stored, revised, backed up and carried like any other answer, so nothing has to look after it.
"""

from __future__ import annotations

from sqlite3 import Connection as Database

from evidencepack.domain.examples import after_edit
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.values import EXAMPLE, FieldType
from evidencepack.store.revisions import Edit
from evidencepack.store.stored import from_json
from evidencepack.store.values import current, prepare, put, refuse_homeless

_ANSWERED = """
SELECT CASE :row WHEN '' THEN field ELSE column_id END FROM value
WHERE record_id = :record AND json IS NOT NULL AND ifnull(row_id, '') = :row AND (:row = '' OR field = :field)
"""


def example_path(record: str, field: str = "", row: str = "") -> FieldPath:
    """Return where the mark of a record, or of a row of one of its tables, stands."""
    return FieldPath(record, field, row, EXAMPLE) if row else FieldPath(record, EXAMPLE)


def mark_example(edit: Edit, path: FieldPath, mark: str) -> None:
    """Mark what was just made from a starter, or is an example again.

    Raises:
        RecordNotFoundError, RowNotFoundError: if it is not there.
    """
    refuse_homeless(edit.db, path)
    # A choice is stored as it is and, unlike a text, not found by searching.
    put(edit, path, prepare(FieldType.CHOICE, mark))


def clear_mark(edit: Edit, path: FieldPath) -> None:
    """Take the mark at a path away, if there is one."""
    if _mark(edit.db, path):
        put(edit, path, prepare(FieldType.CHOICE, None))


def edited(edit: Edit, path: FieldPath) -> None:
    """Take an answer that is being edited out of the example that its record or row is; all else stays as it is."""
    where = example_path(path.record, path.field, path.row)
    mark = _mark(edit.db, where)
    if not mark:
        return
    beside = {"record": path.record, "field": path.field, "row": path.row}
    answered = {name for (name,) in edit.db.execute(_ANSWERED, beside).fetchall()} - {EXAMPLE}
    left = after_edit(mark, answered, path.column or path.field)
    if left != mark:
        put(edit, where, prepare(FieldType.CHOICE, left or None))


def _mark(db: Database, path: FieldPath) -> str:
    """Return the mark at a path; empty if there is none."""
    found = current(db, path)
    return str(from_json(FieldType.CHOICE, found[1])) if found and found[1] is not None else ""
