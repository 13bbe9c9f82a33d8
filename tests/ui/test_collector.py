# SPDX-License-Identifier: MPL-2.0
"""Cycles of widgets are collected on the main thread, and only there; what takes long waits until nobody is at work."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from tests.ui.going import PATIENCE

from evidencepack.ui import collector as collector_module
from evidencepack.ui.collector import Collector

_OLDEST = 2


class Looped(QObject):
    """An object that only the cycle collector can end; it says on which thread it did."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self


class Clock:
    """Goes on when it is told to."""

    def __init__(self) -> None:
        self.time = 100.0

    def __call__(self) -> float:
        return self.time


@pytest.fixture(scope="module", autouse=True)
def what_lives_on_is_frozen_again() -> Iterator[None]:
    """A collector that stops thaws everything; the tests that follow have theirs go through the young only."""
    yield
    gc.collect()
    gc.freeze()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def collector(qapp: object, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Iterator[Collector]:
    del qapp
    gc.collect()
    made = Collector(clock)
    # Whoever types has the window before them; the tests have no window of their own.
    monkeypatch.setattr(collector_module, "_is_elsewhere", lambda: False)
    yield made
    made.stop()


@pytest.fixture
def looked_at() -> Iterator[list[int]]:
    """The generations that were gone through, in turn."""
    found: list[int] = []

    def note(phase: str, told: dict[str, int]) -> None:
        if phase == "start":
            found.append(told["generation"])

    gc.callbacks.append(note)
    yield found
    gc.callbacks.remove(note)


def test_a_thread_that_allocates_ends_no_widget(collector: Collector) -> None:
    ended_on: list[int] = []
    loop = Looped()
    weakref.finalize(loop, lambda: ended_on.append(threading.get_ident()))
    del loop

    kept: list[list[int]] = []
    worker = threading.Thread(target=lambda: kept.extend([number] for number in range(20_000)))
    worker.start()
    worker.join()
    assert ended_on == []

    collector.collect()
    assert ended_on == [threading.get_ident()]


def test_what_is_loaded_is_put_aside_without_a_look(collector: Collector, looked_at: list[int]) -> None:
    loaded = [[number] for number in range(60_000)]
    for _ in range(8):
        collector.collect()

    assert gc.get_freeze_count() > len(loaded)
    assert looked_at == []


def test_what_is_there_only_while_pages_are_made_is_not_put_aside(collector: Collector, looked_at: list[int]) -> None:
    frozen = gc.get_freeze_count()
    laid_out = [[number] for number in range(60_000)]
    collector.collect()
    assert looked_at == []

    laid_out.clear()
    kept = [[number] for number in range(1000)]
    collector.collect()

    assert looked_at == [1]
    assert gc.get_freeze_count() <= frozen
    assert kept


def test_only_the_young_are_looked_at_while_somebody_types(
    collector: Collector, clock: Clock, looked_at: list[int]
) -> None:
    box = QLineEdit()
    box.show()
    assert QTest.qWaitForWindowActive(box, PATIENCE)
    box.setFocus()
    kept = []
    for _ in range(100):
        QTest.keyClicks(box, "k")
        kept.append([[number] for number in range(1000)])
        clock.time += 1.9
        collector.collect()

    assert looked_at == [1] * 100
    clock.time += 2.1
    collector.collect()
    assert gc.get_freeze_count() > 100_000  # many have grown old: they are put aside
    assert _OLDEST not in looked_at

    clock.time += 300
    collector.collect()
    assert looked_at[-1] == _OLDEST
    box.deleteLater()


def test_what_has_grown_old_ends_in_a_pause(collector: Collector, clock: Clock, looked_at: list[int]) -> None:
    loop = Looped()
    ended = weakref.ref(loop)
    for _ in range(30):
        kept = [[number] for number in range(1000)]
        collector.collect()
        kept.clear()
    del loop
    assert ended() is not None

    clock.time += 2.1
    collector.collect()

    assert ended() is None
    assert looked_at[-1] == _OLDEST


def test_what_was_put_aside_ends_when_nobody_is_there(collector: Collector, clock: Clock) -> None:
    loop = Looped()
    ended = weakref.ref(loop)
    loaded = [[number] for number in range(110_000)]
    for _ in range(8):
        collector.collect()
    del loop
    clock.time += 299
    collector.collect()
    assert ended() is not None

    clock.time += 1.1
    collector.collect()

    assert ended() is None
    assert len(loaded) == 110_000


def test_whoever_goes_to_another_program_does_not_wait_for_it(
    collector: Collector, monkeypatch: pytest.MonkeyPatch
) -> None:
    loop = Looped()
    ended = weakref.ref(loop)
    loaded = [[number] for number in range(110_000)]
    del loop
    monkeypatch.setattr(collector_module, "_is_elsewhere", lambda: True)
    for _ in range(8):
        collector.collect()

    assert ended() is None
    assert len(loaded) == 110_000


def test_python_is_never_asked_for_what_jobs_are_making(
    collector: Collector, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ask(generation: int | None = None) -> list[object]:
        raise AssertionError(generation)

    monkeypatch.setattr(gc, "get_objects", ask)
    kept = []
    for _ in range(100):
        kept.append([[number] for number in range(2000)])
        clock.time += 10
        collector.collect()

    assert gc.get_freeze_count() > 100_000


def test_everything_is_looked_through_once(collector: Collector, clock: Clock, looked_at: list[int]) -> None:
    loaded = [[number] for number in range(110_000)]
    for _ in range(1000):
        clock.time += 1
        collector.collect()

    assert looked_at.count(_OLDEST) == 1
    assert loaded


def test_the_collector_is_given_back(qapp: QApplication) -> None:
    del qapp
    collector = Collector()
    assert not gc.isenabled()

    collector.stop()

    assert gc.isenabled()
