# SPDX-License-Identifier: MPL-2.0
"""A workspace file is kept before another takes its place: sound as a backup, damaged as it is."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.values import FieldType
from evidencepack.errors import EvidencePackError
from evidencepack.store.backup import put_in_place
from evidencepack.store.keeping_aside import keep_aside
from evidencepack.store.session import Session
from evidencepack.store.workspace import create_workspace, open_workspace


@pytest.fixture
def closed(path: Path, session: Session) -> Path:
    """A workspace that nobody has open, with one tender."""
    with create_workspace(path, session=session) as workspace:
        tender = workspace.add_record("tender", "TBN-1")
        workspace.set_value(FieldPath(tender.id, "title"), FieldType.TEXT, "Home First")
    return path


def titles(file: Path) -> list[object]:
    with open_workspace(file, read_only=True) as workspace:
        return [one.answers.get("title") for one in workspace.tenders()]


def test_a_sound_workspace_is_kept_as_a_backup_and_stays_where_it_is(closed: Path, session: Session) -> None:
    kept = keep_aside(closed, session=session)
    assert kept.parent == closed.parent / "backups"
    assert titles(kept) == titles(closed) == ["Home First"]


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\x00" + b"x" * 5000])
def test_what_cannot_be_read_is_kept_bit_by_bit(path: Path, session: Session, content: bytes) -> None:
    path.write_bytes(content)
    kept = keep_aside(path, session=session)
    assert kept.name == f"{path.stem} damaged 20261122T093000{path.suffix}"
    assert kept.read_bytes() == path.read_bytes() == content


def test_where_nothing_can_be_kept_the_file_stays_and_that_is_said(path: Path, session: Session) -> None:
    path.write_bytes(b"no database")
    (path.parent / "backups").write_text("a file in the way")
    with pytest.raises(EvidencePackError, match="The workspace is as it was"):
        keep_aside(path, session=session)
    assert path.read_bytes() == b"no database"


def test_a_backup_takes_the_place_of_a_workspace_and_of_what_a_killed_program_left_beside_it(
    closed: Path, session: Session
) -> None:
    backup = keep_aside(closed, session=session)
    closed.write_bytes(b"damaged")
    journal = closed.with_name(f"{closed.name}-journal")
    journal.write_bytes(b"half a page")
    put_in_place(backup, closed)
    assert not journal.exists(), "gone before anybody opens the file with it"
    assert titles(closed) == ["Home First"]
    assert {one.name for one in closed.parent.iterdir()} == {closed.name, "backups"}


def test_what_is_no_sound_backup_takes_no_place(closed: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.evidencepack"
    with closing(sqlite3.connect(broken)) as db:
        db.execute("CREATE TABLE something (else_ TEXT)")
    before = closed.read_bytes()
    for backup in (broken, tmp_path / "absent.evidencepack"):
        with pytest.raises(EvidencePackError):
            put_in_place(backup, closed)
    assert closed.read_bytes() == before
    assert {one.name for one in tmp_path.iterdir()} == {closed.name, broken.name}


def test_a_place_that_cannot_be_taken_leaves_nothing_half_done(closed: Path, session: Session) -> None:
    backup = keep_aside(closed, session=session)
    taken = closed.parent / "folder.evidencepack"
    taken.mkdir()
    (taken / "x").touch()
    with pytest.raises(EvidencePackError, match="The workspace is as it was"):
        put_in_place(backup, taken)
    assert {one.name for one in closed.parent.iterdir()} == {closed.name, "backups", taken.name}
