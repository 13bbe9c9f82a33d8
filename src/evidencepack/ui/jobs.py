# SPDX-License-Identifier: MPL-2.0
"""Jobs on other threads. Whatever a job refers to begins and ends on the main thread.

Qt ends the process when a widget, a timer or a courier ends on a thread that is not its own, and Python lets a thing
end where it was needed last. So a thread is given no function, only a number: the job of that number is put down here,
and is taken away on the main thread once the other one has let go of it.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import count
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

T = TypeVar("T")

_NUMBERS = count(1)


class Job(Generic[T]):
    """A function that another thread runs, what came of it, and who is told on the main thread."""

    def __init__(self, call: Callable[[], T], told: Callable[[Job[T]], None] | None) -> None:
        self.number = next(_NUMBERS)
        self.future: Future[None] = Future()
        self._call, self._told = call, told
        self._made: list[T] = []
        self._error: BaseException | None = None

    def run(self) -> None:
        """Do it, on the other thread."""
        try:
            self._made.append(self._call())
        except BaseException as error:  # noqa: BLE001 - it is raised where somebody asks for the result
            self._error = _raised_below(error)

    def result(self) -> T:
        """Wait until it is done; return what it made, or raise what it raised."""
        self.future.result()
        if self._error is not None:
            raise self._error
        return self._made[0]

    def tell(self) -> None:
        """Tell who waits for it, if anybody still does."""
        if self._told is not None:
            self._told(self)

    def tell_nobody(self) -> None:
        """Have nobody told what comes of it."""
        self._told = None

    def forget(self) -> None:
        """Let go of what came of it: an error keeps everybody whom it went through, and they this."""
        self._told = self._error = None
        self._made.clear()


def _raised_below(error: BaseException) -> BaseException:
    """Return an error that no longer knows who called what raised it: the two would keep each other."""
    here = error.__traceback__
    return error.with_traceback(here.tb_next if here else None)


_JOBS: dict[int, Job[Any]] = {}
"""All jobs that a thread may still need. Only the main thread puts them down and takes them away."""


class _Bell(QObject):
    """Rings on the main thread when a job is done. It lives as long as the program: no thread can be its last."""

    rung = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.rung.connect(self._take_away, Qt.ConnectionType.QueuedConnection)

    @Slot(int)
    def _take_away(self, number: int) -> None:
        job = _JOBS.pop(number, None)
        if job is not None:
            try:
                job.tell()
            finally:
                job.forget()


_BELLS: list[_Bell] = []


class Threads:
    """A pool of threads: jobs are begun in the order in which they come, ``at_once`` so many beside each other."""

    def __init__(self, at_once: int, name: str) -> None:
        self._pool = ThreadPoolExecutor(at_once, thread_name_prefix=name)
        self._mine: set[int] = set()
        if not _BELLS:
            _BELLS.append(_Bell())

    def begin(self, call: Callable[[], T], told: Callable[[Job[T]], None] | None = None) -> Job[T]:
        """Have a function run; then ``told`` is called on the main thread, and the job is forgotten.

        Raises:
            RuntimeError: after ``close``.
        """
        job = Job(call, told)
        _JOBS[job.number] = job
        try:
            job.future = self._pool.submit(_do, job.number)
        except RuntimeError:
            del _JOBS[job.number]
            raise
        self._mine = {one for one in self._mine if one in _JOBS} | {job.number}
        return job

    def run(self, call: Callable[[], T]) -> T:
        """Have a function run and wait for it; return what it made, or raise what it raised.

        Raises:
            RuntimeError: after ``close``.
        """
        job = self.begin(call)
        try:
            return job.result()
        finally:
            job.forget()

    def drop(self, job: Job[Any]) -> None:
        """Have nobody told of a job; if it has not begun yet it never does."""
        job.tell_nobody()
        if job.future.cancel():
            _JOBS.pop(job.number, None)

    def close(self, *, wait: bool = True, finish: bool = False) -> None:
        """Begin nothing more, and tell nobody of anything.

        Args:
            wait: whether to wait for what is running.
            finish: whether what has not begun is done all the same.
        """
        mine = [_JOBS[one] for one in self._mine if one in _JOBS]
        for job in mine:
            job.tell_nobody()
        self._pool.shutdown(wait=wait, cancel_futures=not finish)
        for job in mine:
            if wait or job.future.cancelled():
                _JOBS.pop(job.number, None)


def _do(number: int) -> None:
    """Run a job on this thread, and ring when nothing of it is held here any more."""
    _JOBS[number].run()
    _BELLS[0].rung.emit(number)
