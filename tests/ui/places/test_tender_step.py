# SPDX-License-Identifier: MPL-2.0
"""The card with the one next step: how a new tender begins, and what it says of missing answers."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from tests.ui.going import session_of
from tests.ui.walking import settle

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.values import FieldType
from evidencepack.ui.places.tender_reference import ReferenceDialog
from evidencepack.ui.shell.where import DOCUMENTS, PARTNERS, TENDER, Where
from evidencepack.ui.shell.window import Window
from evidencepack.usecases.changes import SetAnswer
from evidencepack.usecases.welcome import begin_tender


def words(window: Window) -> str:
    settle()
    card = next(one for one in window.place.findChildren(QFrame, "next") if one.isVisible())
    return " ".join(one.text() for one in card.findChildren(QLabel))


def press(window: Window, name: str) -> None:
    settle()
    found = next(
        one for one in window.place.findChildren(QPushButton) if one.isVisible() and one.text().strip() == name
    )
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def begin(window: Window) -> None:
    made = window.work.store.wait_for(lambda workspace: begin_tender(workspace, "NEW-1", "A new one"))
    window.open_tender(made.id)


def test_a_new_tender_asks_for_its_deadline_and_goes_to_the_box(window: Window) -> None:
    begin(window)
    assert "Say when it is due" in words(window)

    press(window, "Enter the date")

    box = QApplication.focusWidget()
    assert isinstance(box, QLineEdit)
    assert window.place.here.field == FieldPath(session_of(window).facts.tender, "submission_deadline")


def test_then_for_a_partner_then_for_a_paper_and_each_can_wait(window: Window) -> None:
    begin(window)
    press(window, "Not now")
    assert "Add the first partner" in words(window)
    press(window, "Add a partner")
    assert window.place.here.place == PARTNERS
    window.open_at(Where(TENDER))

    press(window, "Not now")

    assert "Begin the first paper" in words(window)
    press(window, "Choose a paper")
    assert window.place.here.place == DOCUMENTS
    button = QApplication.focusWidget()
    assert isinstance(button, QPushButton)
    assert button.text() == "Begin: Memorandum of understanding"


def test_missing_answers_of_a_paper_are_one_step(window: Window, qtbot: QtBot) -> None:
    session = session_of(window)
    mou = next(session.facts.of_kind("mou"))
    gone = (("area", FieldType.TEXT), ("purpose", FieldType.LONG_TEXT))
    session.change(*(SetAnswer(FieldPath(mou.id, name), kind, None) for name, kind in gone))
    checks = window.work.checks
    assert checks is not None
    window.open_at(Where(TENDER))
    checks.check_now()
    qtbot.waitUntil(lambda: not checks.running)

    said = words(window)

    assert f"Carry on with Memorandum of understanding {mou.reference}" in said
    assert "answers are missing. The next one: " in said


def test_below_the_grid_stands_how_a_paper_is_now(window: Window) -> None:
    begin(window)
    window.open_at(Where(DOCUMENTS))
    press(window, "Begin: Memorandum of understanding")

    window.open_at(Where(DOCUMENTS))
    settle()

    said = [one.text() for one in window.place.findChildren(QLabel) if one.isVisible()]
    assert any(one.startswith("Memorandum of understanding – in progress") for one in said), said


def test_the_reference_of_a_tender_can_be_changed_once_the_notice_is_there(window: Window) -> None:
    begin(window)
    dialog = ReferenceDialog(window, window.place.context)
    assert dialog.reference.text() == "NEW-1"

    dialog.reference.setText(" ")
    dialog.findChildren(QPushButton)[-1].click()
    assert dialog.isHidden()
    assert not dialog.result()
    assert any("A reference is one line" in one.text() for one in dialog.findChildren(QLabel))

    dialog.reference.setText("ABC-2027-014")
    dialog.findChildren(QPushButton)[-1].click()
    assert dialog.result()
    session = session_of(window)
    assert session.facts.records[session.facts.tender].reference == "ABC-2027-014"
    kept = window.work.store.wait_for(lambda workspace: workspace.record(session.facts.tender))
    assert kept.reference == "ABC-2027-014"
    dialog.deleteLater()
