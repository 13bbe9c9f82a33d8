# SPDX-License-Identifier: MPL-2.0
"""Why a file could not be written, said to the person who asked for it."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import ClassVar

from evidencepack.errors import EvidencePackError, ExitCode
from evidencepack.paths.platform import in_use

_FULL = "the disk is full"
_NO_RIGHT = "you may not write there"
_LONG = "the name is too long"
_REASONS = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: "the file is too large for that disk",
    errno.EACCES: _NO_RIGHT,
    errno.EPERM: _NO_RIGHT,
    errno.EROFS: _NO_RIGHT,
    errno.ENOTDIR: "part of that path is a file, not a folder",
    errno.EEXIST: "part of that path is a file, not a folder",
    errno.EISDIR: "there is a folder of that name",
    errno.ENOENT: "that place does not exist",
    errno.ENAMETOOLONG: _LONG,
}
_ADVICE = {
    _FULL: "Free some space or choose another place, then try again.",
    _LONG: "Choose a shorter name, then try again.",
    _NO_RIGHT: "Choose a folder of your own, then try again.",
}


class CannotWriteError(EvidencePackError):
    """A file or folder could not be written. What was there before is still there."""

    exit_code: ClassVar[ExitCode] = ExitCode.CANNOT_WRITE


class MissingFolderError(CannotWriteError):
    """The folder that something should be put into is not there."""


def refuse_lost(place: Path, *, kept: str) -> None:
    """Refuse a file or folder to be made in a folder that is not there: a slip of the keyboard makes no folders.

    Raises:
        MissingFolderError: there is nothing of that name.
        CannotWriteError: it is a file, or may not be looked at.
    """
    folder = place.parent
    try:
        if folder.is_dir():
            return
        is_file = folder.exists()
    except OSError as error:
        raise cannot_write(place, error, kept=kept) from error
    if is_file:
        raise CannotWriteError(f"“{folder}” is a file, not a folder. {kept} Choose a folder.")
    raise MissingFolderError(f"There is no folder “{folder}”. {kept} Check the name, or make the folder first.")


def cannot_write(path: Path, error: OSError, *, kept: str) -> CannotWriteError:
    """Turn a fault of the operating system into the sentence for the person.

    Args:
        path: the file or folder that was asked for.
        error: what the operating system said.
        kept: the sentence that says what is still as it was.
    """
    if in_use(error):
        return CannotWriteError(f"“{path}” is open in another program. {kept} Close it there, then try again.")
    reason = _REASONS.get(error.errno or 0, error.strerror or type(error).__name__)
    advice = _ADVICE.get(reason, "Choose another place, then try again.")
    return CannotWriteError(f"“{path}” could not be written: {reason}. {kept} {advice}")
