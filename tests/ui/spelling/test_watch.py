# SPDX-License-Identifier: MPL-2.0
"""Spelling in real boxes, with the real dictionary, by mouse and by keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.going import session_of

from evidencepack.domain.values import FieldType
from evidencepack.library.model import Field
from evidencepack.paths.workspace import own_words_file
from evidencepack.ui.controls.making import make_control
from evidencepack.ui.room import Room
from evidencepack.ui.shell.window import Window
from evidencepack.ui.spelling import watch as watching
from evidencepack.ui.spelling.checker import checker
from evidencepack.ui.spelling.switch import switch
from evidencepack.ui.spelling.watch import Watch, watch_of
from evidencepack.ui.spelling.wavy_line import WavyLine
from evidencepack.ui.tables.view import LinesView

# What the screen in memory cannot do with a menu, and a real one can.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing the keyboard|propagateSizeHints)")


@pytest.fixture
def ready(qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The dictionary has been read, as it is once somebody was in an answer; the menu waits on a busy machine."""
    monkeypatch.setattr(watching, "WAIT", 60_000)
    checker().need(session_of(window).library)
    qtbot.waitUntil(lambda: checker().ready)
    yield
    checker().deleteLater()
    QApplication.processEvents()


@pytest.fixture
def box(window: Window, ready: None) -> Callable[[FieldType, str], QWidget]:
    """Show a control for prose with some words in it."""
    del ready

    def make(kind: FieldType, text: str) -> QWidget:
        control = make_control(Field("purpose", "Why?", kind, "Help."), session_of(window))
        control.setParent(window.place)
        control.resize(500, 90)
        control.describe("Why?", "Help.", invalid=False)
        control.show_text(text)
        control.show()
        watch(control.first()).check()
        return control.first()

    return make


def watch(edit: QWidget) -> Watch:
    found = watch_of(edit)
    assert found is not None
    return found


def long_text(room: Room, step: int) -> QPlainTextEdit | None:
    room.go_to_step(step)
    return next(
        (one for one in room.page.findChildren(QPlainTextEdit) if watch_of(one) and one.isVisibleTo(room.page)), None
    )


def menu_words(qtbot: QtBot, edit: QWidget) -> list[QAction]:
    qtbot.waitUntil(lambda: bool((menu := watch(edit).menu) and menu.isVisible()))
    menu = watch(edit).menu
    assert menu is not None
    return list(menu.actions())


def pick(qtbot: QtBot, edit: QWidget, words: str) -> None:
    """Choose a line of the menu by its key."""
    action = next(one for one in menu_words(qtbot, edit) if one.text() == words)
    menu = watch(edit).menu
    assert menu is not None
    menu.setActiveAction(action)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    qtbot.waitUntil(menu.isHidden)


def test_a_slip_in_long_text_has_a_wave_and_is_told(box: Callable[[FieldType, str], QWidget]) -> None:
    edit = box(FieldType.LONG_TEXT, "😀 The reablment team")
    assert isinstance(edit, QPlainTextEdit)

    (mark,) = edit.extraSelections()

    assert mark.cursor.selectedText() == "reablment"
    assert mark.format.underlineStyle() == QTextCharFormat.UnderlineStyle.WaveUnderline
    assert edit.accessibleDescription() == "Help. 1 word may be misspelt: reablment."


def test_a_slip_in_a_line_is_drawn_and_told(box: Callable[[FieldType, str], QWidget]) -> None:
    edit = box(FieldType.TEXT, "reablment team")
    before = edit.grab().toImage()
    assert isinstance(edit, QLineEdit)

    assert edit.accessibleDescription().endswith("reablment.")
    switch().turn(on=False)
    watch(edit).check()

    assert edit.grab().toImage() != before
    assert edit.accessibleDescription() == "Help."
    switch().turn(on=True)


def test_names_and_codes_are_not_watched(window: Window, qtbot: QtBot) -> None:
    control = make_control(Field("legal_name", "Who?", FieldType.TEXT, "Help."), session_of(window))
    qtbot.addWidget(control)

    assert watch_of(control.first()) is None


