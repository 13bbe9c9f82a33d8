# SPDX-License-Identifier: MPL-2.0
"""The first run: what is kept where, one's own organisation, the first tender."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from tests.ui.going import facts_of, let_go
from tests.ui.walking import cut_words, settle, unnamed

from evidencepack.bootstrap import Program
from evidencepack.domain.values import Reference
from evidencepack.ui.chosen import Chosen
from evidencepack.ui.look import look
from evidencepack.ui.main import make_window
from evidencepack.ui.shell.where import ALL_TENDERS, Where
from evidencepack.ui.shell.window import Window


@pytest.fixture
def first(qtbot: QtBot, qapp: QApplication, program: Program) -> Iterator[Window]:
    """A window as it comes up for the first time: on an empty workspace of one's own."""
    del qapp
    look()
    made = make_window(None, program, Chosen(None))
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    let_go(made)


def words(window: Window) -> str:
    return "\n".join(one.text() for one in window.place.findChildren(QLabel) if one.isVisible())


def press(window: Window, text: str) -> None:
    found = next(one for one in window.findChildren(QPushButton) if one.text().strip() == text and one.isVisible())
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)
    settle()


def in_dialog(act: Callable[[QDialog], None]) -> None:
    """Act in the dialog that the next press opens; it is closed whatever happens, or the test would wait for ever."""

    def begin() -> None:
        found = QApplication.activeModalWidget()
        assert isinstance(found, QDialog)
        try:
            act(found)
        finally:
            if found.isVisible():
                found.reject()

    QTimer.singleShot(50, begin)


def type_into(dialog: QDialog, *texts: str) -> None:
    """Type into one box after the other, and press Enter."""
    for box, text in zip(dialog.findChildren(QLineEdit), texts, strict=True):
        QTest.keyClicks(box, text)
    QTest.keyClick(dialog, Qt.Key.Key_Return)


def test_three_sentences_say_what_is_kept_where(first: Window) -> None:
    said = words(first)
    assert said.startswith("Welcome")
    assert "one file on this computer. Nothing is sent." in said
    assert "every earlier answer can be put back" in said
    assert "A backup is made beside the file" in said
    assert "Write nothing here that tells who draws on care" in said
    assert unnamed(first) == []
    assert cut_words(first) == []


def test_ones_own_organisation_leads_the_first_tender(first: Window) -> None:
    in_dialog(lambda dialog: type_into(dialog, "Ferrybank Care Limited", "Ferrybank"))
    press(first, "Enter your organisation")
    assert "Ferrybank Care Limited" in words(first)

    in_dialog(lambda dialog: type_into(dialog, "Home First", "HF-1"))
    press(first, "Begin a tender")

    facts = facts_of(first)
    lead = facts.records[facts.tender].answers["lead_provider"]
    assert isinstance(lead, Reference)
    assert facts.records[lead.record].answers["short_name"] == "Ferrybank"


def test_an_empty_name_is_said_and_the_dialog_stays(first: Window) -> None:
    seen: list[str] = []

    def try_nothing(dialog: QDialog) -> None:
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        seen.extend(one.text() for one in dialog.findChildren(QLabel) if one.isVisible())
        dialog.reject()

    in_dialog(try_nothing)
    press(first, "Enter your organisation")

    assert any(text.startswith("Error: The name of an organisation") for text in seen)
    assert "Begin with your own organisation" in words(first)


def test_the_welcome_gives_way_to_the_list(first: Window) -> None:
    in_dialog(lambda dialog: type_into(dialog, "Home First", "HF-1"))
    press(first, "Begin a tender without it")

    first.open_at(Where(ALL_TENDERS))

    assert words(first).startswith("Your tenders")
    assert "Begin with your own organisation" not in words(first)


def test_the_tour_of_an_empty_workspace_goes_through_the_sample(first: Window) -> None:
    press(first, "Take the tour")

    assert first.place.title == "Tender"
    assert "Home First Reablement" in words(first)
