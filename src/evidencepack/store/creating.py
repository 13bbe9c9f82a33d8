# SPDX-License-Identifier: MPL-2.0
"""Making a new workspace file: built in memory, written at the end, so that no half of it ever stands there."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from evidencepack.domain.ids import new_id
from evidencepack.store.backup import copy_verified, refuse_unmakeable
from evidencepack.store.connection import Connection
from evidencepack.store.migrations.sequence import migrate
from evidencepack.store.session import Session
from evidencepack.store.transaction import transaction


@contextmanager
def making(path: Path, session: Session) -> Iterator[Connection]:
    """Give an empty workspace in memory; it becomes the file when the block ends well, and nothing when it fails.

    Raises:
        WorkspaceExistsError: if there is a file already; it was not changed.
        MissingFolderError: if the folder is not there.
        CannotWriteError: if the folder cannot be written.
    """
    refuse_unmakeable(path)
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        migrate(db)
        with transaction(db):
            db.execute(
                "INSERT INTO workspace (id, save_counter, app_version, created_at) VALUES (?, 0, ?, ?)",
                (new_id(), session.app_version, session.time()),
            )
        yield Connection(db, path, session, writing=True, identity=None)
        copy_verified(db, path, source=path, kept="Nothing was made.")
