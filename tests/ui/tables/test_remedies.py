# SPDX-License-Identifier: MPL-2.0
"""Letters that do not do: the usual answer is one press away, and one step of undo."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from tests.ui.going import session_of
from tests.ui.tables.tabling import Key, Opener, grid
from tests.ui.walking import cut_words, missed, settle, unnamed

from evidencepack.ui.room import Room
from evidencepack.ui.shell.window import Window
from evidencepack.ui.tables.letters_question import LettersQuestion
from evidencepack.ui.tables.letters_view import LettersView
from evidencepack.ui.tables.remedies import Remedies


def offered(room: Room) -> list[QPushButton]:
    settle()
    found = room.page.findChildren(Remedies)[0].findChildren(QPushButton)
    return [one for one in found if one.isVisible()]


def letters(view: LettersView, line: int) -> list[str]:
    model = view.model()
    return [str(model.index(line, role).data()) for role in range(model.columnCount() - 1)]


def give(view: LettersView, line: int, given: dict[int, Key]) -> None:
    """Give letters to the roles of a task by their keys, and take all others away."""
    for role in range(view.model().columnCount() - 1):
        view.setCurrentIndex(view.model().index(line, role))
        QTest.keyClick(view, given.get(role, Key.Key_Delete))


def said(room: Room) -> list[str]:
    question = room.page.findChildren(LettersQuestion)[0]
    return [one.text() for one in question.findChildren(QLabel) if one.isVisible()]


def test_who_does_it_alone_is_made_accountable_by_one_press(window: Window, open_kind: Opener) -> None:
    room = open_kind("raci")
    view = grid(room)
    settle()
    top = view.y()
    give(view, 4, {1: Key.Key_R, 2: Key.Key_C})
    question = room.page.findChildren(LettersQuestion)[0]
    who = question.model.grid.roles[1].second

    (fix,) = offered(room)
    assert fix.text() == f"Make {who.split(' ')[0]} A/R"
    assert any(one.endswith(f"{who} already does it, so A/R is the usual answer.") for one in said(room))
    assert (cut_words(question), unnamed(question), missed(window), view.y()) == ([], [], [], top)
    QTest.keyClick(view, Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is fix
    QTest.keyClick(fix, Key.Key_Space)

    assert letters(view, 4)[1:3] == ["A/R", "C"]
    assert (view.currentIndex().row(), view.currentIndex().column()) == (4, 1)
    assert view.hasFocus()
    assert offered(room) == []
    session = session_of(window)
    told: list[str] = []
    session.undo_changed.connect(lambda _undo, words, _redo, _again: told.append(words))
    session.say_steps()
    assert told == [f"make {who.split(' ')[0]} A/R"]
    session.undo()
    assert letters(view, 4)[1:3] == ["R", "C"]


def test_where_two_answer_for_a_task_either_can_be_the_one(open_kind: Opener) -> None:
    room = open_kind("raci")
    view = grid(room)
    give(view, 0, {0: Key.Key_A, 1: Key.Key_B})

    first, second = offered(room)
    assert first.text().startswith("Only ")
    assert second.text().endswith(" has the A")
    QTest.mouseClick(second, Qt.MouseButton.LeftButton)

    assert letters(view, 0)[:2] == ["C", "A/R"]


def test_where_nobody_can_tell_what_is_usual_nothing_is_offered(open_kind: Opener) -> None:
    room = open_kind("raci")
    view = grid(room)
    give(view, 0, {0: Key.Key_R, 1: Key.Key_R})

    assert offered(room) == []
    assert any("nobody has an A." in one for one in said(room))
