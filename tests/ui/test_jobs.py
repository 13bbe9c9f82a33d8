# SPDX-License-Identifier: MPL-2.0
"""What a job refers to ends on the main thread, though another thread was the last to need it."""

from __future__ import annotations

import threading
import weakref
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot
from tests.ui.going import PATIENCE

from evidencepack.ui import jobs
from evidencepack.ui.jobs import Job, Threads


class Asker(QObject):
    """Nobody's child, with a timer that goes: Qt minds on which thread it ends."""

    def __init__(self) -> None:
        super().__init__()
        self.timer = QTimer(self, interval=1)
        self.timer.start()

    def ask(self, go_on: threading.Event, *, fails: bool = False) -> str:
        go_on.wait(PATIENCE / 1000)
        if fails:
            raise ValueError("no")
        return self.objectName()

    def hear(self, job: Job[str]) -> None:
        self.setObjectName(job.result())


@pytest.fixture
def threads(qapp: object) -> Iterator[Threads]:
    del qapp
    made = Threads(1, "job")
    yield made
    made.close()


def ended(asker: Asker) -> list[int]:
    """Return a list that gets the thread on which somebody ends."""
    where: list[int] = []
    weakref.finalize(asker, lambda: where.append(threading.get_ident()))
    return where


@pytest.mark.parametrize("fails", [False, True])
@pytest.mark.parametrize("leave", ["nobody waits", "dropped", "pool closed"])
def test_who_is_needed_by_a_job_only_ends_on_the_main_thread(
    threads: Threads, qtbot: QtBot, leave: str, *, fails: bool
) -> None:
    go_on, asker = threading.Event(), Asker()
    where = ended(asker)
    job = threads.begin(partial(asker.ask, go_on, fails=fails), None if leave == "nobody waits" else asker.hear)
    del asker
    if leave == "dropped":
        threads.drop(job)
    elif leave == "pool closed":
        threads.close(wait=False)
    future = job.future
    del job
    assert where == []

    go_on.set()
    future.result()
    del future
    qtbot.waitUntil(lambda: where == [threading.get_ident()])


def test_what_never_began_is_let_go_of_at_once(threads: Threads) -> None:
    go_on, asker = threading.Event(), Asker()
    where = ended(asker)
    threads.begin(partial(go_on.wait, PATIENCE / 1000))
    for leave in (threads.drop, lambda _: threads.close(wait=False)):
        leave(threads.begin(partial(asker.ask, go_on), asker.hear))
    del asker
    assert where == [threading.get_ident()]
    go_on.set()


def test_a_job_is_waited_for_and_said_once(threads: Threads, qtbot: QtBot) -> None:
    heard: list[str] = []
    job = threads.begin(lambda: "made", lambda made: heard.append(made.result()))
    assert job.result() == "made"
    qtbot.waitUntil(lambda: heard == ["made"])
    assert threads.run(lambda: 3) == 3
    with pytest.raises(ZeroDivisionError):
        threads.run(lambda: 1 // 0)
    threads.close()
    with pytest.raises(RuntimeError):
        threads.begin(lambda: 1)
    assert heard == ["made"]


def test_no_job_is_kept_after_its_pool_was_closed(threads: Threads) -> None:
    before = len(jobs._JOBS)
    calls: list[Callable[[], int]] = [lambda: 1, lambda: 1 // 0]
    for call in calls:
        threads.begin(call)
    threads.close(finish=True)
    assert len(jobs._JOBS) <= before
