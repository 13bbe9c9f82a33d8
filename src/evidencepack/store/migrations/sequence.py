# SPDX-License-Identifier: MPL-2.0
"""The migrations in their order, and what each version of the file looks like."""

from __future__ import annotations

import sqlite3
from functools import cache
from sqlite3 import Connection as Database

from evidencepack.store.migrations.import_log import import_log
from evidencepack.store.migrations.initial import initial
from evidencepack.store.migrations.issues import issues
from evidencepack.store.migrations.signed_pages import signed_pages
from evidencepack.store.migrations.signoff import signoff
from evidencepack.store.transaction import transaction

_ORDER = {
    "0001_initial": initial,
    "0002_import_log": import_log,
    "0003_issues": issues,
    "0004_signoff": signoff,
    "0005_signed_pages": signed_pages,
}
NAMES = tuple(_ORDER)
NEWEST = len(NAMES)
APPLICATION = 1162890071

# What SQLite, FTS5 and sqlite-utils make for themselves differs between their versions.
_SCHEMA = """
SELECT type, name, tbl_name, sql FROM sqlite_schema
WHERE name NOT LIKE 'search_index_%' AND tbl_name <> '_sqlite_migrations' AND name NOT LIKE 'sqlite_%'
ORDER BY type, name
"""
_SET = "evidencepack"
_HAS_LIST = "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = '_sqlite_migrations'"
_LISTED = "SELECT name FROM _sqlite_migrations WHERE migration_set = ? ORDER BY rowid"


class MigrationError(Exception):
    """A migration left references that point nowhere: a bug. The file is as it was before."""


def migrate(db: Database, *, to: int = NEWEST) -> None:
    """Bring a workspace up to a version, all of it or nothing, in one transaction.

    Raises:
        MigrationError: if a reference would point nowhere afterwards.
    """
    import sqlite_utils  # takes as long to load as all else that opens a file, and a file of today needs no migration

    migrations = sqlite_utils.Migrations(_SET)
    for name, migration in _ORDER.items():
        migrations(name=name)(lambda wrapped, migration=migration: migration(wrapped.conn))
    # A foreign key cannot be suspended inside a transaction (SQLite, "Foreign Key Support", 2).
    db.execute("PRAGMA foreign_keys = OFF")
    try:
        with transaction(db):
            migrations.apply(sqlite_utils.Database(db, execute_plugins=False), stop_before=NAMES[to:])
            if broken := db.execute("PRAGMA foreign_key_check").fetchall():
                raise MigrationError(f"{len(broken)} references point nowhere")
    finally:
        db.execute("PRAGMA foreign_keys = ON")


def version(db: Database) -> int:
    """Return the version of an open workspace file."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def applied(db: Database) -> tuple[str, ...]:
    """Return the names of the migrations that made this file."""
    listed = db.execute(_HAS_LIST).fetchone()[0]
    return tuple(name for (name,) in db.execute(_LISTED, [_SET])) if listed else ()


def schema(db: Database) -> tuple[tuple[str, ...], ...]:
    """Return the tables, indexes and triggers of a file, as far as they are ours."""
    return tuple(db.execute(_SCHEMA).fetchall())


@cache
def expected_schema(version: int) -> tuple[tuple[str, ...], ...]:
    """Return what ``schema`` says of a sound file of that version."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    try:
        for name in NAMES[:version]:
            _ORDER[name](db)
        return schema(db)
    finally:
        db.close()
