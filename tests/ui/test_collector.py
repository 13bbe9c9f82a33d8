# SPDX-License-Identifier: MPL-2.0
"""Cycles of widgets are collected on the main thread, and only there."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject

from evidencepack.ui.collector import Collector


class Looped(QObject):
    """An object that only the cycle collector can end; it says on which thread it did."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self


@pytest.fixture
def collector(qapp: object) -> Iterator[Collector]:
    del qapp
    made = Collector()
    yield made
    made.stop()


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


def test_what_is_loaded_is_gone_through_once(collector: Collector, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("evidencepack.ui.collector._MANY", 20_000)
    loaded = [[number] for number in range(30_000)]

    collector.collect()

    assert gc.get_freeze_count() > len(loaded)
    assert len(gc.get_objects(generation=2)) < len(loaded)


def test_a_few_things_are_looked_through_again(collector: Collector) -> None:
    frozen = gc.get_freeze_count()
    kept = [[number] for number in range(3000)]
    for _ in range(30):
        young = [[number] for number in range(1000)]
        collector.collect()
        young.clear()

    assert gc.get_freeze_count() <= frozen
    assert kept


def test_there_is_an_end_to_keeping_what_is_loaded(qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    del qapp
    monkeypatch.setattr("evidencepack.ui.collector._MANY", 1000)
    monkeypatch.setattr("evidencepack.ui.collector._FREEZES", 0)
    fresh = Collector()
    frozen = gc.get_freeze_count()
    loaded = [[number] for number in range(5000)]

    fresh.collect()
    fresh.stop()

    assert gc.get_freeze_count() <= frozen
    assert loaded


def test_the_collector_is_given_back(qapp: object) -> None:
    del qapp
    collector = Collector()
    assert not gc.isenabled()

    collector.stop()

    assert gc.isenabled()


def test_what_has_grown_old_ends_within_half_a_minute_of_work(collector: Collector) -> None:
    loop = Looped()
    ended = weakref.ref(loop)
    for _ in range(2):  # it outlives two collections, and is old then
        gc.collect()
    del loop
    for _ in range(30):
        kept = [[number] for number in range(1000)]
        collector.collect()
        kept.clear()

    assert ended() is None
