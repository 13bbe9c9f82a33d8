# SPDX-License-Identifier: MPL-2.0
"""A whole visit with the keyboard alone, and what the workspace file holds after it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QRadioButton, QWidget
from tests.ui.going import facts_of, is_in_document, room_of, session_of

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts
from evidencepack.domain.values import FieldType
from evidencepack.ui.room import Room
from evidencepack.ui.shell.window import Window
from evidencepack.usecases.changes import SetAnswer

Key = Qt.Key
Opener = Callable[[str], Room]
Reader = Callable[[], Facts]


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def said_of(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.text(QAccessible.Text.Name)


def test_typing_tab_and_f4_and_what_is_typed_is_in_the_file_after_closing(window: Window, kept: Reader) -> None:
    mou = next(facts_of(window).of_kind("mou")).id
    session_of(window).change(SetAnswer(FieldPath(mou, "law"), FieldType.CHOICE, None))

    QTest.keyClicks(focus(), "Memo")
    QTest.keyClick(focus(), Key.Key_Return)
    assert room_of(window).record_id == mou
    QTest.keyClick(focus(), Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert room_of(window).step == 1
    purpose = focus()
    assert isinstance(purpose, QPlainTextEdit)
    purpose.selectAll()
    QTest.keyClicks(purpose, "Nobody waits in hospital because home is not ready.")
    QTest.keyClick(purpose, Key.Key_Tab)
    assert focus() is not purpose
    QTest.keyClick(focus(), Key.Key_F4)
    law = focus()
    assert room_of(window).step == 8
    assert isinstance(law, QRadioButton)
    QTest.keyClick(law, Key.Key_Space)
    window.close()

    answers = kept().records[mou].answers
    assert answers["purpose"] == "Nobody waits in hospital because home is not ready."
    assert answers["law"] == "england_wales"


def test_ctrl_return_goes_on_and_after_the_last_step_back_to_the_list(window: Window, open_kind: Opener) -> None:
    room = open_kind("raci")
    for _ in range(5):
        QTest.keyClick(focus(), Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert room.step == 5

    QTest.keyClick(focus(), Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert not is_in_document(window)
    assert focus().accessibleName() == "Documents of this tender"


def test_alt_left_leaves_a_document_with_what_was_typed(window: Window, open_kind: Opener, kept: Reader) -> None:
    room = open_kind("raci")
    title = focus()
    assert isinstance(title, QLineEdit)
    title.selectAll()
    QTest.keyClicks(title, "Daily running")

    QTest.keyClick(title, Key.Key_Left, Qt.KeyboardModifier.AltModifier)

    assert not is_in_document(window)
    window.close()
    assert kept().records[room.record_id].answers["title"] == "Daily running"


def test_ctrl_s_says_that_it_saves_by_itself(open_kind: Opener, status: Callable[[], str]) -> None:
    open_kind("mou")

    QTest.keyClick(focus(), Key.Key_S, Qt.KeyboardModifier.ControlModifier)

    assert status() == "Saved. It saves as you type."


def test_f8_gives_the_room_of_the_pages_to_the_form_and_back(window: Window, open_kind: Opener) -> None:
    room = open_kind("mou")
    assert not room.preview.isHidden()

    QTest.keyClick(window, Key.Key_F8)
    assert room.preview.isHidden()

    QTest.keyClick(window, Key.Key_F8)
    assert not room.preview.isHidden()


def test_f4_walks_through_all_that_is_missing_and_begins_again(window: Window, open_kind: Opener) -> None:
    mou = next(facts_of(window).of_kind("mou")).id
    for name, kind in (("area", FieldType.TEXT), ("start_date", FieldType.DATE), ("law", FieldType.CHOICE)):
        session_of(window).change(SetAnswer(FieldPath(mou, name), kind, None))
    open_kind("mou")

    names = []
    for _ in range(4):
        QTest.keyClick(focus(), Key.Key_F4)
        names.append(said_of(focus()))

    assert names == [
        "Which area do you cover?",
        "When does it start?",
        "England and Wales",
        "Which area do you cover?",
    ]


def test_f4_goes_to_the_column_of_the_line_that_misses_an_answer(window: Window, open_kind: Opener) -> None:
    meeting = next(facts_of(window).of_kind("meeting")).id
    session_of(window).change(SetAnswer(FieldPath(meeting, "quorum"), FieldType.TEXT, None))
    room = open_kind("mou")

    QTest.keyClick(focus(), Key.Key_F4)

    assert room.step == 5
    assert focus().accessibleName() == "Who must be there for a decision to count?"


def test_the_ring_is_still_there_after_pages_came_and_went(window: Window, open_kind: Callable[[str], Room]) -> None:
    room = open_kind("mou")
    for step in (1, 3, 1, 0):
        room.go_to_step(step)
        QTest.keyClick(focus(), Qt.Key.Key_Tab)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    room.go_to_step(1)
    QTest.keyClick(focus(), Qt.Key.Key_Tab)
    ring = window._ring._live_ring()
    assert ring.isVisible()
    assert ring.window() is window
