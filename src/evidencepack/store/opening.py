# SPDX-License-Identifier: MPL-2.0
"""Opening a workspace file: locked, checked, at the newest version, or refused and left as it was."""

from __future__ import annotations

import sqlite3
from contextlib import ExitStack, closing
from pathlib import Path
from sqlite3 import Connection as Database

from evidencepack.store.checks import refuse_absent, refuse_foreign, refuse_torn
from evidencepack.store.connection import Connection, connect, identity, keep_reading, prepare_writing
from evidencepack.store.faults import (
    ReadOnlyWorkspaceError,
    UnfinishedSaveError,
    UnreadableWorkspaceError,
    not_a_workspace,
    told,
)
from evidencepack.store.migrations.sequence import APPLICATION, NEWEST, migrate, version
from evidencepack.store.session import Session

BACKUPS = "backups"

# Where the header of an SQLite file says whose it is (SQLite, "Database File Format", 1.3).
_HEADER, _APPLICATION_AT = 100, 68


def open_connection(path: Path, session: Session, *, writing: bool, pages_later: bool = False) -> Connection:
    """Open a workspace file; with ``pages_later`` nobody has looked yet whether its pages fit together.

    A save that was cut off is taken back first, also for a reader.
    An older file is backed up into the folder ``backups`` beside it and then migrated. Opened for reading it stays as
    it is, and a migrated copy in memory is read.

    Raises:
        EvidencePackError: one of the refusals of ``checks`` and ``faults``; the file was not changed.
    """
    refuse_absent(path)
    try:
        return _open(path, session, writing=writing, pages_later=pages_later)
    except UnfinishedSaveError:
        if not _take_back(path):
            raise
    return _open(path, session, writing=writing, pages_later=pages_later)


def _open(path: Path, session: Session, *, writing: bool, pages_later: bool) -> Connection:
    with told(path), ExitStack() as undo:
        db = connect(path, writing=writing)
        undo.callback(db.close)
        if writing:
            _lock(db, path, pages_later=pages_later)
            if version(db) < NEWEST:
                from evidencepack.store.backup import back_up  # a file of today is not changed

                if pages_later:
                    refuse_torn(db, path)
                back_up(db, path.parent / BACKUPS, workspace=path, time=session.time())
                migrate(db)
        else:
            refuse_foreign(db, path)
            keep_reading(db)
            if version(db) < NEWEST:
                db = _updated_in_memory(db, undo)
        connection = Connection(db, path, session, writing=writing, identity=identity(path))
        undo.pop_all()
        return connection


def _take_back(path: Path) -> bool:
    """Take back a save that was cut off, as SQLite does for a writer; return whether that could be done here."""
    with path.open("rb") as file:
        if int.from_bytes(file.read(_HEADER)[_APPLICATION_AT:][:4], "big") != APPLICATION:
            raise not_a_workspace(path)
    try:
        with told(path), closing(connect(path, writing=True)) as db:
            version(db)
    except (ReadOnlyWorkspaceError, UnreadableWorkspaceError, UnfinishedSaveError):
        return False
    return True


def _lock(db: Database, path: Path, *, pages_later: bool) -> None:
    """Take the lock and prove that the file is ours and can be written, without changing it."""
    # Locked before the first look: two programs that both looked could each keep the other from locking.
    db.execute("BEGIN EXCLUSIVE")
    try:
        # Said inside the transaction, this keeps the lock when the transaction ends.
        db.execute("PRAGMA locking_mode = EXCLUSIVE")
        refuse_foreign(db, path, pages_later=pages_later)
        # SQLite opens what cannot be written without a word; only a write that changes something tells.
        db.execute("UPDATE workspace SET save_counter = save_counter + 1")
    finally:
        if db.in_transaction:
            db.execute("ROLLBACK")
    prepare_writing(db)


def _updated_in_memory(db: Database, undo: ExitStack) -> Database:
    memory = sqlite3.connect(":memory:", isolation_level=None)
    undo.callback(memory.close)
    db.backup(memory)
    db.close()
    migrate(memory)
    return memory
