# SPDX-License-Identifier: MPL-2.0
"""What a killed export leaves, and how the next one takes it away without touching one that runs."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from evidencepack.paths import staging
from evidencepack.paths.faults import CannotWriteError
from evidencepack.paths.folders import FolderWriter, replace_folder
from evidencepack.paths.staging import Staging, staging_in, sweep

_EXPORT = """
import sys
from pathlib import Path
from evidencepack.paths.faults import CannotWriteError
from evidencepack.paths.folders import FolderWriter
with FolderWriter(Path(sys.argv[1])) as writer:
    writer.write("pack.pdf", b"theirs")
    print("writing", flush=True)
    sys.stdin.readline()
"""


def _export_elsewhere(folder: Path) -> subprocess.Popen[str]:
    around = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", _EXPORT, str(folder)]
    child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=around)
    assert child.stdout
    assert child.stdout.readline() == "writing\n"
    return child


def _age(folder: Path, seconds: float) -> None:
    for left in folder.glob(".evidencepack-*.part"):
        time = left.stat().st_mtime - seconds
        os.utime(left, (time, time))


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_what_a_killed_export_left_goes_with_the_next_one(tmp_path: Path) -> None:
    child = _export_elsewhere(tmp_path)
    child.kill()
    child.communicate()
    assert len(_names(tmp_path)) == 1

    replace_folder(tmp_path, {"manifest.json": b"{}"})

    assert _names(tmp_path) == ["manifest.json"]


def test_two_exports_at_once_leave_each_other_alone(tmp_path: Path) -> None:
    child = _export_elsewhere(tmp_path)
    _age(tmp_path, 60 * 60)

    with FolderWriter(tmp_path) as writer:
        writer.write("manifest.json", b"ours")
        child.communicate("go on\n")

    assert child.returncode == 0
    assert _names(tmp_path) == ["manifest.json", "pack.pdf"]


def test_one_that_was_only_just_made_is_left_alone(tmp_path: Path) -> None:
    new = tmp_path / ".evidencepack-new.part"
    new.mkdir()
    (new / "lock").write_bytes(b"")

    sweep(tmp_path)

    assert new.is_dir()


@pytest.mark.parametrize(("hours", "stays"), [(1, True), (25, False)])
def test_where_no_lock_tells_a_day_has_to_go_by(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hours: int, *, stays: bool
) -> None:
    monkeypatch.setattr(staging, "try_lock", lambda _descriptor: False)
    (tmp_path / ".evidencepack-without-a-lock.part" / "new").mkdir(parents=True)
    running = Staging(staging_in(tmp_path))
    _age(tmp_path, hours * 60 * 60)

    sweep(tmp_path)

    assert len(_names(tmp_path)) == (2 if stays else 0)
    running.close()


def test_one_that_another_export_just_swept_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "glob", lambda _folder, _pattern: [tmp_path / "gone"])

    sweep(tmp_path)

    assert _names(tmp_path) == []


def test_a_disk_with_no_room_even_for_the_lock_keeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(Path, "open", full)
    with pytest.raises(CannotWriteError, match="the disk is full"):
        replace_folder(tmp_path, {"pack.pdf": b""})

    assert _names(tmp_path) == []
