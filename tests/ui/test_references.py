# SPDX-License-Identifier: MPL-2.0
"""Answers that are other records: completed as one types, made in place where they are new, opened from the form."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.going import facts_of, session_of
from tests.ui.walking import cut_words, settle, unnamed

from evidencepack.domain.values import Reference
from evidencepack.ui.new_record import NewRecord
from evidencepack.ui.reference_question import ReferenceQuestion
from evidencepack.ui.room import Room
from evidencepack.ui.shell.where import RECORD
from evidencepack.ui.shell.window import Window

Key = Qt.Key
Opener = Callable[[str], Room]


def owner(room: Room) -> ReferenceQuestion:
    """The question who keeps the memorandum up to date: a person."""
    room.go_to_step(10)
    settle()
    return next(one for one in room.page.findChildren(ReferenceQuestion) if one.field.id == "owner")


def pressed(question: QWidget, words: str) -> QPushButton:
    return next(one for one in question.findChildren(QPushButton) if one.text() == words and one.isVisible())


def in_dialog(act: Callable[[NewRecord], None]) -> None:
    """Do something in the next dialog."""

    def find() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, NewRecord)
        for _ in range(20):
            settle()
        try:
            act(dialog)
        finally:
            # One that stays open for a mistake of the test would wait for ever.
            dialog.done(dialog.result())

    QTimer.singleShot(0, find)


def enter(question: ReferenceQuestion, words: str) -> None:
    """As if typed; names that are completed open a window, which no test can have in memory."""
    question.control.show_text(words)
    question.control.edited.emit(words)


def test_somebody_new_is_entered_in_place_as_one_step(window: Window, open_kind: Opener) -> None:
    room = open_kind("mou")
    question = owner(room)
    before = dict(facts_of(window).records)
    enter(question, "Efa Puw")
    question.check()

    def fill(dialog: NewRecord) -> None:
        focus = QApplication.focusWidget()
        assert focus is dialog.entries["full_name"].control.first()
        assert dialog.entries["full_name"].control.text() == "Efa Puw"
        assert unnamed(dialog) == []
        QTest.keyClick(focus, Key.Key_Tab)
        job = QApplication.focusWidget()
        assert job is not None
        QTest.keyClicks(job, "Volunteer lead")
        QTest.keyClick(job, Key.Key_Return)

    in_dialog(fill)
    pressed(question, "Add “Efa Puw” as a new contact…").click()

    answer = facts_of(window).records[room.record_id].answers["owner"]
    assert isinstance(answer, Reference)
    made = facts_of(window).records[answer.record]
    assert (made.kind, made.tender) == ("contact", "")
    assert made.answers == {"full_name": "Efa Puw", "job_title": "Volunteer lead"}
    assert question.control.text() == "Efa Puw"
    focus = window.focusWidget()
    assert focus is not None
    assert question.isAncestorOf(focus)
    session_of(window).undo()
    assert made.id not in facts_of(window).records
    assert question.path is not None
    assert session_of(window).drafts[question.path].text == "Efa Puw"
    session_of(window).redo()
    assert facts_of(window).records[room.record_id].answers["owner"] == Reference(made.id)
    assert set(facts_of(window).records) == {*before, made.id}


def test_whom_the_new_one_belongs_to_can_be_new_too(window: Window, open_kind: Opener) -> None:
    room = open_kind("mou")
    question = owner(room)

    def name_it(dialog: NewRecord) -> None:
        dialog.entries["legal_name"].control.show_text("Quay Rowers")
        pressed(dialog, "Add").click()

    def fill(dialog: NewRecord) -> None:
        dialog.entries["full_name"].control.show_text("Efa Puw")
        in_dialog(name_it)
        pressed(dialog.entries["organisation"], "Add a new organisation…").click()
        assert dialog.entries["organisation"].control.text() == "Quay Rowers"
        pressed(dialog, "Add").click()

    in_dialog(fill)
    pressed(question, "Add a new contact…").click()

    facts = facts_of(window)
    answer = facts.records[room.record_id].answers["owner"]
    assert isinstance(answer, Reference)
    club = facts.records[answer.record].answers["organisation"]
    assert isinstance(club, Reference)
    assert facts.records[club.record].answers["legal_name"] == "Quay Rowers"


def test_what_is_missing_or_cannot_be_read_is_said_and_nothing_is_entered(window: Window, open_kind: Opener) -> None:
    question = owner(open_kind("mou"))
    before = facts_of(window)
    seen: list[str] = []

    def fill(dialog: NewRecord) -> None:
        dialog.entries["organisation"].control.show_text("Nobody Ltd")
        pressed(dialog, "Add").click()
        settle()
        seen.extend(one.text() for one in dialog.summary.links)
        assert QApplication.focusWidget() is dialog.summary.links[0]
        QTest.keyClick(dialog.summary.links[0], Key.Key_Space)
        assert QApplication.focusWidget() is dialog.entries["full_name"].control.first()
        assert cut_words(dialog) == []
        QTest.keyClick(dialog, Key.Key_Escape)

    in_dialog(fill)
    pressed(question, "Add a new contact…").click()

    assert seen[0] == "Full name: Write what it is called."
    assert seen[1].startswith("Which organisation: No organisation is called “Nobody Ltd”.")
    assert facts_of(window) is before


def test_the_record_that_is_chosen_is_opened_and_one_comes_back(window: Window, open_kind: Opener) -> None:
    room = open_kind("mou")
    question = owner(room)
    name = question.control.text()

    pressed(question, f"Open {name}").click()

    answer = facts_of(window).records[room.record_id].answers["owner"]
    assert isinstance(answer, Reference)
    assert (window.place.here.place, window.place.here.record) == (RECORD, answer.record)
    window.go(-1)
    assert window.place.here.record == room.record_id


@pytest.mark.parametrize(("kind", "step", "field"), [("info_flow_access", 0, "dsa")])
def test_a_document_is_not_made_in_the_middle_of_another(open_kind: Opener, kind: str, step: int, field: str) -> None:
    room = open_kind(kind)
    room.go_to_step(step)
    question = next(one for one in room.page.findChildren(ReferenceQuestion) if one.field.id == field)

    assert not [one for one in question.findChildren(QPushButton) if one.isVisible() and one.text().startswith("Add")]


def test_what_needs_little_is_asked_for_whole(window: Window, qtbot: QtBot) -> None:
    dialog = NewRecord(window, session_of(window), "lot", name="Lot 9", facts=facts_of(window))
    qtbot.addWidget(dialog)
    dialog.show()

    pressed(dialog, "Add").click()
    settle()

    assert [one.text() for one in dialog.summary.links] == ["Do you bid for it: An answer is needed here."]
    assert unnamed(dialog) == []
    assert cut_words(dialog) == []
    bid = dialog.entries["our_bid"]
    bid.control.show_text(bid.field.choices[0].label)
    pressed(dialog, "Add").click()
    assert len(dialog.changes) == 3
