# SPDX-License-Identifier: MPL-2.0
"""Who asked for an answer may be gone when it comes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from evidencepack.ui.gone import is_gone
from evidencepack.ui.tasks import TaskRunner


class Asker(QObject):
    """Somebody who waits for an answer."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[int] = []

    def hear(self, answer: int) -> None:
        self.heard.append(answer + len(self.objectName()))


def as_method(asker: Asker) -> Callable[[int], None]:
    return asker.hear


def with_part(asker: Asker) -> Callable[[], None]:
    return partial(asker.hear, 1)


def inside_another(asker: Asker) -> Callable[[], None]:
    return lambda: asker.hear(1)


def refuse(error: Exception) -> None:
    raise error


@pytest.mark.parametrize("made", [as_method, with_part, inside_another])
def test_a_function_of_what_was_deleted_is_gone(qtbot: QtBot, made: Callable[[Asker], Callable[..., None]]) -> None:
    del qtbot
    asker = Asker()
    call = made(asker)
    assert not is_gone(call)

    delete(asker)

    assert is_gone(call)


def test_an_answer_for_who_is_gone_is_dropped_and_the_next_one_arrives(qtbot: QtBot) -> None:
    runner, gone, there = TaskRunner(), Asker(), Asker()
    runner.submit("one", lambda: 1, done=gone.hear, failed=refuse)
    delete(gone)
    runner.submit("two", lambda: 2, done=there.hear, failed=refuse)

    qtbot.waitUntil(lambda: there.heard == [2])

    assert gone.heard == []
    runner.shutdown()
