# SPDX-License-Identifier: MPL-2.0
"""A folder of files put in place together: all of them, or none."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from itertools import count
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import Self

from evidencepack.paths.faults import CannotWriteError, cannot_write, refuse_lost
from evidencepack.paths.files import make_folders, write_synced
from evidencepack.paths.names import is_legal_name, legal_name
from evidencepack.paths.platform import sync_folder
from evidencepack.paths.staging import Staging, sweep

_NEW, _OLD = "new", "old"
_KEPT = "The folder is as it was before."


def refuse_unfit(folder: Path) -> None:
    """Refuse a folder to write into that is a file, or would stand in a folder that is not there.

    Raises:
        CannotWriteError: nothing was made.
    """
    refuse_lost(folder, kept="Nothing was written.")
    if os.path.lexists(folder) and not folder.is_dir():
        raise CannotWriteError(f"“{folder}” is a file, not a folder. Nothing was written. Choose a folder.")


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
        self._names: dict[str, PurePosixPath] = {}
        self._removed: list[PurePosixPath] = []
        self._keeping: set[PurePosixPath] = set()
        self.kept: dict[str, str] = {}

    def __enter__(self) -> Self:
        refuse_unfit(self._folder)
        try:
            with ExitStack() as undo:
                make_folders(self._folder, undo)
                sweep(self._folder)
                self._staging = Staging(self._folder)
                self._undo = undo.pop_all()
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
        try:
            target = self._staging.path / _NEW / path
            target.parent.mkdir(parents=True, exist_ok=True)
            write_synced(target, data)
        except OSError as error:
            raise cannot_write(self._folder / path, error, kept=_KEPT) from error

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

    def _claim(self, name: str) -> PurePosixPath:
        path = _checked(name)
        if name.casefold() in self._names:
            raise ValueError(f"{name} is written twice")
        self._names[name.casefold()] = path
        return path

    def _move_in(self) -> None:
        path = PurePosixPath()
        try:
            with ExitStack() as undo:
                for path in self._names.values():
                    if path in self._keeping:
                        self.kept[str(path)] = str(_keep_beside(self._folder, path, undo))
                    _put(self._folder, self._staging.path, path, undo)
                for path in self._removed:
                    if str(path).casefold() not in self._names:
                        _take(self._folder, self._staging.path, path, undo)
                for folder in {(self._folder / path).parent for path in self._names.values()}:
                    sync_folder(folder)
                undo.pop_all()
        except OSError as error:
            raise cannot_write(self._folder / path, error, kept=_KEPT) from error


def _keep_beside(folder: Path, path: PurePosixPath, undo: ExitStack) -> PurePosixPath:
    """Give a file a second name beside its first; return that name. The new file then takes the first one over."""
    beside = next(name for name in _names_beside(path) if not os.path.lexists(folder / name))
    _keep(folder / path, folder / beside)
    undo.callback((folder / beside).unlink)
    return beside


def _names_beside(path: PurePosixPath) -> Iterator[PurePosixPath]:
    for number in count(1):
        ending = f" (kept {number}){path.suffix}"
        yield path.with_name(legal_name(path.stem, room=len(ending.encode())) + ending)


def _put(folder: Path, staging: Path, path: PurePosixPath, undo: ExitStack) -> None:
    """Move one new file in. The old one is missing at no moment."""
    target = folder / path
    make_folders(target.parent, undo)
    present = target.is_file()
    if present:
        _keep(target, staging / _OLD / path)
    (staging / _NEW / path).replace(target)
    undo.callback(_put_back, staging / _OLD / path, target) if present else undo.callback(target.unlink)


def _take(folder: Path, staging: Path, path: PurePosixPath, undo: ExitStack) -> None:
    """Take one old file out."""
    target = folder / path
    if target.is_file():
        _keep(target, staging / _OLD / path)
        target.unlink()
        undo.callback(_put_back, staging / _OLD / path, target)


def _keep(present: Path, kept: Path) -> None:
    """Hold on to the old file under a second name, so that the new one can replace it in one step."""
    kept.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(present, kept)
    except OSError:
        # Memory sticks and some network folders have no second names; a copy does the same, slower.
        shutil.copy2(present, kept)


def _put_back(kept: Path, target: Path) -> None:
    """Undo a replace. Where even that fails, the old file stays beside under another name: it may be the only copy."""
    try:
        kept.replace(target)
    except OSError as error:
        beside = kept.replace(target.with_name(f"{target.stem} (earlier){target.suffix}"))
        raise CannotWriteError(
            f"“{target}” could not be put back after the export failed. The earlier file is kept as “{beside.name}”. "
            "Close the programs that use this folder, then export again."
        ) from error


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
