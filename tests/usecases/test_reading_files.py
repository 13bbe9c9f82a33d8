# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from evidencepack.errors import ExitCode
from evidencepack.usecases.reading_files import MissingFileError, UnreadableFileError, read_file


def test_a_file_is_read_or_its_absence_said(tmp_path: Path) -> None:
    (tmp_path / "tender.json").write_bytes(b"{}")
    assert read_file(tmp_path / "tender.json", most=99) == b"{}"
    with pytest.raises(MissingFileError, match=r"There is no file “.*Check the name") as missing:
        read_file(tmp_path / "typo.json", most=99)
    assert missing.value.exit_code is ExitCode.NOT_FOUND
    with pytest.raises(UnreadableFileError, match="is a folder") as folder:
        read_file(tmp_path, most=99)
    assert folder.value.exit_code is ExitCode.BAD_INPUT
    with pytest.raises(UnreadableFileError, match="cannot be read: File name too long"):
        read_file(tmp_path / ("x" * 300), most=99)


def test_a_pipe_is_not_waited_for_nor_a_device_read_to_its_end(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for odd in (tmp_path / "pipe", Path("/dev/zero")):
        with pytest.raises(UnreadableFileError, match="is no plain file"):
            read_file(odd, most=99)


def test_of_a_file_that_is_too_large_only_the_beginning_is_read(tmp_path: Path) -> None:
    with (tmp_path / "large.json").open("wb") as file:
        file.truncate(10_000_000)
    assert len(read_file(tmp_path / "large.json", most=5_000)) == 5_001


def test_a_file_that_may_not_be_read_is_said_to_be_so(
    as_an_ordinary_person: Callable[[], AbstractContextManager[Path]],
) -> None:
    with as_an_ordinary_person() as folder:
        file = folder / "theirs.png"
        file.write_bytes(b"x")
        file.chmod(0)
        with pytest.raises(UnreadableFileError, match=r"you may not, or another program keeps it.*Close it") as refused:
            read_file(file, most=99)
    assert "Nothing was changed" in str(refused.value)
