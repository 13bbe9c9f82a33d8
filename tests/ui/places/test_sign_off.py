# SPDX-License-Identifier: MPL-2.0
"""The register of signatures as somebody works in it: reading, filtering, recording, chasing."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot
from tests.ui.going import facts_of, room_of, session_of

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.values import FieldType
from evidencepack.ui import clock
from evidencepack.ui.places.documents_place import Documents
from evidencepack.ui.places.sign_off import SignOff
from evidencepack.ui.shell.where import DOCUMENT, SIGN_OFF, Where
from evidencepack.ui.shell.window import Window
from evidencepack.ui.widgets.chips import Chips
from evidencepack.ui.widgets.grid import Grid
from evidencepack.usecases.changes import RemoveRecord, SetAnswer


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
