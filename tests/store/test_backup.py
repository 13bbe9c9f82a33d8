# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from pathlib import Path

import pytest

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Record
from evidencepack.domain.values import FieldType
from evidencepack.errors import ExitCode
from evidencepack.paths.faults import CannotWriteError, MissingFolderError
from evidencepack.store import backup as backups
from evidencepack.store.backup import DamagedBackupError, WorkspaceExistsError
from evidencepack.store.checks import MissingWorkspaceError
from evidencepack.store.faults import DamagedWorkspaceError, NotAWorkspaceError
from evidencepack.store.workspace import Workspace, create_workspace, open_workspace, restore

NOON = "2026-11-22T09:30:00.000000Z"


@pytest.fixture
def filled(workspace: Workspace, mou: Record) -> Workspace:
    workspace.set_value(FieldPath(mou.id, "purpose"), FieldType.LONG_TEXT, "Within 48 hours of referral")
    workspace.move_row(mou.id, "objectives", workspace.add_row(mou.id, "objectives"))
    workspace.remove_row(mou.id, "objectives", workspace.add_row(mou.id, "objectives"))
    workspace.remove_record(workspace.add_record("meeting", "M1", tender=mou.tender).id)
    workspace.attach(b"signed on paper", "scan.pdf", "application/pdf")
    return workspace


def altered(path: Path, old: bytes, new: bytes) -> None:
    content = path.read_bytes()
    assert content.count(old) == 1
    path.write_bytes(content.replace(old, new))


def test_a_backup_is_named_by_its_time_and_holds_everything(tmp_path: Path, filled: Workspace) -> None:
    folder = tmp_path / "backups"
    copy = filled.backup(folder)
    assert copy.parent == folder
    assert copy.name.startswith("care bids-20261122T0930")
    assert copy.name.endswith("Z.evidencepack")
    assert list(folder.iterdir()) == [copy]
    with open_workspace(copy, read_only=True) as opened:
        assert opened.history() == filled.history()
        assert opened.facts(opened.tenders()[0].id) == filled.facts(filled.tenders()[0].id)


def test_two_backups_in_one_second_are_both_kept(tmp_path: Path, filled: Workspace) -> None:
    db, workspace = filled._connection.db, Path("w.evidencepack")
    found = [backups.back_up(db, tmp_path / "b", workspace=workspace, time=NOON) for _ in range(3)]
    assert [path.name for path in found] == [
        "w-20261122T093000Z.evidencepack",
        "w-20261122T093000Z-2.evidencepack",
        "w-20261122T093000Z-3.evidencepack",
    ]


def test_a_restored_backup_is_a_workspace_to_work_on(tmp_path: Path, filled: Workspace) -> None:
    copy = filled.backup(tmp_path / "backups")
    before = copy.read_bytes()
    restored = tmp_path / "restored.evidencepack"
    restore(copy, restored)
    with open_workspace(restored) as workspace:
        assert workspace.history() == filled.history()
        workspace.add_record("tender", "T2")
    assert copy.read_bytes() == before


def test_nothing_is_restored_or_created_over_a_file(tmp_path: Path, filled: Workspace) -> None:
    copy = filled.backup(tmp_path / "backups")
    letter = tmp_path / "letter.docx"
    letter.write_bytes(b"dear all")
    for act in (lambda: restore(copy, letter), lambda: create_workspace(letter)):
        with pytest.raises(WorkspaceExistsError, match="Choose a new name") as caught:
            act()
        assert caught.value.exit_code is ExitCode.CANNOT_WRITE
    assert letter.read_bytes() == b"dear all"


def test_what_is_no_backup_is_not_restored(tmp_path: Path) -> None:
    new = tmp_path / "new.evidencepack"
    with pytest.raises(MissingWorkspaceError):
        restore(tmp_path / "absent", new)
    (tmp_path / "letter").write_bytes(b"dear all" * 1000)
    with pytest.raises(NotAWorkspaceError):
        restore(tmp_path / "letter", new)
    assert not new.exists()


@pytest.mark.parametrize(
    ("old", "new"), [(b"signed on paper", b"signed on pAper"), (b'TBN-ASC-2027-014"', b'TBN-ASC-2028-014"')]
)
def test_one_changed_letter_is_noticed_before_anything_is_restored(
    tmp_path: Path, filled: Workspace, old: bytes, new: bytes
) -> None:
    copy = filled.backup(tmp_path / "backups")
    altered(copy, old, new)
    with pytest.raises(DamagedBackupError, match=r"Restore another backup.*is not as it was written"):
        restore(copy, tmp_path / "new.evidencepack")
    assert not (tmp_path / "new.evidencepack").exists()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE value SET json = '\"Within 72 hours of referral\"'",
        "UPDATE value SET type = 'text'",
        "UPDATE record SET tender_id = 'nowhere' WHERE kind = 'mou'",
        "UPDATE record SET reference = 'TBN-MOU-02' WHERE kind = 'mou'",
        "UPDATE record SET deleted_at = created_at WHERE kind = 'mou'",
        "UPDATE table_row SET order_key = 'a9'",
        "UPDATE table_row SET field = 'aims'",
    ],
)
def test_a_workspace_changed_behind_its_history_is_not_backed_up_over_sound_backups(
    tmp_path: Path, path: Path, filled: Workspace, statement: str
) -> None:
    folder = tmp_path / "backups"
    sound = filled.backup(folder)
    filled.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute(statement)
    with open_workspace(path) as workspace, pytest.raises(DamagedWorkspaceError, match=f"^“{path}” is damaged"):
        workspace.backup(folder)
    assert list(folder.iterdir()) == [sound]


