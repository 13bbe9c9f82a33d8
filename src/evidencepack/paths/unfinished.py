# SPDX-License-Identifier: MPL-2.0
"""Notes on exports that are under way, in the person's own folder: the next start finds the ones that never ended."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from evidencepack.errors import EvidencePackError
from evidencepack.paths.platform import try_lock
from evidencepack.paths.workspace import exports_under_way

if TYPE_CHECKING:
    from evidencepack.paths.staging import End

_SUFFIX = ".json"
_MIXED = "Its files are of two exports: send none of them. To start the program again, or to export, puts that right."


class Note:
    """A note that an export goes on, locked while its process lives. Without one, only its folder tells of it."""

    def __init__(self, folder: Path, staging: Path, made: Sequence[Path]) -> None:
        said = {"folder": str(folder), "staging": str(staging), "made": [str(one) for one in made]}
        self._file: BinaryIO | None = None
        self._staging = staging
        # A person whose own folder is full or not to be written exports all the same.
        with suppress(OSError):
            place = exports_under_way()
            place.mkdir(parents=True, exist_ok=True)
            self._path = place / f"{os.urandom(8).hex()}{_SUFFIX}"
            with ExitStack() as unless_written:
                file = unless_written.enter_context(self._path.open("xb"))
                try_lock(file.fileno())
                # Whoever finds no words yet leaves it alone: they come once it is locked.
                file.write(json.dumps(said).encode())
                file.flush()
                os.fsync(file.fileno())
                unless_written.pop_all()
                self._file = file

    def remove(self) -> None:
        """Take the note away: the export ended, one way or the other. It stays as long as anything of it lies about."""
        if self._file is not None:
            self._file.close()
            with suppress(OSError):
                if not self._staging.exists():
                    self._path.unlink()


class Outcome(NamedTuple):
    """What came of an export that had been cut short, in a sentence; whether its folder is of one export now."""

    words: str
    is_whole: bool


def put_all_right() -> Iterator[Outcome]:
    """Put right what exports left whose program was killed, or whose power went; yield what came of each.

    What a living program works on is left alone, and what lies on a disk that is not there waits for it. Where
    the notes may not be read, the folder of an export still tells of it.
    """
    for note in _notes(exports_under_way()):
        with suppress(OSError):
            yield from _from_note(note)


def _notes(place: Path) -> list[Path]:
    try:
        return sorted(one for one in place.iterdir() if one.suffix == _SUFFIX)
    except OSError:
        return []


def _from_note(note: Path) -> Iterator[Outcome]:
    from evidencepack.paths.faults import cannot_write
    from evidencepack.paths.journal import MovingError
    from evidencepack.paths.staging import put_right  # a start that finds no note is to be quick

    with note.open("rb+") as file:
        said = _read(file) if try_lock(file.fileno()) else None
        if said is None or not said[0].parent.is_dir():
            return
        folder, staging, made = said
        try:
            end = put_right(folder, staging) if staging.is_dir() else None
        except EvidencePackError as error:
            yield Outcome(error.message, is_whole=False)
            return
        except MovingError as error:
            yield Outcome(cannot_write(error.path, error.why, kept=_MIXED).message, is_whole=False)
            return
        for one in reversed(made):
            # Made for that export, and nothing was ever put into it; or something was, and it stays.
            with suppress(OSError):
                one.rmdir()
    note.unlink()
    if end is not None:
        yield Outcome(_told(folder, end), is_whole=True)


def _read(file: BinaryIO) -> tuple[Path, Path, list[Path]] | None:
    try:
        said = json.loads(file.read())
        return Path(said["folder"]), Path(said["staging"]), [Path(one) for one in said["made"]]
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _told(folder: Path, end: End) -> str:
    return f"An export into “{folder}” was cut short. {end.value}"
