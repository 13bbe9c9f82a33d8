# SPDX-License-Identifier: MPL-2.0
"""Word files with damage anywhere: each is read or refused, in time and in memory, and the program goes on."""

from __future__ import annotations

import os
import random
import sys
from collections import Counter
from collections.abc import Callable
from types import ModuleType

import pytest
from tests.guard import word_files as made
from tests.guard.test_word_files import BOMBS

from evidencepack.guard.child import limited
from evidencepack.guard.word_files import MEGABYTES, SECONDS

COUNT = 1000 if os.environ.get("EVIDENCEPACK_FULL") else 100
_MOST_MEGABYTES = 512


def _damaged(count: int) -> list[bytes]:
    chance = random.Random(20270215)  # noqa: S311 - the same damage every time
    return [made.damaged(chance) for _ in range(count)]


def test_every_damaged_word_file_is_read_or_refused(
    odd: ModuleType, measured: Callable[[str, str, float], None]
) -> None:
    became, slowest, _ = limited(odd.open_all, b"", _damaged(COUNT), seconds=120, megabytes=MEGABYTES)
    counts = Counter(became)
    assert set(counts) == {"read", "refused"}
    assert min(counts.values()) > COUNT / 20
    assert slowest < SECONDS
    measured("Damaged Word files read or refused by a child", "files", COUNT)


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_takes_little_time_and_memory(
    odd: ModuleType, name: str, measured: Callable[[str, str, float], None]
) -> None:
    became, slowest, most = limited(odd.open_all, b"", [BOMBS[name][0]()], seconds=120, megabytes=MEGABYTES)
    assert became == ["refused"]
    assert slowest < SECONDS
    assert most < _MOST_MEGABYTES or sys.platform != "linux"
    measured(f"Memory for {name} in a Word file", "megabytes", most)
