# SPDX-License-Identifier: MPL-2.0
"""Whole files or none: write beside, sync, rename."""

from __future__ import annotations

import os
from contextlib import ExitStack, suppress
from pathlib import Path

from evidencepack.paths.faults import cannot_write
from evidencepack.paths.platform import sync_folder

PART_SUFFIX = ".part"


def write_synced(path: Path, data: bytes) -> None:
    """Write a new file and wait until the disk has it.

    Raises:
        OSError: as the operating system says it; what was written so far stays for the caller to remove.
    """
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def make_folders(folder: Path, undo: ExitStack) -> None:
    """Make a folder and those on the way to it; ``undo`` learns to remove each that was not there before."""
    if folder.is_dir():
        return
    make_folders(folder.parent, undo)
    folder.mkdir()
    undo.callback(_unmake, folder)


def missing_folders(folder: Path) -> list[Path]:
    """Return the folders that ``make_folders`` would make, the outermost first."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    return missing[::-1]


def _unmake(folder: Path) -> None:
    # Another program may have put something into it meanwhile; then it stays.
    with suppress(OSError):
        folder.rmdir()


def write_atomically(path: Path, data: bytes) -> None:
    """Write a file so that a reader sees the old content or the new, never a part of it.

    Folders on the way are made. The file is first written beside its place under a name of its own.

    Raises:
        CannotWriteError: nothing was changed; the message says why.
    """
    kept = "The old file is kept." if path.is_file() else "Nothing was written."
    part = path.with_name(f".{os.urandom(8).hex()}{PART_SUFFIX}")
    try:
        with ExitStack() as undo:
            make_folders(path.parent, undo)
            undo.callback(part.unlink, missing_ok=True)
            write_synced(part, data)
            part.replace(path)
            undo.pop_all()
        sync_folder(path.parent)
    except OSError as error:
        raise cannot_write(path, error, kept=kept) from error
