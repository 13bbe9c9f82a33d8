# SPDX-License-Identifier: MPL-2.0
"""A folder of files put in place together: all of them, or none."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import Self

from evidencepack.paths import platform
from evidencepack.paths.faults import CannotWriteError, cannot_write, refuse_lost
from evidencepack.paths.files import make_folders, missing_folders, write_synced
from evidencepack.paths.journal import MARK, NEW, Journal, MovingError, Step, digest, free_beside
from evidencepack.paths.names import is_legal_name
from evidencepack.paths.staging import Staging, staging_in, sweep
from evidencepack.paths.unfinished import Note

_KEPT = "The folder is as it was before."
MIXED = f"Its files are of two exports, as “{MARK}” says: send none of them before the next export puts that right."
"""What is said where files could neither be moved in nor put back."""


def refuse_unfit(folder: Path) -> None:
    """Refuse a folder to write into that is a file, or would stand in a folder that is not there.

    Raises:
        CannotWriteError: nothing was made.
    """
    refuse_lost(folder, kept="Nothing was written.")
    if os.path.lexists(folder) and not folder.is_dir():
        raise CannotWriteError(f"“{folder}” is a file, not a folder. Nothing was written. Choose a folder.")


def put_folder_right(folder: Path) -> None:
    """Finish or take back what an export into this folder left that was cut short.

    Raises:
        CannotWriteError: neither can be done.
    """
    try:
        sweep(folder)
    except MovingError as error:
        raise cannot_write(error.path, error.why, kept=MIXED) from error
    except OSError as error:
        raise cannot_write(folder, error, kept=_KEPT) from error


class FolderWriter:
    """Collects the files of an export in a hidden folder, then moves them in together at the end of ``with``.

    Files already in the folder that the export does not write stay, unless they are named in ``remove``. One that it
    does write, and that is named in ``keep``, stays beside the new one under another name; ``kept`` says which, by the
    name it had. When any step fails, also the last, the folder is put back as it was and the hidden folder is removed.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._undo = ExitStack()
        self._staging: Staging
        self._note: Note
        self._names: dict[str, PurePosixPath] = {}
        self._removed: list[PurePosixPath] = []
        self._keeping: set[PurePosixPath] = set()
        self.kept: dict[str, str] = {}

    def __enter__(self) -> Self:
        refuse_unfit(self._folder)
        put_folder_right(self._folder)
        try:
            with ExitStack() as undo:
                note = Note(self._folder, staging := staging_in(self._folder), missing_folders(self._folder))
                undo.callback(note.remove)
                make_folders(self._folder, undo)
                self._staging = Staging(staging)
                self._undo, self._note = undo.pop_all(), note
        except OSError as error:
            raise cannot_write(self._folder, error, kept=_KEPT) from error
        return self

    def write(self, name: str, data: bytes) -> None:
        """Add a file by its name inside the folder, with ``/`` between folders.

        Raises:
            CannotWriteError: the disk is full or cannot be written; the folder is as it was.
            ValueError: a name that is not legal on every system, or comes twice (letter case does not count).
        """
        path = self._claim(name)
        target = self._staging.path / NEW / path
        self._refuse_long(target, path)
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            write_synced(target, data)
        except OSError as error:
            raise cannot_write(self._folder / path, error, kept=_KEPT) from error

    def _refuse_long(self, target: Path, path: PurePosixPath) -> None:
        over = len(str(target.absolute())) - platform.LONGEST_PATH
        if platform.LONGEST_PATH and over > 0:
            raise CannotWriteError(
                f"“{self._folder / path}” could not be written: while it is, its path is {over} characters longer than "
                f"Windows takes. {_KEPT} Choose a folder whose path is shorter, then try again."
            )

    def remove(self, name: str) -> None:
        """Take a file of an earlier export out of the folder, unless this export writes it again."""
        self._removed.append(_checked(name))

    def keep(self, name: str) -> None:
        """Keep a file that is not ours beside the new one of its name."""
        self._keeping.add(_checked(name))

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        with self._undo:
            self._undo.callback(self._staging.remove)
            if error is None:
                self._move_in()
                self._undo.pop_all()
                self._staging.remove()
                self._note.remove()

    def _claim(self, name: str) -> PurePosixPath:
        path = _checked(name)
        if name.casefold() in self._names:
            raise ValueError(f"{name} is written twice")
        self._names[name.casefold()] = path
        return path

    def _move_in(self) -> None:
        try:
            journal = Journal(self._folder, self._staging.path, tuple(self._steps()), tuple(self._new_folders()))
            journal.hold()
        except OSError as error:
            raise cannot_write(self._folder, error, kept=_KEPT) from error
        try:
            self.kept = journal.forward()
            journal.end()
        except MovingError as error:
            self._take_back(journal)
            raise cannot_write(error.path, error.why, kept=_KEPT) from error
        except BaseException:
            self._take_back(journal)
            raise

    def _take_back(self, journal: Journal) -> None:
        try:
            journal.backward()
        except MovingError as error:
            # The next export, or the next start, puts it right with what lies in the hidden folder.
            self._undo.pop_all()
            self._staging.close()
            self._note.remove()
            raise cannot_write(error.path, error.why, kept=MIXED) from error

    def _steps(self) -> Iterator[Step]:
        """Yield what is to be done, the list of the files last."""
        for path in self._removed:
            if str(path).casefold() not in self._names and (old := digest(self._folder / path)):
                yield Step(str(path), "", old)
        for path in self._names.values():
            old = digest(self._folder / path)
            beside = str(free_beside(self._folder, path)) if old and path in self._keeping else ""
            yield Step(str(path), digest(self._staging.path / NEW / path), old, beside)

    def _new_folders(self) -> Iterator[str]:
        inside = dict.fromkeys(parent for path in self._names.values() for parent in path.parents)
        yield from (str(one) for one in inside if not (self._folder / one).exists())


def replace_folder(
    folder: Path, files: Mapping[str, bytes], *, remove: Iterable[str] = (), keep: Iterable[str] = ()
) -> Mapping[str, str]:
    """Put all the files into the folder, or none; return what files that were kept are called now, by their old names.

    Args:
        folder: made when it does not exist, but not the folders that it would stand in.
        files: content by name inside the folder, with ``/`` between folders.
        remove: names from an earlier export that should go unless they are written again.
        keep: names of files that are written, where what is there now is somebody's own and stays beside.

    Raises:
        CannotWriteError: the folder is as it was; the message says why.
    """
    with FolderWriter(folder) as writer:
        for name in remove:
            writer.remove(name)
        for name in keep:
            writer.keep(name)
        for name, data in files.items():
            writer.write(name, data)
    return writer.kept


def _checked(name: str) -> PurePosixPath:
    if not all(is_legal_name(part) for part in name.split("/")):
        raise ValueError(f"{name!r} is not a name that every system accepts")
    return PurePosixPath(name)
