# SPDX-License-Identifier: MPL-2.0
"""Check your answers in the window."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget
from tests.ui.going import facts_of, session_of
from tests.ui.walking import settle

from evidencepack.domain.examples import unedited
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.values import FieldType
from evidencepack.ui.checks import Checks
from evidencepack.ui.places.answers_view import AnswersCard
from evidencepack.ui.places.check_answers import CheckAnswers
from evidencepack.ui.places.documents_place import Documents
from evidencepack.ui.room import Room
from evidencepack.ui.shell.where import ALL_TENDERS, CHECK, DOCUMENT, Where
from evidencepack.ui.shell.window import Window
from evidencepack.usecases.changes import SetAnswer
from evidencepack.usecases.document_grid import new_paper
from evidencepack.usecases.examples import begin


@pytest.fixture(autouse=True)
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Checks]:
    """Coming to the page asks for the checks of the whole tender, which take seconds; here it is only noted."""
    noted: list[Checks] = []

    def note(checks: Checks) -> None:
        noted.append(checks)

    monkeypatch.setattr(Checks, "look", note)
    return noted


def check_page(window: Window, kind: str) -> CheckAnswers:
    window.open_at(Where(CHECK, next(facts_of(window).of_kind(kind)).id))
    place = window.place
    assert isinstance(place, CheckAnswers)
    return place


def words(widget: QWidget) -> list[str]:
    return [one.text() for one in widget.findChildren(QLabel) if one.isVisible()]


def change_area(window: Window, text: str | None) -> None:
    mou = next(facts_of(window).of_kind("mou")).id
    session_of(window).change(SetAnswer(FieldPath(mou, "area"), FieldType.TEXT, text))


@pytest.mark.parametrize("width", [1366, 1000])
def test_the_rail_of_a_document_leads_there(window: Window, open_kind: Callable[[str], Room], width: int) -> None:
    window.resize(width, 700)
    room = open_kind("mou")
    settle()
    ways = [
        one
        for one in room.findChildren(QAbstractButton)
        if one.isVisible() and "Check your answers" in (one.text(), one.accessibleName())
    ]
    assert len(ways) == 1

    QTest.mouseClick(ways[0], Qt.MouseButton.LeftButton)

    assert window.place.here == Where(CHECK, room.record_id)
    assert [crumb.words for crumb in window.place.crumbs] == ["Documents", "TBN-MOU-01", "Check your answers"]


def test_every_step_is_on_the_page_with_its_answers_and_they_are_checked(window: Window, asked: list[Checks]) -> None:
    page = check_page(window, "mou")
    assert asked == [window.work.checks]

    steps = window.work.library["mou"].steps
    cards = page.findChildren(AnswersCard)
    assert [card.accessibleName() for card in cards] == [step.title for step in steps]
    assert "Every answer that we ask for is there." in words(page)


def test_change_goes_to_the_question(window: Window) -> None:
    page = check_page(window, "mou")
    change = next(
        one for one in page.findChildren(QPushButton) if one.accessibleName() == "Change: Which area do you cover?"
    )

    change.click()

    assert window.place.here.place == DOCUMENT
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Which area do you cover?"


def test_what_is_missing_is_said_and_undo_shows_at_once(window: Window) -> None:
    change_area(window, None)
    page = check_page(window, "mou")
    assert "No answer yet" in words(page)
    assert "1 answer is missing." in words(page)

    change_area(window, "Thamesbourne, all wards")

    assert "No answer yet" not in words(page)
    assert "Thamesbourne, all wards" in words(page)


def test_private_answers_are_said_to_be_private(window: Window) -> None:
    assert "Private. Never goes in a pack." in words(check_page(window, "narrative"))


def test_a_step_of_the_rail_is_scrolled_to(window: Window) -> None:
    page = check_page(window, "mou")
    page.rail.chosen.emit(4)

    card = page.findChildren(AnswersCard)[4]
    assert 0 <= card.mapTo(page, card.rect().topLeft()).y() < 60


def test_f4_goes_to_the_first_answer_that_is_missing(window: Window) -> None:
    change_area(window, None)
    check_page(window, "mou")

    QTest.keyClick(window, Qt.Key.Key_F4)

    assert window.place.here.field == FieldPath(next(facts_of(window).of_kind("mou")).id, "area")


def test_a_document_that_undo_takes_away_is_left(window: Window) -> None:
    documents = window.place
    assert isinstance(documents, Documents)
    session = session_of(window)
    made, changes = new_paper(session.facts, session.library, "mou")
    session.work_in(made)
    session.change(*changes, words="add a memorandum")
    window.open_at(Where(CHECK, made))

    session.undo()

    assert made not in facts_of(window).records
    assert window.place is documents


def test_what_is_still_an_example_is_made_ours_answer_by_answer(window: Window) -> None:
    session = session_of(window)
    kind = session.library["case_study"]
    starter = next(one for one in kind.starters if one.id == "one_tap_less")
    change = begin(session.facts, session.library, "case_study", starter)
    session.work_in(change.record)
    session.change(change, words="begin a case study")
    window.open_at(Where(CHECK, change.record))
    page = window.place

    def ways() -> list[QPushButton]:
        found = (one for one in page.findChildren(QPushButton) if one.isVisible())
        return [one for one in found if one.accessibleName().startswith("Make it ours: ")]

    before = len(ways())
    assert "This is still an example." in words(page)
    next(one for one in ways() if one.accessibleName() == "Make it ours: What was the problem?").click()
    QApplication.processEvents()
    assert len(ways()) == before - 1
    assert "problem" not in unedited(facts_of(window).records[change.record])
    assert "effect" in unedited(facts_of(window).records[change.record])


def test_the_place_goes_when_the_tender_is_let_go(window: Window) -> None:
    check_page(window, "mou")

    assert window.work.close_tender() == ""

    window.open_at(Where(ALL_TENDERS))
    assert window.place.here.place == ALL_TENDERS
