# SPDX-License-Identifier: MPL-2.0
"""What an export is about to move, on disk before the first file moves: so that it can be finished, or taken back.

The new files stand in a hidden folder under ``NEW``, and second names of those they take the place of under ``OLD``.
Both ways look at what is there, not at how far anybody got: each can be cut short at any moment and begun again.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from itertools import count
from pathlib import Path, PurePosixPath

from evidencepack.paths.faults import CannotWriteError
from evidencepack.paths.files import write_synced
from evidencepack.paths.names import is_legal_name, legal_name
from evidencepack.paths.platform import sync_folder

NEW, OLD = "new", "old"
"""Folders in the hidden one."""

MARK = "EXPORT NOT FINISHED.txt"
"""A file that stands in a folder while its files are of two exports, for whoever looks at it after the power went."""

_JOURNAL, _DONE = "journal.json", "done.json"
_SAID = (
    b"Some of the files in this folder are of a new export, and some of the one before it. Do not send any of them.\r\n"
    b"Start evidencepack, or export again: that puts the folder right and takes this note away.\r\n"
)


@dataclass(frozen=True, slots=True)
class Step:
    """A file that is put, or goes: its name in the folder, SHA-256 of the new one (empty: it goes) and of the old one.

    ``old`` is empty where there is none. ``beside`` is the name under which an old one stays that is somebody's own.
    """

    name: str
    new: str
    old: str
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Journal:
    """What moves between a folder and the hidden one in it. ``made`` are folders inside that are not there yet."""

    folder: Path
    staging: Path
    steps: tuple[Step, ...]
    made: tuple[str, ...] = ()

    def hold(self) -> None:
        """Give each old file a second name, and write down what will be done. From then on nothing can be lost."""
        held = [self.staging / OLD / step.name for step in self.steps if step.old]
        for step in self.steps:
            if step.old:
                self._hold(self.folder / step.name, self.staging / OLD / step.name)
        for folder in _folders([*held, *(self.staging / NEW / step.name for step in self.steps if step.new)]):
            sync_folder(folder)
        said = {"steps": [asdict(step) for step in self.steps], "made": self.made}
        # A journal that was cut short is none: it gets its name when it is whole.
        half = self.staging / f"{_JOURNAL}.half"
        write_synced(half, json.dumps(said).encode())
        half.replace(self.staging / _JOURNAL)
        sync_folder(self.staging)

    @property
    def is_sound(self) -> bool:
        """Whether the new files that are still to move are those that were written."""
        files = ((self.staging / NEW / step.name, step.new) for step in self.steps if step.new)
        return all(digest(file) in {"", new} for file, new in files)

    def forward(self) -> dict[str, str]:
        """Move everything that is still to move; return what files that were kept are called now, by their old names.

        Raises:
            MovingError: with the file that could not be moved.
        """
        kept, at = dict[str, str](), self.folder / MARK
        try:
            self._mark()
            for step in self.steps:
                at = self.folder / step.name
                if step.new and (self.staging / NEW / step.name).is_file():
                    beside = self._put(step)
                    kept |= {step.name: beside} if beside else {}
                elif not step.new and step.old and digest(at) == step.old:
                    at.unlink()
        except OSError as error:
            raise MovingError(at, error) from error
        return kept

    def end(self) -> None:
        """Wait until the disk has all of it; then take away folders that nothing is left in, and the note.

        Raises:
            MovingError: what is not on the disk for certain, or cannot be taken away.
        """
        for folder in _folders(self.folder / step.name for step in self.steps):
            try:
                if folder.is_dir():
                    sync_folder(folder)
            except OSError as error:
                raise MovingError(folder, error) from error
        for step in self.steps:
            # An empty folder that stays does no harm.
            with suppress(OSError):
                if not step.new:
                    self._tidy((self.folder / step.name).parent)
        self._close()

    def _tidy(self, emptied: Path) -> None:
        while emptied != self.folder and emptied.is_dir() and not any(emptied.iterdir()):
            emptied.rmdir()
            emptied = emptied.parent

    def backward(self) -> None:
        """Put everything back as it was. Where even that fails for a file, its old one stays beside.

        Raises:
            CannotWriteError: an old file stands beside its place under another name.
            MovingError: a file could not be put back, and all that is needed to try again is kept.
        """
        lost: CannotWriteError | MovingError | None = None
        for step in reversed(self.steps):
            try:
                self._put_back(step)
            except CannotWriteError as error:
                lost = lost or error
            except OSError as error:
                lost = MovingError(self.folder / step.name, error)
        for name in sorted(self.made, key=len, reverse=True):
            # Another program may have put something into it meanwhile; then it stays.
            with suppress(OSError):
                (self.folder / name).rmdir()
        if not isinstance(lost, MovingError):
            self._close()
        if lost:
            raise lost

    def _close(self) -> None:
        """Take the note away, and then what would have it written again.

        Raises:
            MovingError: the note cannot be removed.
        """
        mark = self.folder / MARK
        try:
            if mark.exists():
                mark.unlink()
        except OSError as error:
            raise MovingError(mark, error) from error
        # If it stays, it says to do what is done.
        with suppress(OSError):
            (self.staging / _JOURNAL).replace(self.staging / _DONE)

    def _mark(self) -> None:
        with (self.folder / MARK).open("wb") as file:
            file.write(_SAID)
            file.flush()
            os.fsync(file.fileno())

    def _put(self, step: Step) -> str:
        """Move one new file in; the old one is missing at no moment. Return what somebody's own is called now."""
        target, beside = self.folder / step.name, step.beside
        found = digest(target)
        if found == step.new:
            return ""
        if found not in {"", step.old}:
            # Somebody changed it after the power came back: what they did is theirs.
            beside = str(free_beside(self.folder, PurePosixPath(step.name)))
        if found and beside:
            self._hold(target, self.folder / beside)
        target.parent.mkdir(parents=True, exist_ok=True)
        (self.staging / NEW / step.name).replace(target)
        return beside if found else ""

    def _hold(self, present: Path, kept: Path) -> None:
        """Give a file a second name, if it has not got it yet, so that another one can replace it in one step."""
        kept.parent.mkdir(parents=True, exist_ok=True)
        if kept.exists():
            return
        try:
            os.link(present, kept)
        except OSError:
            # Memory sticks and some network folders have no second names; a copy does the same, slower.
            half = self.staging / f"{os.urandom(8).hex()}.half"
            shutil.copy2(present, half)
            with half.open("rb+") as file:
                os.fsync(file.fileno())
            half.replace(kept)

    def _put_back(self, step: Step) -> None:
        """Put one old file back, or take the new one away where there was none; the new one stays to be put again."""
        target, held, new = self.folder / step.name, self.staging / OLD / step.name, self.staging / NEW / step.name
        found = digest(target)
        if step.new and found == step.new != step.old:
            self._hold(target, new)
            _restore(held, target) if step.old else target.unlink()
        elif step.old and not found and held.is_file():
            _restore(held, target)
        if step.beside and digest(target) == step.old == digest(self.folder / step.beside):
            (self.folder / step.beside).unlink()


