# SPDX-License-Identifier: MPL-2.0
"""Copies of a workspace: made by SQLite, synced, opened and checked, and only then given their name."""

from __future__ import annotations

import errno
import os
import secrets
import sqlite3
from contextlib import ExitStack, closing
from pathlib import Path
from sqlite3 import Connection as Database
from typing import ClassVar

from evidencepack.errors import EvidencePackError, ExitCode
from evidencepack.paths.faults import cannot_write, refuse_lost
from evidencepack.paths.files import PART_SUFFIX, make_folders
from evidencepack.paths.platform import sync_folder
from evidencepack.store.checks import counts, refuse_absent, refuse_altered, refuse_foreign
from evidencepack.store.connection import connect
from evidencepack.store.faults import DamagedWorkspaceError, DiskFaultError, DiskFullError, damaged, told

_NOTHING_MADE = "Nothing was made."


class DamagedBackupError(EvidencePackError):
    """The backup does not hold together."""

    exit_code: ClassVar[ExitCode] = ExitCode.BAD_WORKSPACE


class WorkspaceExistsError(EvidencePackError):
    """A new workspace was asked for where there is a file already."""

    exit_code: ClassVar[ExitCode] = ExitCode.CANNOT_WRITE


def refuse_unmakeable(path: Path) -> None:
    """Refuse to make a workspace in the place of a file, or where there is no folder."""
    refuse_lost(path, kept=_NOTHING_MADE)
    _refuse_existing(path)


def _refuse_existing(path: Path) -> None:
    # Also a link to nowhere is in the way; and unlike Path.exists this never fails, however long the name.
    if os.path.lexists(path):
        raise WorkspaceExistsError(f"“{path}” exists already. It was not changed. Choose a new name.")


def back_up(db: Database, folder: Path, *, workspace: Path, time: str) -> Path:
    """Write a verified copy into a folder, named after the workspace and the time, and return its path.

    Args:
        db: the open workspace.
        folder: where to; made if only this last folder is not there.
        workspace: its file.
        time: ISO time in UTC.

    Raises:
        CannotWriteError: the folder cannot be written; nothing stays in it.
        DamagedWorkspaceError: the workspace does not agree with its own history, so no backup was kept.
    """
    kept = "No copy was made; the workspace is as it was."
    refuse_lost(folder, kept=kept)
    stamp = time.partition(".")[0].replace("-", "").replace(":", "") + "Z"
    target = folder / f"{workspace.stem}-{stamp}{workspace.suffix}"
    again = 1
    while target.exists():
        again += 1
        target = folder / f"{workspace.stem}-{stamp}-{again}{workspace.suffix}"
    copy_verified(db, target, source=workspace, kept=kept)
    return target


def restore(backup: Path, new_file: Path) -> None:
    """Make a workspace from a backup, in a new file; both are checked."""
    refuse_absent(backup)
    refuse_unmakeable(new_file)
    try:
        with told(backup), closing(connect(backup, writing=False)) as db:
            refuse_foreign(db, backup)
            refuse_altered(db, backup)
            copy_verified(db, new_file, source=backup, kept=_NOTHING_MADE)
    except DamagedWorkspaceError as error:
        raise DamagedBackupError(
            f"The backup “{backup}” is damaged. {_NOTHING_MADE} Restore another backup, the next older one. "
            f"(Found: {error.what}.)"
        ) from error


def put_in_place(backup: Path, file: Path) -> None:
    """Put a backup that passes its checks in the place of a workspace file that nobody has open.

    Raises:
        EvidencePackError: as for ``restore``; the file is as it was.
    """
    refuse_absent(backup)
    staged = file.with_name(f".{secrets.token_hex(8)}{PART_SUFFIX}")
    restore(backup, staged)
    try:
        # What a killed program left of its last save belongs to the file that goes.
        file.with_name(f"{file.name}-journal").unlink(missing_ok=True)
        staged.replace(file)
        sync_folder(file.parent)
    except OSError as error:
        staged.unlink(missing_ok=True)
        raise cannot_write(file, error, kept="The workspace is as it was.") from error


def copy_verified(db: Database, target: Path, *, source: Path, kept: str) -> None:
    """Copy an open workspace to a new file; it gets its name only when it has been read back and agrees.

    Args:
        db: the open workspace.
        target: the new file.
        source: what damage is laid at the door of.
        kept: the sentence that says what is as it was when no copy could be written.
    """
    part = target.with_name(f".{secrets.token_hex(8)}{PART_SUFFIX}")
    try:
        with ExitStack() as undo:
            make_folders(target.parent, undo)
            part.touch(exist_ok=False)
            undo.callback(part.unlink, missing_ok=True)
            with told(source):
                _copy(db, part)
                _check(part, db, source)
            # Only fails, rather than replaces, on Windows; elsewhere the check above is the guard.
            _refuse_existing(target)
            part.rename(target)
            undo.pop_all()
        sync_folder(target.parent)
    except (DiskFullError, DiskFaultError) as error:
        code = errno.ENOSPC if isinstance(error, DiskFullError) else errno.EIO
        raise cannot_write(target, OSError(code, os.strerror(code)), kept=kept) from error
    except OSError as error:
        raise cannot_write(target, error, kept=kept) from error


def _copy(db: Database, part: Path) -> None:
    with closing(sqlite3.connect(part)) as copy:
        # The copy is thrown away if anything fails, so it needs no journal of its own.
        copy.execute("PRAGMA journal_mode = OFF")
        db.backup(copy)
    with part.open("rb+") as file:
        os.fsync(file.fileno())


def _check(part: Path, db: Database, source: Path) -> None:
    with closing(connect(part, writing=False)) as copy:
        refuse_foreign(copy, source)
        refuse_altered(copy, source)
        if counts(copy) != counts(db):
            raise damaged(source, "a copy of it does not hold what it holds")
