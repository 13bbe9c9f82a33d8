# SPDX-License-Identifier: MPL-2.0
"""The start place by keyboard: Enter leads to the first thing to do, and presses it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from tests.ui.walking import settle

from evidencepack.ui.shell.where import ALL_TENDERS, Where
from evidencepack.ui.shell.window import Window


def test_enter_on_arrival_goes_to_the_first_thing_to_do_and_again_does_it(window: Window) -> None:
    window.open_at(Where(ALL_TENDERS))
    settle()
    heading = QApplication.focusWidget()
    assert heading is not None

    QTest.keyClick(heading, Qt.Key.Key_Return)
    first = QApplication.focusWidget()
    assert isinstance(first, QPushButton)
    assert first.property("kind") == "primary"
    QTest.keyClick(first, Qt.Key.Key_Return)

    assert window.place.here.place != ALL_TENDERS
