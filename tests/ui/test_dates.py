# SPDX-License-Identifier: MPL-2.0
"""Dates in the form: typed as people say them with the day that was understood beside, or picked from a calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QTableView, QToolButton, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.going import facts_of, session_of
from tests.ui.walking import cut_words, missed, settle, too_small, unnamed

from evidencepack.library.entry_dates import day_text
from evidencepack.library.near_dates import read_date
from evidencepack.ui.controls.calendar import Calendar
from evidencepack.ui.field import FieldQuestion
from evidencepack.ui.room import Room
from evidencepack.ui.shell.window import Window

Key = Qt.Key
Opener = Callable[[str], Room]


@pytest.fixture
def box(open_kind: Opener) -> QLineEdit:
    """The box for the day on which the memorandum starts, with the keyboard in it."""
    room = open_kind("mou")
    room.go_to_step(2)
    asked = next(one for one in room.page.findChildren(FieldQuestion) if one.field.id == "start_date")
    found = asked.control.first()
    assert isinstance(found, QLineEdit)
    found.setFocus()
    found.selectAll()
    return found


def beside(box: QLineEdit) -> str:
    """What is said beside the box."""
    parent = box.parentWidget()
    assert parent is not None
    return parent.findChildren(QLabel)[0].text()


def calendars(window: Window) -> list[Calendar]:
    return [one for one in window.findChildren(Calendar) if one.isVisible()]


def days_of(window: Window) -> QWidget:
    """The days of the calendar that is open, which have the keyboard."""
    (shown,) = calendars(window)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert shown.isAncestorOf(focus)
    return focus


def test_what_was_understood_stands_beside_the_box_and_is_written_out(window: Window, box: QLineEdit) -> None:
    today = session_of(window).desk.today
    expected = read_date("1 dec", today)

    QTest.keyClicks(box, "1 dec")
    assert beside(box) == f"= {day_text(expected)}"
    assert beside(box) in box.accessibleDescription()
    QTest.keyClick(box, Key.Key_Tab)

    assert (box.text(), beside(box)) == (day_text(expected).split(" ", 1)[1], day_text(expected).split(" ")[0])
    record = next(facts_of(window).of_kind("mou"))
    assert record.answers["start_date"] == expected


def test_beside_what_is_no_date_stands_nothing(box: QLineEdit) -> None:
    QTest.keyClicks(box, "next week")

    assert beside(box) == ""


def test_alt_down_opens_a_calendar_and_enter_takes_its_day(window: Window, box: QLineEdit) -> None:
    QTest.keyClicks(box, "15 February 2027")
    QTest.keyClick(box, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    days = days_of(window)
    shown = calendars(window)[0]
    settle()
    assert (unnamed(shown), cut_words(shown), too_small(shown)) == ([], [], [])

    QTest.keyClick(days, Key.Key_Right)
    QTest.keyClick(days, Key.Key_Return)

    assert box.text() == "16 February 2027"
    assert calendars(window) == []
    assert box.hasFocus()
    assert next(facts_of(window).of_kind("mou")).answers["start_date"] == date(2027, 2, 16)


def test_escape_closes_the_calendar_and_leaves_all_as_it_was(window: Window, box: QLineEdit) -> None:
    before = box.text()
    QTest.keyClick(box, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    days = days_of(window)

    QTest.keyClick(days, Key.Key_Right)
    QTest.keyClick(days, Key.Key_Escape)

    assert (box.text(), calendars(window), box.hasFocus()) == (before, [], True)


def test_the_calendar_goes_when_one_goes_elsewhere(window: Window, box: QLineEdit) -> None:
    QTest.keyClick(box, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert calendars(window)

    box.setFocus()

    assert calendars(window) == []


def test_the_button_beside_the_box_opens_it_too(window: Window, box: QLineEdit) -> None:
    parent = box.parentWidget()
    assert parent is not None
    pick = parent.findChildren(QToolButton)[0]
    assert pick.accessibleName() == "Calendar: When does it start?"
    assert missed(window) == []

    QTest.mouseClick(pick, Qt.MouseButton.LeftButton)
    shown = calendars(window)[0]
    assert shown.days.firstDayOfWeek() is Qt.DayOfWeek.Monday
    assert shown.days.locale().language() is QLocale.Language.English
    view = shown.days.findChildren(QTableView)[0]
    shown.days.setSelectedDate(QDate(2027, 3, 1))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.currentIndex()).center())

    assert calendars(window) == []
    assert box.text().endswith("2027")


def test_in_a_small_window_the_calendar_stays_inside(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    line = QLineEdit(window)
    window.resize(300, 300)
    line.move(200, 270)
    window.show()

    made = Calendar(line, QDate(2027, 2, 15))

    assert window.rect().contains(made.geometry())
