# SPDX-License-Identifier: MPL-2.0
"""What differs between operating systems."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from evidencepack.paths import platform


def _fsync_failing_with(number: int) -> object:
    def fsync(_descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    return fsync


def test_a_network_folder_that_cannot_be_synced_is_let_pass(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed: list[int] = []
    monkeypatch.setattr("os.fsync", _fsync_failing_with(errno.EINVAL))
    monkeypatch.setattr("os.close", closed.append)

    platform.sync_folder(tmp_path)

    assert len(closed) == 1


def test_a_disk_that_fails_to_sync_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.fsync", _fsync_failing_with(errno.EIO))

    with pytest.raises(OSError, match="Input/output"):
        platform.sync_folder(tmp_path)


def test_windows_needs_no_sync_of_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "win32")

    opened: list[Path] = []
    monkeypatch.setattr("os.open", opened.append)

    platform.sync_folder(tmp_path)

    assert opened == []


@pytest.mark.parametrize("number", [5, 32, 33])
def test_a_sharing_violation_on_windows_means_in_use(number: int) -> None:
    error = PermissionError(errno.EACCES, "denied")
    error.winerror = number  # type: ignore[attr-defined,unused-ignore]

    assert platform.in_use(error)


def test_a_missing_right_elsewhere_does_not_mean_in_use() -> None:
    assert not platform.in_use(PermissionError(errno.EACCES, "denied"))
    assert platform.in_use(OSError(errno.ETXTBSY, "busy"))
