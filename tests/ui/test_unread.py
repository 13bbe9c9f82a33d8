# SPDX-License-Identifier: MPL-2.0
"""Whatever somebody types is there again when they come back, also what cannot be read as an answer yet."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from tests.ui.going import open_document, session_of

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.ui.room import Room
from evidencepack.ui.shell import losing
from evidencepack.ui.shell.window import Window
from evidencepack.usecases.unread import unread_file

Opener = Callable[[str], Room]


@pytest.fixture
def asked(window: Window, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the person is asked before something is lost; they say no."""
    del window
    titles: list[str] = []

    def agreed(_parent: object, title: str, *_: object, **__: object) -> bool:
        titles.append(title)
        return False

    monkeypatch.setattr(losing, "may_lose", agreed)
    return titles


def type_nonsense(room: Room) -> FieldPath:
    path = FieldPath(room.record_id, "start_date")
    room.go_to_field(path)
    box = QApplication.focusWidget()
    assert isinstance(box, QLineEdit)
    box.selectAll()
    QTest.keyClicks(box, "some day")
    return path


def test_a_tender_is_left_without_a_question_and_all_is_there_again(
    window: Window, open_kind: Opener, asked: list[str]
) -> None:
    path = type_nonsense(open_kind("mou"))
    tender = session_of(window).facts.tender

    assert window.may_let_go()
    assert window.work.close_tender() == ""
    window.open_tender(tender)

    assert asked == []
    assert session_of(window).drafts[path].text == "some day"
    room = open_document(window, path.record)
    room.go_to_field(path)
    box = QApplication.focusWidget()
    assert isinstance(box, QLineEdit)
    assert box.text() == "some day"


def test_it_is_kept_by_itself_and_its_file_goes_when_the_answer_is_right(
    window: Window, open_kind: Opener, qtbot: QtBot, workspace_file: Path
) -> None:
    type_nonsense(open_kind("mou"))
    qtbot.waitUntil(unread_file(workspace_file).exists)
    box = QApplication.focusWidget()
    assert isinstance(box, QLineEdit)
    box.selectAll()

    QTest.keyClicks(box, "1 May 2027")

    qtbot.waitUntil(lambda: not unread_file(workspace_file).exists())
    assert session_of(window).drafts == {}


def test_where_it_cannot_be_kept_the_person_is_asked(
    window: Window, open_kind: Opener, asked: list[str], workspace_file: Path
) -> None:
    unread_file(workspace_file).mkdir()
    type_nonsense(open_kind("mou"))

    assert not window.may_let_go()

    assert asked == ["One entry cannot be read as an answer yet, and would be lost."]
    session_of(window).undo()
    unread_file(workspace_file).rmdir()
