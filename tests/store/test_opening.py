# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from pathlib import Path

import pytest

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Record
from evidencepack.domain.values import FieldType
from evidencepack.errors import EvidencePackError, ExitCode
from evidencepack.store.checks import FolderNotWorkspaceError, MissingWorkspaceError, NewerWorkspaceError
from evidencepack.store.connection import MovedWorkspaceError
from evidencepack.store.faults import (
    AlreadyOpenError,
    DamagedWorkspaceError,
    DiskFullError,
    NotAWorkspaceError,
    ReadOnlyWorkspaceError,
    UnfinishedSaveError,
    UnreadableWorkspaceError,
)
from evidencepack.store.session import Session
from evidencepack.store.workspace import Workspace, create_workspace, open_workspace

OTHER_PROGRAM = """
import sys
from pathlib import Path
from evidencepack.store.session import Session
from evidencepack.store.workspace import open_workspace
with open_workspace(Path(sys.argv[1]), read_only=sys.argv[2] == "read", session=Session("Tomos", "desk-2")):
    print("open", flush=True)
    sys.stdin.readline()
"""


@pytest.fixture
def closed(path: Path, workspace: Workspace, mou: Record) -> Path:
    """Return a closed workspace with a few pages of text in it."""
    for number in range(30):
        workspace.set_value(FieldPath(mou.id, f"answer_{number}"), FieldType.LONG_TEXT, f"{number} words " * 300)
    workspace.close()
    return path


def other_program(path: Path, how: str) -> subprocess.Popen[str]:
    source = Path(__file__).parents[2] / "src"
    child = subprocess.Popen(
        [sys.executable, "-c", OTHER_PROGRAM, str(path), how],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(source)},
    )
    assert child.stdout
    assert child.stdout.readline() == "open\n"
    return child


def refusal(path: Path, *, read_only: bool = False) -> EvidencePackError:
    before = _content(path)
    with pytest.raises(EvidencePackError) as caught:
        open_workspace(path, read_only=read_only)
    assert _content(path) == before
    return caught.value


def _content(path: Path) -> bytes:
    return path.read_bytes() if len(path.name) < 200 and os.access(path, os.R_OK) and path.is_file() else b""


def change(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute(statement)


def test_a_missing_file_is_refused_and_not_made(path: Path) -> None:
    error = refusal(path)
    assert isinstance(error, MissingWorkspaceError)
    assert error.exit_code is ExitCode.NOT_FOUND
    assert not path.exists()


def test_a_folder_is_refused(tmp_path: Path) -> None:
    error = refusal(tmp_path)
    assert isinstance(error, FolderNotWorkspaceError)
    assert error.exit_code is ExitCode.BAD_WORKSPACE


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\n" * 1000, b"SQLite format 3\x00", os.urandom(5000)])
def test_a_file_that_is_something_else_is_refused(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    error = refusal(path)
    assert isinstance(error, NotAWorkspaceError)
    assert error.exit_code is ExitCode.BAD_WORKSPACE


@pytest.mark.parametrize("read_only", [True, False])
def test_a_database_of_another_program_is_refused_and_left_alone(path: Path, *, read_only: bool) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("CREATE TABLE workspace (id)")
    assert isinstance(refusal(path, read_only=read_only), NotAWorkspaceError)


@pytest.mark.parametrize(
    "statement",
    [
        "PRAGMA user_version = 99",
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('evidencepack', '0099_future', '')",
    ],
)
@pytest.mark.parametrize("read_only", [True, False])
def test_a_file_from_a_newer_version_is_refused_politely(closed: Path, statement: str, *, read_only: bool) -> None:
    change(closed, statement)
    error = refusal(closed, read_only=read_only)
    assert isinstance(error, NewerWorkspaceError)
    assert error.exit_code is ExitCode.NEWER_VERSION
    assert "Install the newer version" in error.message
    assert "tender file" not in error.message


def test_every_zeroed_page_is_noticed(closed: Path) -> None:
    sound = closed.read_bytes()
    pages = [sound[start : start + 4096] for start in range(0, len(sound), 4096)]
    for page, content in enumerate(pages):
        if page == 0 or content == bytes(4096):
            continue  # without the first page it is no database; a free page is zeros already
        closed.write_bytes(b"".join(pages[:page]) + bytes(4096) + b"".join(pages[page + 1 :]))
        error = refusal(closed)
        assert isinstance(error, DamagedWorkspaceError), page
        assert error.exit_code is ExitCode.BAD_WORKSPACE


@pytest.mark.parametrize("share", [0.9, 0.5, 0.1])
def test_a_file_that_was_cut_off_is_noticed(closed: Path, share: float) -> None:
    sound = closed.read_bytes()
    closed.write_bytes(sound[: int(len(sound) * share)])
    assert isinstance(refusal(closed), DamagedWorkspaceError)


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE import_log",
        "DROP TRIGGER revision_is_not_deleted",
        "CREATE TRIGGER theirs AFTER INSERT ON record BEGIN DELETE FROM value; END",
        "DELETE FROM _sqlite_migrations",
        "PRAGMA user_version = 1",
    ],
)
def test_tables_that_somebody_changed_are_noticed(closed: Path, statement: str) -> None:
    change(closed, statement)
    error = refusal(closed)
    assert isinstance(error, DamagedWorkspaceError)
    assert "its tables" in error.message


