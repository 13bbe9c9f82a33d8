# SPDX-License-Identifier: MPL-2.0
"""Lines of a table: added, moved and removed by keys and buttons; cells typed over."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemDelegate, QApplication, QComboBox, QLineEdit, QPushButton
from tests.ui.going import facts_of, session_of
from tests.ui.tables.tabling import Key, Opener, items, press, table

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts
from evidencepack.domain.values import FieldType
from evidencepack.ui.shell.window import Window
from evidencepack.ui.tables.fitted import shared_out
from evidencepack.ui.tables.frozen import FrozenColumn
from evidencepack.usecases.changes import SetAnswer, rows_of


def test_insert_adds_a_line_and_goes_to_its_first_question(window: Window, open_kind: Opener) -> None:
    room = open_kind("mou")
    _, view = table(room, 2, "in_scope")
    before = items(window, room)

    QTest.keyClick(view, Key.Key_Insert)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit)
    QTest.keyClicks(focus, "a new thing")

    assert items(window, room) == [*before, "a new thing"]


def test_ctrl_and_delete_remove_a_line_once_the_person_agrees(
    window: Window, open_kind: Opener, agreeing: list[str]
) -> None:
    room = open_kind("mou")
    _, view = table(room, 2, "in_scope")
    before = items(window, room)

    QTest.keyClick(view, Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)

    assert items(window, room) == before[1:]
    assert agreeing == ["Remove this line? What it says goes from the document. Its history stays. Remove"]


def test_an_empty_line_is_removed_without_asking(window: Window, open_kind: Opener, agreeing: list[str]) -> None:
    room = open_kind("mou")
    question, view = table(room, 2, "in_scope")
    before = items(window, room)
    press(question, "Add a line")

    view.setFocus()
    press(question, "Remove")

    assert items(window, room) == before
    assert agreeing == []


def test_alt_and_arrows_move_a_line_and_it_stays_chosen(window: Window, open_kind: Opener) -> None:
    room = open_kind("mou")
    _, view = table(room, 2, "in_scope")
    before = items(window, room)
    down, up = (Key.Key_Down, Key.Key_Up)

    QTest.keyClick(view, up, Qt.KeyboardModifier.AltModifier)
    assert items(window, room) == before
    QTest.keyClick(view, down, Qt.KeyboardModifier.AltModifier)
    assert items(window, room) == [before[1], before[0], *before[2:]]
    assert view.currentIndex().row() == 1
    QTest.keyClick(view, down, Qt.KeyboardModifier.AltModifier)
    assert items(window, room) == [before[1], before[2], before[0], *before[3:]]
    QTest.keyClick(view, up, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(view, up, Qt.KeyboardModifier.AltModifier)
    assert items(window, room) == before


def test_a_cell_is_typed_over(window: Window, open_kind: Opener) -> None:
    room = open_kind("mou")
    _, view = table(room, 2, "in_scope")

    QTest.keyClick(view, Key.Key_F2)
    editor = view.findChildren(QLineEdit)[-1]
    editor.selectAll()
    QTest.keyClicks(editor, "typed over")
    QTest.keyClick(editor, Key.Key_Return)
    QApplication.processEvents()

    assert items(window, room)[0] == "typed over"


def test_a_cell_that_is_picked_has_a_list(window: Window, open_kind: Opener) -> None:
    room = open_kind("mou")
    question, view = table(room, 5, "meetings")
    meeting = question.model.lines[0].id
    view.setCurrentIndex(question.model.index(0, [one.id for one in question.model.columns].index("tier")))

    QTest.keyClick(view, Key.Key_F2)
    editor = view.findChildren(QComboBox)[-1]
    assert editor.accessibleName().startswith("What is it for?, line 1")
    editor.setCurrentText("Watches risk")
    view.commitData(editor)

    assert facts_of(window).records[meeting].answers["tier"] == "risk"


def test_a_pick_counts_though_the_table_has_closed_its_list_before_it(window: Window, open_kind: Opener) -> None:
    room = open_kind("mou")
    question, view = table(room, 5, "meetings")
    meeting = question.model.lines[0].id
    view.setCurrentIndex(question.model.index(0, [one.id for one in question.model.columns].index("tier")))
    QTest.keyClick(view, Key.Key_F2)
    editor = view.findChildren(QComboBox)[-1]

    view.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
    editor.setCurrentText("Watches risk")
    editor.activated.emit(editor.currentIndex())

    assert facts_of(window).records[meeting].answers["tier"] == "risk"


def test_a_cell_that_cannot_be_read_keeps_its_text_and_says_so(window: Window, open_kind: Opener) -> None:
    room = open_kind("mou")
    question, _ = table(room, 9, "disagreement_steps")
    index = question.model.index(0, 2)

    question.model.setData(index, "soonish")

    assert index.data() == "soonish"
    assert "Error: “soonish” is not a length of time" in str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    question.model.setData(index, "2 weeks")
    assert index.data() == "2 weeks"
    assert session_of(window).drafts == {}


def test_f4_goes_to_an_entry_that_cannot_be_read(open_kind: Opener) -> None:
    room = open_kind("mou")
    question, _ = table(room, 9, "disagreement_steps")
    question.model.setData(question.model.index(0, 2), "soonish")
    room.go_to_step(0)

    room.next_unanswered()

    assert room.step == 9
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit)
    assert focus.text() == "soonish"


def test_a_shared_record_is_added_with_the_next_reference_and_removed_everywhere(
    window: Window, open_kind: Opener, agreeing: list[str], kept: Callable[[], Facts]
) -> None:
    room = open_kind("mou")
    question, view = table(room, 5, "meetings")
    before = [record.reference for record in facts_of(window).of_kind("meeting")]

    QTest.keyClick(view, Key.Key_Insert)
    added = [record for record in facts_of(window).of_kind("meeting") if record.reference == "M8"]
    assert len(added) == 1
    assert added[0].tender == facts_of(window).tender

    session_of(window).change(SetAnswer(FieldPath(added[0].id, "name"), FieldType.TEXT, "Coffee"))
    view.setFocus()
    view.selectRow(len(question.model.lines) - 1)
    press(question, "Remove")
    assert agreeing == [
        "Remove this from every document? Each document that shows it loses it. Its history stays. Remove"
    ]
    window.close()
    assert [record.reference for record in kept().of_kind("meeting")] == before


def test_removing_a_task_takes_its_letters_along(window: Window, open_kind: Opener) -> None:
    room = open_kind("raci")
    _, view = table(room, 2, "activities")
    record = facts_of(window).records[room.record_id]
    task = rows_of(record, "activities")[0].id

    QTest.keyClick(view, Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)

    letters = rows_of(facts_of(window).records[room.record_id], "letters")
    assert letters
    assert task not in {row.cells["activity"] for row in letters}


def test_tab_goes_through_a_step_as_it_is_read(open_kind: Opener) -> None:
    room = open_kind("mou")
    _, view = table(room, 9, "disagreement_steps")

    names = []
    for _ in range(60):
        focus = QApplication.focusWidget()
        assert focus is not None
        names.append(focus.text() if isinstance(focus, QPushButton) else focus.accessibleName())
        QTest.keyClick(focus, Key.Key_Tab)
        if QApplication.focusWidget() is view:
            break

    first = ["How do you settle a disagreement?", "Add a line", "Remove", "Move down", "What happens"]
    assert names[: len(first)] == first
    assert names.index("Within") < names.index("How often do you review it?") < names.index("Version")
    assert names.index("Version") < names.index("Save and continue") < names.index("Back")
    assert names.index("Back") < next(at for at, name in enumerate(names) if name.startswith("Preview"))


@pytest.mark.parametrize(
    ("width", "wishes", "widths"),
    [
        (600, [200, 100], [400, 200]),
        (600, [300, 400, 110], [250, 239, 111]),
        (200, [300, 300], [110, 110]),
    ],
)
def test_columns_share_the_width(width: int, wishes: list[int], widths: list[int]) -> None:
    shared = shared_out(width, wishes)

    assert sum(shared) == max(width, 110 * len(wishes))
    assert min(shared) >= 100
    if len(wishes) == 2:
        assert shared == widths


def test_a_table_keeps_the_chosen_line_while_another_answer_changes(window: Window, open_kind: Opener) -> None:
    room = open_kind("mou")
    _, view = table(room, 2, "in_scope")
    view.selectRow(1)

    session_of(window).change(SetAnswer(FieldPath(room.record_id, "area"), FieldType.TEXT, "Marsh"))

    assert view.currentIndex().row() == 1


def test_several_lines_move_and_go_together(window: Window, open_kind: Opener, agreeing: list[str]) -> None:
    room = open_kind("mou")
    _, view = table(room, 2, "in_scope")
    before = items(window, room)
    assert len(before) > 3

    QTest.keyClick(view, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(view, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert items(window, room) == [before[2], before[0], before[1], *before[3:]]
    session_of(window).undo()
    assert items(window, room) == before
    view.selectRow(0)
    QTest.keyClick(view, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(view, Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)

    assert items(window, room) == before[2:]
    assert agreeing[0].startswith("Remove these 2 lines?")
    session_of(window).undo()
    assert items(window, room) == before


def test_the_first_column_stays_while_others_scroll_under_it(open_kind: Opener) -> None:
    room = open_kind("mou")
    question, view = table(room, 0, "parties")
    view.setMinimumWidth(0)
    view.setMaximumWidth(300)
    QApplication.processEvents()
    frozen = view.findChildren(FrozenColumn)[0]
    assert frozen.isHidden()

    view.setCurrentIndex(question.model.index(0, 3))
    assert frozen.isVisible()
    assert frozen.width() == view.columnWidth(0)
    view.setCurrentIndex(question.model.index(0, 1))
    assert view.columnViewportPosition(1) >= (frozen.width() if frozen.isVisible() else 0)
    view.setCurrentIndex(question.model.index(0, 3))
    QTest.mouseClick(
        frozen, Qt.MouseButton.LeftButton, pos=QPoint(10, view.horizontalHeader().height() + view.rowHeight(0) + 9)
    )
    assert (view.currentIndex().row(), view.currentIndex().column()) == (1, 0)
    assert frozen.isHidden()
