# SPDX-License-Identifier: MPL-2.0
"""Adding a paper, by keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from tests.ui.going import facts_of, room_of

from evidencepack.ui.places.paper_adding import PaperAdding
from evidencepack.ui.shell.window import Window

Key = Qt.Key


def ask(window: Window, qtbot: QtBot) -> PaperAdding:
    press = next(one for one in window.place.findChildren(QPushButton) if one.text().strip() == "Add a document")
    press.click()
    dialog = next(one for one in window.findChildren(PaperAdding) if one.isVisible())
    qtbot.waitUntil(dialog.words.hasFocus)
    return dialog


def titles(dialog: PaperAdding) -> list[str]:
    return [one.title for one in dialog.list.entries.entries if one.id]


def test_what_is_typed_leaves_what_is_meant_and_enter_begins_it(window: Window, qtbot: QtBot) -> None:
    dialog = ask(window, qtbot)
    every = titles(dialog)
    before = len(list(facts_of(window).of_kind("heads_of_terms")))

    QTest.keyClicks(dialog.words, "later contract")
    assert titles(dialog) == ["Heads of terms"]
    QTest.keyClick(dialog.words, Key.Key_Return)

    assert len(every) == 24
    assert len(list(facts_of(window).of_kind("heads_of_terms"))) == before + 1
    assert room_of(window).title.startswith("Heads of terms")


def test_one_that_is_there_already_is_opened(window: Window, qtbot: QtBot) -> None:
    register = next(facts_of(window).of_kind("risk_register")).id
    dialog = ask(window, qtbot)

    QTest.keyClicks(dialog.words, "risk")
    assert dialog.begin.text() == "Open it"
    dialog.begin.click()

    assert room_of(window).record_id == register


def test_the_arrows_choose_and_nothing_is_begun_where_nothing_is_meant(window: Window, qtbot: QtBot) -> None:
    dialog = ask(window, qtbot)
    first = dialog.list.current
    QTest.keyClick(dialog.words, Key.Key_Down)
    assert dialog.list.current != first
    assert dialog.words.hasFocus()

    QTest.keyClicks(dialog.words, "zzz")
    assert titles(dialog) == []
    assert not dialog.begin.isEnabled()
    QTest.keyClick(dialog.words, Key.Key_Return)

    assert dialog.isVisible()
    dialog.reject()