def test_a_search_index_of_another_making_is_noticed_when_it_is_used(closed: Path) -> None:
    change(closed, "UPDATE search_index_config SET v = 99 WHERE k = 'version'")
    with open_workspace(closed) as workspace, pytest.raises(DamagedWorkspaceError):
        workspace.search("words")


def test_text_that_is_no_longer_utf_8_is_noticed_when_it_is_read(closed: Path) -> None:
    change(closed, "UPDATE value SET json = CAST(x'22ff22' AS TEXT)")
    with open_workspace(closed) as workspace, pytest.raises(DamagedWorkspaceError):
        workspace.facts(workspace.tenders()[0].id)


@pytest.mark.parametrize("json", ["{", "5", "null"])
def test_an_answer_that_does_not_read_back_is_noticed_when_it_is_read(closed: Path, json: str) -> None:
    change(closed, f"UPDATE value SET json = '{json}'")  # noqa: S608 - three texts from above
    with open_workspace(closed) as workspace, pytest.raises(DamagedWorkspaceError):
        workspace.facts(workspace.tenders()[0].id)


@pytest.mark.parametrize("how", ["write", "read"])
def test_a_workspace_open_in_another_program_is_refused(closed: Path, how: str) -> None:
    child = other_program(closed, how)
    with pytest.raises(AlreadyOpenError) as caught:
        open_workspace(closed)
    assert caught.value.exit_code is ExitCode.ALREADY_OPEN
    assert ("by Tomos on desk-2 since" in caught.value.message) is (how == "write")
    child.communicate("close\n")
    open_workspace(closed).close()


def test_a_program_that_was_killed_leaves_no_lock(closed: Path) -> None:
    child = other_program(closed, "write")
    child.kill()
    child.communicate()
    with open_workspace(closed) as workspace:
        assert workspace.tenders()


def test_two_windows_of_one_program_cannot_both_open_it(closed: Path) -> None:
    with open_workspace(closed, session=Session("Jane", "laptop-1")):
        for read_only in (True, False):
            with pytest.raises(AlreadyOpenError, match="by Jane on laptop-1"):
                open_workspace(closed, read_only=read_only)
    assert [path.name for path in closed.parent.iterdir()] == [closed.name]


def test_readers_share_the_file_and_keep_writers_out(closed: Path) -> None:
    with open_workspace(closed, read_only=True) as one, open_workspace(closed, read_only=True) as two:
        assert one.tenders() == two.tenders()
        with pytest.raises(AlreadyOpenError):
            open_workspace(closed)


def test_what_was_opened_for_reading_is_not_written(closed: Path) -> None:
    with open_workspace(closed, read_only=True) as workspace:
        with pytest.raises(ReadOnlyWorkspaceError, match="Save a copy") as caught:
            workspace.add_record("tender", "T2")
        assert caught.value.exit_code is ExitCode.CANNOT_WRITE


