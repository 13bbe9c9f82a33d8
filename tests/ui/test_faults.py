# SPDX-License-Identifier: MPL-2.0
"""A fault of the program: nothing typed is lost, one dialog, and a report without anybody's words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from tests.ui.going import facts_of
from tests.ui.walking import cut_words, settle, unnamed

from evidencepack.domain.record import Facts
from evidencepack.ui import faults
from evidencepack.ui.faults import Faults, report
from evidencepack.ui.field import FieldQuestion
from evidencepack.ui.messages import Message
from evidencepack.ui.room import Room
from evidencepack.ui.shell.window import Window

Opener = Callable[[str], Room]


def fault() -> Exception:
    """An error that quotes what somebody typed, as many do."""
    try:
        try:
            int("Mrs Tŵmbarlwm, 14 Quay Street")
        except ValueError as error:
            raise RuntimeError("Mrs Tŵmbarlwm") from error
    except RuntimeError as error:
        made: Exception = error
    return made


def answered(act: Callable[[Message], None]) -> None:
    """Do something in the next dialog, and close it."""

    def find() -> None:
        message = QApplication.activeModalWidget()
        assert isinstance(message, Message)
        try:
            act(message)
        finally:
            message.done(0)

    QTimer.singleShot(0, find)


def test_what_was_typed_before_a_fault_is_kept(
    window: Window, open_kind: Opener, kept: Callable[[], Facts], qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    room = open_kind("mou")
    room.go_to_step(1)
    area = next(one for one in room.page.findChildren(FieldQuestion) if one.field.id == "area")
    box = area.control.first()
    assert isinstance(box, QLineEdit)
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "All of Quayside")
    said: list[str] = []
    answered(lambda message: said.extend(message.sentences))

    error = fault()
    Faults(window).hear(type(error), error, error.__traceback__)

    assert "Your words are safe: what you typed is on the screen, and is being saved." in said
    assert box.text() == "All of Quayside"
    assert facts_of(window).records[room.record_id].answers["area"] == "All of Quayside"
    qtbot.waitUntil(lambda: not window.isHidden())
    window.close()
    assert kept().records[room.record_id].answers["area"] == "All of Quayside"
    assert "RuntimeError" in capsys.readouterr().err


def test_a_fault_that_comes_again_while_it_is_told_opens_no_second_dialog(window: Window) -> None:
    heard = Faults(window)
    error = fault()
    seen: list[int] = []

    def again(_message: Message) -> None:
        heard.hear(type(error), error, error.__traceback__)
        dialogs = (one for one in QApplication.topLevelWidgets() if isinstance(one, Message))
        seen.append(sum(one.isVisible() for one in dialogs))

    answered(again)
    heard.hear(type(error), error, error.__traceback__)

    assert seen == [1]


def test_a_report_is_saved_where_the_person_says_and_holds_none_of_their_words(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "report.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))

    def save(message: Message) -> None:
        settle()
        assert unnamed(message) == []
        assert cut_words(message) == []
        next(one for one in message.findChildren(QPushButton) if one.text() == "Save a report…").click()
        next(one for one in message.findChildren(QPushButton) if one.text() == "Copy details").click()

    answered(save)
    error = fault()
    Faults(window).hear(type(error), error, error.__traceback__)

    written = file.read_text(encoding="utf-8")
    assert written.startswith("Fault: RuntimeError from ValueError\nevidencepack ")
    assert "test_faults.py" in written
    assert QApplication.clipboard().text() == written
    for word in ("Tŵmbarlwm", "Quay Street", str(Path.home()), str(Path.cwd())):
        assert word not in written


def test_a_report_that_cannot_be_written_is_told(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "file" / "report.txt"), ""))
    monkeypatch.setattr(faults, "tell", lambda _parent, title, _sentence: told.append(title))

    answered(lambda message: next(one for one in message.buttons if one.text() == "Save a report…").click())
    error = fault()
    Faults(window).hear(type(error), error, error.__traceback__)

    assert told == ["The report could not be saved"]


def test_the_places_of_a_report_name_no_folder_of_a_person() -> None:
    assert all(not line.startswith("/") for line in report(fault()).splitlines())
