# SPDX-License-Identifier: MPL-2.0
"""The one module that knows which operating system this is."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import sys
from pathlib import Path

if sys.platform == "win32":
    import ctypes
    import msvcrt
else:
    import fcntl

# Windows: access denied, sharing violation, lock violation (System Error Codes 5, 32, 33).
_WINDOWS_IN_USE = frozenset({5, 32, 33})
_POSIX_IN_USE = frozenset({errno.EBUSY, errno.ETXTBSY})


HAS_MENU_BAR = sys.platform == "darwin"
"""Whether the system has one menu bar for all programs, as a Mac does. Elsewhere a button unfolds the menu."""


LONGEST_PATH = 259 if sys.platform == "win32" else 0
"""How many characters the path of a file may have: what Explorer, Word and browsers take (MAX_PATH without its last
zero). 0: the system itself says when a path is too long for it."""

_ASKS_TO_END = frozenset({"SIGTERM", "SIGINT", "SIGHUP", "SIGBREAK"})
ENDING = tuple(one for one in signal.Signals if one.name in _ASKS_TO_END)
"""The signals by which this system asks a program to end; Windows asks windows by messages besides."""


def let_others_come_forward() -> None:
    """Let another process of ours put its window in front: on Windows only the one that was started last may do so."""
    if sys.platform == "win32":
        ctypes.windll.user32.AllowSetForegroundWindow(-1)


def sync_folder(folder: Path) -> None:
    """Make renames inside the folder last through a power cut. Windows offers no such call and needs none."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        # Some network folders cannot sync a folder; the files in it are synced already.
        if error.errno != errno.EINVAL:
            raise
    finally:
        os.close(descriptor)


def in_use(error: OSError) -> bool:
    """Whether a replace failed because another program holds the file open."""
    return getattr(error, "winerror", None) in _WINDOWS_IN_USE or error.errno in _POSIX_IN_USE


def try_lock(descriptor: int) -> bool:
    """Lock an open file unless somebody else has; the lock ends when the file is closed or its process dies.

    Returns:
        Whether it is locked now; also False where the disk knows no locks, as some network folders do not.
    """
    try:
        if sys.platform == "win32":
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def office_program() -> Path | None:
    """Return the program of LibreOffice on this machine, if it has one.

    Windows and macOS put it where its installer does; elsewhere it is a command.
    """
    if sys.platform == "win32":
        folders = {os.environ.get(name, "") for name in ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)")}
        places = [Path(folder, "LibreOffice", "program", "soffice.exe") for folder in sorted(folders) if folder]
    elif sys.platform == "darwin":
        places = [
            Path(folder, "LibreOffice.app", "Contents", "MacOS", "soffice")
            for folder in ("/Applications", Path.home() / "Applications")
        ]
    else:
        places = [Path(found) for name in ("soffice", "libreoffice") if (found := shutil.which(name))]
    return next((place for place in places if place.is_file()), None)
