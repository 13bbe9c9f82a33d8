# SPDX-License-Identifier: MPL-2.0
"""Entering and removing records. Removing leaves a tombstone: nothing that was ever written is lost."""

from __future__ import annotations

from dataclasses import replace
from sqlite3 import Connection as Database
from typing import ClassVar

from evidencepack.domain.ids import is_id
from evidencepack.domain.order import key_between
from evidencepack.domain.record import Record
from evidencepack.domain.text import clean
from evidencepack.errors import EvidencePackError, ExitCode
from evidencepack.store.records import no_record
from evidencepack.store.revisions import Change, Edit, Operation
from evidencepack.store.search import find_again, forget, index
from evidencepack.store.stored import canonical

_SAME_REFERENCE = """
SELECT 1 FROM record
WHERE kind = ? AND coalesce(tender_id, '') = ? AND reference = ? AND deleted_at IS NULL
"""
_STANDING = "SELECT kind, reference, coalesce(tender_id, ''), order_key, revision_id FROM record WHERE id = ? AND "
_HOME = "SELECT 1 FROM record WHERE id = ? AND kind IN ('tender', 'library_item') AND deleted_at IS NULL"
_INSERT = """
INSERT INTO record (id, kind, reference, tender_id, order_key, created_at, revision_id)
VALUES (?, ?, ?, nullif(?, ''), ?, ?, ?)
"""


class DuplicateReferenceError(EvidencePackError):
    """Another record of this kind and tender has that reference."""

    exit_code: ClassVar[ExitCode] = ExitCode.BAD_INPUT

    def __init__(self, record: Record) -> None:
        super().__init__(
            f"Another record of the kind “{record.kind.replace('_', ' ')}” is called “{record.reference}” already. "
            "Nothing was changed. Give the new one another reference."
        )
        self.record = record.id


def enter(edit: Edit, record: Record) -> None:
    """Enter a record at the end of the list, without its answers.

    Raises:
        DuplicateReferenceError: if its kind and tender have one of that reference.
        ValueError: if its id is not a UUIDv7: a bug of the caller.
    """
    if not is_id(record.id):
        raise ValueError(f"{record.id} is not a UUIDv7")
    reference = clean(record.reference).text
    _refuse_double(edit.db, replace(record, reference=reference))
    key = key_between(str(edit.db.execute("SELECT coalesce(max(order_key), '') FROM record").fetchone()[0]), "")
    content = {"kind": record.kind, "order": key, "reference": reference, "tender": record.tender}
    revision = edit.revise(Change(Operation.ADD_RECORD, record.id, new=canonical(content)))
    edit.db.execute(_INSERT, (record.id, record.kind, reference, record.tender, key, edit.time, revision))
    index(edit.db, record.id, record.id, reference)


def refuse_unknown_tender(db: Database, tender: str) -> None:
    """Refuse a tender, or an item of the library, that is not here; an empty id stands for all tenders."""
    if tender and not db.execute(_HOME, (tender,)).fetchone():
        raise no_record(tender)


def remove(edit: Edit, record: str) -> None:
    """Remove a record: it is no longer listed, found or printed; its history stays.

    Raises:
        RecordNotFoundError: if there is none, or it was removed before.
    """
    found = edit.db.execute(f"{_STANDING} deleted_at IS NULL", (record,)).fetchone()
    if not found:
        raise no_record(record)
    content, base = _content(found)
    revision = edit.revise(Change(Operation.REMOVE_RECORD, record, old=canonical(content), base=base))
    edit.db.execute("UPDATE record SET deleted_at = ?, revision_id = ? WHERE id = ?", (edit.time, revision, record))
    forget(edit.db, record)


def bring_back(edit: Edit, record: str) -> None:
    """Bring a removed record back to its place, with the answers it had.

    Raises:
        RecordNotFoundError: if no such record was removed, or its tender is gone.
        DuplicateReferenceError: if another one has its reference by now.
    """
    found = edit.db.execute(f"{_STANDING} deleted_at IS NOT NULL", (record,)).fetchone()
    if not found:
        raise no_record(record)
    content, base = _content(found)
    refuse_unknown_tender(edit.db, content["tender"])
    _refuse_double(edit.db, Record(record, content["kind"], content["reference"], content["tender"]))
    revision = edit.revise(Change(Operation.ADD_RECORD, record, new=canonical(content), base=base))
    edit.db.execute("UPDATE record SET deleted_at = NULL, revision_id = ? WHERE id = ?", (revision, record))
    index(edit.db, record, record, content["reference"])
    find_again(edit.db, record)


def rename(edit: Edit, record: str, reference: str) -> None:
    """Give a record another reference; its history says so by a second entry, made upon the first.

    Raises:
        RecordNotFoundError: if there is none.
        DuplicateReferenceError: if another of its kind and tender has it.
    """
    found = edit.db.execute(f"{_STANDING} deleted_at IS NULL", (record,)).fetchone()
    if not found:
        raise no_record(record)
    (old, base), wanted = _content(found), clean(reference).text
    if old["reference"] == wanted:
        return
    _refuse_double(edit.db, Record(record, old["kind"], wanted, old["tender"]))
    new = {**old, "reference": wanted}
    revision = edit.revise(Change(Operation.ADD_RECORD, record, canonical(old), canonical(new), base=base))
    edit.db.execute("UPDATE record SET reference = ?, revision_id = ? WHERE id = ?", (wanted, revision, record))
    index(edit.db, record, record, wanted)


def _refuse_double(db: Database, record: Record) -> None:
    if db.execute(_SAME_REFERENCE, (record.kind, record.tender, record.reference)).fetchone():
        raise DuplicateReferenceError(record)


def _content(found: tuple[str, str, str, str, str]) -> tuple[dict[str, str], str]:
    """Return what a revision says of a record, and the revision that stood before it."""
    kind, reference, tender, key, base = found
    return {"kind": kind, "order": key, "reference": reference, "tender": tender}, base
