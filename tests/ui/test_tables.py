# SPDX-License-Identifier: MPL-2.0
"""Tables: lines added, moved and removed by keys and buttons; cells typed over; letters in their grid."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from tests.ui.going import facts_of, session_of
from tests.ui.walking import settle

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts
from evidencepack.domain.values import FieldType
from evidencepack.ui.room import Room
from evidencepack.ui.shell.window import Window
from evidencepack.ui.tables import table_question
from evidencepack.ui.tables.frozen import FrozenColumn
from evidencepack.ui.tables.letters_question import LettersQuestion
from evidencepack.ui.tables.letters_view import LettersView
from evidencepack.ui.tables.pasted import PasteReport
from evidencepack.ui.tables.table_question import TableQuestion
from evidencepack.ui.tables.view import LinesView, shared_out
from evidencepack.usecases.changes import SetAnswer, rows_of

Key = Qt.Key
Opener = Callable[[str], Room]


@pytest.fixture(autouse=True)
def agreeing(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Agree to every removal, and say which were asked for."""
    asked: list[str] = []

    def agree(_: QWidget, title: str, sentence: str, *, do: str) -> bool:
        asked.append(f"{title} {sentence} {do}")
        return True

    monkeypatch.setattr(table_question, "agreed", agree)
    return asked


def table(room: Room, step: int, name: str) -> tuple[TableQuestion, LinesView]:
    room.go_to_step(step)
    question = next(one for one in room.page.findChildren(TableQuestion) if one.field.id == name)
    view = question.findChildren(LinesView)[0]
    view.setFocus()
    return question, view


def items(window: Window, room: Room, name: str = "in_scope") -> list[str]:
    rows = rows_of(facts_of(window).records[room.record_id], name)
    return [str(row.cells.get("item", "")) for row in rows]


def press(question: QWidget, words: str) -> None:
    button = next(one for one in question.findChildren(QPushButton) if one.text() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_insert_adds_a_line_and_goes_to_its_first_question(window: Window, open_kind: Opener) -> None:
    room = open_kind("mou")
    _, view = table(room, 2, "in_scope")
    before = items(window, room)

    QTest.keyClick(view, Key.Key_Insert)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit)
    QTest.keyClicks(focus, "a new thing")

    assert items(window, room) == [*before, "a new thing"]


def test_delete_removes_a_line_once_the_person_agrees(window: Window, open_kind: Opener, agreeing: list[str]) -> None:
    room = open_kind("mou")
    _, view = table(room, 2, "in_scope")
    before = items(window, room)

    QTest.keyClick(view, Key.Key_Delete)

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


def test_enter_on_a_cell_goes_to_its_question_under_the_table(open_kind: Opener) -> None:
    room = open_kind("mou")
    question, view = table(room, 0, "parties")
    view.setCurrentIndex(question.model.index(2, 1))

    QTest.keyClick(view, Key.Key_Return)

    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit)
    assert focus.accessibleName() == "Its part in this"
    assert focus.text() == "housing partner and planned subcontractor"


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

    QTest.keyClick(view, Key.Key_Delete)

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


def grid(room: Room) -> LettersView:
    room.go_to_step(3)
    return room.page.findChildren(LettersQuestion)[0].findChildren(LettersView)[0]


def test_letters_are_set_stepped_and_cleared_by_keys(
    window: Window, open_kind: Opener, kept: Callable[[], Facts]
) -> None:
    room = open_kind("raci")
    view = grid(room)
    assert QApplication.focusWidget() is view
    seen = []
    for key in (Key.Key_A, Key.Key_R, Key.Key_C, Key.Key_I, Key.Key_B, Key.Key_Delete, Key.Key_Space, Key.Key_Space):
        QTest.keyClick(view, key)
        seen.append(view.currentIndex().data())

    assert seen == ["A", "R", "C", "I", "A/R", "", "R", "A"]
    window.close()
    record = kept().records[room.record_id]
    task, role = rows_of(record, "activities")[0].id, rows_of(record, "roles")[0].id
    given = [row.cells for row in rows_of(record, "letters")]
    assert {"activity": task, "role": role, "letter": "a"} in given


