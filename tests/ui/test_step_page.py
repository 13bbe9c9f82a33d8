# SPDX-License-Identifier: MPL-2.0
"""A page of questions while somebody types: what has the keyboard is in sight, and the ring stays round it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QRadioButton, QWidget
from tests.ui.walking import settle

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.ui.field import FieldQuestion
from evidencepack.ui.question import Question
from evidencepack.ui.room import Room
from evidencepack.ui.shell.window import Window
from evidencepack.ui.step_page import StepPage
from evidencepack.ui.tables.view import LinesView

Opener = Callable[[str], Room]


def test_what_is_typed_stays_in_sight_however_long_it_gets(window: Window, open_kind: Opener) -> None:
    window.resize(860, 500)
    room = open_kind("mou")
    room.go_to_field(FieldPath(room.record_id, "purpose"))
    settle()
    box = QApplication.focusWidget()
    assert isinstance(box, QPlainTextEdit)

    for _ in range(12):
        QTest.keyClicks(box, "a line ")
        QTest.keyClick(box, Qt.Key.Key_Return)
        settle()

    cursor = box.viewport().mapTo(room.page.viewport(), box.cursorRect().bottomLeft())
    assert 0 < cursor.y() <= room.page.viewport().height()


def test_the_ring_goes_along_when_something_above_grows(window: Window, open_kind: Opener) -> None:
    room = open_kind("mou")
    room.go_to_field(FieldPath(room.record_id, "law"))
    settle()
    choice = QApplication.focusWidget()
    assert isinstance(choice, QRadioButton)
    questions = [one for one in room.page.findChildren(FieldQuestion) if one.isVisible()]

    next(one for one in questions if one._show_example is not None).unfold()
    settle()

    ring = window._ring._live_ring()
    middle = ring.mapToGlobal(ring.rect().center()) - choice.mapToGlobal(choice.rect().center())
    assert QApplication.focusWidget() is choice
    assert max(abs(middle.x()), abs(middle.y())) <= 1


def test_the_box_of_a_new_line_stays_in_sight_as_a_whole_when_the_page_grows_above_it(
    window: Window, open_kind: Opener
) -> None:
    window.resize(1093, 560)
    room = open_kind("mou")
    room.go_to_step(2)
    lines = room.page.findChildren(LinesView)[-1]
    lines.setFocus()
    settle()

    QTest.keyClick(lines, Qt.Key.Key_Insert)
    settle()
    for one in room.page.findChildren(Question):
        if not one.has_focus() and one._show_example is not None and one.isVisible():
            one.unfold()
            settle()

    box = QApplication.focusWidget()
    assert box is not None
    assert not isinstance(box, LinesView)
    at = box.mapTo(room.page.viewport(), box.rect().bottomLeft())
    assert 0 < at.y() <= room.page.viewport().height()


def test_whoever_turns_the_wheel_is_not_taken_back_until_they_type(window: Window, open_kind: Opener) -> None:
    window.resize(860, 500)
    room = open_kind("mou")
    room.go_to_step(2)
    settle()
    page, bar = room.page, room.page.verticalScrollBar()
    turn = QPoint(0, -2400)
    at = QPointF(page.viewport().rect().center())
    none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    QApplication.sendEvent(page.viewport(), QWheelEvent(at, page.mapToGlobal(at), QPoint(), turn, *none, False))
    there = bar.value()
    assert there > 0

    page.findChildren(FieldQuestion)[0].unfold()
    settle()

    assert bar.value() == there


def test_what_was_clicked_at_the_edge_comes_into_sight_whole_as_soon_as_somebody_types(
    window: Window, open_kind: Opener
) -> None:
    window.resize(1366, 700)
    room = open_kind("dsa")
    room.go_to_step(3)
    settle()
    page, bar = room.page, room.page.verticalScrollBar()
    boxes = [one for one in page.findChildren(QLineEdit) if one.isVisible()][:2]
    assert [isinstance(one.parent(), QComboBox) for one in boxes] == [False, True]

    inside = page.widget()
    assert inside is not None
    for box in boxes:
        bar.setValue(box.mapTo(inside, QPoint(0, 0)).y() - page.viewport().height() + 12)
        QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(20, 6))
        settle()
        assert bottom(box, page) > page.viewport().height()  # nothing moves away under the pointer
        QTest.keyClicks(box, "ab")
        settle()
        assert bottom(box, page) <= page.viewport().height()


def bottom(box: QWidget, page: StepPage) -> int:
    return box.mapTo(page.viewport(), box.rect().bottomLeft()).y()
