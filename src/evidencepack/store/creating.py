# SPDX-License-Identifier: MPL-2.0
"""Making a new workspace file: built beside its place, so that half a file never stands there."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from evidencepack.domain.ids import new_id
from evidencepack.store.backup import copy_verified, refuse_existing
from evidencepack.store.migrations.sequence import migrate
from evidencepack.store.session import Session
from evidencepack.store.transaction import transaction


def create_file(path: Path, session: Session) -> None:
    """Write an empty workspace.

    Raises:
        WorkspaceExistsError: if there is a file already; it was not changed.
        CannotWriteError: if the folder cannot be written.
    """
    refuse_existing(path)
    with closing(Database(sqlite3.connect(":memory:", isolation_level=None), execute_plugins=False)) as db:
        migrate(db)
        with transaction(db):
            db.execute(
                "INSERT INTO workspace (id, save_counter, app_version, created_at) VALUES (?, 0, ?, ?)",
                (new_id(), session.app_version, session.time()),
            )
        copy_verified(db, path)
