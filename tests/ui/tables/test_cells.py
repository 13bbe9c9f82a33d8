# SPDX-License-Identifier: MPL-2.0
"""Cells are typed in as in a spreadsheet: over what stands there, on by Tab and Enter, in blocks, in an empty table."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from tests.ui.going import close_document, facts_of, open_document, session_of
from tests.ui.tables.tabling import Key, clip, press, table
from tests.ui.walking import settle

from evidencepack.domain.trade import Severity
from evidencepack.ui.shell.window import Window
from evidencepack.ui.tables.table_question import TableQuestion
from evidencepack.ui.tables.view import LinesView
from evidencepack.usecases.changes import RemoveRow, rows_of
from evidencepack.usecases.findings_here import Here
from evidencepack.usecases.forms import Place
from evidencepack.usecases.readiness import Home, Problem

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
STEPS = [
    ["Talk it through", "the named leads", "3 working days"],
    ["Meet face to face", "the chief officers", "10 working days"],
    ["Mediation", "a mediator whom both accept", "20 working days"],
]


@pytest.fixture(autouse=True)
def no_window_is_left() -> None:
    """The window stays for the whole module."""


@pytest.fixture
def steps(one_window: Window) -> Iterator[TableQuestion]:
    """How disagreements are settled, as the sample has it; what a test does is undone."""
    room = open_document(one_window, next(facts_of(one_window).of_kind("mou")).id)
    question, view = table(room, 9, "disagreement_steps")
    view.setCurrentIndex(question.model.index(0, 0))
    session = session_of(one_window)
    before = session.facts.records[room.record_id]
    yield question
    question.finish_typing()
    for _ in range(20):
        if session.facts.records[room.record_id] != before:
            session.undo()
    assert session.facts.records[room.record_id] == before


def texts(question: TableQuestion) -> list[list[str]]:
    model = question.model
    return [[str(model.index(row, column).data()) for column in range(3)] for row in range(model.rowCount())]


def view_of(question: TableQuestion) -> LinesView:
    return question.findChildren(LinesView)[0]


def type_keys(*keys: Key | str, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        # The first letter opens the editor of a cell, and the others go there.
        for one in (*key,) if isinstance(key, str) else (key,):
            focus = QApplication.focusWidget()
            assert focus is not None
            QTest.keyClick(focus, one, modifiers)
        QApplication.processEvents()


def test_letters_type_over_a_cell_tab_goes_beside_and_enter_below(steps: TableQuestion) -> None:
    type_keys("Ring", Key.Key_Tab, "both leads", Key.Key_Return)

    assert texts(steps)[0] == ["Ring", "both leads", "3 working days"]
    here = view_of(steps).currentIndex()
    assert (here.row(), here.column(), view_of(steps).is_typing) == (1, 1, False)
    type_keys(Key.Key_F2, Key.Key_End, " and me", Key.Key_Down, Key.Key_Return, "lost", Key.Key_Escape)
    assert texts(steps)[1:] == [["Meet face to face", "the chief officers and me", "10 working days"], STEPS[2]]


def test_tab_behind_the_last_cell_makes_a_line_that_goes_if_it_stays_empty(steps: TableQuestion) -> None:
    view_of(steps).setCurrentIndex(steps.model.index(2, 2))
    type_keys("4 weeks", Key.Key_Tab)
    assert len(texts(steps)) == 4
    assert view_of(steps).is_typing
    type_keys(Key.Key_Tab, Key.Key_Tab, Key.Key_Tab)

    assert len(texts(steps)) == 3
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Add a line: How do you settle a disagreement?"


def test_who_comes_by_tab_and_types_nothing_passes_the_table_and_esc_leaves_it(steps: TableQuestion) -> None:
    type_keys(Key.Key_Tab)
    assert QApplication.focusWidget() is not view_of(steps)
    type_keys(Key.Key_Backtab)
    assert QApplication.focusWidget() is view_of(steps)
    first = view_of(steps).visualRect(steps.model.index(0, 0)).center()
    QTest.mouseClick(view_of(steps).viewport(), Qt.MouseButton.LeftButton, pos=first)
    type_keys(Key.Key_Tab)
    assert view_of(steps).currentIndex().column() == 1
    type_keys(Key.Key_Escape)
    assert QApplication.focusWidget() is not view_of(steps)


def test_a_block_is_cut_and_pasted_each_as_one_step(one_window: Window, steps: TableQuestion) -> None:
    view_of(steps).setCurrentIndex(steps.model.index(1, 0))
    type_keys(Key.Key_Right, Key.Key_Down, modifiers=SHIFT)
    type_keys(Key.Key_X, modifiers=CTRL)
    assert QApplication.clipboard().text() == (
        "Meet face to face\tthe chief officers\nMediation\ta mediator whom both accept\n"
    )
    assert texts(steps)[1:] == [["needed", "needed", "10 working days"], ["needed", "needed", "20 working days"]]
    view_of(steps).setCurrentIndex(steps.model.index(0, 0))
    type_keys(Key.Key_V, modifiers=CTRL)
    assert [line[0] for line in texts(steps)] == ["Meet face to face", "Mediation", "needed"]

    session_of(one_window).undo()
    session_of(one_window).undo()
    assert texts(steps) == STEPS


def test_delete_empties_the_chosen_cells_and_their_line_stays(steps: TableQuestion) -> None:
    type_keys(Key.Key_Delete)
    assert texts(steps)[0] == ["needed", *STEPS[0][1:]]
    type_keys(Key.Key_Space, modifiers=SHIFT)
    type_keys(Key.Key_Delete)
    assert texts(steps)[0] == ["needed"] * 3


def test_a_block_pasted_into_a_box_or_a_cell_that_is_typed_in_makes_lines(steps: TableQuestion) -> None:
    press(steps, "Add a line")
    clip('one\ttwo\t2 days\r\nthree\t"one\r\ntwo"\t3 days\r\n')
    type_keys(Key.Key_V, modifiers=CTRL)
    assert texts(steps)[3:] == [["one", "two", "2 days"], ["three", "one two", "3 days"]]
    box = QApplication.focusWidget()
    assert isinstance(box, QLineEdit)
    assert box.text() == "one"

    view_of(steps).type_in(steps.model.index(0, 1))
    clip("p\tq\nr\ts\n")
    type_keys(Key.Key_V, modifiers=CTRL)
    assert [line[1] for line in texts(steps)[:2]] == ["p", "r"]


def test_an_empty_table_takes_a_paste_and_letters(one_window: Window, steps: TableQuestion) -> None:
    record = next(facts_of(one_window).of_kind("mou"))
    rows = rows_of(record, "disagreement_steps")
    session_of(one_window).change(*(RemoveRow(record.id, "disagreement_steps", row.id) for row in rows))
    steps.take_focus()
    clip("p\tq\nr\ts\n")
    type_keys(Key.Key_V, modifiers=CTRL)
    assert texts(steps) == [["p", "q", "needed"], ["r", "s", "needed"]]

    session_of(one_window).undo()
    view_of(steps).setFocus()
    type_keys("Ring", Key.Key_Return)
    assert texts(steps) == [["Ring", "needed", "needed"]]


@pytest.mark.usefixtures("steps")
def test_what_is_typed_in_a_cell_is_kept_when_the_person_goes_elsewhere(one_window: Window) -> None:
    type_keys("Ring")
    record = next(facts_of(one_window).of_kind("mou")).id
    close_document(one_window)

    assert rows_of(facts_of(one_window).records[record], "disagreement_steps")[0].cells["step"] == "Ring"
    open_document(one_window, record)


def test_a_cell_that_the_checks_speak_of_has_a_mark_and_says_so(steps: TableQuestion) -> None:
    line = steps.model.lines[1].id
    problem = Problem(
        "VG-01 x", Severity.WARNS, "VG-01", "T", "“ring” cannot be scored.", "H", Home("x", "M", "M-1"), "x/y"
    )
    steps.show_found([Here(Place(9, "disagreement_steps", line, "who"), problem)])
    settle()

    said = str(steps.model.index(1, 1).data(Qt.ItemDataRole.AccessibleTextRole))
    assert said.endswith("the chief officers. Should fix")
    view_of(steps).setCurrentIndex(steps.model.index(1, 0))
    assert any("“ring” cannot be scored." in words(one) for one in steps.findChildren(QWidget) if one.isVisible())
    steps.show_found([])


def words(widget: QWidget) -> str:
    return widget.accessibleName()
