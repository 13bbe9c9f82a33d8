# SPDX-License-Identifier: MPL-2.0
"""Jobs and the store work on threads of their own; what they say is heard on the main thread."""

from __future__ import annotations

import sys
import threading
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.going import PATIENCE

from evidencepack.store.checks import MissingWorkspaceError
from evidencepack.store.workspace import Workspace, open_workspace
from evidencepack.ui.store_thread import StoreThread
from evidencepack.ui.tasks import TURN, TaskRunner


@pytest.fixture
def runner(qapp: object) -> Iterator[TaskRunner]:
    del qapp
    made = TaskRunner()
    yield made
    made.shutdown()


@pytest.fixture
def store(qapp: object, workspace_file: Path) -> Iterator[StoreThread]:
    del qapp
    made = StoreThread(lambda: open_workspace(workspace_file))
    yield made
    made.close()


def unexpected(error: Exception) -> None:
    raise error


def test_a_job_works_elsewhere_and_its_result_comes_to_the_main_thread(runner: TaskRunner, qtbot: QtBot) -> None:
    heard: list[tuple[int, int]] = []
    here = threading.get_ident()

    runner.submit(
        "a", threading.get_ident, done=lambda there: heard.append((there, threading.get_ident())), failed=unexpected
    )
    qtbot.waitUntil(lambda: bool(heard))

    assert heard[0][0] != here
    assert heard[0][1] == here


def test_threads_take_short_turns_so_that_a_key_does_not_wait_for_a_job(runner: TaskRunner) -> None:
    del runner
    assert sys.getswitchinterval() == pytest.approx(TURN)
    assert TURN < 0.001


def test_a_result_is_let_go_of_once_it_was_handed_over(runner: TaskRunner, qtbot: QtBot) -> None:
    heard: list[weakref.ref[Pages]] = []
    runner.submit("pages", Pages, done=lambda made: heard.append(weakref.ref(made)), failed=unexpected)
    qtbot.waitUntil(lambda: bool(heard))

    qtbot.waitUntil(lambda: heard[0]() is None)


class Pages:
    """What a job makes."""


def test_a_newer_job_of_the_same_key_replaces_an_older_one(runner: TaskRunner, qtbot: QtBot) -> None:
    go_on, heard = threading.Event(), list[str]()

    def slow() -> str:
        go_on.wait(PATIENCE / 1000)
        return "old"

    runner.submit("pages", slow, done=heard.append, failed=unexpected)
    runner.submit("pages", lambda: "between", done=heard.append, failed=unexpected)
    runner.submit("pages", lambda: "new", done=heard.append, failed=unexpected)
    runner.submit("other", lambda: "other", done=heard.append, failed=unexpected)
    go_on.set()
    qtbot.waitUntil(lambda: len(heard) == 2)

    assert heard == ["new", "other"]


def test_a_job_that_fails_says_so(runner: TaskRunner, qtbot: QtBot) -> None:
    heard: list[Exception] = []

    def broken() -> None:
        raise ValueError("no")

    runner.submit("a", broken, done=lambda _: None, failed=heard.append)
    qtbot.waitUntil(lambda: bool(heard))

    assert str(heard[0]) == "no"


def test_after_shutdown_nothing_is_delivered(qtbot: QtBot) -> None:
    runner, heard = TaskRunner(), list[int]()
    runner.submit("a", lambda: 1, done=heard.append, failed=unexpected)

    runner.shutdown()
    qtbot.wait(20)

    assert heard == []


def test_every_request_is_done_on_the_one_thread_that_opened_the_workspace(store: StoreThread, qtbot: QtBot) -> None:
    heard: list[int] = []

    def who(workspace: Workspace) -> int:
        assert workspace.tenders()
        return threading.get_ident()

    for _ in range(3):
        store.ask(who, done=heard.append, failed=unexpected)
    qtbot.waitUntil(lambda: len(heard) == 3)

    assert len(set(heard)) == 1
    assert heard[0] == store.wait_for(who) != threading.get_ident()


def test_a_workspace_that_cannot_be_opened_leaves_no_thread(qapp: object, tmp_path: Path) -> None:
    del qapp
    before = set(threading.enumerate())

    with pytest.raises(MissingWorkspaceError):
        StoreThread(lambda: open_workspace(tmp_path / "nowhere.evidencepack"))

    assert set(threading.enumerate()) <= before
