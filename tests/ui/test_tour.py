# SPDX-License-Identifier: MPL-2.0
"""The tour: every stop is a place of the window, it is gone through by keys, and ends wherever one likes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from tests.ui.walking import cut_words, settle, unnamed

from evidencepack.ui.shell.keys import Command
from evidencepack.ui.shell.registry import PLACES
from evidencepack.ui.shell.tour import STOPS, TourBar
from evidencepack.ui.shell.where import DOCUMENT, PARTNERS
from evidencepack.ui.shell.window import Window


@pytest.fixture
def bar(window: Window) -> TourBar:
    window.run(Command.TOUR)
    return bar_of(window)


def bar_of(window: Window) -> TourBar:
    (found,) = window.findChildren(TourBar)
    return found


def focused() -> QPushButton:
    found = QApplication.focusWidget()
    assert isinstance(found, QPushButton)
    return found


def test_every_place_of_a_tender_and_the_help_has_a_stop() -> None:
    asked = {one.place for one in PLACES if one.of_tender and not one.inside} | {DOCUMENT, "help"}
    assert {stop.place for stop in STOPS} == asked


def test_enter_goes_through_all_of_it(window: Window, bar: TourBar) -> None:
    seen = []
    for _ in STOPS:
        assert focused() is bar.next
        seen.append(str(window.place.property("place")))
        QTest.keyClick(focused(), Qt.Key.Key_Space)

    assert seen == [stop.place for stop in STOPS]
    assert not window.findChildren(TourBar)


def test_it_can_be_gone_back(window: Window, bar: TourBar) -> None:
    bar.step(2)
    QTest.mouseClick(bar.back, Qt.MouseButton.LeftButton)

    assert window.place.property("place") == PARTNERS
    assert bar.accessibleName().startswith("Tour, 2 of 9: Partners. Whose work you rely on")


def test_escape_ends_it_and_leaves_one_where_one_is(window: Window, bar: TourBar) -> None:
    bar.step(1)
    QTest.keyClick(bar.next, Qt.Key.Key_Escape)

    assert not window.findChildren(TourBar)
    assert window.place.property("place") == PARTNERS


def test_beginning_again_leaves_one_bar(window: Window, bar: TourBar) -> None:
    bar.step(3)
    window.run(Command.TOUR)

    assert bar_of(window).accessibleName().startswith("Tour, 1 of 9")


@pytest.mark.parametrize("width", [1366, 960])
def test_its_words_fit(window: Window, width: int) -> None:
    window.resize(width, 540)
    window.run(Command.TOUR)
    settle()

    assert unnamed(window) == []
    assert cut_words(bar_of(window)) == []
