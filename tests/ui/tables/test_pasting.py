# SPDX-License-Identifier: MPL-2.0
"""Cells of a spreadsheet or a web page, pasted as one step; what cannot be read; copied out and back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from tests.ui.going import facts_of, session_of
from tests.ui.tables.tabling import Key, Opener, clip, items, table

from evidencepack.ui.room import Room
from evidencepack.ui.shell.window import Window
from evidencepack.ui.tables.pasted import PasteReport
from evidencepack.usecases.changes import rows_of


def steps_of(window: Window, room: Room, column: str) -> list[object]:
    rows = rows_of(facts_of(window).records[room.record_id], "disagreement_steps")
    return [row.cells.get(column) for row in rows]


def test_cells_of_a_spreadsheet_are_pasted_as_one_step(window: Window, open_kind: Opener) -> None:
    room = open_kind("mou")
    question, view = table(room, 9, "disagreement_steps")
    before = steps_of(window, room, "step")
    view.setCurrentIndex(question.model.index(2, 0))
    clip('"Ring\r\nfirst"\tboth leads\t2 days\r\nMeet\tchairs\tsoonish\r\n')

    QTest.keyClick(view, Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert steps_of(window, room, "step") == [*before[:2], "Ring first", "Meet"]
    assert steps_of(window, room, "who")[2:] == ["both leads", "chairs"]
    assert question.model.index(3, 2).data() == "soonish"
    report = question.findChildren(PasteReport)[0]
    assert [link.text() for link in report.links] == [
        "Line 4, Within: “soonish” is not a length of time. Write it like 4 hours, same day or 2 working days."
    ]
    assert not report.isHidden()
    session_of(window).undo()
    assert steps_of(window, room, "step") == before
    assert session_of(window).drafts == {}
    assert report.isHidden()
    session_of(window).redo()
    assert question.model.index(3, 2).data() == "soonish"


def test_a_line_of_the_report_goes_to_its_cell(open_kind: Opener) -> None:
    room = open_kind("mou")
    question, view = table(room, 9, "disagreement_steps")
    clip("Ring\tleads\tsoonish")
    QTest.keyClick(view, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    link = question.findChildren(PasteReport)[0].links[0]
    link.setFocus()

    QTest.keyClick(link, Key.Key_Space)

    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit)
    assert focus.text() == "soonish"
    assert focus.accessibleName() == "Within"


def test_a_table_of_a_web_page_is_pasted_by_its_cells(window: Window, open_kind: Opener) -> None:
    room = open_kind("mou")
    _, view = table(room, 2, "in_scope")
    before = items(window, room)
    clip("one\ntwo\nthree", "<table><tr><td>one<br>two</td></tr><tr><td>three</td></tr></table>")

    QTest.keyClick(view, Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert items(window, room) == ["one two", "three", *before[2:]]


def test_what_is_copied_out_comes_back_as_it_was(window: Window, open_kind: Opener) -> None:
    room = open_kind("mou")
    _, view = table(room, 9, "disagreement_steps")
    before = [steps_of(window, room, name) for name in ("step", "who", "within")]

    QTest.keyClick(view, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    text = QApplication.clipboard().text()
    assert text.startswith("What happens\tWho\tWithin\nTalk it through\tthe named leads\t3 working days\n")
    QTest.keyClick(view, Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert steps_of(window, room, "step") == []
    QTest.keyClick(view, Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert [steps_of(window, room, name) for name in ("step", "who", "within")] == before


def test_too_many_lines_are_not_pasted_and_the_person_is_told(
    window: Window, open_kind: Opener, status: Callable[[], str]
) -> None:
    room = open_kind("mou")
    _, view = table(room, 2, "in_scope")
    before = items(window, room)
    clip("line\n" * 501)

    QTest.keyClick(view, Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert items(window, room) == before
    assert status() == "Nothing was pasted: 501 lines are too many at once. Copy 500 at most, then the others."
