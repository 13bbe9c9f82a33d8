# SPDX-License-Identifier: MPL-2.0
"""Ctrl+Z takes back what a person did in a document, whatever box the keyboard is in, and goes to where it was."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTableView, QToolButton
from tests.ui.going import close_document, facts_of, open_document, room_of, session_of

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts
from evidencepack.domain.values import FieldType
from evidencepack.ui.field import FieldQuestion
from evidencepack.ui.room import Room
from evidencepack.ui.shell.keys import Command
from evidencepack.ui.shell.window import Window
from evidencepack.ui.tables.letters_question import LettersQuestion
from evidencepack.ui.tables.table_question import TableQuestion
from evidencepack.usecases.changes import SetAnswer, rows_of

Opener = Callable[[str], Room]
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def box(room: Room, name: str) -> QLineEdit | QPlainTextEdit:
    question = next(one for one in room.page.findChildren(FieldQuestion) if one.field.id == name)
    question.take_focus()
    found = question.control.first()
    assert isinstance(found, QLineEdit | QPlainTextEdit)
    return found


def text(edit: QLineEdit | QPlainTextEdit) -> str:
    return edit.text() if isinstance(edit, QLineEdit) else edit.toPlainText()


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = CTRL) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifiers)


def answers(window: Window, room: Room) -> object:
    return facts_of(window).records[room.record_id].answers


def test_typing_is_taken_back_as_a_whole_and_done_again_by_either_key(window: Window, open_kind: Opener) -> None:
    room = open_kind("raci")
    before = answers(window, room)
    edit = box(room, "title")
    was = text(edit)
    QTest.keyClick(edit, Qt.Key.Key_End)
    QTest.keyClicks(edit, ", daily")
    press(Qt.Key.Key_Z)
    assert text(edit) == was
    assert answers(window, room) == before
    press(Qt.Key.Key_Y)
    assert text(edit) == f"{was}, daily"
    press(Qt.Key.Key_Z)
    press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert text(edit) == f"{was}, daily"
    press(Qt.Key.Key_Z)
    press(Qt.Key.Key_Z)
    assert text(edit) == was


def test_a_long_text_keeps_the_cursor_where_its_words_changed(window: Window, open_kind: Opener) -> None:
    room = open_kind("mou")
    room.go_to_step(1)
    edit = box(room, "purpose")
    assert isinstance(edit, QPlainTextEdit)
    was = edit.toPlainText()
    cursor = edit.textCursor()
    cursor.setPosition(10)
    edit.setTextCursor(cursor)
    QTest.keyClicks(edit, "XYZ")
    session_of(window).settle()
    QTest.keyClicks(edit, "!")
    press(Qt.Key.Key_Z)
    press(Qt.Key.Key_Z)
    assert edit.toPlainText() == was
    assert edit.textCursor().position() == 10
    assert not edit.isUndoRedoEnabled()


def test_undo_goes_to_the_step_and_the_question_it_changed(window: Window, open_kind: Opener) -> None:
    room = open_kind("mou")
    room.go_to_step(1)
    area = box(room, "area")
    area.selectAll()
    QTest.keyClicks(area, "Marsh ward")
    room.go_to_step(0)
    press(Qt.Key.Key_Z)
    room = room_of(window)
    assert room.step == 1
    assert QApplication.focusWidget() is box(room, "area")


def test_each_document_has_its_own_steps(window: Window, open_kind: Opener) -> None:
    raci = open_kind("raci")
    title = box(raci, "title")
    QTest.keyClicks(title, "A ")
    mou = open_kind("mou")
    assert not window.commands_[Command.UNDO].isEnabled()
    mou.go_to_step(1)
    QTest.keyClicks(box(mou, "area"), "B")
    close_document(window)
    assert not window.commands_[Command.UNDO].isEnabled()
    open_document(window, raci.record_id)
    assert window.commands_[Command.UNDO].isEnabled()


def test_the_buttons_in_the_header_name_the_step(window: Window, open_kind: Opener) -> None:
    room = open_kind("raci")
    label = window.work.library["raci"].fields["title"].label
    QTest.keyClicks(box(room, "title"), "A ")
    undo, redo = (window.commands_[command] for command in (Command.UNDO, Command.REDO))
    assert undo.text() == f"Undo: typing in “{label}”"
    tool = next(one for one in window.header.findChildren(QToolButton) if one.accessibleName() == undo.text())
    assert tool.toolTip() == f"{undo.text()} (Ctrl+Z)"
    tool.click()
    assert (undo.isEnabled(), redo.text()) == (False, f"Redo: typing in “{label}”")


def test_letters_lines_and_moves_are_steps_by_name(window: Window, open_kind: Opener) -> None:
    room = open_kind("raci")
    step = next(at for at, one in enumerate(window.work.library["raci"].steps) if "letters" in one.fields)
    room.go_to_step(step)
    before = answers(window, room)
    grid = room.page.findChildren(LettersQuestion)[0]
    grid.take_focus()
    view = grid.findChildren(QTableView)[0]
    view.setCurrentIndex(grid.model.index(0, 0))
    letter = "i" if grid.model.letter(view.currentIndex()) != "i" else "c"
    QTest.keyClicks(view, letter)
    words = window.commands_[Command.UNDO].text()
    assert words.startswith("Undo: make ")
    assert f" {letter.upper()} in R-" in words
    press(Qt.Key.Key_Z)
    assert answers(window, room) == before
    press(Qt.Key.Key_Y)
    assert answers(window, room) != before


def test_a_line_that_was_removed_comes_back_where_it_stood(
    window: Window, open_kind: Opener, kept: Callable[[], Facts]
) -> None:
    room = open_kind("raci")
    session = session_of(window)
    before = facts_of(window).records[room.record_id]
    step = next(at for at, one in enumerate(window.work.library["raci"].steps) if "activities" in one.fields)
    room.go_to_step(step)
    table = [one for one in room.page.findChildren(TableQuestion) if one.field.id == "activities"]
    table[0].take_focus(rows_of(before, "activities")[1].id)
    table[0].move_line(1)
    table[0].add()
    assert session.facts.records[room.record_id] != before
    press(Qt.Key.Key_Z)
    press(Qt.Key.Key_Z)
    assert session.facts.records[room.record_id] == before
    window.close()
    assert kept().records[room.record_id] == before


def test_what_is_typed_into_a_cell_and_not_entered_goes_first(window: Window, open_kind: Opener) -> None:
    room = open_kind("raci")
    step = next(at for at, one in enumerate(window.work.library["raci"].steps) if "activities" in one.fields)
    QTest.keyClicks(box(room, "title"), "A ")
    room.go_to_step(step)
    view = next(one for one in room.page.findChildren(TableQuestion) if one.field.id == "activities").findChildren(
        QTableView
    )[0]
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0))
    view.edit(view.currentIndex())
    editor = view.findChildren(QLineEdit)[0]
    was = editor.text()
    QTest.keyClicks(editor, "zzz")
    before = answers(window, room)
    press(Qt.Key.Key_Z)
    assert answers(window, room) == before
    assert view.currentIndex().data() == was
    press(Qt.Key.Key_Z)
    assert answers(window, room) != before


def test_newer_words_stay_and_it_is_said(window: Window, open_kind: Opener, status: Callable[[], str]) -> None:
    room = open_kind("raci")
    QTest.keyClicks(box(room, "title"), "A ")
    session = session_of(window)
    session.work_in("")
    session.change(SetAnswer(FieldPath(room.record_id, "title"), FieldType.TEXT, "Written elsewhere"))
    session.work_in(room.record_id)
    press(Qt.Key.Key_Z)
    assert facts_of(window).records[room.record_id].answers["title"] == "Written elsewhere"
    assert "has newer words since, and they stay" in status()


def test_what_cannot_be_read_is_taken_back_too(window: Window, open_kind: Opener) -> None:
    room = open_kind("mou")
    room.go_to_step(2)
    date = box(room, "start_date")
    was = text(date)
    date.selectAll()
    QTest.keyClicks(date, "next spring")
    assert session_of(window).drafts
    press(Qt.Key.Key_Z)
    assert not session_of(window).drafts
    assert text(date) == was


@pytest.mark.usefixtures("window")
def test_a_paste_is_a_step_of_its_own_between_what_was_typed(open_kind: Opener) -> None:
    room = open_kind("mou")
    room.go_to_step(1)
    area = box(room, "area")
    assert isinstance(area, QLineEdit)
    area.setFocus()
    area.setCursorPosition(len(area.text()))
    was = area.text()
    QGuiApplication.clipboard().setText(" and Marsh ward")
    QTest.keyClicks(area, "a")
    area.paste()
    QTest.keyClicks(area, "bc")

    found = []
    for _ in range(3):
        press(Qt.Key.Key_Z)
        found.append(area.text())

    assert found == [f"{was}a and Marsh ward", f"{was}a", was]
