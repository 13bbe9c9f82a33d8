# SPDX-License-Identifier: MPL-2.0
"""How a child is started and ended on each system: with pipes, without a console, and never left behind."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

if sys.platform == "win32":
    from contextlib import ExitStack

    from evidencepack.guard.job import Job
else:
    import signal

GUARDED_CHILD = "--guarded-child"
"""The argument with which a program that brings its own Python along starts itself as a child."""


WORKER = "--worker"
"""The same for a worker, which does long work of the program's own."""

_SPEAKING = "evidencepack.exe"


class Child:
    """A child that waits for its request. End it, whatever happens."""

    if sys.platform == "win32":

        def __init__(self, *, megabytes: int) -> None:
            self._job = Job(megabytes=megabytes)
            with ExitStack() as undo:
                undo.callback(self._job.end)
                self.process = _popen(subprocess.CREATE_NO_WINDOW)
                undo.callback(self.process.kill)
                self._job.take_in(self.process.pid)
                undo.pop_all()

        def end(self) -> None:
            """Kill the child and whatever it may have started, and wait until it is gone."""
            self._job.end()
            self.process.wait()

    else:

        def __init__(self, *, megabytes: int) -> None:
            del megabytes  # the child limits itself
            self.process = _popen(0)

        def end(self) -> None:
            """Kill the child and whatever it may have started, and wait until it is gone."""
            if self.process.returncode is None:
                # Also one that has ended has its number until it is waited for, so nobody else is hit.
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


def command(kind: str = GUARDED_CHILD) -> list[str]:
    """Return the words that start a child: the same Python with the same places of modules, or the frozen program."""
    if getattr(sys, "frozen", False):
        # Windows: the program with the window has no standard streams to serve by; the one beside it has.
        return [str(Path(sys.executable).with_name(_SPEAKING)) if sys.platform == "win32" else sys.executable, kind]
    # Windows: the python.exe of a virtual environment only starts another one.
    python = getattr(sys, "_base_executable", sys.executable) if sys.platform == "win32" else sys.executable
    places = [str(Path(place).absolute()) for place in sys.path]
    return [python, "-I", "-S", "-B", str(Path(__file__).with_name("__main__.py")), json.dumps(places), kind]


def started_worker() -> subprocess.Popen[bytes]:
    """Start a worker that waits for its request; what it says on standard error goes where ours does.

    Raises:
        OSError: if the system gives no process.
    """
    flags, pipe = 0, subprocess.PIPE
    if sys.platform == "win32":
        flags = subprocess.CREATE_NO_WINDOW | subprocess.BELOW_NORMAL_PRIORITY_CLASS
    return subprocess.Popen(command(WORKER), stdin=pipe, stdout=pipe, creationflags=flags)  # noqa: S603 - ours


def ended(process: subprocess.Popen[bytes]) -> None:
    """See to it that a worker is gone, and its pipes with it."""
    process.kill()
    for pipe in (process.stdout, process.stdin):
        if pipe is not None:
            with suppress(OSError):
                pipe.close()
    process.wait()


def _popen(flags: int) -> subprocess.Popen[bytes]:
    pipe = subprocess.PIPE
    return subprocess.Popen(  # noqa: S603 - words of ours, no shell
        command(), stdin=pipe, stdout=pipe, stderr=pipe, creationflags=flags, start_new_session=sys.platform != "win32"
    )
