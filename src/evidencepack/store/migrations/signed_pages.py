# SPDX-License-Identifier: MPL-2.0
"""Version 5: what came back of copies that went out to be signed, page by page. Frozen for ever."""

from __future__ import annotations

from sqlite3 import Connection as Database

_FROZEN = ("signoff_return", "signoff_return_page")
_STATEMENTS = (
    "PRAGMA user_version = 5",
    """
    CREATE TABLE signoff_return (
        id TEXT PRIMARY KEY,
        return_number INTEGER NOT NULL UNIQUE,
        code TEXT NOT NULL REFERENCES signoff_copy (code),
        event_id TEXT REFERENCES signoff_event (id),
        way TEXT NOT NULL,
        happened_on TEXT NOT NULL,
        looked_by TEXT NOT NULL,
        places TEXT NOT NULL,
        signatures TEXT NOT NULL,
        file_name TEXT,
        file_sha256 TEXT REFERENCES issued_bytes (sha256),
        actor_id TEXT NOT NULL REFERENCES actor (id),
        device_id TEXT NOT NULL REFERENCES device (id),
        created_at TEXT NOT NULL,
        sha256 TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX signoff_return_code ON signoff_return (code, return_number)",
    """
    CREATE TABLE signoff_return_page (
        return_id TEXT NOT NULL REFERENCES signoff_return (id),
        page_number INTEGER NOT NULL,
        sha256 TEXT NOT NULL REFERENCES issued_bytes (sha256),
        width INTEGER NOT NULL,
        height INTEGER NOT NULL,
        came_in TEXT NOT NULL,
        came_in_sha256 TEXT NOT NULL,
        came_at INTEGER NOT NULL,
        typed INTEGER NOT NULL,
        PRIMARY KEY (return_id, page_number)
    ) STRICT
    """,
    "CREATE INDEX signoff_return_page_sha256 ON signoff_return_page (sha256)",
    *(
        f"CREATE TRIGGER {table}_is_not_{what} BEFORE {act} ON {table} "
        f"BEGIN SELECT RAISE (ABORT, 'what came back signed is never {what}'); END"
        for table in _FROZEN
        for act, what in (("UPDATE", "changed"), ("DELETE", "deleted"))
    ),
)


def signed_pages(db: Database) -> None:
    """Add the tables of pages that came back signed."""
    for statement in _STATEMENTS:
        db.execute(statement)
