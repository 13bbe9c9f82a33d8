# SPDX-License-Identifier: MPL-2.0
"""The hidden folder that an export is collected in: locked while its process lives, swept up once it is dead."""

from __future__ import annotations

import shutil
import time
from contextlib import suppress
from pathlib import Path
from tempfile import mkdtemp
from typing import BinaryIO

from evidencepack.paths.files import PART_SUFFIX
from evidencepack.paths.platform import try_lock

_PREFIX = ".evidencepack-"
_LOCK = "lock"
# Seconds. Between making the folder and locking it nobody may take it for abandoned.
_MOMENT, _DAY = 2, 24 * 60 * 60


class Staging:
    """A hidden folder inside another one: the same disk and the same rights, even at the root of a memory stick."""

    def __init__(self, folder: Path) -> None:
        self.path = Path(mkdtemp(prefix=_PREFIX, suffix=PART_SUFFIX, dir=folder))
        try:
            self._lock: BinaryIO = (self.path / _LOCK).open("xb")
        except OSError:
            self.path.rmdir()
            raise
        try_lock(self._lock.fileno())

    def remove(self) -> None:
        """Remove it with all that is in it."""
        # Windows removes no file that is open.
        self._lock.close()
        shutil.rmtree(self.path)


def sweep(folder: Path) -> None:
    """Remove what exports into this folder left when they were killed or the power went."""
    for left in folder.glob(f"{_PREFIX}*{PART_SUFFIX}"):
        # Another export may be sweeping the same ones.
        with suppress(FileNotFoundError):
            age = time.time() - left.stat().st_mtime
            if (age > _MOMENT or _is_in_use_or_was(left)) and _is_abandoned(left, age):
                shutil.rmtree(left, ignore_errors=True)


def _is_in_use_or_was(left: Path) -> bool:
    """Whether there is anything in it but its lock: nobody puts anything in before the lock is taken."""
    return any(entry.name != _LOCK for entry in left.iterdir())


def _is_abandoned(left: Path, age: float) -> bool:
    """Whether its process is dead; where no lock can tell, whether a day has gone by."""
    try:
        with (left / _LOCK).open("rb+") as lock:
            return try_lock(lock.fileno()) or age > _DAY
    except OSError:
        return age > _DAY
