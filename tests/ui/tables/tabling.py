# SPDX-License-Identifier: MPL-2.0
"""Tables of a form, for tests: going to one, pressing its buttons, what its lines say, the clipboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from tests.ui.going import facts_of

from evidencepack.ui.room import Room
from evidencepack.ui.shell.window import Window
from evidencepack.ui.tables.letters_question import LettersQuestion
from evidencepack.ui.tables.letters_view import LettersView
from evidencepack.ui.tables.table_question import TableQuestion
from evidencepack.ui.tables.view import LinesView
from evidencepack.usecases.changes import rows_of

Key = Qt.Key
Opener = Callable[[str], Room]


def table(room: Room, step: int, name: str) -> tuple[TableQuestion, LinesView]:
    room.go_to_step(step)
    question = next(one for one in room.page.findChildren(TableQuestion) if one.field.id == name)
    view = question.findChildren(LinesView)[0]
    view.setFocus()
    return question, view


def items(window: Window, room: Room, name: str = "in_scope") -> list[str]:
    rows = rows_of(facts_of(window).records[room.record_id], name)
    return [str(row.cells.get("item", "")) for row in rows]


def press(question: QWidget, words: str) -> None:
    button = next(one for one in question.findChildren(QPushButton) if one.text() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def grid(room: Room) -> LettersView:
    room.go_to_step(3)
    return room.page.findChildren(LettersQuestion)[0].findChildren(LettersView)[0]


def clip(text: str, html: str = "") -> None:
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    QApplication.clipboard().setMimeData(data)