def test_the_verdict_beside_a_task_follows_its_letters(open_kind: Opener) -> None:
    view = grid(open_kind("raci"))
    model = view.model()
    verdict = model.index(0, model.columnCount() - 1)
    assert verdict.data() == "Good"

    QTest.keyClick(view, Key.Key_A)

    assert verdict.data() == "More than one A"
    said = str(verdict.data(Qt.ItemDataRole.AccessibleTextRole))
    assert said.endswith("More than one A")


def test_f4_goes_to_the_task_whose_letters_do_not_do(open_kind: Opener) -> None:
    room = open_kind("raci")
    view = grid(room)
    view.setCurrentIndex(view.model().index(4, 0))
    for column in range(view.model().columnCount() - 1):
        view.setCurrentIndex(view.model().index(4, column))
        QTest.keyClick(view, Key.Key_C)
    room.go_to_step(0)

    room.next_unanswered()

    assert room.step == 3
    fresh = room.page.findChildren(LettersView)[0]
    assert (fresh.hasFocus(), fresh.currentIndex().row()) == (True, 4)


@pytest.mark.parametrize("end", [True, False])
def test_the_page_follows_the_cell_that_the_keys_go_to(window: Window, open_kind: Opener, *, end: bool) -> None:
    window.resize(1280, 600)
    room = open_kind("raci")
    view = grid(room)

    if end:
        QTest.keyClick(view, Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    else:
        for _ in range(14):
            QTest.keyClick(view, Key.Key_Down)

    cell = view.visualRect(view.currentIndex())
    pane = room.page.viewport()
    top = view.viewport().mapTo(pane, cell.topLeft()).y()
    assert view.currentIndex().row() >= 14 or end
    assert top >= 0
    assert top + cell.height() <= pane.height()


def test_the_grid_takes_the_whole_width_and_gives_it_back(open_kind: Opener) -> None:
    room = open_kind("raci")
    grid(room)
    assert room.preview.isHidden()

    room.go_to_step(4)
    assert not room.preview.isHidden()


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


def clip(text: str, html: str = "") -> None:
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    QApplication.clipboard().setMimeData(data)


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
    QTest.keyClick(view, Key.Key_Delete)
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
    QTest.keyClick(view, Key.Key_Delete)

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


def test_two_people_who_answer_for_a_task_are_told_at_once(open_kind: Opener) -> None:
    view = grid(open_kind("raci"))
    question = view.parentWidget()
    assert isinstance(question, LettersQuestion)

    QTest.keyClick(view, Key.Key_A)

    said = [one.text() for one in question.findChildren(QLabel) if one.property("role") == "error" and one.text()]
    assert said == ["R-01 Log and answer each referral: more than one A."]
    assert question.model.is_wrong(0)
    view.setCurrentIndex(view.model().index(3, 0))
    assert "1 task needs another look (F4)." in {one.text() for one in question.findChildren(QLabel)}


def test_letters_are_pasted_from_a_spreadsheet_and_copied_out(window: Window, open_kind: Opener) -> None:
    view = grid(open_kind("raci"))
    before = [view.model().index(0, at).data() for at in range(4)]
    clip("i\tA/R\tc\tX")

    QTest.keyClick(view, Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert [view.model().index(0, at).data() for at in range(4)] == ["I", "A/R", "C", before[3]]
    question = view.parentWidget()
    assert question is not None
    words = question.findChildren(PasteReport)[0].links[0].text()
    assert words.endswith("“X”: It is none of R, A, C, I, A/R.")
    session_of(window).undo()
    assert [view.model().index(0, at).data() for at in range(4)] == before
    QTest.keyClick(view, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text().splitlines()[1].startswith("R-01 Log and answer each referral\tC\tA/R\tI")


def test_the_roles_stay_in_sight_above_a_long_grid(window: Window, open_kind: Opener) -> None:
    window.resize(1366, 768)
    room = open_kind("raci")
    view = grid(room)
    settle()

    QTest.keyClick(view, Key.Key_End, Qt.KeyboardModifier.ControlModifier)

    head = view.horizontalHeader()
    top = head.mapTo(room.page.viewport(), head.rect().topLeft()).y()
    assert top >= 0
    assert top + view.height() <= room.page.viewport().height() + 2
