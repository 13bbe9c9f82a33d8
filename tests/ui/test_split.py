# SPDX-License-Identifier: MPL-2.0
"""Form and pages share the room: by mouse or keys, as the person wants it, in every window."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from evidencepack.ui.room import Room
from evidencepack.ui.shell.window import Window
from evidencepack.ui.split import LEAST, MOST, Split

Key = Qt.Key


@pytest.fixture
def split(open_kind: Callable[[str], Room]) -> Split:
    return open_kind("heads_of_terms").split


def part(split: Split) -> int:
    form, pages = split.sizes()
    return round(100 * pages / (form + pages))


def test_the_handle_is_moved_with_the_arrow_keys_and_that_is_remembered(split: Split, window: Window) -> None:
    usual = split.share
    assert part(split) == usual
    handle = split.handle(1)

    for _ in range(3):
        QTest.keyClick(handle, Key.Key_Right)

    assert split.share == part(split) == usual - 6
    assert window.chosen.now.pages_share == usual - 6

    window.resize(1500, 768)
    assert part(split) == usual - 6


def test_neither_of_the_two_is_squeezed_away(split: Split) -> None:
    split.give_by_hand(100)
    assert split.share == MOST
    split.give_by_hand(-100)
    assert split.share == LEAST
    assert min(split.sizes()) > 200


def test_what_is_dragged_is_kept(split: Split, window: Window) -> None:
    handle = split.handle(1)
    at = handle.rect().center()

    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(handle, at.__class__(at.x() - 80, at.y()))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=at.__class__(at.x() - 80, at.y()))

    assert window.chosen.now.pages_share == split.share == part(split)
