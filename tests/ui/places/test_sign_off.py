# SPDX-License-Identifier: MPL-2.0
"""The register of signatures as somebody works in it: reading, filtering, recording, chasing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot
from tests.scans.sending import version_out, with_files
from tests.ui.going import facts_of, open_document, room_of, session_of

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.short_code import printed
from evidencepack.domain.signoff import Signer, State
from evidencepack.domain.values import FieldType
from evidencepack.library.entry_dates import date_text
from evidencepack.ui import clock
from evidencepack.ui.deadlines import shortest_day
from evidencepack.ui.places.documents_place import Documents
from evidencepack.ui.places.sign_off import SignOff
from evidencepack.ui.print_dialog import PrintDialog
from evidencepack.ui.shell.keys import Command
from evidencepack.ui.shell.where import DOCUMENT, SIGN_OFF, Where
from evidencepack.ui.shell.window import Window
from evidencepack.ui.signing.event_dialog import EventDialog
from evidencepack.ui.signing.review_dialog import ScanReview
from evidencepack.ui.signing.send_question import SendQuestion
from evidencepack.ui.widgets.chips import Chips
from evidencepack.ui.widgets.file_drop import FileDrop
from evidencepack.ui.widgets.grid import Grid
from evidencepack.ui.widgets.progress import ProgressDialog
from evidencepack.usecases.changes import RemoveRecord, SetAnswer
from evidencepack.usecases.register import Signing
from evidencepack.usecases.sign_register import CopyLine


@pytest.fixture
def register(window: Window, monkeypatch: pytest.MonkeyPatch) -> SignOff:
    monkeypatch.setattr(clock, "now", lambda: datetime(2027, 2, 20, 9, 0))  # noqa: DTZ001 - the clock on the wall
    window.open_at(Where(SIGN_OFF))
    assert isinstance(window.place, SignOff)
    return window.place


def grid_of(register: SignOff) -> Grid:
    found = register.findChild(Grid)
    assert found is not None
    return found


def words(register: SignOff) -> str:
    return "\n".join(one.text() for one in register.findChildren(QLabel) if one.isVisible())


def press(register: SignOff, text: str) -> None:
    found = next(one for one in register.findChildren(QPushButton) if one.text().strip() == text)
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def test_the_register_says_how_many_are_signed_and_whom_to_ask(register: SignOff) -> None:
    assert "24 of 26 are signed. 2 are out for signing." in words(register)
    assert "Efua Asante-Holm" in words(register)
    first = grid_of(register).cells.rows[0].cells
    assert [one.text for one in first][:3] == ["Memorandum of understanding", "Ferrybank", "Olúmídé Adébáyọ̀"]
    assert not grid_of(register).cells.rows[1].cells[0].text
    assert "TBN-MOU-01" in grid_of(register).cells.rows[1].cells[0].sentence


def test_a_filter_leaves_what_still_waits(register: SignOff) -> None:
    chips = register.findChild(Chips)
    assert chips is not None
    chips.turn_on("waiting")

    assert [row.cells[1].text for row in grid_of(register).cells.rows] == ["LB Thamesbourne", "Queen Philippa"]
    assert "Efua Asante-Holm for LB Thamesbourne: needed by Mon 7 Jun, when the contract is awarded." in words(register)


def test_enter_goes_to_where_the_signature_is_recorded(window: Window, register: SignOff) -> None:
    grid_of(register).setFocus()
    QTest.keyClick(grid_of(register), Qt.Key.Key_Return)

    assert window.place is not None
    here = window.place.here
    assert here.place == DOCUMENT
    assert facts_of(window).records[here.record].kind == "signoff_sheet"


def test_recording_without_a_sheet_makes_one_and_undo_takes_it_back(window: Window, register: SignOff) -> None:
    sheet = next(facts_of(window).of_kind("signoff_sheet"))
    session_of(window).change(RemoveRecord(sheet.id), words="remove the sheet")
    register.refresh()
    assert "0 of 26 are signed." in words(register)

    press(register, "Record a signature")

    assert facts_of(window).records[room_of(window).record_id].kind == "signoff_sheet"
    session_of(window).undo()
    assert not list(facts_of(window).of_kind("signoff_sheet"))
    assert isinstance(window.place, Documents)


def test_the_text_to_chase_names_paper_person_and_day(register: SignOff) -> None:
    press(register, "Copy text to chase")

    text = QGuiApplication.clipboard().text()
    assert text.startswith("We still need these signatures:\n- Data sharing agreement (TBN-DSA-01 v1.0): Efua")
    assert text.count("\n") == 2


def test_the_register_follows_what_is_changed_elsewhere(window: Window, register: SignOff, qtbot: QtBot) -> None:
    mou = next(facts_of(window).of_kind("mou"))
    session_of(window).change(
        SetAnswer(FieldPath(mou.id, "status"), FieldType.CHOICE, "withdrawn"), words="withdraw the memorandum"
    )

    qtbot.waitUntil(lambda: "19 of 21 are signed." in words(register))


def test_a_tender_without_papers_says_how_to_begin(window: Window, register: SignOff) -> None:
    facts = facts_of(window)
    documents = [one.id for one in facts.records.values() if window.work.library[one.kind].document]
    session_of(window).change(*(RemoveRecord(name) for name in documents), words="remove all papers")
    register.refresh()

    assert "Nothing to sign yet" in words(register)
    assert grid_of(register).isHidden() or not grid_of(register).isVisible()


@pytest.fixture
def sent(window: Window, register: SignOff, qtbot: QtBot) -> CopyLine:
    """A copy of the data sharing agreement that went out to somebody who has not signed it; its line is chosen."""
    waiting = next(at for at, one in enumerate(register._lines) if one.row.state is Signing.OUT)
    row = register._lines[waiting].row
    version = version_out("Data sharing agreement", parties=("Osier",), tender=facts_of(window).tender)
    signer = Signer(row.person, row.name, "Director", "on award")
    copies = (replace(version.copies[0], party=row.party, signers=(signer,)),)
    now = window.work.store.wait_for(lambda workspace: workspace.now)
    made, files = with_files(replace(version, record=row.paper, copies=copies, at=now))
    window.work.store.wait_for(lambda workspace: workspace.keep_sent(made, files))
    register.desk.load()
    qtbot.waitUntil(lambda: bool(register.desk.copies))
    grid_of(register).choose(str(waiting))
    return register.desk.copies[0]


def state_and_day(register: SignOff) -> list[str]:
    """What the chosen line says of its state, and of how and when."""
    at = grid_of(register).currentIndex().row()
    return [one.text for one in grid_of(register).cells.rows[at].cells][3:]


def print_it(register: SignOff, sent: CopyLine, file: Path, qtbot: QtBot) -> None:
    """Print a copy, into a file in the place of paper."""
    register.desk.print_copies((sent.copy,))
    qtbot.waitUntil(lambda: bool(register.findChildren(PrintDialog)))
    (dialog,) = register.findChildren(PrintDialog)
    assert dialog.pages.page_count == len(sent.copy.pages)
    dialog.choices.file = str(file)
    dialog.print_now()
    qtbot.waitUntil(lambda: register.desk.copies[0].state is State.PRINTED)
    dialog.reject()


def test_a_copy_stands_in_its_line_and_what_happens_to_it_is_noted_or_refused(
    window: Window, register: SignOff, sent: CopyLine, qtbot: QtBot, tmp_path: Path
) -> None:
    assert state_and_day(register)[0] == "Made"
    assert f"code {printed(sent.copy.code)}" in words(register)
    menu = register.menu()
    assert [one.text() for one in menu.actions() if one.text() and not one.isEnabled()] == []
    menu.close()

    print_it(register, sent, tmp_path / "paper.pdf", qtbot)
    assert state_and_day(register)[0] == "Printed"
    register.desk.note(register.desk.copies[0])
    qtbot.waitUntil(lambda: bool(register.findChildren(EventDialog)))
    (dialog,) = register.findChildren(EventDialog)
    dialog.state.setCurrentIndex(dialog.states.index(State.DECLINED))
    dialog.why.setText("Clause 4 <b>&{{")
    day = date.fromisoformat(sent.version.day)
    dialog.day.setText(date_text(day - timedelta(days=1)))
    dialog.do.click()
    qtbot.waitUntil(dialog.do.isEnabled)
    assert any("nothing can have happened to it before" in one.text() for one in dialog.findChildren(QLabel))
    dialog.day.setText(date_text(day))
    dialog.do.click()
    qtbot.waitUntil(lambda: register.desk.copies[0].state is State.DECLINED)
    assert state_and_day(register) == ["Declined", shortest_day(day, clock.today())]
    before, event = window.work.store.wait_for(lambda workspace: workspace.sign_events())
    assert (before.state, event.words, event.day) == (State.PRINTED, "Clause 4 <b>&{{", day.isoformat())


def test_taking_in_can_be_given_up_and_nothing_is_shown_or_noted(
    register: SignOff, qtbot: QtBot, tmp_path: Path
) -> None:
    scan = tmp_path / "scan.png"
    Image.new("L", (200, 300), 250).save(scan)
    register.take_scans([scan])
    (progress,) = register.findChildren(ProgressDialog)
    progress.cancel()
    qtbot.waitUntil(lambda: not any(one.isVisible() for one in register.findChildren(ProgressDialog)))
    register.desk.load()
    qtbot.waitUntil(lambda: register.context.work.store.wait_for(lambda _workspace: True))
    assert register.findChildren(ScanReview) == []


def test_scans_that_are_held_over_the_place_are_taken_when_they_are_dropped(
    register: SignOff, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[Sequence[Path]] = []
    monkeypatch.setattr(register.desk, "take", taken.append)
    (drop,) = register.findChildren(FileDrop)
    drop.over.emit(3)
    assert "Drop them to take in 3 scans." in words(register)
    drop.over.emit(0)
    assert "24 of 26 are signed." in words(register)
    drop.dropped.emit([Path("scan.pdf")])
    assert taken == [[Path("scan.pdf")]]


def test_a_document_is_sent_for_signing_from_where_it_is_open_and_elsewhere_the_register_is_shown(
    window: Window, qtbot: QtBot
) -> None:
    window.run(Command.SIGN)
    assert isinstance(window.place, SignOff)
    letter = next(facts_of(window).of_kind("letter_of_support")).id
    open_document(window, letter)
    window.run(Command.SIGN)
    qtbot.waitUntil(lambda: bool(window.place.findChildren(SendQuestion)))
    (question,) = window.place.findChildren(SendQuestion)
    assert question.chosen.record == letter
    question.reject()
