# SPDX-License-Identifier: MPL-2.0
"""Reading words that a person wrote elsewhere: a file, or what comes in behind a command."""

from __future__ import annotations

from pathlib import Path
from typing import IO

from evidencepack.usecases.reading_files import UnreadableFileError, read_file

_MOST = 1024 * 1024


def read_text(path: Path) -> str:
    """Return the words of a text file in UTF-8.

    Raises:
        UnreadableFileError: if it cannot be read, is larger than 1 MB, or is no text.
    """
    return _decoded(read_file(path, most=_MOST), f"“{path}”")


def read_text_of(stream: IO[bytes], name: str) -> str:
    """Return the words that come in through a stream; ``name`` is what a message calls it. Raises as ``read_text``."""
    return _decoded(stream.read(_MOST + 1), name)


def _decoded(data: bytes, name: str) -> str:
    if len(data) > _MOST:
        raise UnreadableFileError(f"{name} is larger than 1 MB. Nothing was changed. Choose fewer words.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFileError(
            f"{name} is no text in UTF-8 (byte {error.start}). Nothing was changed. "
            "Save it as plain text in UTF-8 and try again."
        ) from error
