# SPDX-License-Identifier: MPL-2.0
"""Passwords of files, as nobody else sees them: from a file, from standard input, or typed without being shown.

None is an argument: those stand in the history of a shell, and every program can read them.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from getpass import getpass
from pathlib import Path
from typing import TypeVar

from evidencepack.cli.output import complain
from evidencepack.usecases.attaching import LockedAnnexError
from evidencepack.usecases.reading_files import read_file

T = TypeVar("T")

STANDARD_INPUT = Path("-")
_MOST_BYTES = 4096
_TRIES = 3
_HOW = "Write it into a file and name that with --password-file; with - it is read from standard input."


def with_password(do: Callable[[str], T], source: Path | None) -> T:
    """Do something with the password of a locked file: the one in a file, or one that the person types when asked.

    Nobody is asked where nobody sits, nor for a file that has no lock.

    Raises:
        LockedAnnexError: if the file is locked and no password opens it.
        UnreadableFileError: if the file with the password cannot be read.
    """
    if source is not None:
        return do(_in_file(source))
    try:
        return do("")
    except LockedAnnexError as error:
        if sys.stdin is None or not sys.stdin.isatty():
            raise LockedAnnexError(f"{error} {_HOW}") from error
        return _asking(do, error)


def _asking(do: Callable[[str], T], why: LockedAnnexError) -> T:
    for _ in range(_TRIES):
        complain(str(why))
        password = getpass("Password (it is not shown; nothing to give up): ")
        if not password:
            break
        try:
            return do(password)
        except LockedAnnexError as error:
            why = error
    raise why


def _in_file(source: Path) -> str:
    """Return the first line of a file, or of standard input."""
    if source == STANDARD_INPUT:
        data = sys.stdin.buffer.readline(_MOST_BYTES)
    else:
        data = read_file(source, most=_MOST_BYTES).partition(b"\n")[0]
    return data.decode("utf-8-sig", errors="replace").rstrip("\r\n")
