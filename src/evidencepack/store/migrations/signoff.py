# SPDX-License-Identifier: MPL-2.0
"""Version 4: documents that went out to be signed, whole, and what became of each copy. Frozen for ever."""

from __future__ import annotations

from sqlite3 import Connection as Database

_FROZEN = ("signoff_version", "signoff_copy", "signoff_file", "signoff_event")
_STATEMENTS = (
    "PRAGMA user_version = 4",
    """
    CREATE TABLE signoff_version (
        id TEXT PRIMARY KEY,
        tender_id TEXT NOT NULL REFERENCES record (id),
        record_id TEXT NOT NULL REFERENCES record (id),
        version_number INTEGER NOT NULL,
        reference TEXT NOT NULL,
        title TEXT NOT NULL,
        kind TEXT NOT NULL,
        kind_version INTEGER NOT NULL,
        as_of TEXT NOT NULL,
        frozen_by TEXT NOT NULL,
        made_with TEXT NOT NULL,
        content_hash TEXT NOT NULL,
        blocks TEXT NOT NULL,
        answers TEXT NOT NULL,
        actor_id TEXT NOT NULL REFERENCES actor (id),
        device_id TEXT NOT NULL REFERENCES device (id),
        created_at TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        UNIQUE (record_id, version_number)
    ) STRICT
    """,
    """
    CREATE TABLE signoff_copy (
        code TEXT PRIMARY KEY,
        version_id TEXT NOT NULL REFERENCES signoff_version (id),
        place INTEGER NOT NULL,
        party_id TEXT NOT NULL REFERENCES record (id),
        organisation TEXT NOT NULL,
        signers TEXT NOT NULL,
        pages TEXT NOT NULL,
        areas TEXT NOT NULL,
        UNIQUE (version_id, place)
    ) STRICT
    """,
    """
    CREATE TABLE signoff_file (
        code TEXT NOT NULL REFERENCES signoff_copy (code),
        place INTEGER NOT NULL,
        name TEXT NOT NULL,
        sha256 TEXT NOT NULL REFERENCES issued_bytes (sha256),
        pages INTEGER NOT NULL,
        PRIMARY KEY (code, place)
    ) STRICT
    """,
    "CREATE INDEX signoff_file_sha256 ON signoff_file (sha256)",
    """
    CREATE TABLE signoff_event (
        id TEXT PRIMARY KEY,
        event_number INTEGER NOT NULL UNIQUE,
        code TEXT NOT NULL REFERENCES signoff_copy (code),
        event_state TEXT NOT NULL,
        happened_on TEXT NOT NULL,
        noted_by TEXT NOT NULL,
        remark TEXT NOT NULL,
        deputy TEXT NOT NULL,
        authority TEXT NOT NULL,
        actor_id TEXT NOT NULL REFERENCES actor (id),
        device_id TEXT NOT NULL REFERENCES device (id),
        created_at TEXT NOT NULL,
        sha256 TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX signoff_event_code ON signoff_event (code, event_number)",
    *(
        f"CREATE TRIGGER {table}_is_not_{what} BEFORE {act} ON {table} "
        f"BEGIN SELECT RAISE (ABORT, 'what went out to be signed is never {what}'); END"
        for table in _FROZEN
        for act, what in (("UPDATE", "changed"), ("DELETE", "deleted"))
    ),
)


def signoff(db: Database) -> None:
    """Add the tables of documents that went out to be signed."""
    for statement in _STATEMENTS:
        db.execute(statement)