@pytest.mark.parametrize("kind", [FieldType.LONG_TEXT, FieldType.TEXT])
def test_the_right_button_offers_what_was_meant(
    box: Callable[[FieldType, str], QWidget], qtbot: QtBot, kind: FieldType
) -> None:
    edit = box(kind, "reablment team")
    at = QPoint(20, edit.height() // 2 if kind is FieldType.TEXT else 12)
    hit = edit.viewport() if isinstance(edit, QPlainTextEdit) else edit

    QApplication.sendEvent(hit, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, hit.mapToGlobal(at)))
    offered = menu_words(qtbot, edit)

    assert offered[0].text() == "reablement"
    assert [action.text() for action in offered[-20:] if "reablment" in action.text()] == [
        "Add “reablment” to my words",
        "Ignore “reablment” here",
    ]
    pick(qtbot, edit, "reablement")
    assert (edit.text() if isinstance(edit, QLineEdit) else edit.property("plainText")) == "reablement team"
    assert watch(edit).said == ""


def test_f7_and_the_menu_key_replace_a_word_and_undo_brings_it_back(
    window: Window, qtbot: QtBot, ready: None, open_kind: Callable[[str], Room]
) -> None:
    del ready
    room = open_kind("case_study")
    edit = next(filter(None, (long_text(room, step) for step in range(4))))
    edit.setFocus()
    before = edit.toPlainText()
    edit.selectAll()
    QTest.keyClicks(edit, "We sort teh reablment")
    edit.moveCursor(edit.textCursor().MoveOperation.Start)

    QTest.keyClick(edit, Qt.Key.Key_F7)
    assert edit.textCursor().selectedText() == "teh"
    QTest.keyClick(edit, Qt.Key.Key_F7)
    assert edit.textCursor().selectedText() == "reablment"
    QTest.keyClick(edit, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    pick(qtbot, edit, "reablement")

    assert edit.toPlainText() == "We sort teh reablement"
    session_of(window).undo()
    assert edit.toPlainText() == "We sort teh reablment"
    session_of(window).undo()
    assert edit.toPlainText() == before


def test_a_word_is_added_for_good_and_another_ignored_here(
    box: Callable[[FieldType, str], QWidget], qtbot: QtBot
) -> None:
    edit, other = box(FieldType.LONG_TEXT, "wuzzle fizzlet"), box(FieldType.LONG_TEXT, "fizzlet wuzzle")
    assert isinstance(edit, QPlainTextEdit)
    assert isinstance(other, QPlainTextEdit)
    for place in (2, 9):
        cursor = edit.textCursor()
        cursor.setPosition(place)
        edit.setTextCursor(cursor)
        QTest.keyClick(edit, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
        pick(qtbot, edit, "Add “wuzzle” to my words" if place == 2 else "Ignore “fizzlet” here")
    watch(other).check()

    assert edit.extraSelections() == []
    assert [mark.cursor.selectedText() for mark in other.extraSelections()] == ["fizzlet"]
    assert own_words_file().read_text(encoding="utf-8") == "wuzzle\n"


def test_the_second_of_two_words_can_be_left_out(box: Callable[[FieldType, str], QWidget], qtbot: QtBot) -> None:
    edit = box(FieldType.LONG_TEXT, "So the the carers")
    assert isinstance(edit, QPlainTextEdit)

    QTest.keyClick(edit, Qt.Key.Key_F7)
    QTest.keyClick(edit, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    pick(qtbot, edit, "Leave out the second “the”")

    assert edit.toPlainText() == "So the carers"


def test_a_slip_is_marked_while_a_cell_of_a_table_is_typed_over(
    ready: None, open_kind: Callable[[str], Room], qtbot: QtBot
) -> None:
    del ready
    room = open_kind("mou")
    room.go_to_step(9)
    view = room.page.findChildren(LinesView)[0]
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0))

    QTest.keyClick(view, Qt.Key.Key_F2)
    line = view.findChildren(WavyLine)[-1]
    line.selectAll()
    QTest.keyClicks(line, "Talk it thruogh")

    qtbot.waitUntil(lambda: "thruogh" in watch(line).said)
    QTest.keyClick(line, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert view.model().index(0, 0).data() == "Talk it through"