@pytest.mark.parametrize("what", ["file", "folder"])
def test_a_file_or_folder_without_the_right_to_write_opens_for_reading_only(
    as_an_ordinary_person: Callable[[], AbstractContextManager[Path]], what: str
) -> None:
    with as_an_ordinary_person() as folder:
        path = folder / "w.evidencepack"
        create_workspace(path).close()
        (path if what == "file" else folder).chmod(0o444 if what == "file" else 0o555)
        assert isinstance(refusal(path), ReadOnlyWorkspaceError)
        with open_workspace(path, read_only=True) as workspace:
            assert workspace.tenders() == ()


def test_a_file_without_the_right_to_read_is_refused(
    as_an_ordinary_person: Callable[[], AbstractContextManager[Path]],
) -> None:
    with as_an_ordinary_person() as folder:
        path = folder / "w.evidencepack"
        create_workspace(path).close()
        path.chmod(0)
        with pytest.raises(UnreadableWorkspaceError, match="You may not open"):
            open_workspace(path)


def cut_off(path: Path) -> None:
    """Leave the file and its journal as a program does that is killed in the middle of a save."""
    journal = path.with_name(f"{path.name}-journal")
    with closing(sqlite3.connect(path, isolation_level=None)) as writer:
        # A cache of one page makes the half-done change reach the file.
        writer.execute("PRAGMA cache_size = 1")
        writer.execute("BEGIN")
        writer.execute("UPDATE value SET json = '\"half\"'")
        hot, half = journal.read_bytes(), path.read_bytes()
        writer.execute("ROLLBACK")
    path.write_bytes(half)
    journal.write_bytes(hot)


@pytest.mark.parametrize("read_only", [True, False])
def test_a_save_that_was_cut_off_is_taken_back_by_whoever_opens_the_file_next(closed: Path, *, read_only: bool) -> None:
    cut_off(closed)
    with open_workspace(closed, read_only=read_only) as workspace:
        answers = [record.answers for record in workspace.facts(workspace.tenders()[0].id).records.values()]
    assert "0 words" in str(answers)
    assert "half" not in str(answers)
    assert [path.name for path in closed.parent.iterdir()] == [closed.name]


def test_a_save_that_was_cut_off_where_nothing_may_be_written_asks_for_a_copy_of_both_files(
    as_an_ordinary_person: Callable[[], AbstractContextManager[Path]],
) -> None:
    with as_an_ordinary_person() as folder:
        path = folder / "w.evidencepack"
        with create_workspace(path) as workspace:
            record = workspace.add_record("tender", "T1")
            for number in range(30):
                path_of = FieldPath(record.id, f"answer_{number}")
                workspace.set_value(path_of, FieldType.LONG_TEXT, f"{number} words " * 300)
        cut_off(path)
        for file in folder.iterdir():
            file.chmod(0o444)
        folder.chmod(0o555)
        with pytest.raises(UnfinishedSaveError, match=r"Copy “w\.evidencepack” and “w\.evidencepack-journal”"):
            open_workspace(path, read_only=True)


def test_a_save_of_another_program_is_not_taken_back(closed: Path) -> None:
    change(closed, "PRAGMA application_id = 7")
    cut_off(closed)
    assert isinstance(refusal(closed, read_only=True), NotAWorkspaceError)


@pytest.mark.parametrize("read_only", [True, False])
def test_what_is_no_plain_file_is_refused_and_not_waited_for(path: Path, *, read_only: bool) -> None:
    os.mkfifo(path)
    assert isinstance(refusal(path, read_only=read_only), NotAWorkspaceError)


@pytest.mark.parametrize("name", ["x" * 300, "a file/below"])
def test_a_name_that_no_file_can_have_is_a_file_that_is_not_there(tmp_path: Path, name: str) -> None:
    (tmp_path / "a file").write_bytes(b"")
    assert isinstance(refusal(tmp_path / name), MissingWorkspaceError)


