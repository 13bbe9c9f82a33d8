# SPDX-License-Identifier: MPL-2.0
"""Cuts an export short at each of its steps on the disk, one after the other, and looks at what that leaves.

``python cutting.py FOLDER FAULT LASTING EVERY``: the folder holds the files of an export and those of the next one, in
``old`` and ``new``. The next one is written in a child of this process, which has no threads, once for every step: a
file opened to be written, a folder made, a name given, changed or taken away. At its step the child is killed, or the
step fails as a disk or another program makes it fail. Python itself tells of each step (``sys.addaudithook``).
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import signal
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeAlias

from evidencepack.errors import EvidencePackError
from evidencepack.paths import unfinished
from evidencepack.paths.journal import MARK
from evidencepack.usecases.export_folder import write_export

Contents: TypeAlias = Mapping[str, bytes | None]

STEPS = frozenset({"os.mkdir", "os.rename", "os.link", "os.remove", "os.rmdir"})
FULL = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
NO_RIGHT = PermissionError(errno.EACCES, os.strerror(errno.EACCES))
SHARED = PermissionError(errno.EACCES, "The process cannot access the file")
SHARED.winerror = 32  # type: ignore[attr-defined,unused-ignore]
FAULTS: Mapping[str, OSError] = {"full": FULL, "no right": NO_RIGHT, "open elsewhere": SHARED}

_DONE, _SURVIVED, _REFUSED, _BROKEN = 0, 2, 3, 4


def ended_at(number: int, work: Callable[[], object], around: Path, fault: OSError | None, *, lasting: bool) -> str:
    """Run the work up to a step under a folder, in a child, and return how it ended.

    "killed" at that step where there is no fault, "refused: ..." with the sentence that it said, "survived" if it did
    its work all the same, "done" if there is no such step; anything else is how it broke.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        os._exit(_child(number, work, around, fault, writing, lasting=lasting))
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read().decode()
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return "killed" if os.WTERMSIG(status) == signal.SIGKILL else f"signal {os.WTERMSIG(status)}"
    code = os.WEXITSTATUS(status)
    return {_DONE: "done", _SURVIVED: "survived", _REFUSED: f"refused: {said}"}.get(code, f"broke: {said}")


def _child(
    number: int, work: Callable[[], object], around: Path, fault: OSError | None, writing: int, *, lasting: bool
) -> int:
    counting = Counting(number, str(around), fault, lasting=lasting)
    sys.addaudithook(counting)
    try:
        work()
    except EvidencePackError as error:
        os.write(writing, error.message.encode())
        return _REFUSED
    except BaseException as error:  # noqa: BLE001  whatever it is, the parent has to hear of it
        os.write(writing, repr(error).encode())
        return _BROKEN
    return _SURVIVED if counting.left <= 0 else _DONE


class Counting:
    """Counts steps down; at the last one the process is killed, or meets a fault."""

    def __init__(self, number: int, around: str, fault: OSError | None, *, lasting: bool) -> None:
        self.left = number
        self._around, self._fault, self._lasting = around, fault, lasting

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Be told of what Python does."""
        if not _is_step(event, arguments, self._around):
            return
        self.left -= 1
        if self.left == 0 or (self._lasting and self.left < 0):
            if self._fault is None:
                os.kill(os.getpid(), signal.SIGKILL)
            else:
                raise self._fault


def _is_step(event: str, arguments: tuple[Any, ...], around: str) -> bool:
    if event == "open":
        path, mode, flags = arguments
        writes = isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        return bool(mode and writes) and str(path).startswith(around)
    return event in STEPS and any(str(one).startswith(around) for one in arguments[:2])


def main(folder: Path, fault: str, *, lasting: bool, every: int) -> None:
    """Cut the export short at every so many steps; print what came of each, one JSON object on a line."""
    out, notes = folder / "work" / "out", folder / "work" / "notes"
    setattr(unfinished, "exports_under_way", lambda: notes)  # noqa: B010  a name that it does not give away
    # A process that is killed loses nothing by it, and it takes most of the time.
    setattr(os, "fsync", lambda _descriptor: None)  # noqa: B010
    old, new = _files(folder / "old"), _files(folder / "new")

    def ready() -> None:
        shutil.rmtree(folder / "work", ignore_errors=True)
        shutil.copytree(folder / "old", out)

    def write() -> None:
        write_export(out, new, listed_in="manifest.json")

    before = _contents(folder / "old")
    ready()
    write()
    after = _contents(out)
    for number in range(1, 5000, every):
        ready()
        ended = ended_at(number, write, out.parent, FAULTS.get(fault), lasting=lasting)
        at_once, said = _contents(out), [one.words for one in unfinished.put_all_right()]
        later, notes_left = _contents(out), len(list(notes.glob("*")))
        states = {"at once": _state(at_once, before, after), "later": _state(later, before, after)}
        told = {"number": number, "ended": ended, "said": said, "notes": notes_left, **states}
        sys.stdout.write(f"{json.dumps(told)}\n")
        sys.stdout.flush()  # what is still to be written when the child begins, it would write again
        if ended == "done":
            return
    raise AssertionError(f"no end of steps, with {len(old)} files")


def _files(folder: Path) -> dict[str, bytes]:
    """Return the files of an export by name, its list the last, as an export has them."""
    found = (one for one in sorted(folder.rglob("*.*")) if one.is_file())
    files = {one.relative_to(folder).as_posix(): one.read_bytes() for one in found}
    return {**files, "manifest.json": files.pop("manifest.json")}


def _contents(folder: Path) -> Contents:
    """Return what is in a folder, hidden things too: files with their bytes, folders with None."""
    every = sorted(folder.rglob("*"))
    return {one.relative_to(folder).as_posix(): one.read_bytes() if one.is_file() else None for one in every}


def _state(found: Contents, before: Contents, after: Contents) -> str:
    """Say whose a folder is: of the export before, of the new one, or said to be mixed; and whether more lies there."""
    seen = {name: data for name, data in found.items() if not name.startswith(".evidencepack-")}
    if MARK in seen:
        return "marked"
    whose = next((name for name, one in (("before", before), ("after", after)) if _same_files(seen, one)), "MIXED")
    empty = ", and an empty folder" if whose != "MIXED" and seen not in (before, after) else ""
    return f"{whose}{empty}" if seen == found else f"{whose}{empty}, and a hidden folder"


def _same_files(one: Contents, other: Contents) -> bool:
    ours, theirs = ({name: data for name, data in each.items() if data is not None} for each in (one, other))
    return ours == theirs


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], lasting=sys.argv[3] == "lasting", every=int(sys.argv[4]))
