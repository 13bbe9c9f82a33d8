# SPDX-License-Identifier: MPL-2.0
"""Long work beside the window: what somebody asks for, and gives up, waits for nothing that goes on behind it."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.going import session_of

from evidencepack.guard.faults import StoppedError
from evidencepack.guard.worker import Work
from evidencepack.ui.press_room import PressRoom
from evidencepack.ui.shell.window import Window


def nothing(_made: object) -> None:
    """Take what was made, and leave it."""


@pytest.fixture
def busy(window: Window) -> Iterator[PressRoom]:
    """Return a room in which something is counted for as long as the test goes on."""
    room, over = PressRoom(session_of(window), window.work.store), Event()
    room.run("count", lambda _work: over.wait(), done=nothing, failed=nothing)
    yield room
    over.set()
    room.close()


def test_what_somebody_asks_for_does_not_wait_for_a_count_in_the_background(busy: PressRoom, qtbot: QtBot) -> None:
    made: list[str] = []

    busy.run("export", lambda _work: "a pack", done=made.append, failed=nothing)

    qtbot.waitUntil(lambda: made == ["a pack"])


def test_what_somebody_gives_up_ends_at_once_beside_a_count_in_the_background(busy: PressRoom, qtbot: QtBot) -> None:
    heard: list[Exception] = []

    def export(work: Work) -> None:
        assert work.stop()
        raise StoppedError

    busy.run("export", export, done=nothing, failed=heard.append)

    qtbot.waitUntil(lambda: len(heard) == 1)
    assert isinstance(heard[0], StoppedError)


def test_nothing_is_said_of_work_that_was_stopped_for_other_work(busy: PressRoom, qtbot: QtBot) -> None:
    heard: list[Exception] = []
    made: list[str] = []
    ended = Event()

    def count(_work: Work) -> None:
        ended.set()
        raise StoppedError

    busy.run("size", count, done=nothing, failed=heard.append)
    busy.stop("size")
    assert ended.wait(60)
    busy.run("export", lambda _work: "a pack", done=made.append, failed=nothing)

    qtbot.waitUntil(lambda: made == ["a pack"])
    assert heard == []
