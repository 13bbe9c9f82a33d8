# SPDX-License-Identifier: MPL-2.0
"""Work off the main thread: jobs take plain data and return plain data, and a newer job replaces an older one."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any, TypeVar

from evidencepack.errors import EvidencePackError
from evidencepack.ui.gone import is_gone
from evidencepack.ui.jobs import Job, Threads

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
        self._threads = Threads(at_once, "job")
        self._newest: dict[str, Job[Any]] = {}

    def submit(
        self, key: str, job: Callable[[], T], *, done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> None:
        """Run a job; then ``done`` or ``failed`` is called, unless a newer job of this key came in between."""
        if key in self._newest:
            self._threads.drop(self._newest[key])

        def deliver(made: Job[T]) -> None:
            del self._newest[key]
            settle(made, done, failed)

        self._newest[key] = self._threads.begin(job, deliver)

    def shutdown(self, *, wait: bool = True) -> None:
        """Finish the job that is running, drop the others and every result; wait for the end of it, or do not."""
        self._threads.close(wait=wait)


def settle(job: Job[T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
    """Hand the result of a finished job to ``done``, or its exception to ``failed``, unless who asked is gone."""
    try:
        made = job.result()
    except Exception as error:
        if not is_gone(failed):
            failed(error)
        elif not isinstance(error, EvidencePackError):
            raise
    else:
        if not is_gone(done):
            done(made)
