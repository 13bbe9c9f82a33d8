# SPDX-License-Identifier: MPL-2.0
"""The one connection to a workspace file, with the settings that no acknowledged edit is ever lost under.

Kill tests, simulated power cuts and injected faults chose them; they are never loosened for speed.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import Connection as Database
from typing import ClassVar

from evidencepack.errors import EvidencePackError, ExitCode
from evidencepack.store.faults import read_only, told
from evidencepack.store.session import Session
from evidencepack.store.transaction import transaction

# A file may come from anybody: its own schema is not trusted, its cells are checked, nothing is spilt to other files.
_ALWAYS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA temp_store = MEMORY",
)
# The lock of EXCLUSIVE keeps a second program out. macOS needs fullfsync for a sync that reaches the disk.
_WRITING = (
    "PRAGMA journal_mode = TRUNCATE",
    "PRAGMA synchronous = EXTRA",
    "PRAGMA secure_delete = ON",
    "PRAGMA fullfsync = ON",
)
# Long enough for another program that is just closing the file, short enough to feel immediate.
_PATIENCE = 0.2


class MovedWorkspaceError(EvidencePackError):
    """The file this program has open is no longer the one at its path."""

    exit_code: ClassVar[ExitCode] = ExitCode.CANNOT_WRITE


def connect(path: Path, *, writing: bool) -> Database:
    """Open a connection to a file that exists, without reading or locking it yet."""
    mode = "rw" if writing else "ro"
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    db = sqlite3.connect(uri, uri=True, timeout=_PATIENCE, isolation_level=None)
    for pragma in _ALWAYS:
        db.execute(pragma)
    return db


def keep_reading(db: Database) -> None:
    """Keep the lock of a reader: others may read too, but nobody may write the file meanwhile."""
    db.execute("PRAGMA locking_mode = EXCLUSIVE")
    db.execute("SELECT id FROM workspace").fetchall()


def prepare_writing(db: Database) -> None:
    """Choose how the file is written; only once it is known to be ours, because this may change it."""
    for pragma in _WRITING:
        db.execute(pragma).fetchall()


def identity(path: Path) -> tuple[int, int]:
    """Return what tells this file from another that takes its name: device and file number."""
    status = path.stat()
    return status.st_dev, status.st_ino


@dataclass(frozen=True, slots=True)
class Connection:
    """An open workspace: its database, where it is, who edits, and whether it may be written.

    ``identity`` tells its file from another of that name; None while there is no file, because it is being made.
    """

    db: Database
    path: Path
    session: Session
    writing: bool
    identity: tuple[int, int] | None

    @contextmanager
    def reading(self) -> Iterator[Database]:
        """Give the database for questions; what SQLite says against the file becomes the error for the person."""
        with told(self.path):
            yield self.db

    @contextmanager
    def changing(self) -> Iterator[Database]:
        """Give the database for one transaction, which also counts as one save.

        Raises:
            ReadOnlyWorkspaceError: if the workspace was opened for reading.
            MovedWorkspaceError: if the file was replaced meanwhile; SQLite would write into the one that is gone.
        """
        if not self.writing:
            raise read_only(self.path)
        self._refuse_moved()
        with told(self.path), transaction(self.db, before_commit=self._refuse_moved):
            self.db.execute(
                "UPDATE workspace SET save_counter = save_counter + 1, app_version = ?", [self.session.app_version]
            )
            yield self.db

    def close(self) -> None:
        """Let go of the file, and leave no empty journal beside it."""
        try:
            if self.writing and self.identity and not self._is_moved():
                with told(self.path):
                    self.db.execute("PRAGMA journal_mode = DELETE").fetchall()
        finally:
            self.db.close()

    def _is_moved(self) -> bool:
        if self.identity is None:
            return False
        try:
            return identity(self.path) != self.identity
        except FileNotFoundError:
            return True

    def _refuse_moved(self) -> None:
        if not self._is_moved():
            return
        raise MovedWorkspaceError(
            f"Another program moved or replaced “{self.path}” while it was open. This change was not saved; the file "
            "that is there now was not touched. Make a backup of what is open here, then open the file again."
        )
