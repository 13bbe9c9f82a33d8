# SPDX-License-Identifier: MPL-2.0
"""Every control shows an entry's text and says what a person made of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPlainTextEdit, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot
from tests.ui.going import session_of

from evidencepack.domain.values import FieldType
from evidencepack.library.model import Choice, Field
from evidencepack.ui.controls.amounts import AmountControl, DurationControl
from evidencepack.ui.controls.combo import Combo
from evidencepack.ui.controls.control import Control
from evidencepack.ui.controls.lists import ListControl, ReferenceControl, make_name_combo
from evidencepack.ui.controls.long_text import LongTextControl
from evidencepack.ui.controls.making import make_control
from evidencepack.ui.controls.picks import ChecksControl, RadioControl
from evidencepack.ui.session import Session
from evidencepack.ui.shell.window import Window

CHOICES = (Choice("a", "Apples & pears", "Fruit."), Choice("b", "Beans"), Choice("c", "Chard"))


def field(kind: FieldType, *, units: tuple[str, ...] = (), choices: tuple[Choice, ...] = (), to: str = "") -> Field:
    return Field("f", "What?", kind, "Help.", units=units, choices=choices, to=to)


def made(window: Window, qtbot: QtBot, asked: Field) -> tuple[Control, list[str]]:
    control = make_control(asked, session_of(window))
    qtbot.addWidget(control)
    control.show()
    heard: list[str] = []
    control.edited.connect(heard.append)
    return control, heard


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (FieldType.TEXT, "some words"),
        (FieldType.LONG_TEXT, "one line\n\nanother"),
        (FieldType.DATE, "15 February 2027"),
        (FieldType.MONEY, "£58,000"),
        (FieldType.PERCENTAGE, "95%"),
        (FieldType.NUMBER, "12 sessions"),
        (FieldType.YES_NO, "yes"),
        (FieldType.DURATION, "2 working days"),
        (FieldType.DURATION, "same day, before 17:00"),
        (FieldType.DURATION, "4 working hours, Monday to Friday 09:00 to 17:00"),
        (FieldType.FREQUENCY, "Every two weeks"),
        (FieldType.FILE, "logo.png"),
        (FieldType.DATE, "next spring"),
        (FieldType.DURATION, "soon"),
    ],
)
def test_what_is_shown_is_what_stands_there(window: Window, qtbot: QtBot, kind: FieldType, text: str) -> None:
    control, heard = made(window, qtbot, field(kind))

    control.show_text(text)
    assert control.text() == text
    control.show_text("")
    assert control.text() == ""
    assert heard == []


@pytest.mark.parametrize("text", ["Beans", ""])
@pytest.mark.parametrize("number", [3, 6])
def test_a_choice_is_shown_as_buttons_or_as_a_list(window: Window, qtbot: QtBot, text: str, number: int) -> None:
    more = tuple(Choice(f"x{at}", f"More {at}") for at in range(number - len(CHOICES)))
    control, _ = made(window, qtbot, field(FieldType.CHOICE, choices=CHOICES + more))

    control.show_text(text)

    assert control.text() == text
    assert isinstance(control, RadioControl if number == 3 else ListControl)


def test_a_radio_button_is_picked_and_cleared(window: Window, qtbot: QtBot) -> None:
    control, heard = made(window, qtbot, field(FieldType.CHOICE, choices=CHOICES))
    buttons = control.findChildren(QRadioButton)
    assert buttons[0].text() == "Apples && pears"

    QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton, pos=QPoint(8, 12))
    clear = next(one for one in control.findChildren(QPushButton) if one.text() == "Clear")
    QTest.mouseClick(clear, Qt.MouseButton.LeftButton)

    assert heard == ["Apples & pears", ""]
    assert not clear.isVisible()


def test_ticked_boxes_are_a_list_with_semicolons(window: Window, qtbot: QtBot) -> None:
    control, heard = made(window, qtbot, field(FieldType.CHOICES, choices=CHOICES))
    assert isinstance(control, ChecksControl)
    control.show_text("Beans")

    control.findChildren(QCheckBox)[2].setFocus()
    QTest.keyClick(control.findChildren(QCheckBox)[2], Qt.Key.Key_Space)

    assert heard == ["Beans; Chard"]


def test_a_number_with_one_unit_has_the_word_behind_it_and_with_several_a_list(window: Window, qtbot: QtBot) -> None:
    one, heard = made(window, qtbot, field(FieldType.NUMBER, units=("days",)))
    assert isinstance(one, AmountControl)
    one.show_text("30 days")
    assert one.first().text() == "30"
    QTest.keyClicks(one.first(), "5")
    assert heard == ["305 days"]

    two, _ = made(window, qtbot, field(FieldType.NUMBER, units=("days", "nights")))
    two.show_text("3 nights")
    assert two.findChildren(Combo)[0].currentText() == "nights"
    two.show_text("a few")
    assert two.text() == "a few"


def test_a_length_of_time_can_be_typed_whole_into_its_first_box(window: Window, qtbot: QtBot) -> None:
    control, heard = made(window, qtbot, field(FieldType.DURATION))
    assert isinstance(control, DurationControl)

    QTest.keyClicks(control.first(), "6 weeks")
    assert heard[-1] == "6 weeks"

    control.show_text("6 weeks")
    assert control.first().text() == "6"
    assert control.findChildren(Combo)[0].currentText() == "weeks"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_name_is_completed_from_any_part_of_it(window: Window, qtbot: QtBot) -> None:
    control, heard = made(window, qtbot, field(FieldType.REFERENCE, to="contact"))
    assert isinstance(control, ReferenceControl)
    edit = control.findChildren(QLineEdit)[0]
    edit.setFocus()

    QTest.keyClicks(edit, "akht")
    completer = control.first().completer()
    assert completer is not None
    assert completer.completionCount() == 1
    completer.activated.emit(completer.currentCompletion())

    assert heard[:4] == ["a", "ak", "akh", "akht"]


def test_a_list_shows_what_is_no_longer_in_it(window: Window, qtbot: QtBot) -> None:
    control, heard = made(window, qtbot, field(FieldType.FREQUENCY))
    control.show_text("once in a blue moon")
    assert control.text() == "once in a blue moon"

    combo = control.findChildren(Combo)[0]
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Home)
    QTest.keyClick(combo, Qt.Key.Key_Down)

    assert heard[-1] == "Daily"


def test_the_wheel_of_the_mouse_changes_no_answer(window: Window, qtbot: QtBot) -> None:
    control, heard = made(window, qtbot, field(FieldType.FREQUENCY))
    control.show_text("Weekly")
    combo = control.findChildren(Combo)[0]
    point = QPointF(5, 5)
    wheel = QWheelEvent(
        point,
        combo.mapToGlobal(point),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )

    QApplication.sendEvent(combo, wheel)

    assert control.text() == "Weekly"
    assert heard == []


def test_a_long_text_grows_with_its_lines_up_to_a_limit(window: Window, qtbot: QtBot) -> None:
    control, _ = made(window, qtbot, field(FieldType.LONG_TEXT))
    assert isinstance(control, LongTextControl)
    box = control.first()
    assert isinstance(box, QPlainTextEdit)
    heights = []
    for lines in (1, 6, 14, 60):
        control.show_text("\n".join(["line"] * lines))
        heights.append(box.height())

    assert heights[0] < heights[1] < heights[2] == heights[3]


def test_tab_leaves_a_long_text(window: Window, qtbot: QtBot) -> None:
    control, _ = made(window, qtbot, field(FieldType.LONG_TEXT))
    box = control.first()
    assert isinstance(box, QPlainTextEdit)

    QTest.keyClick(box, Qt.Key.Key_Tab)

    assert box.toPlainText() == ""


def test_the_line_that_takes_an_answer_away_has_a_name(session: Session) -> None:
    field = session.library["mou"].fields["review_freq"]
    control = make_control(field, session)
    combo = control.findChildren(Combo)[0]

    assert (control.text(), combo.currentText()) == ("", "Not answered")
    control.show_text("every blue moon")
    assert (control.text(), combo.currentIndex()) == ("every blue moon", combo.count() - 1)
    control.show_text("")
    assert (control.text(), combo.currentIndex()) == ("", 0)
    names = make_name_combo(["Efa Puw"])
    assert names.itemData(0, Qt.ItemDataRole.AccessibleTextRole) == "Not answered"
    assert names.itemText(0) == ""
