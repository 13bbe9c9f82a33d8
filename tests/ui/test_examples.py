# SPDX-License-Identifier: MPL-2.0
"""Examples in tables: begun from a menu, marked until they are changed or made one's own."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from tests.shipped import LIBRARY
from tests.ui.going import facts_of, session_of

from evidencepack.domain.record import Facts
from evidencepack.domain.values import FieldType, Reference
from evidencepack.ui.example import Example
from evidencepack.ui.room import Room
from evidencepack.ui.shell.window import Window
from evidencepack.ui.tables.table_question import TableQuestion
from evidencepack.usecases.changes import rows_of

Opener = Callable[[str], Room]


def table(window: Window, room: Room, name: str) -> TableQuestion:
    kind = session_of(window).library[facts_of(window).records[room.record_id].kind]
    room.go_to_step(next(at for at, step in enumerate(kind.steps) if name in step.fields))
    return next(one for one in room.page.findChildren(TableQuestion) if one.field.id == name)


def pick(question: QWidget, title: str) -> None:
    menu = _button(question, "Start from an example").menu()
    action: QAction = next(one for one in menu.actions() if one.text() == title)
    action.trigger()
    QApplication.processEvents()


def _button(question: QWidget, words: str) -> QPushButton:
    return next(one for one in question.findChildren(QPushButton) if one.text() == words)


def test_an_example_is_added_marked_and_made_ours(window: Window, open_kind: Opener, kept: Callable[[], Facts]) -> None:
    room = open_kind("mou")
    question = table(window, room, "out_scope")
    pick(question, "Out: handling money")
    line = question.model.lines[-1]
    first = question.model.index(len(question.model.lines) - 1, 0)
    assert line.example
    assert str(first.data()).startswith("Example: handling anybody’s money")
    assert "Example: handling" in str(first.data(Qt.ItemDataRole.AccessibleTextRole))
    assert str(first.data(Qt.ItemDataRole.EditRole)).startswith("handling anybody’s money")
    ours = _button(question, "Make it ours")
    assert ours.isVisible()

    QTest.mouseClick(ours, Qt.MouseButton.LeftButton)
    assert not ours.isVisible()
    assert str(first.data()).startswith("handling anybody’s money")
    window.close()
    row = rows_of(kept().records[room.record_id], "out_scope")[-1]
    assert (row.id, row.example) == (line.id, "")


def test_an_example_that_stands_there_already_is_gone_to_and_not_added_again(window: Window, open_kind: Opener) -> None:
    question = table(window, open_kind("mou"), "out_scope")
    pick(question, "Out: handling money")
    lines = question.model.lines
    pick(question, "Out: handling money")
    assert question.model.lines == lines


def test_typing_into_an_example_makes_it_ours(window: Window, open_kind: Opener, kept: Callable[[], Facts]) -> None:
    room = open_kind("mou")
    question = table(window, room, "out_scope")
    pick(question, "Out: handling money")
    first = question.model.index(len(question.model.lines) - 1, 0)
    question.model.setData(first, "keeping bank cards")
    assert not _button(question, "Make it ours").isVisible()
    window.close()
    row = rows_of(kept().records[room.record_id], "out_scope")[-1]
    assert (row.cells["item"], row.example) == ("keeping bank cards", "")


def test_an_example_that_nobody_touched_is_one_the_next_time(
    window: Window, open_kind: Opener, kept: Callable[[], Facts]
) -> None:
    room = open_kind("mou")
    pick(table(window, room, "out_scope"), "Out: handling money")
    window.close()
    assert rows_of(kept().records[room.record_id], "out_scope")[-1].example == "no_money"


def test_a_record_from_an_example_is_made_for_the_only_partner_it_can_be_for(window: Window, open_kind: Opener) -> None:
    room = open_kind("dsa")
    question = table(window, room, "flows")
    pick(question, "A supplier keeps the care records")
    line = question.model.lines[-1]
    record = facts_of(window).records[line.id]
    partner = record.answers["receiver"]
    assert isinstance(partner, Reference)
    assert facts_of(window).records[partner.record].reference == "KR"
    assert line.example
    QTest.mouseClick(_button(question, "Make it ours"), Qt.MouseButton.LeftButton)
    assert facts_of(window).records[line.id].example == ""


def test_a_table_without_starters_has_no_such_button(window: Window, open_kind: Opener) -> None:
    question = table(window, open_kind("mou"), "parties")
    assert _button(question, "Start from an example").isHidden()


def test_an_example_that_cannot_be_used_ends_with_its_page(qapp: object) -> None:
    del qapp
    fields = [field for kind in LIBRARY.kinds.values() for field in kind.fields.values() if field.example]
    field = next(one for one in fields if one.type is FieldType.CHOICE)
    page = QWidget()
    shown = Example(field)
    shown.setParent(page)
    ended = weakref.ref(shown)

    del page, shown
    gc.collect()

    assert ended() is None
