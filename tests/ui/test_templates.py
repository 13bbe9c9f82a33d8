# SPDX-License-Identifier: MPL-2.0
"""A Word template's way from a file to an answer: looked at, shown as a page, kept or not, taken away."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from tests.guard import word_templates
from tests.ui.going import facts_of, session_of

from evidencepack.domain.record import Facts
from evidencepack.domain.values import Attachment
from evidencepack.ui.file_question import FileQuestion
from evidencepack.ui.shell.window import Window
from evidencepack.ui.step_page import StepPage

CHOOSE, KEEP, REFUSE, REMOVE = "Choose a Word template…", "Keep this template", "Do not keep it", "Take it away"


class Desk:
    """The page of the organisation that is asked for its template, and the hands of a person."""

    def __init__(self, window: Window, qtbot: QtBot) -> None:
        self.window, self.qtbot = window, qtbot
        self.frame = window.takeCentralWidget()
        self.record = next(facts_of(window).of_kind("organisation")).id
        self.open()

    def open(self) -> None:
        """Go to the page, or come back to it."""
        kind = session_of(self.window).library["organisation"]
        step = next(number for number, step in enumerate(kind.steps) if "word_template" in step.fields)
        self.page = StepPage(session_of(self.window), self.record, step)
        self.window.setCentralWidget(self.page)
        self.page.show()
        self.question = next(one for one in self.page.findChildren(FileQuestion) if one.field.id == "word_template")

    def press(self, words: str) -> None:
        button = next(one for one in self.question.findChildren(QPushButton) if one.text() == words)
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)

    def offers(self) -> bool:
        return any(one.text() == KEEP and not one.isHidden() and one.isVisible() for one in self._buttons())

    def _buttons(self) -> list[QPushButton]:
        return self.question.findChildren(QPushButton)

    def answer(self) -> Attachment | None:
        found = facts_of(self.window).records[self.record].answers.get("word_template")
        assert found is None or isinstance(found, Attachment)
        return found

    def said(self) -> str:
        return "\n".join(one.text() for one in self.question.findChildren(QLabel) if not one.isHidden() and one.text())

    def shows_page(self) -> bool:
        page = self.question.findChild(QLabel, "template_page")
        return page is not None and page.isVisible() and not page.pixmap().isNull()


@pytest.fixture
def desk(window: Window, qtbot: QtBot) -> Desk:
    return Desk(window, qtbot)


@pytest.fixture
def choosing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[bytes], None]:
    """Have the system's dialog answer with a file of these bytes."""

    def choose(data: bytes) -> None:
        file = tmp_path / "letter.dotx"
        file.write_bytes(data)
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))

    return choose


Choose = Callable[[bytes], None]


def test_a_template_is_seen_before_it_is_kept(
    desk: Desk, choosing: Choose, qtbot: QtBot, kept: Callable[[], Facts]
) -> None:
    choosing(word_templates.house())
    desk.press(CHOOSE)
    assert "Looking at letter.dotx…" in desk.said()
    qtbot.waitUntil(desk.offers)
    assert desk.answer() is None
    assert desk.shows_page()
    assert "“letter.docx” is not kept yet." in desk.said()
    assert "PDFs keep their own look." in desk.said()
    assert "Not taken over: its text" in desk.said()
    focused = desk.window.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == KEEP

    desk.open()
    assert desk.offers(), "it waits while the person is elsewhere"
    desk.press(KEEP)
    qtbot.waitUntil(lambda: desk.answer() is not None)
    assert not desk.offers()
    assert desk.shows_page()
    shown = desk.answer()
    assert shown is not None
    assert shown.name == "letter.docx"

    desk.press(REMOVE)
    assert desk.answer() is None
    assert not desk.shows_page()
    session_of(desk.window).undo()
    assert desk.answer() == shown
    desk.window.close()
    assert kept().records[desk.record].answers["word_template"] == shown


def test_a_template_that_is_not_wanted_leaves_nothing_behind(desk: Desk, choosing: Choose, qtbot: QtBot) -> None:
    choosing(word_templates.house())
    desk.press(CHOOSE)
    qtbot.waitUntil(desk.offers)
    desk.press(REFUSE)
    assert not desk.offers()
    assert not desk.shows_page()
    assert desk.answer() is None


def test_a_file_that_is_no_template_says_why(desk: Desk, choosing: Choose, qtbot: QtBot) -> None:
    choosing(b"%PDF-1.7")
    desk.press(CHOOSE)
    qtbot.waitUntil(lambda: bool(desk.question.problem))
    assert "This is a PDF, not a Word file." in desk.question.problem
    assert not desk.offers()
