# SPDX-License-Identifier: MPL-2.0
"""The mark of an example: an answer that says which starter a record or row was made from, until a person changes it.

It is stored, revised, backed up and carried like any other answer, so nothing has to look after it.
"""

from __future__ import annotations

from sqlite_utils import Database

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.values import EXAMPLE, FieldType
from evidencepack.store.revisions import Edit
from evidencepack.store.values import current, prepare, put, refuse_homeless


def example_path(record: str, field: str = "", row: str = "") -> FieldPath:
    """Return where the mark of a record, or of a row of one of its tables, stands."""
    return FieldPath(record, field, row, EXAMPLE) if row else FieldPath(record, EXAMPLE)


def mark_example(edit: Edit, path: FieldPath, starter: str) -> None:
    """Mark what was just made from a starter.

    Raises:
        RecordNotFoundError, RowNotFoundError: if it is not there.
    """
    refuse_homeless(edit.db, path)
    # A choice is stored as it is and, unlike a text, not found by searching.
    put(edit, path, prepare(FieldType.CHOICE, starter))


def clear_mark(edit: Edit, path: FieldPath) -> None:
    """Take the mark at a path away, if there is one."""
    if _is_marked(edit.db, path):
        put(edit, path, prepare(FieldType.CHOICE, None))


def clear_marks(edit: Edit, edited: FieldPath) -> None:
    """Take the marks of the record and the row away in which an answer was edited."""
    clear_mark(edit, example_path(edited.record))
    if edited.row:
        clear_mark(edit, example_path(edited.record, edited.field, edited.row))


def _is_marked(db: Database, path: FieldPath) -> bool:
    found = current(db, path)
    return found is not None and found[1] is not None