def test_an_attachment_that_changed_is_not_handed_out(path: Path, filled: Workspace) -> None:
    digest = str(filled._connection.db.execute("SELECT sha256 FROM attachment").fetchone()[0])
    filled.close()
    altered(path, b"signed on paper", b"signed on pAper")
    with open_workspace(path) as workspace, pytest.raises(DamagedWorkspaceError, match="attachment"):
        workspace.attachment(digest)


def test_a_copy_that_does_not_hold_everything_is_thrown_away(
    tmp_path: Path, filled: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter([{"value": 1}, {"value": 2}])
    monkeypatch.setattr(backups, "counts", lambda _: next(answers))
    with pytest.raises(DamagedWorkspaceError, match="a copy of it does not hold what it holds"):
        filled.backup(tmp_path / "backups")
    assert not (tmp_path / "backups").exists()


def test_a_disk_that_fills_up_leaves_no_half_copy(
    tmp_path: Path, filled: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CannotWriteError, match="the disk is full"):
        filled.backup(tmp_path / "backups")
    assert not (tmp_path / "backups").exists()


def test_a_folder_that_is_a_file_is_refused(tmp_path: Path, filled: Workspace) -> None:
    (tmp_path / "backups").write_bytes(b"")
    with pytest.raises(CannotWriteError):
        filled.backup(tmp_path / "backups")
    with pytest.raises(CannotWriteError):
        create_workspace(tmp_path / "backups" / "w.evidencepack")


def test_a_folder_without_the_right_to_write_is_refused(
    as_an_ordinary_person: Callable[[], AbstractContextManager[Path]],
) -> None:
    with as_an_ordinary_person() as folder:
        folder.chmod(0o555)
        with pytest.raises(CannotWriteError, match="you may not write there"):
            create_workspace(folder / "w.evidencepack")


def test_a_workspace_opened_for_reading_can_be_backed_up(tmp_path: Path, path: Path, filled: Workspace) -> None:
    filled.close()
    with open_workspace(path, read_only=True) as workspace:
        assert workspace.backup(tmp_path / "backups").exists()


def test_no_folders_are_made_for_a_slip_of_the_keyboard(tmp_path: Path, filled: Workspace) -> None:
    copy = filled.backup(tmp_path / "backups")
    lost = tmp_path / "typo" / "deeper"
    for act in (
        lambda: filled.backup(lost),
        lambda: restore(copy, lost / "w.evidencepack"),
        lambda: create_workspace(lost / "w.evidencepack"),
    ):
        with pytest.raises(MissingFolderError, match=r"There is no folder .*/typo.*Check the name") as caught:
            act()
        assert caught.value.exit_code is ExitCode.CANNOT_WRITE
    assert not (tmp_path / "typo").exists()


@pytest.mark.parametrize("code", [sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR])
def test_a_disk_that_takes_no_copy_is_blamed_on_the_copy(
    tmp_path: Path, filled: Workspace, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def full(*_: object) -> None:
        error = sqlite3.OperationalError("no")
        error.sqlite_errorcode = code
        raise error

    monkeypatch.setattr(backups, "_copy", full)
    with pytest.raises(CannotWriteError, match=r"could not be written: .*the workspace is as it was"):
        filled.backup(tmp_path / "backups")
    with pytest.raises(CannotWriteError, match=r"new\.evidencepack” could not be written: .*Nothing was made"):
        create_workspace(tmp_path / "new.evidencepack")
    assert [path.name for path in tmp_path.iterdir() if not path.name.startswith("care bids")] == []


def test_a_link_to_nowhere_is_not_replaced(tmp_path: Path) -> None:
    link = tmp_path / "w.evidencepack"
    link.symlink_to(tmp_path / "unplugged" / "w.evidencepack")
    with pytest.raises(WorkspaceExistsError):
        create_workspace(link)
    assert link.is_symlink()


def test_a_name_that_is_too_long_is_said(tmp_path: Path) -> None:
    with pytest.raises(CannotWriteError, match=r"the name is too long\. Nothing was made\. Choose a shorter name"):
        create_workspace(tmp_path / ("x" * 300))
    assert list(tmp_path.iterdir()) == []
