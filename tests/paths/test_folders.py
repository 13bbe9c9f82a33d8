# SPDX-License-Identifier: MPL-2.0
"""A folder of files put in place together."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from evidencepack.paths import platform
from evidencepack.paths.faults import CannotWriteError, MissingFolderError
from evidencepack.paths.folders import FolderWriter, replace_folder
from evidencepack.paths.names import is_legal_name
from evidencepack.paths.staging import staging_in


def _contents(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def _replace_failing_on(name: str, error: OSError) -> Callable[[Path, Path], Path]:
    """``Path.replace`` that fails for a new file of one name, and works for all others."""
    real = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if self.name == name and "new" in self.parts:
            raise error
        return real(self, target)

    return replace


def test_all_files_arrive_and_nothing_else_stays(tmp_path: Path) -> None:
    files = {"pack.pdf": b"pages", "documents/A-mou.pdf": b"mou", "manifest.json": b"{}"}

    replace_folder(tmp_path / "out", files)

    assert _contents(tmp_path / "out") == files
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_files_of_the_person_stay_and_stale_ones_go(tmp_path: Path) -> None:
    replace_folder(tmp_path, {"notes.txt": b"mine", "documents/B.pdf": b"stale", "documents/a.pdf": b"old"})

    replace_folder(tmp_path, {"documents/a.pdf": b"new"}, remove=["documents/B.pdf", "documents/A.pdf", "gone.pdf"])

    assert _contents(tmp_path) == {"notes.txt": b"mine", "documents/a.pdf": b"new"}


def test_one_file_open_elsewhere_puts_every_file_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = {"pack.docx": b"old word", "pack.pdf": b"old pdf", "stale.pdf": b"stale"}
    replace_folder(tmp_path, old)
    error = PermissionError(errno.EACCES, "in use")
    error.winerror = 32  # type: ignore[attr-defined,unused-ignore]
    monkeypatch.setattr(Path, "replace", _replace_failing_on("pack.docx", error))

    with pytest.raises(CannotWriteError, match=r"pack\.docx” is open in another program\. The folder is as it was"):
        replace_folder(
            tmp_path,
            {"pack.pdf": b"new", "documents/new.pdf": b"new", "pack.docx": b"new"},
            remove=["stale.pdf"],
        )

    assert _contents(tmp_path) == old
    assert not (tmp_path / "documents").exists()


def test_a_fault_after_the_last_file_puts_removed_files_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = {"pack.pdf": b"old", "stale.pdf": b"stale"}
    replace_folder(tmp_path, old)

    def fault(folder: Path) -> None:
        if folder == tmp_path:
            raise OSError(errno.EIO, "the disk went away")

    monkeypatch.setattr("evidencepack.paths.journal.sync_folder", fault)

    with pytest.raises(CannotWriteError, match="the disk went away"):
        replace_folder(tmp_path, {"pack.pdf": b"new"}, remove=["stale.pdf"])

    assert _contents(tmp_path) == old


def test_a_full_disk_while_writing_leaves_a_new_folder_unmade(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("evidencepack.paths.files.os.fsync", full)

    with pytest.raises(CannotWriteError, match=r"the disk is full\. The folder is as it was before\. Free some"):
        replace_folder(tmp_path / "a", {"pack.pdf": b"pages"})

    assert list(tmp_path.iterdir()) == []


def test_an_error_of_the_export_itself_changes_nothing(tmp_path: Path) -> None:
    replace_folder(tmp_path, {"pack.pdf": b"old"})

    with pytest.raises(LookupError, match="no such document"), FolderWriter(tmp_path) as writer:  # noqa: PT012
        writer.write("pack.pdf", b"new")
        raise LookupError("no such document")

    assert _contents(tmp_path) == {"pack.pdf": b"old"}


def test_a_disk_without_second_names_for_files_works_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_arguments: object) -> None:
        raise OSError(errno.EPERM, "no links")

    monkeypatch.setattr("evidencepack.paths.journal.os.link", no_links)
    replace_folder(tmp_path, {"pack.pdf": b"old"})

    replace_folder(tmp_path, {"pack.pdf": b"new"})

    assert _contents(tmp_path) == {"pack.pdf": b"new"}


def test_an_export_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"mine")

    with pytest.raises(CannotWriteError, match="is a file, not a folder"):
        replace_folder(tmp_path / "out", {"pack.pdf": b"pages"})

    assert (tmp_path / "out").read_bytes() == b"mine"


def test_folders_on_the_way_to_the_export_folder_are_not_made(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"mine")

    with pytest.raises(CannotWriteError, match="out” is a file, not a folder"):
        replace_folder(tmp_path / "out" / "deeper", {"pack.pdf": b"pages"})
    with pytest.raises(MissingFolderError, match=r"There is no folder .*typo”\. Nothing was written\. Check the name"):
        replace_folder(tmp_path / "typo" / "out", {"pack.pdf": b"pages"})

    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_an_export_folder_whose_name_is_too_long_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotWriteError, match="the name is too long"):
        replace_folder(tmp_path / ("x" * 300), {"pack.pdf": b"pages"})


def test_a_folder_in_the_place_of_a_file_is_kept(tmp_path: Path) -> None:
    (tmp_path / "pack.pdf").mkdir()

    with pytest.raises(CannotWriteError, match="there is a folder of that name"):
        replace_folder(tmp_path, {"manifest.json": b"{}", "pack.pdf": b"pages"})

    assert [path.name for path in tmp_path.iterdir()] == ["pack.pdf"]


@pytest.mark.parametrize("name", ["", "/etc/passwd", "../pack.pdf", "CON.pdf", "a//b.pdf", "a:b.pdf", "pack.pdf."])
def test_a_name_that_some_system_refuses_is_a_mistake_of_ours(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="not a name that every system accepts"):
        replace_folder(tmp_path, {name: b""})


def test_two_names_that_differ_in_case_only_are_a_mistake_of_ours(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="written twice"):
        replace_folder(tmp_path, {"Pack.pdf": b"", "pack.PDF": b""})

    assert list(tmp_path.iterdir()) == []


def test_the_hidden_folder_is_gone_after_an_interruption(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), FolderWriter(tmp_path / "out") as writer:  # noqa: PT012
        writer.write("pack.pdf", b"pages")
        raise KeyboardInterrupt

    assert not (tmp_path / "out").exists()


def test_an_old_file_that_cannot_be_put_back_is_kept_beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace_folder(tmp_path, {"a.pdf": b"old a", "b.pdf": b"old b"})
    real = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if self.name == "b.pdf" or (self.parent.name == "old" and target.name == "a.pdf"):
            raise PermissionError(errno.EACCES, "denied")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)

    with pytest.raises(CannotWriteError, match=r"kept as “a \(earlier\)\.pdf”"):
        replace_folder(tmp_path, {"a.pdf": b"new a", "b.pdf": b"new b"})

    assert _contents(tmp_path) == {"a (earlier).pdf": b"old a", "a.pdf": b"new a", "b.pdf": b"old b"}


def test_a_file_that_is_somebodys_own_is_kept_beside_the_new_one_under_the_first_free_name(tmp_path: Path) -> None:
    replace_folder(tmp_path, {"d/a.docx": b"mine", "d/a (kept 1).docx": b"mine before"})

    kept = replace_folder(tmp_path, {"d/a.docx": b"new", "b.pdf": b"new"}, keep=["d/a.docx"])

    assert kept == {"d/a.docx": "d/a (kept 2).docx"}
    assert _contents(tmp_path) == {
        "d/a.docx": b"new", "d/a (kept 1).docx": b"mine before", "d/a (kept 2).docx": b"mine", "b.pdf": b"new",
    }  # fmt: skip


def test_the_name_of_a_kept_file_is_legal_however_long_the_first_one_was(tmp_path: Path) -> None:
    name = "é" * 70 + ".docx"
    replace_folder(tmp_path, {name: b"mine"})
    (kept,) = replace_folder(tmp_path, {name: b"new"}, keep=[name]).values()
    assert is_legal_name(kept)
    assert kept.endswith(" (kept 1).docx")
    assert _contents(tmp_path) == {name: b"new", kept: b"mine"}


def test_a_kept_file_has_its_old_name_alone_when_the_export_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = {"a.pdf": b"mine", "b.pdf": b"old"}
    replace_folder(tmp_path, old)
    monkeypatch.setattr(Path, "replace", _replace_failing_on("b.pdf", PermissionError(errno.EACCES, "denied")))

    with pytest.raises(CannotWriteError):
        replace_folder(tmp_path, {"a.pdf": b"new", "b.pdf": b"new"}, keep=["a.pdf"])

    assert _contents(tmp_path) == old


@pytest.mark.parametrize("over", [0, 1])
def test_a_path_of_just_the_length_that_windows_takes_is_written_and_one_more_character_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, over: int
) -> None:
    name = "slots/01-Quality/a.pdf"
    longest = len(str(staging_in(tmp_path) / "new" / name))
    monkeypatch.setattr(platform, "LONGEST_PATH", longest - over)
    if not over:
        replace_folder(tmp_path, {name: b"new"})
        assert _contents(tmp_path) == {name: b"new"}
        return
    with pytest.raises(CannotWriteError, match=r"1 characters longer than Windows takes\. The folder is as it was"):
        replace_folder(tmp_path, {"pack.pdf": b"new", name: b"new"})
    assert _contents(tmp_path) == {}
