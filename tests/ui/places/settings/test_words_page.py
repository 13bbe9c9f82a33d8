# SPDX-License-Identifier: MPL-2.0
"""The person's own words: added, taken away by a key, kept in their file."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from evidencepack.paths.workspace import own_words_file
from evidencepack.ui.places.settings.words_page import WordsPage
from evidencepack.ui.shell.where import SETTINGS, Where
from evidencepack.ui.shell.window import Window
from evidencepack.ui.spelling.checker import checker


@pytest.fixture
def page(window: Window) -> Iterator[WordsPage]:
    own_words_file().parent.mkdir(parents=True, exist_ok=True)
    own_words_file().write_text("Osierbed\nQuayside\n", encoding="utf-8")
    window.open_at(Where(SETTINGS, part="words"))
    yield window.place.findChildren(WordsPage)[0]
    checker().deleteLater()
    QApplication.processEvents()


def shown(page: WordsPage) -> list[str]:
    return [page.words.item(at).text() for at in range(page.words.count())]


def test_a_word_is_added_by_enter_and_kept_with_those_of_before(page: WordsPage) -> None:
    page.line.setFocus()
    QTest.keyClicks(page.line, "Maitree")
    QTest.keyClick(page.line, Qt.Key.Key_Return)

    assert shown(page) == ["Maitree", "Osierbed", "Quayside"]
    assert own_words_file().read_text(encoding="utf-8").split() == ["Maitree", "Osierbed", "Quayside"]
    assert page.line.text() == ""


def test_delete_takes_a_word_away_and_it_can_be_added_again(page: WordsPage) -> None:
    page.words.setFocus()
    page.words.setCurrentRow(0)
    QTest.keyClick(page.words, Qt.Key.Key_Delete)

    assert shown(page) == ["Quayside"]
    assert own_words_file().read_text(encoding="utf-8").split() == ["Quayside"]
    assert page.line.text() == "Osierbed"
    page.add()
    assert shown(page) == ["Osierbed", "Quayside"]


def test_a_file_that_cannot_be_read_is_told_and_left(window: Window, page: WordsPage) -> None:
    own_words_file().write_bytes(b"\xff\xfe\xfa")
    window.open_at(Where(SETTINGS, part="words"))
    page.refresh()
    page.line.setText("Maitree")
    page.add()

    assert shown(page) == []
    assert own_words_file().read_bytes() == b"\xff\xfe\xfa"
