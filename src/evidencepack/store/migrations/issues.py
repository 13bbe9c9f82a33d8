# SPDX-License-Identifier: MPL-2.0
"""Version 3: packs that were issued, whole: files, answers, composed blocks. Frozen for ever."""

from __future__ import annotations

from sqlite3 import Connection as Database

_FROZEN = ("issue", "issue_document", "issue_file", "issued_bytes")
_STATEMENTS = (
    "PRAGMA user_version = 3",
    """
    CREATE TABLE issue (
        id TEXT PRIMARY KEY,
        tender_id TEXT NOT NULL REFERENCES record (id),
        issue_number INTEGER NOT NULL,
        reference TEXT NOT NULL,
        as_of TEXT NOT NULL,
        issued_by TEXT NOT NULL,
        made_with TEXT NOT NULL,
        manifest TEXT NOT NULL,
        answers TEXT NOT NULL,
        overridden TEXT NOT NULL,
        actor_id TEXT NOT NULL REFERENCES actor (id),
        device_id TEXT NOT NULL REFERENCES device (id),
        created_at TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        UNIQUE (tender_id, issue_number)
    ) STRICT
    """,
    """
    CREATE TABLE issue_document (
        issue_id TEXT NOT NULL REFERENCES issue (id),
        place INTEGER NOT NULL,
        record_id TEXT NOT NULL,
        reference TEXT NOT NULL,
        title TEXT NOT NULL,
        kind TEXT NOT NULL,
        kind_version INTEGER NOT NULL,
        version TEXT NOT NULL,
        letter TEXT NOT NULL,
        content_hash TEXT NOT NULL,
        blocks TEXT NOT NULL,
        short_blocks TEXT NOT NULL,
        PRIMARY KEY (issue_id, place)
    ) STRICT
    """,
    """
    CREATE TABLE issued_bytes (
        sha256 TEXT PRIMARY KEY,
        bytes BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE issue_file (
        issue_id TEXT NOT NULL REFERENCES issue (id),
        place INTEGER NOT NULL,
        name TEXT NOT NULL,
        sha256 TEXT NOT NULL REFERENCES issued_bytes (sha256),
        pages INTEGER NOT NULL,
        PRIMARY KEY (issue_id, place)
    ) STRICT
    """,
    "CREATE INDEX issue_file_sha256 ON issue_file (sha256)",
    *(
        f"CREATE TRIGGER {table}_is_not_{what} BEFORE {act} ON {table} "
        f"BEGIN SELECT RAISE (ABORT, 'what was issued is never {what}'); END"
        for table in _FROZEN
        for act, what in (("UPDATE", "changed"), ("DELETE", "deleted"))
    ),
)


def issues(db: Database) -> None:
    """Add the tables of issued packs."""
    for statement in _STATEMENTS:
        db.execute(statement)
