# SPDX-License-Identifier: MPL-2.0
"""What goes to a child and comes from it, on threads: a full pipe stops neither side for ever."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable
from contextlib import ExitStack, suppress
from threading import Event, Thread
from types import TracebackType
from typing import IO, Self

from evidencepack.guard.faults import StoppedError
from evidencepack.guard.starting import Child

MOST_ANSWER = 256 * 1024 * 1024
"""The longest answer that is listened to, in bytes."""

_MOST_HEARD = 4096
_AT_ONCE = 65536
_LOOK_EVERY = 0.1
_LEAVE = 2.0


class Talk:
    """One request to one child, and what it says. When the ``with`` block ends, however it ends, the child has too."""

    def __init__(self, child: Child, request: bytes) -> None:
        self.answer = b""
        """What came on standard output, none where it is longer than any answer."""
        self._heard = b""
        self._child = child
        pipes = child.process.stdin, child.process.stdout, child.process.stderr
        jobs = (lambda pipe: _tell(pipe, request)), self._take_answer, self._take_last_words
        self._threads = [_listener(pipe, job) for pipe, job in zip(pipes, jobs, strict=True)]

    def __enter__(self) -> Self:
        with ExitStack() as undo:
            undo.callback(self._child.end)
            for thread in self._threads:
                thread.start()
            undo.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._child.end()
        for thread in self._threads:
            # Its pipe ended with the child; a process that the child hid from us could hold it, and then the thread.
            thread.join(_LEAVE)

    @property
    def heard(self) -> str:
        """The end of what the child said on standard error."""
        return self._heard.decode("utf-8", errors="replace").strip()

    def exit_code(self, until: float, stop: Event | None) -> int | None:
        """Wait until all is said and the child has ended, and return how; None when the time is up before.

        Raises:
            StoppedError: if ``stop`` is set meanwhile.
        """
        for thread in self._threads:
            while thread.is_alive():
                if stop is not None and stop.is_set():
                    raise StoppedError
                if time.monotonic() > until:
                    return None
                # In short steps: on Windows, Ctrl-C is heard only between them.
                thread.join(_LOOK_EVERY)
        with suppress(subprocess.TimeoutExpired):
            return self._child.process.wait(max(0.0, until - time.monotonic()))
        return None

    def _take_answer(self, pipe: IO[bytes]) -> None:
        answer = pipe.read(MOST_ANSWER + 1)
        self.answer = answer if len(answer) <= MOST_ANSWER else b""

    def _take_last_words(self, pipe: IO[bytes]) -> None:
        while words := pipe.read(_AT_ONCE):
            self._heard = (self._heard + words)[-_MOST_HEARD:]


def _listener(pipe: IO[bytes] | None, job: Callable[[IO[bytes]], None]) -> Thread:
    def work() -> None:
        # A child that is gone takes and says nothing more: its exit code tells.
        with suppress(OSError), ExitStack() as closing:
            if pipe is not None:
                job(closing.enter_context(pipe))

    return Thread(target=work, daemon=True)


def _tell(pipe: IO[bytes], request: bytes) -> None:
    pipe.write(request)
