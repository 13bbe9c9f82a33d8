# SPDX-License-Identifier: MPL-2.0
"""What needs another look in a step: said above the questions and beside them, each line a way to its place."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot
from tests.ui.going import room_of, session_of
from tests.ui.walking import cut_words, settle, unnamed

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.values import FieldType, Number
from evidencepack.ui.field import FieldQuestion
from evidencepack.ui.room import Room
from evidencepack.ui.shell.where import in_document, in_record
from evidencepack.ui.shell.window import Window
from evidencepack.usecases.changes import SetAnswer

Key = Qt.Key
Opener = Callable[[str], Room]


def asked(room: Room, name: str) -> FieldQuestion:
    return next(one for one in room.page.findChildren(FieldQuestion) if one.field.id == name)


def lines(room: Room) -> list[str]:
    return [] if room.page.summary.isHidden() else [one.text() for one in room.page.summary.links]


def test_f5_names_what_is_wrong_in_the_step_and_enter_goes_there(
    window: Window, open_kind: Opener, qtbot: QtBot
) -> None:
    room = open_kind("mou")
    room.go_to_step(2)
    session_of(window).change(SetAnswer(FieldPath(room.record_id, "end_date"), FieldType.DATE, None))
    start = asked(room, "start_date").control.first()
    assert isinstance(start, QLineEdit)
    start.setFocus()
    start.selectAll()
    QTest.keyClicks(start, "some day")
    assert lines(room) == []

    QTest.keyClick(window, Key.Key_F5)

    assert len(lines(room)) == 2
    assert "“some day” is not a date" in lines(room)[0]
    assert lines(room)[1].endswith("an answer is needed here")
    first, _ = room.page.summary.links
    assert QApplication.focusWidget() is first
    settle()
    assert (cut_words(room.page), unnamed(room.page)) == ([], [])
    QTest.keyClick(first, Key.Key_Return)
    assert QApplication.focusWidget() is start
    start.selectAll()
    QTest.keyClicks(start, "1 May 2027")
    qtbot.waitUntil(lambda: len(lines(room)) == 1)
    said = [one.text() for one in asked(room, "end_date").findChildren(QLabel) if one.property("role") == "error"]
    assert "Error: an answer is needed here" in said


def test_a_step_that_was_left_with_a_mistake_says_so_when_one_comes_back(window: Window, open_kind: Opener) -> None:
    room = open_kind("mou")
    room.go_to_step(2)
    box = asked(room, "start_date").control.first()
    assert isinstance(box, QLineEdit)
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "some day")
    room.go_on()
    assert (room.step, lines(room)) == (3, [])

    room.go_by(-1)

    assert len(lines(room)) == 1
    assert QApplication.focusWidget() is room.page.summary.links[0]
    assert session_of(window).drafts


def test_what_nobody_has_answered_yet_is_still_to_do_and_no_mistake(window: Window, open_kind: Opener) -> None:
    room = open_kind("mou")
    session = session_of(window)
    room.go_to_step(2)
    session.change(SetAnswer(FieldPath(room.record_id, "end_date"), FieldType.DATE, None))
    room.go_on()

    room.go_by(-1)
    assert lines(room) == []
    window.open_at(in_record(session.facts.tender))
    window.open_at(in_document(room.record_id, FieldPath(room.record_id, "end_date")))
    assert lines(room_of(window)) == []

    room_of(window).check_step()
    assert len(lines(room_of(window))) == 1


def test_a_day_that_cannot_be_read_is_told_so_and_kept_as_it_was_typed(window: Window, open_kind: Opener) -> None:
    """The answer is missing too, but that is not what is wrong with it."""
    room = open_kind("mou")
    session = session_of(window)
    room.go_to_step(2)
    session.change(SetAnswer(FieldPath(room.record_id, "end_date"), FieldType.DATE, None))
    box = asked(room, "end_date").control.first()
    assert isinstance(box, QLineEdit)
    box.setFocus()
    QTest.keyClicks(box, "when the money ends")
    QTest.keyClick(window, Key.Key_F5)

    assert [one for one in lines(room) if "an answer is needed" in one] == []
    assert any("“when the money ends” is not a date. Write it like 15 February 2027." in one for one in lines(room))
    assert box.text() == "when the money ends"

    box.setFocus()
    box.selectAll()
    QTest.keyClick(box, Key.Key_Delete)
    room.go_on()
    room.go_by(-1)
    assert lines(room) == []


def test_a_form_that_is_empty_and_seen_first_complains_of_nothing(window: Window, open_kind: Opener) -> None:
    room = open_kind("mou")
    for name in ("purpose", "area"):
        kind = FieldType.LONG_TEXT if name == "purpose" else FieldType.TEXT
        session_of(window).change(SetAnswer(FieldPath(room.record_id, name), kind, None))

    room.go_to_step(1)

    assert lines(room) == []


def test_the_words_of_all_paragraphs_are_counted_against_the_limit_of_the_buyer(
    window: Window, open_kind: Opener
) -> None:
    room = open_kind("narrative")
    session = session_of(window)
    step = next(at for at, one in enumerate(session.library["narrative"].steps) if "p1_purpose" in one.fields)
    session.change(SetAnswer(FieldPath(room.record_id, "word_limit"), FieldType.NUMBER, Number(Decimal(3), "words")))
    room.go_to_step(step)

    said = [one.text() for one in room.page.findChildren(QLabel) if one.text().startswith("All five paragraphs")]

    assert len(said) == 1
    assert said[0].endswith("words too many")


def test_a_form_that_has_answers_and_is_seen_first_complains_of_nothing_either(
    window: Window, open_kind: Opener
) -> None:
    room = open_kind("mou")
    session = session_of(window)
    session.change(SetAnswer(FieldPath(room.record_id, "purpose"), FieldType.LONG_TEXT, None))
    window.open_at(in_record(session.facts.tender))
    window.open_at(in_document(room.record_id))
    assert lines(room_of(window)) == []

    room_of(window).go_to_step(1)

    assert lines(room_of(window)) == []
