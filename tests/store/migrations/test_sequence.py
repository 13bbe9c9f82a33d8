# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from evidencepack.domain.record import Record
from evidencepack.domain.values import Attachment, Table
from evidencepack.paths.faults import CannotWriteError
from evidencepack.store.migrations import import_log, initial, issues, sequence, signed_pages, signoff
from evidencepack.store.migrations.sequence import (
    NAMES,
    NEWEST,
    MigrationError,
    applied,
    expected_schema,
    migrate,
    schema,
    version,
)
from evidencepack.store.workspace import open_workspace, restore

FILES = Path(__file__).parents[1] / "files"
SOURCE = Path(__file__).parents[3] / "src"

# A migration that was released is never edited: write the next one.
FROZEN = {
    initial: "acea58bc929f6b00c90a5c8c6665d936ea873c5ed5e343a40b7c3b077b8d777a",
    import_log: "6c6d9e0c435c6addb32de1c6d7ddb3efb3353692f695c5e0b7c29b45a2ebf0d8",
    issues: "dcc00b58a699bf6984b99bff2b38f1d67650401d3f7dec9d2674e684cb715c09",
    signed_pages: "e23032b7de171ae1f9ac9f00a39655125a0e06637d4c6d5c0de1126e3bdc5c0f",
    signoff: "9ca1cd13973b7a9d751c836d31d9c292f7a5e2f3bebf9191967171eea5eb1953",
}

KILLED = """
import os, signal, sys
from pathlib import Path
from evidencepack.store.migrations import sequence
from evidencepack.store.workspace import open_workspace

def half(db):
    # A small cache makes the half-done migration reach the file.
    db.execute("PRAGMA cache_size = 1")
    db.execute("ALTER TABLE revision ADD COLUMN half TEXT")
    db.execute("CREATE TABLE filler AS SELECT hex(zeroblob(50000)) FROM revision")
    print("half", flush=True)
    sys.stdin.readline()

sequence._ORDER["0002_import_log"] = half
open_workspace(Path(sys.argv[1]))
"""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """Return a copy of a real file of version 1."""
    return Path(shutil.copy(FILES / "version_1.evidencepack", tmp_path / "old.evidencepack"))


@pytest.fixture
def database() -> Iterator[Database]:
    with closing(Database(sqlite3.connect(":memory:", isolation_level=None))) as memory:
        yield memory


def assert_whole(path: Path) -> None:
    with open_workspace(path) as workspace:
        (tender,) = workspace.tenders()
        organisation, mou = list(workspace.facts(tender.id).records.values())[1:]
        objectives, logo = mou.answers["objectives"], organisation.answers["logo"]
        assert isinstance(objectives, Table)
        assert [row.cells["what"] for row in objectives.rows] == ["Fewer falls", "Fewer readmissions"]
        assert mou.answers["purpose"] == "Home first, within 48 hours"
        assert isinstance(logo, Attachment)
        assert workspace.attachment(logo.sha256) == b"\x89PNG not really"
        assert [hit.record for hit in workspace.search("কমিউনিটি")] == [organisation.id]
        assert len(workspace.history()) == 19
        assert version(workspace._connection.db) == NEWEST
        assert applied(workspace._connection.db) == NAMES


def test_an_old_file_migrates_with_everything_in_it_and_takes_new_edits(old: Path) -> None:
    assert_whole(old)
    with open_workspace(old) as workspace:
        newcomer = Record("01a20475-77e5-723c-a605-70ed0a576ab7", "organisation", "NEW")
        workspace.import_records([newcomer], types=lambda *_: pytest.fail("no answers"))
        assert workspace.record(newcomer.id) == newcomer


def test_a_verified_backup_precedes_the_migration_and_can_be_restored(old: Path, tmp_path: Path) -> None:
    open_workspace(old).close()
    open_workspace(old).close()
    (backup,) = (tmp_path / "backups").iterdir()
    with closing(sqlite3.connect(backup)) as raw:
        assert raw.execute("PRAGMA user_version").fetchone() == (1,)
    restored = tmp_path / "restored.evidencepack"
    restore(backup, restored)
    assert_whole(restored)


def test_without_a_backup_there_is_no_migration(old: Path, tmp_path: Path) -> None:
    before = old.read_bytes()
    (tmp_path / "backups").write_bytes(b"in the way")
    with pytest.raises(CannotWriteError):
        open_workspace(old)
    assert old.read_bytes() == before


def test_an_old_file_opened_for_reading_is_read_as_new_and_stays_old(old: Path) -> None:
    before = old.read_bytes()
    with open_workspace(old, read_only=True) as workspace:
        assert len(workspace.history()) == 19
        assert version(workspace._connection.db) == NEWEST
    assert old.read_bytes() == before
    assert list(old.parent.iterdir()) == [old]


def test_a_migration_that_fails_half_way_leaves_the_old_file(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def half(db: sqlite3.Connection) -> None:
        db.execute("DROP TABLE search_entry")
        raise KeyboardInterrupt

    before = old.read_bytes()
    monkeypatch.setitem(sequence._ORDER, "0002_import_log", half)
    with pytest.raises(KeyboardInterrupt):
        open_workspace(old)
    monkeypatch.undo()
    assert old.read_bytes() == before
    assert_whole(old)


def test_a_migration_that_breaks_a_reference_is_undone(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    def careless(db: sqlite3.Connection) -> None:
        db.execute("INSERT INTO search_entry (path, record_id) VALUES ('x', 'nowhere')")

    migrate(database.conn, to=1)
    monkeypatch.setitem(sequence._ORDER, "0002_import_log", careless)
    with pytest.raises(MigrationError):
        migrate(database.conn)
    assert schema(database.conn) == expected_schema(1)
    assert database.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_a_program_killed_in_the_middle_of_a_migration_leaves_the_old_file(old: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, str(old)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
    ) as child:
        assert child.stdout
        assert child.stdout.readline() == "half\n"
        child.kill()
    assert old.with_name(f"{old.name}-journal").stat().st_size > 0
    assert_whole(old)


def test_a_migrated_file_and_a_new_one_have_the_same_tables(database: Database) -> None:
    migrate(database.conn, to=1)
    migrate(database.conn)
    assert schema(database.conn) == expected_schema(NEWEST)


def test_released_migrations_are_frozen() -> None:
    now = {module: hashlib.sha256(repr(module._STATEMENTS).encode()).hexdigest() for module in FROZEN}
    assert now == FROZEN


def test_every_name_is_legal_in_postgresql(database: Database) -> None:
    # Key words marked "reserved" in appendix C of the PostgreSQL 17 manual: not usable as names without quotes.
    reserved = set((FILES / "postgresql_reserved.txt").read_text(encoding="ascii").split())
    migrate(database.conn)
    tables = [name for name in database.table_names() if not name.startswith("search_index_")]
    names = {column.name for table in tables for column in database.table(table).columns} | set(tables)
    assert len(names) > 40
    assert {name for name in names if not name.isidentifier() or name != name.lower() or len(name) > 63} == set()
    assert names & reserved == set()


def test_every_table_of_ours_is_strict(database: Database) -> None:
    migrate(database.conn)
    lax = {name for name in database.table_names() if not database.table(name).strict}
    assert {name for name in lax if not name.startswith("search_index")} == {"_sqlite_migrations"}
