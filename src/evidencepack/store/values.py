# SPDX-License-Identifier: MPL-2.0
"""Setting and clearing answers, each with its revision."""

from __future__ import annotations

from dataclasses import dataclass
from sqlite3 import Connection as Database
from typing import ClassVar

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.values import Attachment, FieldType, Scalar
from evidencepack.errors import EvidencePackError, ExitCode
from evidencepack.store.attachments import refuse_unattached
from evidencepack.store.records import no_record
from evidencepack.store.revisions import Change, Edit, Operation
from evidencepack.store.search import index, words_of
from evidencepack.store.stored import cleaned, is_blank, to_json

_UPSERT = """
INSERT INTO value (path, record_id, field, row_id, column_id, type, json, revision_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (path) DO UPDATE SET type = excluded.type, json = excluded.json, revision_id = excluded.revision_id
"""
_ROW = "SELECT 1 FROM table_row WHERE id = ? AND record_id = ? AND field = ? AND deleted_at IS NULL"

Stored = tuple[str, str | None, str]
"""Type, JSON (None: cleared) and revision of an answer."""


class RowNotFoundError(EvidencePackError):
    """The table has no such row, or it was removed."""

    exit_code: ClassVar[ExitCode] = ExitCode.NOT_FOUND


@dataclass(frozen=True, slots=True)
class Prepared:
    """An answer ready to be stored: its type, its JSON (None: no answer), and what was removed from it on entry.

    ``words`` are those that it is found by (empty: none).
    """

    type: FieldType
    json: str | None
    note: str = ""
    words: str = ""


def prepare(kind: FieldType, value: Scalar | None) -> Prepared:
    """Clean an answer and bring it into its stored form; text with nothing in it is no answer."""
    if value is None:
        return Prepared(kind, None)
    plain, note = cleaned(value)
    if is_blank(plain):
        return Prepared(kind, None, note)
    return Prepared(kind, to_json(kind, plain), note, words_of(kind, plain))


def current(db: Database, path: FieldPath) -> Stored | None:
    """Return what is stored at a path, or None if it never had an answer."""
    found: Stored | None = db.execute(
        "SELECT type, json, revision_id FROM value WHERE path = ?", (str(path),)
    ).fetchone()
    return found


def put(edit: Edit, path: FieldPath, answer: Prepared) -> str:
    """Store an answer and return the id of its revision."""
    return put_upon(edit, path, answer, current(edit.db, path))


def put_upon(edit: Edit, path: FieldPath, answer: Prepared, known: Stored | None) -> str:
    """Store an answer upon what is known to stand at its path, and return the id of its revision.

    An answer that changes its type is first cleared in a revision of its own, so that each revision has one type.
    """
    at = str(path)
    kind, old, base = known or (answer.type, None, None)
    if old is not None and kind != answer.type:
        base = edit.revise(Change(Operation.SET, at, old, None, kind, base))
        old = None
    change = Change(Operation.SET, at, old, answer.json, answer.type, base, answer.note)
    revision = edit.revise(change)
    edit.db.execute(
        _UPSERT,
        (at, path.record, path.field, path.row or None, path.column or None, answer.type, answer.json, revision),
    )
    index(edit.db, at, path.record, answer.words)
    return revision


def refuse_homeless(db: Database, path: FieldPath) -> None:
    """Refuse a path whose record or row is not there (any more)."""
    if not db.execute("SELECT 1 FROM record WHERE id = ? AND deleted_at IS NULL", (path.record,)).fetchone():
        raise no_record(path.record)
    if path.row:
        refuse_rowless(db, path.record, path.field, path.row)


def refuse_rowless(db: Database, record: str, field: str, row: str) -> None:
    """Refuse a row that the table does not have (any more)."""
    if not db.execute(_ROW, (row, record, field)).fetchone():
        raise no_row(field, row)


def no_row(field: str, row: str) -> RowNotFoundError:
    """Return the error for a row id that names nothing in a table."""
    return RowNotFoundError(
        f"The table “{field}” has no row {row}, or it was removed. Nothing was changed. Look at the table again."
    )


def refuse_dangling(db: Database, value: Scalar | None) -> None:
    """Refuse a file that was never attached."""
    if isinstance(value, Attachment):
        refuse_unattached(db, value.sha256)
