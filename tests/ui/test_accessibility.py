# SPDX-License-Identifier: MPL-2.0
"""What assistive technology is told: every control of every step of every kind has a name."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.shipped import LIBRARY
from tests.ui.going import close_document, come_forward, facts_of, open_document, room_of, session_of
from tests.ui.walking import unnamed

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.values import FieldType
from evidencepack.ui.question import Question
from evidencepack.ui.shell.window import Window
from evidencepack.usecases.changes import AddRecord, SetAnswer

KINDS = [kind.id for kind in LIBRARY.kinds.values() if kind.document]


@pytest.fixture(autouse=True)
def no_window_is_left() -> None:
    """The one window stays until all of these tests are through."""


@pytest.fixture
def window(one_window: Window) -> Iterator[Window]:
    come_forward(one_window)
    close_document(one_window)
    yield one_window
    one_window._drop_places(everywhere=False)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize("kind", KINDS)
def test_every_control_of_every_step_has_a_name(window: Window, qtbot: QtBot, kind: str) -> None:
    del qtbot
    open_document(window, next(facts_of(window).of_kind(kind)).id)
    room = room_of(window)
    for step in range(len(session_of(window).library[kind].steps)):
        room.go_to_step(step)
        for question in room.page.findChildren(Question):
            question.unfold()
        QApplication.processEvents()
        assert unnamed(window) == [], step


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_document_has_names_too(window: Window, kind: str, qtbot: QtBot) -> None:
    del qtbot
    facts, made = facts_of(window), f"01a20846-fe00-7850-935d-8e31063ff3{KINDS.index(kind):02}"
    session_of(window).change(AddRecord(made, kind, "NEW-01", facts.tender))
    open_document(window, made)
    room = room_of(window)
    for step in range(len(session_of(window).library[kind].steps)):
        room.go_to_step(step)
        QApplication.processEvents()
        assert unnamed(window) == [], step


def test_the_list_of_documents_has_names(window: Window) -> None:
    assert unnamed(window) == []


def test_a_control_says_its_error_before_its_hint(window: Window, qtbot: QtBot) -> None:
    mou = next(facts_of(window).of_kind("mou"))
    open_document(window, mou.id)
    room_of(window).go_to_step(2)
    field = session_of(window).library["mou"].fields["start_date"]
    session_of(window).enter(FieldPath(mou.id, "start_date"), field, "next spring")

    named = [one for one in room_of(window).page.findChildren(Question) if one.field.id == "start_date"]
    named[0].check()
    named[0].take_focus()
    focus = QApplication.focusWidget()
    assert focus is not None
    interface = QAccessible.queryAccessibleInterface(focus)
    assert interface is not None
    said = interface.text(QAccessible.Text.Description)

    assert said.startswith("Error: “next spring” is not a date. Write it like 15 February 2027.")
    assert said.endswith(field.help)
    del qtbot


def test_a_cell_says_its_column_and_line(window: Window, qtbot: QtBot) -> None:
    del qtbot
    mou = next(facts_of(window).of_kind("mou"))
    line = next(facts_of(window).of_kind("contribution"))
    session_of(window).change(SetAnswer(FieldPath(line.id, "what"), FieldType.TEXT, None))
    open_document(window, mou.id)
    room_of(window).go_to_step(3)

    table = room_of(window).page.findChildren(Question)[0]
    model = table.model  # type: ignore[attr-defined]

    assert model.index(1, 1).data(11) == "What do they deliver?, line 2: Community connector sessions"
    assert model.index(0, 1).data(11) == "What do they deliver?, line 1: needed"
