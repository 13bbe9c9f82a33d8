# SPDX-License-Identifier: MPL-2.0
"""Several files that somebody brings at once as annexes: each looked at, one after the other, none kept yet."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from evidencepack.errors import EvidencePackError
from evidencepack.guard.faults import StoppedError
from evidencepack.library.model import Field
from evidencepack.usecases.attaching import LockedAnnexError, Looked, look_at_file

MOST_TOGETHER = 200 * 1024 * 1024
"""So many bytes are brought at once: all of them are in memory until the last one was looked at."""

Told = Callable[[int, int, str], None]
"""``told(done, of, name)``: how many files were looked at, of how many, and which one is next."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What became of one file: as it can be kept, or why it cannot; ``locked``: it waits for its password."""

    path: Path
    looked: Looked | None = None
    problem: str = ""
    locked: bool = False


def look_at_files(
    files: Sequence[Path], field: Field, *, passwords: Mapping[Path, str], told: Told, stop: Event
) -> tuple[Brought, ...]:
    """Look at files for a question, in their order; ``passwords`` open those that are locked.

    Raises:
        StoppedError: ``stop`` was set.
    """
    found, room = list[Brought](), MOST_TOGETHER
    for number, file in enumerate(files):
        told(number, len(files), file.name)
        one = _looked_at(file, field, passwords.get(file, ""), stop)
        size = len(one.looked.file.data) if one.looked else 0
        if size > room:
            much = f"{MOST_TOGETHER // 1024**2} MB"
            one = Brought(file, problem=f"“{file.name}” is too much: more than {much} at once. Bring it by itself.")
        found.append(one)
        room -= size if one.looked else 0
    return tuple(found)


def _looked_at(file: Path, field: Field, password: str, stop: Event) -> Brought:
    try:
        return Brought(file, look_at_file(field, file, password=password, stop=stop))
    except StoppedError:
        raise
    except EvidencePackError as error:
        return Brought(file, problem=str(error), locked=isinstance(error, LockedAnnexError))
