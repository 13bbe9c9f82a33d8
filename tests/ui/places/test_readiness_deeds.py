# SPDX-License-Identifier: MPL-2.0
"""What can be done at a finding: mend it, set it aside with a reason, take it up again; and the grid leads on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.going import facts_of, session_of
from tests.ui.places.test_readiness import check, checks_of, press, readiness, titles, words

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Record
from evidencepack.domain.values import FieldType
from evidencepack.pack.sheets import SheetKind
from evidencepack.ui import checks
from evidencepack.ui.places import errand
from evidencepack.ui.places.coverage_words import FITS
from evidencepack.ui.places.finding_filters import ASIDE, OPEN
from evidencepack.ui.places.pack_outcome import Outcome
from evidencepack.ui.places.putting_aside import PuttingAside
from evidencepack.ui.places.readiness import Readiness
from evidencepack.ui.rail import Rail
from evidencepack.ui.shell.where import DOCUMENTS, Where, in_document
from evidencepack.ui.shell.window import Window
from evidencepack.ui.widgets.grid import Grid
from evidencepack.usecases.changes import SetAnswer

FAILED = "A partner that failed the test is in the bid"
UNHELD = "A promise that nothing holds up"


def record(window: Window, reference: str) -> Record:
    (found,) = (one for one in facts_of(window).records.values() if one.reference == reference)
    return found


def said(window: Window, reference: str, field: str, kind: FieldType, value: str | None) -> None:
    session_of(window).change(SetAnswer(FieldPath(record(window, reference).id, field), kind, value))


def choose(place: Readiness, title: str) -> None:
    place.list.choose(next(one.id for one in place.list.entries.entries if one.title == title))


@pytest.fixture
def place(window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Readiness:
    """Readiness with a partner that failed a part of its fit, and two times that no record shows."""
    monkeypatch.setattr(checks, "CHECK_AFTER", 10)
    said(window, "FIT-LC", "local_fit", FieldType.CHOICE, "fail")
    for time in ("RT3", "RT4"):
        said(window, time, "measured_by", FieldType.TEXT, None)
    check(window, qtbot)
    return readiness(window)


def test_a_fix_mends_at_one_press_and_undo_brings_it_back(window: Window, place: Readiness, qtbot: QtBot) -> None:
    choose(place, FAILED)
    assert "Ways to fix it" in words(place.view)

    press(place.view, "Do this")

    assert record(window, "FIT-LC").answers["decision"] == "exclude"
    qtbot.waitUntil(lambda: FAILED not in titles(place))
    session_of(window).undo()
    assert record(window, "FIT-LC").answers["decision"] == "include"
    qtbot.waitUntil(lambda: FAILED in titles(place))


def test_what_is_no_problem_is_set_aside_with_a_reason_and_can_be_taken_up_again(
    window: Window, place: Readiness, qtbot: QtBot, answering: Callable[[str, str], None]
) -> None:
    choose(place, UNHELD)
    assert sum(one.text() == "Show" for one in buttons(place.view)) == 2
    press(place.view, "Show")
    assert "1 of 2 here" in words(place.view)
    press(place.view, "All 2 together")
    answering("The call log shows it from July.", "Siân")

    press(place.view, "Not a problem here…")

    qtbot.waitUntil(lambda: UNHELD not in titles(place))
    assert place.filters.lists.findText("Set aside (2)") == place.filters.lists.findData(ASIDE)
    place.filters.lists.setCurrentIndex(place.filters.lists.findData(ASIDE))
    place.filters.changed.emit()
    choose(place, UNHELD)
    assert "The call log shows it from July." in words(place.view)

    press(place.view, "It is a problem after all")

    qtbot.waitUntil(lambda: any(one.title == UNHELD for one in checks_of(window).problems))
    place.filters.want()
    assert (place.filters.list, UNHELD in titles(place)) == (OPEN, True)


@pytest.fixture
def answering(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], None]:
    """Answer the question why something is no problem, first with nothing."""

    def answer(reason: str, who: str) -> None:
        def fill(dialog: PuttingAside) -> int:
            dialog.do.click()
            assert (dialog.result(), dialog.problem.text()) == (0, "Say why it can stay as it is.")
            dialog.reason.setText("x")
            dialog.do.click()
            assert (dialog.result(), dialog.problem.text()) == (0, "Say it in three words or more.")
            dialog.reason.setText(reason)
            dialog.who.setText(who)
            dialog.do.click()
            return dialog.result()

        monkeypatch.setattr(PuttingAside, "exec", fill)

    return answer


def test_the_grid_says_how_each_place_stands_and_leads_to_what_counts(place: Readiness) -> None:
    rows = {row.cells[0].text: row for row in place.grid.table.cells.rows}
    assert list(rows) == ["Maitree", "Osierbed", "Lea Marsh", "Kestrel"]
    assert rows["Maitree"].cells[4].sentence == "Met, 3 items"
    place.grid.chips.turn_on(FITS)
    lea = next(row for row in place.grid.table.cells.rows if row.cells[0].text == "Lea Marsh")
    assert lea.cells[2].sentence == "missing: it was judged a fail"

    place.grid.table.choose(lea.id, 2)

    shown = words(place.place_view)
    assert {"Lea Marsh: Place", "it was judged a fail"} <= set(shown)
    press(place.place_view, "Show what we found about Lea Marsh")
    assert titles(place)[1:] == [FAILED]
    place.grid.table.choose(lea.id, 1)
    opens = next(one for one in buttons(place.place_view) if one.text() == "Open")
    QTest.mouseClick(opens, Qt.MouseButton.LeftButton)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Service: why do you say so?"


def buttons(widget: QWidget) -> list[QPushButton]:
    return [one for one in widget.findChildren(QPushButton) if one.isVisible()]


def test_documents_and_steps_say_what_is_to_be_fixed_in_them(window: Window, qtbot: QtBot) -> None:
    mou = record(window, "TBN-MOU-01").id
    late = SetAnswer(FieldPath(mou, "end_date"), FieldType.DATE, date(2026, 1, 1))
    session_of(window).change(late)
    checks_of(window).check_now()
    qtbot.waitUntil(lambda: any(one.rule == "SG-09" for one in checks_of(window).problems))
    problem = next(one for one in checks_of(window).problems if one.rule == "SG-09")
    assert problem.home.id == mou

    window.open_at(Where(DOCUMENTS))
    grid = window.place.findChild(Grid)
    assert isinstance(grid, Grid)
    row = next(one for one in grid.cells.rows if one.id == "mou")
    assert any("must fix" in cell.sentence for cell in row.cells)
    window.open_at(in_document(mou))
    rail = window.place.findChild(Rail)
    assert isinstance(rail, Rail)
    heard = str(rail.model().index(problem.step, 0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert "must fix" in heard


def test_sheets_go_into_a_folder_of_their_own_and_say_nothing_of_what_is_missing(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    chosen = tmp_path / "chosen"
    chosen.mkdir()
    monkeypatch.setattr(errand, "choose_folder", lambda *_: str(chosen))
    readiness(window)._print_sheets((SheetKind.COVERAGE.value,))
    qtbot.waitUntil(lambda: window.findChild(Outcome) is not None)
    outcome = window.findChild(Outcome)
    assert isinstance(outcome, Outcome)
    assert "What is still missing" not in words(outcome)
    outcome.accept()
    (folder,) = chosen.iterdir()
    assert folder.name == "TBN-ASC-2027-014 sheets"
    assert {one.name for one in folder.iterdir()} >= {"coverage-grid.pdf", "coverage-grid.docx"}
