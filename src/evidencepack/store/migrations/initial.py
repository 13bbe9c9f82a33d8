# SPDX-License-Identifier: MPL-2.0
"""Version 1: records, values, rows, revisions, attachments and the search index. Frozen for ever."""

from __future__ import annotations

from sqlite3 import Connection as Database

_STATEMENTS = (
    # "EPKW" as a number: tells our files from everybody else's.
    "PRAGMA application_id = 1162890071",
    "PRAGMA user_version = 1",
    """
    CREATE TABLE workspace (
        id TEXT PRIMARY KEY,
        save_counter INTEGER NOT NULL,
        app_version TEXT NOT NULL,
        created_at TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE actor (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        created_at TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE device (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        created_at TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE revision (
        id TEXT PRIMARY KEY,
        sequence INTEGER NOT NULL UNIQUE,
        operation TEXT NOT NULL,
        path TEXT NOT NULL,
        type TEXT,
        old_json TEXT,
        new_json TEXT,
        base_id TEXT REFERENCES revision (id),
        actor_id TEXT NOT NULL REFERENCES actor (id),
        device_id TEXT NOT NULL REFERENCES device (id),
        created_at TEXT NOT NULL,
        reason TEXT NOT NULL,
        note TEXT NOT NULL,
        sha256 TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX revision_path ON revision (path, sequence)",
    """
    CREATE TRIGGER revision_is_not_replaced BEFORE INSERT ON revision
    WHEN EXISTS (SELECT 1 FROM revision WHERE id = NEW.id OR sequence = NEW.sequence)
    BEGIN SELECT RAISE (ABORT, 'a revision is never replaced'); END
    """,
    """
    CREATE TRIGGER revision_is_not_changed BEFORE UPDATE ON revision
    BEGIN SELECT RAISE (ABORT, 'a revision is never changed'); END
    """,
    """
    CREATE TRIGGER revision_is_not_deleted BEFORE DELETE ON revision
    BEGIN SELECT RAISE (ABORT, 'a revision is never deleted'); END
    """,
    """
    CREATE TABLE record (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        reference TEXT NOT NULL,
        tender_id TEXT REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
        order_key TEXT NOT NULL,
        created_at TEXT NOT NULL,
        deleted_at TEXT,
        revision_id TEXT NOT NULL REFERENCES revision (id)
    ) STRICT
    """,
    """
    CREATE UNIQUE INDEX record_reference ON record (kind, coalesce(tender_id, ''), reference)
    WHERE deleted_at IS NULL
    """,
    "CREATE INDEX record_tender ON record (tender_id)",
    "CREATE INDEX record_order ON record (order_key)",
    """
    CREATE TABLE table_row (
        id TEXT PRIMARY KEY,
        record_id TEXT NOT NULL REFERENCES record (id),
        field TEXT NOT NULL,
        order_key TEXT NOT NULL,
        created_at TEXT NOT NULL,
        deleted_at TEXT,
        revision_id TEXT NOT NULL REFERENCES revision (id)
    ) STRICT
    """,
    "CREATE INDEX table_row_order ON table_row (record_id, field, order_key)",
    """
    CREATE TABLE value (
        path TEXT PRIMARY KEY,
        record_id TEXT NOT NULL REFERENCES record (id),
        field TEXT NOT NULL,
        row_id TEXT REFERENCES table_row (id),
        column_id TEXT,
        type TEXT NOT NULL,
        json TEXT,
        revision_id TEXT NOT NULL REFERENCES revision (id),
        CHECK ((row_id IS NULL) = (column_id IS NULL))
    ) STRICT
    """,
    "CREATE INDEX value_record ON value (record_id)",
    """
    CREATE TABLE attachment (
        sha256 TEXT PRIMARY KEY,
        bytes BLOB NOT NULL,
        media_type TEXT NOT NULL,
        name TEXT NOT NULL,
        created_at TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE search_entry (
        id INTEGER PRIMARY KEY,
        path TEXT NOT NULL UNIQUE,
        record_id TEXT NOT NULL REFERENCES record (id)
    ) STRICT
    """,
    "CREATE INDEX search_entry_record ON search_entry (record_id)",
    # Vowel signs of Bengali are marks (Mn, Mc): left out of the words, they would cut every word to pieces.
    """
    CREATE VIRTUAL TABLE search_index USING fts5 (
        words, tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'"
    )
    """,
)


def initial(db: Database) -> None:
    """Make the tables of version 1."""
    for statement in _STATEMENTS:
        db.execute(statement)
