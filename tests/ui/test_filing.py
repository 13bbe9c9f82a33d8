# SPDX-License-Identifier: MPL-2.0
"""A logo's way from a file to the screen, with the keys and clicks of a person."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from tests.guard import pictures
from tests.ui.going import facts_of, session_of

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts
from evidencepack.domain.values import Attachment, FieldType
from evidencepack.library.model import Field
from evidencepack.ui.file_question import FileQuestion
from evidencepack.ui.shell import losing
from evidencepack.ui.shell.window import Window
from evidencepack.ui.step_page import StepPage
from evidencepack.usecases.changes import RemoveRecord
from evidencepack.usecases.forms import Asked


class Desk:
    """The page of the organisation that is asked for its logo, and the hands of a person."""

    def __init__(self, window: Window, qtbot: QtBot) -> None:
        self.window, self.qtbot = window, qtbot
        # The page fills the window; what the window shows round its places lives on.
        self.frame = window.takeCentralWidget()
        self.record = next(facts_of(window).of_kind("organisation")).id
        self.page = self._open()

    def _open(self) -> StepPage:
        kind = session_of(self.window).library["organisation"]
        step = next(number for number, step in enumerate(kind.steps) if "logo" in step.fields)
        page = StepPage(session_of(self.window), self.record, step)
        self.window.setCentralWidget(page)
        page.show()
        self.question = next(one for one in page.findChildren(FileQuestion) if one.field.id == "logo")
        return page

    def leave(self) -> None:
        """Go to another page: this one is gone for good."""
        self.page.close_page()
        self.page.deleteLater()
        QApplication.sendPostedEvents(self.page, QEvent.Type.DeferredDelete)

    def come_back(self) -> None:
        self.page = self._open()

    def press(self, words: str, *, key: Qt.Key = Qt.Key.Key_Space) -> None:
        button = next(one for one in self.question.findChildren(QPushButton) if one.text() == words)
        button.setFocus()
        QTest.keyClick(button, key)

    def click(self, words: str) -> None:
        button = next(one for one in self.question.findChildren(QPushButton) if one.text() == words)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def answer(self) -> Attachment | None:
        found = facts_of(self.window).records[self.record].answers.get("logo")
        assert found is None or isinstance(found, Attachment)
        return found

    def settled(self) -> None:
        """Wait until no file is coming and what came is shown."""
        session = session_of(self.window)
        self.qtbot.waitUntil(lambda: not session.filing.coming)

    def said(self) -> str:
        return "\n".join(one.text() for one in self.question.findChildren(QLabel) if not one.isHidden() and one.text())

    def shows_picture(self) -> bool:
        return any(not one.pixmap().isNull() and one.isVisible() for one in self.question.findChildren(QLabel))


@pytest.fixture
def desk(window: Window, qtbot: QtBot) -> Desk:
    return Desk(window, qtbot)


@pytest.fixture
def choosing(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path | None], None]:
    """Have the system's dialog answer with a file, or with none."""

    def choose(file: Path | None) -> None:
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file or ""), ""))

    return choose


@pytest.fixture
def logo(tmp_path: Path) -> Path:
    file = tmp_path / "logo.png"
    file.write_bytes(pictures.saved(pictures.drawing(size=(2000, 800)), "PNG"))
    return file


Choose = Callable[[Path | None], None]


def test_a_logo_is_chosen_shown_and_kept(desk: Desk, choosing: Choose, logo: Path, kept: Callable[[], Facts]) -> None:
    choosing(logo)
    desk.press("Choose a picture…")
    assert "Looking at logo.png…" in desk.said()
    desk.settled()

    assert "logo.png" in desk.said()
    assert "small" not in desk.said()
    assert desk.shows_picture()
    shown = desk.answer()
    desk.window.close()
    assert kept().records[desk.record].answers["logo"] == shown


def test_on_a_wide_page_nothing_is_squeezed(desk: Desk, choosing: Choose, tmp_path: Path, qtbot: QtBot) -> None:
    desk.window.resize(1800, 700)
    small = tmp_path / "small.png"
    small.write_bytes(pictures.saved(pictures.drawing(size=(90, 40)), "PNG"))
    choosing(small)
    desk.click("Choose a picture…")
    desk.settled()
    qtbot.waitUntil(lambda: desk.question.height() >= desk.question.heightForWidth(desk.question.width()))


def test_a_dialog_that_is_left_changes_nothing(desk: Desk, choosing: Choose) -> None:
    choosing(None)
    desk.click("Choose a picture…")
    assert not session_of(desk.window).filing.coming
    assert not desk.question.problem


def test_a_small_logo_is_shown_with_what_to_know_about_it(desk: Desk, choosing: Choose, tmp_path: Path) -> None:
    small = tmp_path / "small.png"
    small.write_bytes(pictures.saved(pictures.drawing(size=(90, 40)), "PNG"))
    choosing(small)
    desk.click("Choose a picture…")
    desk.settled()
    assert "This picture is small: 90 × 40 pixels" in desk.said()
    assert "This picture is small" in desk.question.control.first().accessibleDescription()


