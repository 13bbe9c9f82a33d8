# SPDX-License-Identifier: MPL-2.0
"""Whole files or none."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from evidencepack.errors import ExitCode
from evidencepack.paths import files
from evidencepack.paths.faults import CannotWriteError
from evidencepack.paths.files import write_atomically


def _everything(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def _fail(error: OSError) -> object:
    def fault(*_arguments: object, **_named: object) -> None:
        raise error

    return fault


def test_a_file_is_written_with_the_folders_on_its_way(tmp_path: Path) -> None:
    write_atomically(tmp_path / "one" / "two" / "pack.pdf", b"pages")

    assert _everything(tmp_path) == ["one", "one/two", "one/two/pack.pdf"]
    assert (tmp_path / "one/two/pack.pdf").read_bytes() == b"pages"


def test_a_file_replaces_the_old_one(tmp_path: Path) -> None:
    (tmp_path / "pack.pdf").write_bytes(b"old")

    write_atomically(tmp_path / "pack.pdf", b"new")

    assert (tmp_path / "pack.pdf").read_bytes() == b"new"
    assert _everything(tmp_path) == ["pack.pdf"]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "the disk is full. The old file is kept. Free some space"),
        (errno.EACCES, "you may not write there. The old file is kept. Choose a folder of your own"),
        (errno.EROFS, "you may not write there"),
        (errno.EIO, "Input/output error. The old file is kept. Choose another place"),
    ],
)
def test_a_fault_while_writing_keeps_the_old_file_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    (tmp_path / "pack.pdf").write_bytes(b"old")
    monkeypatch.setattr("evidencepack.paths.files.os.fsync", _fail(OSError(number, os.strerror(number))))

    with pytest.raises(CannotWriteError) as caught:
        write_atomically(tmp_path / "pack.pdf", b"new")

    assert words in caught.value.message
    assert caught.value.exit_code is ExitCode.CANNOT_WRITE
    assert (tmp_path / "pack.pdf").read_bytes() == b"old"
    assert _everything(tmp_path) == ["pack.pdf"]


def test_a_file_open_in_another_program_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pack.docx").write_bytes(b"old")
    sharing_violation = PermissionError(errno.EACCES, "in use")
    sharing_violation.winerror = 32  # type: ignore[attr-defined,unused-ignore]
    monkeypatch.setattr(Path, "replace", _fail(sharing_violation))

    with pytest.raises(CannotWriteError, match=r"open in another program\. The old file is kept\. Close it there"):
        write_atomically(tmp_path / "pack.docx", b"new")

    assert (tmp_path / "pack.docx").read_bytes() == b"old"
    assert _everything(tmp_path) == ["pack.docx"]


def test_folders_made_for_a_file_that_fails_are_taken_away_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("evidencepack.paths.files.os.fsync", _fail(OSError(errno.ENOSPC, "full")))

    with pytest.raises(CannotWriteError, match="Nothing was written"):
        write_atomically(tmp_path / "one" / "two" / "pack.pdf", b"pages")

    assert _everything(tmp_path) == []


def test_a_folder_on_the_way_that_is_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("mine", encoding="utf-8")

    with pytest.raises(CannotWriteError, match="part of that path is a file, not a folder"):
        write_atomically(tmp_path / "notes" / "pack.pdf", b"pages")

    assert (tmp_path / "notes").read_text(encoding="utf-8") == "mine"


def test_a_folder_of_the_same_name_is_kept(tmp_path: Path) -> None:
    (tmp_path / "pack.pdf").mkdir()

    with pytest.raises(CannotWriteError, match="there is a folder of that name"):
        write_atomically(tmp_path / "pack.pdf", b"pages")

    assert _everything(tmp_path) == ["pack.pdf"]


def test_a_real_limit_of_the_system_leaves_no_part_behind(tmp_path: Path, tool: Callable[[str], Path]) -> None:
    (tmp_path / "pack.pdf").write_bytes(b"old")
    program = (
        "import pathlib, evidencepack.paths.files as files\n"
        "files.write_atomically(pathlib.Path('pack.pdf'), bytes(1_000_000))\n"
    )

    # The shell's limit on the size of a file: 8 blocks of 512 or 1,024 bytes.
    ran = subprocess.run(
        [tool("sh"), "-c", 'ulimit -f 8; exec "$0" -c "$1"', sys.executable, program],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path(files.__file__).parents[2])},
        capture_output=True,
        text=True,
        check=False,
    )

    assert "“pack.pdf” could not be written: the file is too large for that disk. The old file is kept." in ran.stderr
    assert (tmp_path / "pack.pdf").read_bytes() == b"old"
    assert _everything(tmp_path) == ["pack.pdf"]