def test_a_folder_that_may_not_be_looked_into_is_said(
    as_an_ordinary_person: Callable[[], AbstractContextManager[Path]],
) -> None:
    with as_an_ordinary_person() as folder:
        folder.chmod(0)
        assert isinstance(refusal(folder / "w.evidencepack"), UnreadableWorkspaceError)


def test_damage_is_said_in_one_line_with_what_sqlite_found_at_its_end(closed: Path) -> None:
    with closed.open("r+b") as file:
        file.seek(20_000)
        file.write(b"\xff\x00coffee" * 500)
    message = refusal(closed).message
    assert "\n" not in message
    assert "***" not in message
    assert message.index("evidencepack restore") < message.index("Found: its pages do not fit together; SQLite says: ")


def test_a_file_replaced_while_it_is_open_takes_no_more_edits(closed: Path, tmp_path: Path) -> None:
    other = tmp_path / "from the cloud.evidencepack"
    create_workspace(other).close()
    with open_workspace(closed) as workspace:
        other.replace(closed)
        theirs = closed.read_bytes()
        with pytest.raises(MovedWorkspaceError, match="This change was not saved") as caught:
            workspace.add_record("tender", "T2")
        assert caught.value.exit_code is ExitCode.CANNOT_WRITE
        assert [tender.reference for tender in workspace.tenders()] == ["TBN-ASC-2027-014"]
    assert closed.read_bytes() == theirs


def test_a_file_replaced_in_the_middle_of_an_edit_is_noticed_before_it_is_acknowledged(
    closed: Path, tmp_path: Path
) -> None:
    with open_workspace(closed) as workspace:
        workspace.add_record("tender", "T2")
        with pytest.raises(MovedWorkspaceError), workspace._connection.changing():
            closed.rename(tmp_path / "moved.evidencepack")


def test_a_file_removed_while_it_is_open_takes_no_more_edits(closed: Path) -> None:
    with open_workspace(closed) as workspace:
        workspace.add_record("tender", "T2")
        closed.unlink()
        with pytest.raises(MovedWorkspaceError):
            workspace.add_record("tender", "T2")


def test_a_full_disk_keeps_everything_saved_before(closed: Path) -> None:
    with open_workspace(closed) as workspace:
        tender = workspace.tenders()[0]
        database = workspace._connection.db
        (pages,) = database.execute("PRAGMA page_count").fetchone()
        database.execute(f"PRAGMA max_page_count = {pages}").fetchall()
        with pytest.raises(DiskFullError, match="Free some space") as caught:
            workspace.set_value(FieldPath(tender.id, "title"), FieldType.LONG_TEXT, "x" * 100_000)
        assert caught.value.exit_code is ExitCode.CANNOT_WRITE
        assert workspace.record(tender.id).answers == {}
        database.execute("PRAGMA max_page_count = 1000000").fetchall()
        workspace.set_value(FieldPath(tender.id, "title"), FieldType.LONG_TEXT, "x" * 100_000)


def test_a_workspace_that_another_tool_switched_to_a_write_ahead_log_is_switched_back(closed: Path) -> None:
    change(closed, "PRAGMA journal_mode = WAL")
    with open_workspace(closed) as workspace:
        workspace.add_record("tender", "T2")
        assert [path.suffix for path in closed.parent.glob("*bids*")].count(".evidencepack-wal") == 0
    with open_workspace(closed, read_only=True) as workspace:
        assert len(workspace.tenders()) == 2


def test_the_settings_that_keep_edits_safe_are_on(closed: Path) -> None:
    with open_workspace(closed) as workspace:
        database = workspace._connection.db
        settings = {
            "locking_mode": "exclusive",
            "journal_mode": "truncate",
            "synchronous": 3,
            "foreign_keys": 1,
            "secure_delete": 1,
            "trusted_schema": 0,
            "cell_size_check": 1,
            "fullfsync": 1,
        }
        assert {name: database.execute(f"PRAGMA {name}").fetchone()[0] for name in settings} == settings