def test_what_cannot_be_used_is_said_beside_the_question_and_the_old_logo_stays(
    desk: Desk, choosing: Choose, logo: Path, tmp_path: Path
) -> None:
    choosing(logo)
    desk.click("Choose a picture…")
    desk.settled()
    before = desk.answer()
    page = tmp_path / "download.png"
    page.write_bytes(b"<!DOCTYPE html><html>")
    for file, sentence in ((page, "This is a web page, not a picture."), (tmp_path / "typo.png", "There is no file")):
        choosing(file)
        desk.press("Choose a picture…")
        desk.settled()
        assert f"Error: {sentence}" in desk.said().replace("“", "")
        assert "logo.png" in desk.said()
        assert desk.answer() == before
    choosing(logo)
    desk.press("Choose a picture…")
    desk.settled()
    assert "Error" not in desk.said()


def test_a_logo_is_taken_away(desk: Desk, choosing: Choose, logo: Path) -> None:
    choosing(logo)
    desk.click("Choose a picture…")
    desk.settled()
    first = desk.answer()
    desk.press("Take it away")
    assert desk.answer() is None
    assert not desk.shows_picture()
    assert QApplication.focusWidget() is desk.question.control.first()
    assert first is not None
    assert desk.window.work.store.wait_for(lambda workspace: workspace.attachment(first.sha256))


def test_a_page_can_be_left_while_its_logo_is_looked_at(desk: Desk, choosing: Choose, logo: Path) -> None:
    choosing(logo)
    desk.press("Choose a picture…")
    desk.leave()
    desk.settled()
    assert desk.answer() is not None
    desk.come_back()
    assert desk.shows_picture()


def test_a_logo_of_an_earlier_day_is_shown_when_the_page_opens(desk: Desk, logo: Path) -> None:
    def attach(workspace: object) -> Attachment:
        return workspace.attach(logo.read_bytes(), "old.png", "image/png")  # type: ignore[attr-defined,no-any-return]

    answer = desk.window.work.store.wait_for(attach)
    session_of(desk.window)._put_file(FieldPath(desk.record, "logo"), answer)
    desk.qtbot.waitUntil(desk.shows_picture)
    assert "old.png" in desk.said()


def test_a_file_that_was_kept_as_a_logo_and_is_none_is_said_to_be_so(desk: Desk) -> None:
    def attach(workspace: object) -> Attachment:
        return workspace.attach(b"%PDF-1.7", "old.png", "image/png")  # type: ignore[attr-defined,no-any-return]

    answer = desk.window.work.store.wait_for(attach)
    session_of(desk.window)._put_file(FieldPath(desk.record, "logo"), answer)
    desk.qtbot.waitUntil(lambda: "This is a PDF, not a picture" in desk.said())


def test_a_choice_that_is_taken_back_does_not_arrive(desk: Desk, choosing: Choose, logo: Path, qtbot: QtBot) -> None:
    choosing(logo)
    desk.press("Choose a picture…")
    desk.press("Take it away")
    assert not session_of(desk.window).filing.coming
    qtbot.wait(400)
    assert desk.answer() is None
    assert "Looking at" not in desk.said()


def test_of_two_choices_the_second_counts(desk: Desk, choosing: Choose, logo: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.jpg"
    other.write_bytes(pictures.photograph())
    choosing(logo)
    desk.press("Choose a picture…")
    choosing(other)
    desk.press("Choose a picture…")
    desk.settled()
    answer = desk.answer()
    assert answer is not None
    assert answer.name == "other.jpg"


def test_a_record_that_is_removed_meanwhile_gets_no_logo(desk: Desk, choosing: Choose, logo: Path) -> None:
    choosing(logo)
    desk.press("Choose a picture…")
    desk.leave()
    session_of(desk.window).change(RemoveRecord(desk.record))
    desk.settled()
    assert desk.record not in facts_of(desk.window).records


def test_the_window_asks_before_a_logo_is_left_behind(
    desk: Desk, choosing: Choose, logo: Path, monkeypatch: pytest.MonkeyPatch, kept: Callable[[], Facts]
) -> None:
    asked: list[str] = []

    def answer(_parent: object, what: str, *_: object, **__: object) -> bool:
        asked.append(what)
        return len(asked) > 1

    monkeypatch.setattr(losing, "may_lose", answer)
    choosing(logo)
    desk.press("Choose a picture…")
    assert not desk.window.close()
    assert desk.window.close()
    assert asked == ["“logo.png” is still being looked at, and would not be attached."] * 2
    assert "logo" not in kept().records[desk.record].answers


def test_any_file_can_answer_a_question_that_asks_for_no_picture(
    window: Window, qtbot: QtBot, choosing: Choose, tmp_path: Path
) -> None:
    path = FieldPath(next(facts_of(window).of_kind("organisation")).id, "logo")
    field = Field("logo", "Proof?", FieldType.FILE, "Help.")
    shown = FileQuestion(field, session_of(window))
    qtbot.addWidget(shown)
    shown.show_asked(Asked(path, field, None, required=False))
    assert shown.control.first().accessibleName() == "Choose a file: Proof? (optional)"
    (tmp_path / "policy.pdf").write_bytes(b"%PDF-1.7")
    choosing(tmp_path / "policy.pdf")
    QTest.mouseClick(shown.control.first(), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not session_of(window).filing.coming)
    answer = facts_of(window).records[path.record].answers["logo"]
    assert isinstance(answer, Attachment)
    assert answer.name == "policy.pdf"
