# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.ui.going import facts_of, open_document

from evidencepack.domain.box import Box
from evidencepack.render.plain_text import TextPart
from evidencepack.ui.box_dialog import BoxDialog
from evidencepack.ui.look import look
from evidencepack.ui.shell.keys import Command
from evidencepack.ui.shell.window import Window
from evidencepack.usecases.box_texts import BoxText

_TEXT = BoxText(
    "NAR-01",
    "Narrative",
    "Q3",
    Box(words=4, characters=40),
    (TextPart("Purpose", "“One” 😀 two"), TextPart("Case & more", "boxed", aside=True)),
)


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[BoxDialog]:
    look()
    parent = QWidget()
    parent.resize(1366, 768)
    qtbot.addWidget(parent)
    made = BoxDialog(parent, _TEXT)
    made.show()
    yield made
    made.close()


def test_the_answer_is_shown_with_its_count_and_copied_as_nothing_but_text(dialog: BoxDialog) -> None:
    assert dialog.shown.toPlainText() == "Purpose\n\n“One” 😀 two"
    assert dialog._words.text() == "4 of 4 words: 0 left"
    assert dialog._characters.text() == "21 of 40 characters: 19 left"
    dialog.copy()
    data = QGuiApplication.clipboard().mimeData()
    assert [one for one in data.formats() if not one.startswith("application/x-qt")] == ["text/plain"]
    assert data.text() == dialog.copied
    assert "Copied." in dialog._told.text()


def test_what_does_not_fit_is_marked_from_its_first_letter_on(dialog: BoxDialog) -> None:
    dialog._parts[1].setChecked(True)
    (mark,) = dialog.shown.extraSelections()
    assert mark.cursor.selectedText().replace("\u2029", "\n") == "Case & more\n\nboxed"
    assert mark.format.fontStrikeOut()
    assert dialog._words.property("role") == "error"
    dialog.copy()
    assert "though it is too long" in dialog._told.text()


def test_headings_signs_and_line_breaks_are_as_chosen(dialog: BoxDialog) -> None:
    dialog._breaks.setCurrentIndex(1)
    assert dialog._characters.text() == "23 of 40 characters: 17 left"
    dialog._headings.setChecked(False)
    dialog._simple.setChecked(True)
    assert dialog.copied == '"One" 😀 two'
    assert not dialog.shown.extraSelections()


def test_every_choice_has_its_whole_name_for_who_cannot_see_it(dialog: BoxDialog) -> None:
    assert [one.accessibleName() for one in dialog._parts] == ["Purpose", "Case & more"]
    assert dialog.shown.accessibleName() == "The text that is copied"


def test_the_document_that_is_open_is_copied_with_the_keys_of_its_place(window: Window) -> None:
    narrative = next(one for one in facts_of(window).of_kind("narrative") if one.reference == "TBN-NAR-01")
    open_document(window, narrative.id)
    assert window.place.do(Command.PLAIN_TEXT)
    opened = window.place.findChild(BoxDialog)
    assert isinstance(opened, BoxDialog)
    assert opened.copied.startswith("Purpose\n\nSpec 4.7")
    opened.accept()
