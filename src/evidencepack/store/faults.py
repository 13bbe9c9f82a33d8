# SPDX-License-Identifier: MPL-2.0
"""What can go wrong with a workspace file, and the sentence each failure says to the person."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar

from evidencepack.errors import EvidencePackError, ExitCode
from evidencepack.store.doorplate import read_doorplate

_SAFE = "Everything saved before is safe; this change was not saved."


class NotAWorkspaceError(EvidencePackError):
    """The file is something else."""

    exit_code: ClassVar[ExitCode] = ExitCode.BAD_WORKSPACE


class DamagedWorkspaceError(EvidencePackError):
    """The file is a workspace whose pages or contents no longer agree. ``what`` names the first thing found."""

    exit_code: ClassVar[ExitCode] = ExitCode.BAD_WORKSPACE

    def __init__(self, path: Path, what: str) -> None:
        super().__init__(
            f"“{path}” is damaged. Nothing in it was changed. Keep the file as it is, and restore the newest backup to "
            f"a new file; in a terminal that is “evidencepack restore”. (Found: {what}.)"
        )
        self.what = what


class UnreadableWorkspaceError(EvidencePackError):
    """The operating system does not let this person read the file."""

    exit_code: ClassVar[ExitCode] = ExitCode.BAD_WORKSPACE


class AlreadyOpenError(EvidencePackError):
    """Another program, or another window of this one, holds the workspace."""

    exit_code: ClassVar[ExitCode] = ExitCode.ALREADY_OPEN


class ReadOnlyWorkspaceError(EvidencePackError):
    """The workspace, or the folder it is in, cannot be written."""

    exit_code: ClassVar[ExitCode] = ExitCode.CANNOT_WRITE


class UnfinishedSaveError(EvidencePackError):
    """The program stopped in the middle of a save, and the half of it cannot be taken back here."""

    exit_code: ClassVar[ExitCode] = ExitCode.CANNOT_WRITE


class DiskFullError(EvidencePackError):
    """There is no room for the change."""

    exit_code: ClassVar[ExitCode] = ExitCode.CANNOT_WRITE


class DiskFaultError(EvidencePackError):
    """The disk refused to read or write."""

    exit_code: ClassVar[ExitCode] = ExitCode.CANNOT_WRITE


class StoredTextError(ValueError):
    """Stored text does not read back as what it was; the message says what. ``told`` makes it damage of the file."""


def damaged(path: Path, what: str) -> DamagedWorkspaceError:
    """Return the error for a workspace that does not hold together; ``what`` names the first thing found, in a line."""
    return DamagedWorkspaceError(path, what)


def not_a_workspace(path: Path) -> NotAWorkspaceError:
    """Return the error for a file that some other program wrote."""
    return NotAWorkspaceError(f"“{path}” is not an evidencepack workspace. It was not changed. Choose another file.")


def read_only(path: Path) -> ReadOnlyWorkspaceError:
    """Return the error for an edit of what may only be read."""
    return ReadOnlyWorkspaceError(
        f"“{path}” can only be read here. Nothing was changed. Save a copy in a folder of your own and work on that."
    )


def _already_open(path: Path) -> AlreadyOpenError:
    who = read_doorplate(path)
    return AlreadyOpenError(
        f"“{path}” is already open{f' ({who})' if who else ''}. Nothing was changed. Close it there, then try again."
    )


def _unfinished(path: Path) -> UnfinishedSaveError:
    return UnfinishedSaveError(
        f"The last save of “{path}” was cut off, and that cannot be put right where nothing may be written. "
        f"Nothing was changed. Copy “{path.name}” and “{path.name}-journal” together into a folder of your own "
        "and open the copy."
    )


def _full(path: Path) -> DiskFullError:
    return DiskFullError(f"The disk that holds “{path}” is full. {_SAFE} Free some space, then save again.")


def _disk_fault(path: Path) -> DiskFaultError:
    return DiskFaultError(
        f"The disk that holds “{path}” did not obey. {_SAFE} Make a backup to another disk, then try again."
    )


def unreadable(path: Path) -> UnreadableWorkspaceError:
    """Return the error for a file that this person may not look at."""
    return UnreadableWorkspaceError(f"You may not open “{path}”. Ask its owner for the right to read and write it.")


_SENTENCES: Mapping[int, Callable[[Path], EvidencePackError]] = {
    sqlite3.SQLITE_BUSY: _already_open,
    sqlite3.SQLITE_READONLY: read_only,
    sqlite3.SQLITE_IOERR: _disk_fault,
    sqlite3.SQLITE_CORRUPT: lambda path: damaged(path, "its pages do not fit together"),
    sqlite3.SQLITE_FULL: _full,
    sqlite3.SQLITE_CANTOPEN: unreadable,
    sqlite3.SQLITE_NOTADB: not_a_workspace,
    sqlite3.SQLITE_READONLY_ROLLBACK: _unfinished,
}


# Damage that carries no code of its own: Python on text that is not UTF-8, SQLite and FTS5 on their version numbers.
_COMPLAINTS = ("Could not decode to UTF-8", "unsupported file format", "invalid fts5 file format")


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what SQLite says about the file into the error for the person; anything else passes as the bug it is."""
    try:
        yield
    except UnicodeDecodeError as error:
        # SQLite quotes a damaged table in its complaint, and Python cannot read the complaint.
        raise damaged(path, "its tables are not readable") from error
    except StoredTextError as error:
        raise damaged(path, str(error)) from error
    except sqlite3.Error as error:
        if any(complaint in str(error) for complaint in _COMPLAINTS):
            raise damaged(path, "a part of it is not readable") from error
        code = getattr(error, "sqlite_errorcode", 0)
        sentence = _SENTENCES.get(code) or _SENTENCES.get(code & 0xFF)
        if sentence is None:
            raise
        raise sentence(path) from error
