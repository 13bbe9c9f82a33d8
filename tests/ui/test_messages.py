# SPDX-License-Identifier: MPL-2.0
"""Dialogs: the safe answer is the default, what they quote is never markup; examples replace nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from tests.ui.going import facts_of, session_of
from tests.ui.walking import cut_words, unnamed

from evidencepack.ui.field import FieldQuestion
from evidencepack.ui.messages import Message, agreed, news, tell
from evidencepack.ui.room import Room
from evidencepack.ui.shell.window import Window


def answer(key: Qt.Key | None, words: str = "") -> list[str]:
    """Answer the next dialog with a key or a button, and say what it said."""
    said: list[str] = []

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, Message)
        try:
            assert all(one.textFormat() is Qt.TextFormat.PlainText for one in box.findChildren(QLabel) if one.text())
            assert (unnamed(box), cut_words(box)) == ([], [])
            said.extend((box.title, *box.sentences))
            if key is not None:
                QTest.keyClick(box, key)
            else:
                next(button for button in box.buttons if button.text() == words).click()
        finally:
            # One that stays open for a mistake of the test would wait for ever.
            box.done(box.result())

    QTimer.singleShot(0, press)
    return said


@pytest.mark.parametrize(
    ("key", "words", "result"), [(Qt.Key.Key_Return, "", False), (Qt.Key.Key_Escape, "", False), (None, "Do it", True)]
)
def test_only_the_button_that_says_so_goes_on(qtbot: QtBot, key: Qt.Key | None, words: str, *, result: bool) -> None:
    del qtbot
    said = answer(key, words)

    assert agreed(None, "Really?", "<b>Names</b> stay as they are.", do="Do it") is result
    assert said == ["Really?", "<b>Names</b> stay as they are."]


def test_bad_news_has_one_button(qtbot: QtBot) -> None:
    del qtbot
    said = answer(Qt.Key.Key_Return)

    tell(None, "It cannot be opened", "Nothing was changed.")

    assert said == ["It cannot be opened", "Nothing was changed."]


def test_news_says_what_happened_what_is_safe_and_what_to_do() -> None:
    said = news("“Pack 1.0.pdf” is open in another program. The old file is kept. Close it, then try again.")

    assert said == [
        ("What happened", "“Pack 1.0.pdf” is open in another program."),
        ("What is safe", "The old file is kept."),
        ("What to do", "Close it, then try again."),
    ]
    assert news("The disk is full.") == [("", "The disk is full.")]
    assert [words for _, words in news("It stopped. Try again.", safe="All is saved.")] == [
        *("It stopped.", "All is saved.", "Try again."),
    ]


def test_an_example_is_a_starting_point_only_for_an_empty_answer(
    window: Window, open_kind: Callable[[str], Room]
) -> None:
    room = open_kind("mou")
    room.go_to_step(1)
    area = next(one for one in room.page.findChildren(FieldQuestion) if one.field.id == "area")
    area.unfold()
    use = next(one for one in area.findChildren(QPushButton) if one.text() == "Use as a starting point")
    assert not use.isEnabled()

    def said() -> set[str]:
        return {one.text() for one in area.findChildren(QLabel)}

    area.control.show_text("Marsh")
    area.control.edited.emit("Marsh")
    assert not use.isEnabled()
    assert "Your own words stand there already." in said()
    area.control.show_text("")
    area.control.edited.emit("")
    assert use.isEnabled()
    note = next(one for one in area.findChildren(QLabel) if one.text().startswith("This is an example."))
    assert not note.isVisible()
    use.click()

    assert facts_of(window).records[room.record_id].answers["area"] == area.field.example
    assert facts_of(window).records[room.record_id].example == "example:area"
    assert note.isVisible()
    session_of(window).undo()
    assert facts_of(window).records[room.record_id].example == ""
    assert not note.isVisible()
    session_of(window).redo()
    assert note.isVisible()
    assert "This is the example. Change it to your own words." in said()
    assert "Your own words stand there already." not in said()
    area.control.show_text("Marsh ward")
    area.control.edited.emit("Marsh ward")
    assert facts_of(window).records[room.record_id].example == ""
    assert not note.isVisible()
    area.unfold()
    assert not use.isVisible()


def test_pages_that_cannot_be_made_say_why_and_the_old_ones_stay(
    window: Window, open_kind: Callable[[str], Room], qtbot: QtBot
) -> None:
    del window
    room = open_kind("raci")
    qtbot.waitUntil(lambda: room.preview.pages.page_count > 0)

    room.preview.show_problem("The pages cannot be made. No font has that letter.")

    assert room.preview.pages.page_count > 0
