# SPDX-License-Identifier: MPL-2.0
"""The hidden folder that an export is collected in: locked while its process lives, put right once it is dead."""

from __future__ import annotations

import os
import shutil
import time
from contextlib import ExitStack, suppress
from enum import Enum
from pathlib import Path
from typing import BinaryIO

from evidencepack.paths.files import PART_SUFFIX
from evidencepack.paths.journal import (
    NEW,
    OLD,
    Journal,
    MovingError,
    forget,
    has_ended,
    is_end,
    is_needed,
    read_journal,
)
from evidencepack.paths.platform import try_lock

_PREFIX = ".evidencepack-"
_LOCK = "lock"
# Seconds. Between making the folder and locking it nobody may take it for abandoned.
_MOMENT, _MINUTE, _DAY = 2, 60, 24 * 60 * 60


def staging_in(folder: Path) -> Path:
    """Return a name for a hidden folder inside another one that no other export has."""
    return folder / f"{_PREFIX}{os.urandom(8).hex()}{PART_SUFFIX}"


class Staging:
    """A hidden folder inside another one: the same disk and the same rights, even at the root of a memory stick."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.path.mkdir(mode=0o700)
        try:
            self._lock: BinaryIO = (self.path / _LOCK).open("xb")
        except OSError:
            self.path.rmdir()
            raise
        try_lock(self._lock.fileno())

    def close(self) -> None:
        """Let go of it, for another process to put right."""
        self._lock.close()

    def remove(self) -> None:
        """Remove it with all that is in it; what cannot be removed now is swept up later."""
        # Windows removes no file that is open.
        self.close()
        _remove(self.path)


def sweep(folder: Path) -> None:
    """Put right what exports into this folder left when they were killed or the power went, and remove it.

    Raises:
        MovingError: the folder is between two exports, and neither can be made whole.
    """
    for left in sorted(folder.glob(f"{_PREFIX}*{PART_SUFFIX}")):
        # Another export may be sweeping the same ones.
        with suppress(FileNotFoundError):
            age = time.time() - left.stat().st_mtime
            if age > _MOMENT or _is_in_use_or_was(left):
                put_right(folder, left, patience=_DAY - age)


class End(Enum):
    """What came of an export that was cut short, in words."""

    NOTHING_CHANGED = "Nothing had been changed there. Export again."
    FINISHED = "It is finished now: all its files are there."
    TAKEN_BACK = "The files from before it are back. Export again."


def put_right(folder: Path, staging: Path, *, patience: float = 0.0) -> End | None:
    """Finish an export that nobody works on any more if all its files are there; else take it back.

    Args:
        folder: where it went to.
        staging: its hidden folder.
        patience: for how many more seconds it counts as alive where no lock can tell.

    Returns:
        None if somebody still works on it, or if it had ended and nothing but the hidden folder was left.

    Raises:
        MovingError: neither can be done: a file is open elsewhere or may not be written. All that is needed stays.
        CannotWriteError: as for ``Journal.backward``.
    """
    with ExitStack() as opened:
        if not _is_abandoned(staging, patience, opened):
            return None
        end = None if has_ended(staging) else _ended(read_journal(folder, staging))
        if end is End.NOTHING_CHANGED:
            forget(staging)
    _remove(staging)
    return end


def _remove(staging: Path) -> None:
    """Remove a hidden folder; what says that it is needed no more goes last. One that is still needed stays."""
    if is_needed(staging):
        return
    for name in (NEW, OLD):
        shutil.rmtree(staging / name, ignore_errors=True)
    with suppress(OSError):
        for one in sorted(staging.iterdir(), key=is_end):
            one.unlink()
        staging.rmdir()


def _ended(journal: Journal | None) -> End:
    if journal is None:
        return End.NOTHING_CHANGED
    if journal.is_sound:
        # What stands in the way may be gone by now; if not, the way back is still open.
        with suppress(MovingError):
            journal.forward()
            journal.end()
            return End.FINISHED
    journal.backward()
    return End.TAKEN_BACK


def _is_in_use_or_was(left: Path) -> bool:
    """Whether there is anything in it but its lock: nobody puts anything in before the lock is taken."""
    return any(entry.name != _LOCK for entry in left.iterdir())


def _is_abandoned(left: Path, patience: float, opened: ExitStack) -> bool:
    """Whether its process is dead: the lock is ours then, as long as ``opened`` is; or whether nothing can tell."""
    try:
        lock = opened.enter_context((left / _LOCK).open("rb+"))
    except FileNotFoundError:
        return patience <= (0 if any(left.iterdir()) else _DAY - _MINUTE)
    except OSError:
        return patience <= 0
    return try_lock(lock.fileno()) or patience <= 0
