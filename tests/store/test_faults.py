# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from evidencepack.errors import ExitCode
from evidencepack.store.faults import DamagedWorkspaceError, DiskFaultError, told


def test_a_disk_that_fails_says_what_is_safe() -> None:
    fault = sqlite3.OperationalError("disk I/O error")
    fault.sqlite_errorcode = sqlite3.SQLITE_IOERR_WRITE
    with pytest.raises(DiskFaultError, match="Everything saved before is safe") as caught, told(Path("w.evidencepack")):
        raise fault
    assert caught.value.exit_code is ExitCode.CANNOT_WRITE
    assert caught.value.__cause__ is fault


def test_a_bug_stays_a_bug() -> None:
    with pytest.raises(sqlite3.ProgrammingError), told(Path("w.evidencepack")):
        raise sqlite3.ProgrammingError("Cannot operate on a closed database.")


def test_a_complaint_that_cannot_be_read_is_damage() -> None:
    with pytest.raises(DamagedWorkspaceError, match="its tables are not readable"), told(Path("w.evidencepack")):
        b"near \xd4".decode()
