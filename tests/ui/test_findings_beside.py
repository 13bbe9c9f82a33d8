# SPDX-License-Identifier: MPL-2.0
"""What the checks find stands beside its question, calmly, and above the step, with the way there and what mends it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton, QWidget
from tests.ui.going import facts_of, open_document, session_of
from tests.ui.walking import settle

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.finding import Finding, Fix, Put
from evidencepack.domain.trade import Severity
from evidencepack.domain.values import FieldType
from evidencepack.ui.field import FieldQuestion
from evidencepack.ui.finding_note import FindingNotes
from evidencepack.ui.room import Room
from evidencepack.ui.shell.window import Window
from evidencepack.usecases.readiness import Home, Problem


@pytest.fixture(autouse=True)
def no_window_is_left() -> None:
    """The window stays for the whole module."""


@pytest.fixture
def room(one_window: Window) -> Iterator[Room]:
    """The memorandum at its purpose."""
    made = open_document(one_window, next(facts_of(one_window).of_kind("mou")).id)
    made.go_to_step(1)
    yield made
    made.show_found(())


def problem(room: Room, field: str, quote: str = "", severity: Severity = Severity.WARNS) -> Problem:
    path = FieldPath(room.record_id, field)
    mend = Fix("Write Marsh ward", (Put(FieldPath(room.record_id, "area"), FieldType.TEXT, "Marsh ward"),))
    message = f"Memorandum M-1: “{quote or field}” cannot be scored. Who does it?"
    found = Finding("CHK-VG-01", severity, room.record_id, str(path), message, quote=quote, fixes=(mend,))
    home = Home(room.record_id, "Memorandum", "M-1", document=True)
    return Problem(f"VG {field}", severity, "VG-01", "Vague", message, "Say who.", home, str(path), 1, finding=found)


def asked(room: Room, field: str) -> FieldQuestion:
    return next(one for one in room.page.findChildren(FieldQuestion) if one.field.id == field)


def said(question: QWidget) -> list[str]:
    notes = question.findChildren(FindingNotes)[0]
    return [one.text() for one in notes.findChildren(QLabel) if one.isVisible() and one.text()]


def test_the_sentence_stands_beside_its_question_and_in_the_list_above_with_the_way(room: Room) -> None:
    room.show_found([problem(room, "area", severity=Severity.BLOCKS), problem(room, "purpose", "daily skills")])
    settle()

    assert said(asked(room, "purpose")) == ["“daily skills” cannot be scored. Who does it?"]
    assert "Should fix: “daily skills”" in asked(room, "purpose").control.first().accessibleDescription()
    lines = [one.text() for one in room.page.advice.links]
    assert lines == [
        "Must fix: Which area do you cover: “area” cannot be scored.",
        "Why are you working together: “daily skills” cannot be scored.",
    ]
    assert [room.rail.standings[1][2], room.rail.standings[2][2]] == ["1 must fix", "Complete"]
    QTest.keyClick(room.page.advice.links[1], Qt.Key.Key_Return)
    box = QApplication.focusWidget()
    assert isinstance(box, QPlainTextEdit)
    # Words may be marked for their spelling, too, once the dictionary is read.
    assert "daily skills" in [one.cursor.selectedText() for one in box.extraSelections()]


def test_nothing_is_said_of_an_answer_while_somebody_types_it(one_window: Window, room: Room) -> None:
    purpose = asked(room, "purpose")
    purpose.take_focus()
    QTest.keyClicks(purpose.control.first(), "We ")
    room.show_found([problem(room, "purpose")])
    assert said(purpose) == []

    asked(room, "area").take_focus()
    room.page._tell_found()
    settle()
    assert len(said(purpose)) == 1
    session_of(one_window).undo()


def test_a_reason_unfolds_and_what_mends_it_is_one_step(one_window: Window, room: Room) -> None:
    room.show_found([problem(room, "area")])
    settle()
    notes = asked(room, "area").findChildren(FindingNotes)[0]
    buttons = {one.text(): one for one in notes.findChildren(QPushButton)}
    before = facts_of(one_window).records[room.record_id].answers["area"]

    buttons["Why?"].click()
    assert "Say who." in said(asked(room, "area"))
    buttons["Fix it: Write Marsh ward"].click()
    assert facts_of(one_window).records[room.record_id].answers["area"] == "Marsh ward"
    session_of(one_window).undo()
    assert facts_of(one_window).records[room.record_id].answers["area"] == before


def test_what_has_the_keyboard_stays_where_it_is_when_something_is_said_above_it(
    one_window: Window, room: Room
) -> None:
    one_window.resize(1000, 500)
    QCursor.setPos(one_window.mapToGlobal(QPoint(1, 1)))  # what is under the pointer would stay before all else
    settle()
    area = asked(room, "area")
    area.take_focus()
    settle()
    before = area.control.mapTo(room.page.viewport(), area.control.rect().topLeft()).y()

    room.show_found([problem(room, "purpose"), problem(room, "purpose", "safe housing")])
    settle()

    assert abs(area.control.mapTo(room.page.viewport(), area.control.rect().topLeft()).y() - before) <= 1
    one_window.resize(1366, 768)


@pytest.mark.parametrize("field", ["purpose", "area"])
def test_a_book_is_not_pasted_and_odd_letters_are_kept(one_window: Window, room: Room, field: str) -> None:
    session, question = session_of(one_window), asked(room, field)
    before = facts_of(one_window).records[room.record_id].answers[field]
    told: list[str] = []
    session.noted.connect(told.append)
    box = question.control.first()

    for text in ("x" * 1_000_000, "<b>&{{ x }} مرحبا 🏠"):
        question.take_focus()
        box.selectAll()  # type: ignore[attr-defined]
        QApplication.clipboard().setText(text)
        box.paste()  # type: ignore[attr-defined]
        if len(text) > 100:
            assert facts_of(one_window).records[room.record_id].answers[field] == before
            assert told[-1].endswith("letters at most. What stood there stays.")

    assert facts_of(one_window).records[room.record_id].answers[field] == "<b>&{{ x }} مرحبا 🏠"
    session.noted.disconnect(told.append)
    session.undo()
    assert facts_of(one_window).records[room.record_id].answers[field] == before
