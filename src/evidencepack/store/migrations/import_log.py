# SPDX-License-Identifier: MPL-2.0
"""Version 2: which tender file brought which revisions. Frozen for ever."""

from __future__ import annotations

from sqlite3 import Connection as Database

_STATEMENTS = (
    "PRAGMA user_version = 2",
    """
    CREATE TABLE import_log (
        id TEXT PRIMARY KEY,
        source TEXT NOT NULL,
        records INTEGER NOT NULL,
        actor_id TEXT NOT NULL REFERENCES actor (id),
        device_id TEXT NOT NULL REFERENCES device (id),
        created_at TEXT NOT NULL
    ) STRICT
    """,
    "ALTER TABLE revision ADD COLUMN import_id TEXT REFERENCES import_log (id)",
)


def import_log(db: Database) -> None:
    """Add the log of imports, and to each revision the import it came with."""
    for statement in _STATEMENTS:
        db.execute(statement)
