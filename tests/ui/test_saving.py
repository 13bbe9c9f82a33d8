# SPDX-License-Identifier: MPL-2.0
"""Typing is kept shortly after; what cannot be kept or read is not lost, and the mark says how it goes."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from tests.ui.going import close_document, facts_of, session_of

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts
from evidencepack.store.workspace import Workspace
from evidencepack.ui.field import FieldQuestion
from evidencepack.ui.room import Room
from evidencepack.ui.shell import losing
from evidencepack.ui.shell.saving_bar import SavingBar
from evidencepack.ui.shell.window import Window
from evidencepack.usecases.changes import Change
from evidencepack.usecases.saving import Kept, keep_changes

Opener = Callable[[str], Room]
Status = Callable[[], str]
FULL = "The disk is full. Free some space and this will save by itself."


def question(room: Room, name: str) -> FieldQuestion:
    return next(one for one in room.page.findChildren(FieldQuestion) if one.field.id == name)


def printed(room: Room) -> str:
    pages = room.preview.pages.document()
    return " ".join(pages.getAllText(page).text() for page in range(pages.pageCount()))


def type_into(room: Room, name: str, text: str) -> QLineEdit:
    edit = question(room, name).control.first()
    assert isinstance(edit, QLineEdit)
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, text)
    return edit


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """A disk with no room left; calling it frees some."""
    full = [True]

    def keep(workspace: Workspace, changes: Sequence[Change]) -> Kept:
        return Kept(0, FULL) if full and changes else keep_changes(workspace, changes)

    monkeypatch.setattr("evidencepack.ui.saver.keep_changes", keep)
    return full.clear


def test_typing_is_saved_by_itself_and_the_mark_says_when(open_kind: Opener, qtbot: QtBot, status: Status) -> None:
    room = open_kind("raci")
    type_into(room, "title", "Daily running")
    assert status() == "Saving…"

    qtbot.waitUntil(lambda: status().startswith("Saved "))

    assert re.fullmatch(r"Saved \d\d:\d\d", status())


def test_leaving_a_question_saves_at_once(window: Window, open_kind: Opener, qtbot: QtBot, status: Status) -> None:
    room = open_kind("mou")
    room.go_to_step(1)
    saver = session_of(window)._saver
    for timer in (saver._timer, saver._deadline):
        timer.setInterval(3_600_000)  # by itself it would not save while this is looked at
    type_into(room, "area", "Marsh ward")
    question(room, "purpose").take_focus()

    qtbot.waitUntil(lambda: status().startswith("Saved "))


def test_what_cannot_be_saved_stays_and_is_saved_when_there_is_room(
    window: Window,
    open_kind: Opener,
    qtbot: QtBot,
    full_disk: Callable[[], None],
    kept: Callable[[], Facts],
    status: Status,
) -> None:
    room = open_kind("raci")
    edit = type_into(room, "title", "Daily running")
    session_of(window).save()
    qtbot.waitUntil(lambda: status().startswith("Cannot save"))
    assert status() == "Cannot save yet"
    assert [one.words for one in window.findChildren(SavingBar)] == [FULL]
    assert edit.text() == "Daily running"

    full_disk()
    session_of(window).save()
    qtbot.waitUntil(lambda: status().startswith("Saved "))
    assert window.findChildren(SavingBar) == []
    window.close()

    assert kept().records[room.record_id].answers["title"] == "Daily running"


def test_closing_asks_before_changes_are_lost(
    window: Window, open_kind: Opener, full_disk: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(losing, "may_lose", lambda _, title, sentence, **__: asked.append(title + sentence))
    room = open_kind("raci")
    type_into(room, "title", "Daily running")

    assert not window.close()

    assert asked == [f"The last changes are not saved.{FULL}"]
    assert window.isVisible()
    full_disk()


def test_an_entry_that_cannot_be_read_stays_through_steps(window: Window, open_kind: Opener) -> None:
    room = open_kind("mou")
    room.go_to_step(2)
    type_into(room, "start_date", "next spring")
    room.go_to_step(0)
    close_document(window)
    room = open_kind("mou")
    room.go_to_step(2)

    assert question(room, "start_date").control.text() == "next spring"
    assert question(room, "start_date").problem == "“next spring” is not a date. Write it like 15 February 2027."

    type_into(room, "start_date", "1 March 2027")
    assert session_of(window).drafts == {}


def test_an_error_appears_on_leaving_and_goes_as_soon_as_it_is_right(window: Window, open_kind: Opener) -> None:
    room = open_kind("mou")
    room.go_to_step(2)
    date = question(room, "start_date")
    type_into(room, "start_date", "1 M")
    assert not date.problem

    question(room, "end_date").take_focus()
    assert date.problem

    edit = date.control.first()
    edit.setFocus()
    QTest.keyClicks(edit, "ar 2027")
    assert not date.problem
    question(room, "end_date").take_focus()
    assert date.control.text() == "1 March 2027"
    session_of(window).save()


def test_removed_characters_are_said(window: Window, open_kind: Opener, status: Status) -> None:
    room = open_kind("raci")
    field = session_of(window).library["raci"].fields["title"]

    session_of(window).enter(FieldPath(room.record_id, "title"), field, "Daily\x07 running")

    assert status() == "1 character that cannot be printed was removed."


def test_the_pages_follow_what_is_typed_before_it_is_saved(open_kind: Opener, qtbot: QtBot) -> None:
    room = open_kind("raci")
    qtbot.waitUntil(lambda: "Daily running" not in printed(room) != "")

    type_into(room, "title", "Daily running of everything")

    qtbot.waitUntil(lambda: "Daily running of everything" in printed(room))
    assert QApplication.focusWidget() is question(room, "title").control.first()


def test_typing_without_a_pause_is_saved_all_the_same(window: Window, open_kind: Opener, qtbot: QtBot) -> None:
    room = open_kind("raci")
    edit = question(room, "title").control.first()
    assert isinstance(edit, QLineEdit)
    edit.setFocus()
    record = next(facts_of(window).of_kind("raci")).id

    def kept() -> object:
        return window.work.store.wait_for(lambda workspace: workspace.record(record).answers["title"])

    before = kept()
    saver = session_of(window)._saver
    saver._timer.setInterval(3_600_000)  # nobody pauses
    saver._deadline.setInterval(200)

    def is_kept_while_one_types() -> bool:
        QTest.keyClicks(edit, "ab")
        return kept() != before

    qtbot.waitUntil(is_kept_while_one_types)
    assert str(kept()).startswith("ab")
