# SPDX-License-Identifier: MPL-2.0
"""Copies of a workspace: made by SQLite, synced, opened and checked, and only then given their name."""

from __future__ import annotations

import os
import secrets
import sqlite3
from contextlib import ExitStack, closing
from pathlib import Path
from typing import ClassVar

from sqlite_utils import Database

from evidencepack.errors import EvidencePackError, ExitCode
from evidencepack.paths.faults import cannot_write
from evidencepack.paths.files import PART_SUFFIX, make_folders
from evidencepack.paths.platform import sync_folder
from evidencepack.store.checks import counts, refuse_absent, refuse_altered, refuse_foreign
from evidencepack.store.connection import connect
from evidencepack.store.faults import damaged, told


class WorkspaceExistsError(EvidencePackError):
    """A new workspace was asked for where there is a file already."""

    exit_code: ClassVar[ExitCode] = ExitCode.CANNOT_WRITE


def refuse_existing(path: Path) -> None:
    """Refuse to make a workspace in the place of a file."""
    if path.exists():
        raise WorkspaceExistsError(f"“{path}” exists already. It was not changed. Choose a new name.")


def back_up(db: Database, folder: Path, *, name: str, time: str) -> Path:
    """Write a verified copy into a folder, named after the workspace and the time, and return its path.

    Args:
        db: the open workspace.
        folder: where to; made if it is not there.
        name: file name of the workspace.
        time: ISO time in UTC.

    Raises:
        CannotWriteError: the folder cannot be written; nothing stays in it.
        DamagedWorkspaceError: the workspace does not agree with its own history, so no backup was kept.
    """
    stamp = time.partition(".")[0].replace("-", "").replace(":", "") + "Z"
    stem, suffix = Path(name).stem, Path(name).suffix
    target = folder / f"{stem}-{stamp}{suffix}"
    again = 1
    while target.exists():
        again += 1
        target = folder / f"{stem}-{stamp}-{again}{suffix}"
    copy_verified(db, target)
    return target


def restore(backup: Path, new_file: Path) -> None:
    """Make a workspace from a backup, in a new file; both are checked."""
    refuse_absent(backup)
    refuse_existing(new_file)
    with told(backup), closing(connect(backup, writing=False)) as db:
        refuse_foreign(db, backup)
        refuse_altered(db, backup)
        copy_verified(db, new_file)


def copy_verified(db: Database, target: Path) -> None:
    """Copy an open workspace to a new file; it gets its name only when it has been read back and agrees."""
    part = target.with_name(f".{secrets.token_hex(8)}{PART_SUFFIX}")
    try:
        with ExitStack() as undo:
            make_folders(target.parent, undo)
            part.touch(exist_ok=False)
            undo.callback(part.unlink, missing_ok=True)
            with told(target):
                _copy(db, part)
                _check(part, db)
            # Only fails, rather than replaces, on Windows; elsewhere the check above is the guard.
            refuse_existing(target)
            part.rename(target)
            undo.pop_all()
        sync_folder(target.parent)
    except OSError as error:
        raise cannot_write(target, error, kept="No copy was made; the workspace is as it was.") from error


def _copy(db: Database, part: Path) -> None:
    with closing(sqlite3.connect(part)) as copy:
        # The copy is thrown away if anything fails, so it needs no journal of its own.
        copy.execute("PRAGMA journal_mode = OFF")
        db.conn.backup(copy)
    with part.open("rb+") as file:
        os.fsync(file.fileno())


def _check(part: Path, db: Database) -> None:
    with closing(connect(part, writing=False)) as copy:
        refuse_foreign(copy, part)
        refuse_altered(copy, part)
        if counts(copy) != counts(db):
            raise damaged(part, "the copy does not hold what the workspace holds")
