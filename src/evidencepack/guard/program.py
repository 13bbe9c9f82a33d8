# SPDX-License-Identifier: MPL-2.0
"""A program of somebody else, run on a file in a folder of its own, with limits, and ended with all it started."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from threading import Event

from evidencepack.guard.faults import CannotStartError, StoppedError, TookTooLongError

if sys.platform == "win32":
    from contextlib import ExitStack

    from evidencepack.guard.job import Job
else:
    import resource
    import signal

_MOST_PROCESSES = 20
_LOOK_EVERY = 0.05
_MEGABYTE = 1024 * 1024


def run_program(
    command: list[str],
    *,
    folder: Path,
    environment: Mapping[str, str],
    seconds: float,
    megabytes: int,
    stop: Event | None = None,
) -> int:
    """Run a program to its end and return its exit code; nothing that it started is left.

    Args:
        command: the program and its words; no shell sees them.
        folder: where it stands.
        environment: what it is told beside what this program was told.
        seconds: from its start to its end.
        megabytes: of memory for each of its processes (on Linux, of address space).
        stop: ends it soon after another thread sets it.

    Raises:
        CannotStartError: the system did not start it.
        TookTooLongError: it was ended.
        StoppedError: ``stop`` was set.
    """
    until = time.monotonic() + seconds
    try:
        running = _Program(command, folder, {**os.environ, **environment}, megabytes)
    except OSError as error:
        raise CannotStartError(error.strerror or type(error).__name__) from error
    try:
        while True:
            if stop is not None and stop.is_set():
                raise StoppedError
            if time.monotonic() > until:
                raise TookTooLongError(seconds)
            with suppress(subprocess.TimeoutExpired):
                return running.process.wait(_LOOK_EVERY)
    finally:
        running.end()


class _Program:
    """A running program and its descendants."""

    if sys.platform == "win32":

        def __init__(self, command: list[str], folder: Path, environment: Mapping[str, str], megabytes: int) -> None:
            self._job = Job(megabytes=megabytes, processes=_MOST_PROCESSES)
            with ExitStack() as undo:
                undo.callback(self._job.end)
                self.process = _popen(command, folder, environment, subprocess.CREATE_NO_WINDOW)
                undo.callback(self.process.kill)
                self._job.take_in(self.process.pid)
                undo.pop_all()

        def end(self) -> None:
            """End all of it, and wait."""
            self._job.end()
            self.process.wait()

    else:

        def __init__(self, command: list[str], folder: Path, environment: Mapping[str, str], megabytes: int) -> None:
            self.process = _popen(command, folder, environment, 0)
            if sys.platform == "linux":
                # It starts others only after this, and they have its limits.
                with suppress(ProcessLookupError):
                    most = megabytes * _MEGABYTE
                    resource.prlimit(self.process.pid, resource.RLIMIT_AS, (most, most))

        def end(self) -> None:
            """End all of it, and wait. A group whose first process is gone has its number until the last one is."""
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


def _popen(command: list[str], folder: Path, environment: Mapping[str, str], flags: int) -> subprocess.Popen[bytes]:
    nothing = subprocess.DEVNULL
    return subprocess.Popen(  # noqa: S603 - words of ours, no shell
        command,
        cwd=folder,
        env=dict(environment),
        stdin=nothing,
        stdout=nothing,
        stderr=nothing,
        creationflags=flags,
        start_new_session=sys.platform != "win32",
    )