class MovingError(Exception):
    """A file could not be moved, for a reason of the operating system."""

    def __init__(self, path: Path, why: OSError) -> None:
        super().__init__(str(path), why)
        self.path, self.why = path, why


def read_journal(folder: Path, staging: Path) -> Journal | None:
    """Return what an export was about to move when it was cut short; None if it had not begun to.

    A journal may lie in a folder that others write to: one that speaks of any place outside the folder is none.
    """
    try:
        said = json.loads((staging / _JOURNAL).read_bytes())
        steps = tuple(
            Step(str(one["name"]), str(one["new"]), str(one["old"]), str(one["beside"])) for one in said["steps"]
        )
        made = tuple(map(str, said["made"]))
    except (OSError, ValueError, TypeError, KeyError):
        return None
    names = (*(step.name for step in steps), *(step.beside for step in steps if step.beside), *made)
    inside = all(is_legal_name(part) for name in names for part in name.split("/"))
    return Journal(folder, staging, steps, made) if inside else None


def has_ended(staging: Path) -> bool:
    """Whether an export was through with its folder, one way or the other, and only its hidden folder was left."""
    left = list(staging.iterdir())
    return not left or any(map(is_end, left))


def is_needed(staging: Path) -> bool:
    """Whether a hidden folder holds what it takes to finish an export, or to take it back."""
    return (staging / _JOURNAL).exists()


def forget(staging: Path) -> None:
    """Take away a journal that is not ours, or cannot be read: ours gets its name when it is whole."""
    with suppress(OSError):
        (staging / _JOURNAL).unlink()


def is_end(file: Path) -> bool:
    """Whether a file in a hidden folder says that nothing in it is needed any more."""
    return file.name == _DONE


def free_beside(folder: Path, path: PurePosixPath) -> PurePosixPath:
    """Return the first free name beside a file, for one that is kept."""
    for number in count(1):
        ending = f" (kept {number}){path.suffix}"
        beside = path.with_name(legal_name(path.stem, room=len(ending.encode())) + ending)
        if not os.path.lexists(folder / beside):
            return beside
    raise AssertionError("numbers do not end")


def digest(file: Path) -> str:
    """Return the SHA-256 of a file; empty if there is none.

    Raises:
        OSError: it is there, and cannot be read.
    """
    if not file.is_file():
        return ""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _restore(kept: Path, target: Path) -> None:
    """Undo a replace. Where even that fails, the old file stays beside under another name: it may be the only copy."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        kept.replace(target)
    except OSError as error:
        beside = kept.replace(target.with_name(f"{target.stem} (earlier){target.suffix}"))
        raise CannotWriteError(
            f"“{target}” could not be put back after the export failed. The earlier file is kept as “{beside.name}”. "
            "Close the programs that use this folder, then export again."
        ) from error


def _folders(files: Iterable[Path]) -> Iterator[Path]:
    yield from dict.fromkeys(file.parent for file in files)
