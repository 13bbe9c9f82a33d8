# SPDX-License-Identifier: MPL-2.0
"""Letters in their grid: who does what, set by keys, pasted, told at once where two answer for a task."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from tests.ui.going import session_of
from tests.ui.tables.tabling import Key, Opener, clip, grid
from tests.ui.walking import settle

from evidencepack.domain.record import Facts
from evidencepack.ui.shell.window import Window
from evidencepack.ui.tables.letters_question import LettersQuestion
from evidencepack.ui.tables.letters_view import LettersView
from evidencepack.ui.tables.pasted import PasteReport
from evidencepack.usecases.changes import rows_of


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


def test_two_people_who_answer_for_a_task_are_told_at_once(open_kind: Opener) -> None:
    view = grid(open_kind("raci"))
    question = view.parentWidget()
    assert isinstance(question, LettersQuestion)

    QTest.keyClick(view, Key.Key_A)

    said = [one.text() for one in question.findChildren(QLabel) if one.property("role") == "error" and one.text()]
    usual = "One person answers for it; the other is asked first, or does it."
    assert said == [f"R-01 Log and answer each referral: more than one A. {usual}"]
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
