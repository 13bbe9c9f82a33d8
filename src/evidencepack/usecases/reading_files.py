# SPDX-License-Identifier: MPL-2.0
"""Reading a file that a person named."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import ClassVar

from evidencepack.errors import EvidencePackError, ExitCode


class UnreadableFileError(EvidencePackError):
    """A file that a person named cannot be read."""

    exit_code: ClassVar[ExitCode] = ExitCode.BAD_INPUT


class MissingFileError(UnreadableFileError):
    """There is no file of that name."""

    exit_code: ClassVar[ExitCode] = ExitCode.NOT_FOUND


def read_file(path: Path, *, most: int) -> bytes:
    """Return the bytes of a file that a person named; of one that is larger than it may be, only one byte too many.

    Raises:
        MissingFileError: if it is not there.
        UnreadableFileError: if it is no plain file (a folder, a device, a pipe), or may not be read.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            what = "a folder" if path.is_dir() else "no plain file"
            raise UnreadableFileError(f"“{path}” is {what}. Nothing was changed. Choose a file.")
        with path.open("rb") as file:
            return file.read(most + 1)
    except FileNotFoundError as error:
        raise MissingFileError(f"There is no file “{path}”. Nothing was changed. Check the name.") from error
    except PermissionError as error:
        raise UnreadableFileError(
            f"“{path}” cannot be read: you may not, or another program keeps it to itself. Nothing was changed. "
            "Close it in other programs, or make a copy and choose that."
        ) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UnreadableFileError(f"“{path}” cannot be read: {reason}. Nothing was changed.") from error
