# SPDX-License-Identifier: MPL-2.0
"""Beside the form: the pages or the help of the question that has the keyboard, by two tabs."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from tests.ui.going import close_document, facts_of, open_document, session_of
from tests.ui.walking import cut_words, missed, settle, too_wide, unnamed

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.values import FieldType
from evidencepack.ui.room import Room
from evidencepack.ui.shell.where import HELP
from evidencepack.ui.shell.window import Window
from evidencepack.usecases.changes import SetAnswer

Key = Qt.Key
Opener = Callable[[str], Room]


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def said(room: Room) -> list[str]:
    settle()
    return [one.text() for one in room.side.helps.findChildren(QLabel) if one.isVisible()]


def asked_first(open_kind: Opener) -> Room:
    """The memorandum, with the keyboard in the question about its purpose and the help of it beside."""
    room = open_kind("mou")
    room.go_to_step(1)
    QTest.keyClick(focus(), Key.Key_F1)
    return room


def test_f1_opens_the_help_of_the_question_and_once_more_the_manual(window: Window, open_kind: Opener) -> None:
    room = asked_first(open_kind)

    assert said(room)[0] == "Why are you working together?"
    assert "They ask why you work together, and which gap this partner closes." in said(room)
    assert "Everybody who reads the pack: your partners and the buyer’s evaluators." in said(room)
    assert "If you change it after signing, everybody who signed must sign again." in said(room)
    assert "80 words at most." in said(room)
    assert {"Example", "Weak", "Strong", "Where this comes from"} < set(said(room))
    assert (cut_words(room.side), unnamed(room.side), too_wide(room.side), missed(window)) == ([], [], [], [])
    assert room.page.isAncestorOf(focus())
    QTest.keyClick(focus(), Key.Key_F1)
    assert window.place.here.place == HELP


def test_the_help_follows_the_keyboard_and_the_cell(open_kind: Opener) -> None:
    room = asked_first(open_kind)

    QTest.keyClick(focus(), Key.Key_Tab)
    QTest.keyClick(focus(), Key.Key_Tab)
    assert said(room)[0] == "Which area do you cover?"

    room.go_to_step(3)
    view = focus()
    assert said(room)[:2] == ["What will each partner do?", "Which partner?"]
    QTest.keyClick(view, Key.Key_Right)
    assert said(room)[1] == "What do they deliver?"


def test_an_example_is_taken_from_the_side_as_one_step(window: Window, open_kind: Opener) -> None:
    room = asked_first(open_kind)
    session, path = session_of(window), FieldPath(room.record_id, "purpose")
    use = next(one for one in room.side.helps.findChildren(QPushButton) if one.text() == "Use as a starting point")
    assert not use.isEnabled()
    assert "Your own words stand there already." in said(room)

    session.change(SetAnswer(path, FieldType.LONG_TEXT, None))
    assert use.isEnabled()
    use.setFocus()
    QTest.keyClick(use, Key.Key_Space)

    record = facts_of(window).records[room.record_id]
    assert record.answers["purpose"] == session.library["mou"].fields["purpose"].example
    assert room.page.isAncestorOf(focus())
    assert "This is the example. Change it to your own words." in said(room)
    session.undo()
    assert "purpose" not in facts_of(window).records[room.record_id].answers


def test_the_tab_that_was_open_is_open_in_the_next_document(window: Window, open_kind: Opener) -> None:
    room = open_kind("mou")
    room.side.tabs.setFocus()
    QTest.keyClick(room.side.tabs, Key.Key_Right)
    assert (room.preview.isVisible(), room.side.helps.isVisible()) == (False, True)
    assert window.chosen.now.help_beside
    close_document(window)

    other = open_document(window, next(facts_of(window).of_kind("raci")).id)
    assert other.side.helps.isVisible()
    QTest.keyClick(other.side.tabs, Key.Key_Left)
    assert other.preview.isVisible()
    assert not window.chosen.now.help_beside


def test_f6_comes_to_the_help_and_escape_goes_back(window: Window, open_kind: Opener) -> None:
    room = asked_first(open_kind)
    here = focus()
    for _ in range(8):
        if focus() is not room.side.helps:
            QTest.keyClick(focus(), Key.Key_F6)
    assert focus() is room.side.helps

    QTest.keyClick(focus(), Key.Key_Escape)

    assert focus() is here
    del window


def test_in_a_narrow_window_f1_shows_the_help_in_place_of_the_form(window: Window, open_kind: Opener) -> None:
    room = open_kind("mou")
    room.go_to_step(1)
    window.resize(900, 560)

    QTest.keyClick(focus(), Key.Key_F1)
    assert not room.page.isVisible()
    assert said(room)[0] == "Why are you working together?"
    assert focus() is room.side.helps

    QTest.keyClick(focus(), Key.Key_Escape)
    assert room.page.isAncestorOf(focus())
    assert room.side.isHidden()
