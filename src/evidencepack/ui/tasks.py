# SPDX-License-Identifier: MPL-2.0
"""Work off the main thread: jobs take plain data and return plain data, and a newer job replaces an older one."""

from __future__ import annotations

import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from evidencepack.errors import EvidencePackError
from evidencepack.ui.courier import Courier
from evidencepack.ui.gone import is_gone

T = TypeVar("T")

TURN = 0.0005
"""Seconds after which a thread lets another one have Python. At Python's own 5 ms a key waits several times that: each
filter and each painted widget asks for it anew."""


class TaskRunner:
    """Runs jobs on threads and says on the main thread what came of them.

    A job that is running cannot be stopped; when a newer one of its key is submitted, its result is dropped. Jobs run
    one after the other, or ``at_once`` so many beside each other: for such as mostly wait.
    """

    def __init__(self, *, at_once: int = 1) -> None:
        sys.setswitchinterval(TURN)
        self._pool = ThreadPoolExecutor(at_once, thread_name_prefix="job")
        self._courier = Courier()
        self._newest: dict[str, Future[Any]] = {}

    def submit(
        self, key: str, job: Callable[[], T], *, done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> None:
        """Run a job; then ``done`` or ``failed`` is called, unless a newer job of this key came in between."""
        if key in self._newest:
            self._newest[key].cancel()
        future: Future[T] = self._pool.submit(job)
        self._newest[key] = future

        def deliver(made: Future[T]) -> None:
            if self._newest.get(key) is made:
                del self._newest[key]
                settle(made, done, failed)

        # What a future calls must not hold it, or its result would stay until the collector comes by.
        future.add_done_callback(lambda made: self._courier.hand_over(lambda: deliver(made)))

    def shutdown(self, *, wait: bool = True) -> None:
        """Finish the job that is running, drop the others and every result; wait for the end of it, or do not."""
        self._courier.close()
        self._pool.shutdown(wait=wait, cancel_futures=True)


def settle(future: Future[T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
    """Hand the result of a finished future to ``done``, or its exception to ``failed``, unless who asked is gone."""
    error = future.exception()
    if error is None:
        if not is_gone(done):
            done(future.result())
    elif isinstance(error, Exception) and not is_gone(failed):
        failed(error)
    elif not isinstance(error, EvidencePackError):
        raise error
