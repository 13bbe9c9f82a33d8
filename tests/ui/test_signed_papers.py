# SPDX-License-Identifier: MPL-2.0
"""A paper that somebody signed, in the window: what a change touches, where it is said, and what undo brings back."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot
from tests.ui.going import session_of
from tests.ui.walking import settle

from evidencepack.compose.signed_words import kept_in
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.values import FieldType
from evidencepack.ui.places.sign_off import SignOff
from evidencepack.ui.session import Session
from evidencepack.ui.shell.where import DOCUMENTS, SIGN_OFF, Where, in_document, in_record
from evidencepack.ui.shell.window import Window
from evidencepack.ui.signed_notice import SignedNotice
from evidencepack.ui.widgets.grid import Grid
from evidencepack.usecases.changes import SetAnswer, rows_of
from evidencepack.usecases.register import Signing


@pytest.fixture
def read(window: Window, qtbot: QtBot) -> Session:
    """The tender in hand, once its signed papers were read; tests do without that otherwise."""
    session, checks = session_of(window), window.work.checks
    assert checks is not None
    checks.read_signed()
    qtbot.waitUntil(lambda: bool(kept_in(session.facts)))
    return session


def notice(window: Window) -> list[str]:
    (found,) = window.place.findChildren(SignedNotice)
    found._look()
    settle()
    return [one.text() for one in found.findChildren(QLabel) if one.isVisible() and one.text()]


def mou_of(session: Session) -> str:
    return next(session.facts.of_kind("mou")).id


def write(session: Session, words: str) -> None:
    path = FieldPath(mou_of(session), "purpose")
    session.enter(path, session.library["mou"].fields["purpose"], words)


def test_what_was_signed_is_noted_once_and_is_no_step_to_undo(window: Window, read: Session) -> None:
    noted = kept_in(read.facts)
    assert len(noted) == 24
    assert not read._steps[""].undo_words
    assert read.finish() == ""
    tender = read.facts.tender
    assert kept_in(window.work.store.wait_for(lambda workspace: workspace.facts(tender))) == noted


def test_a_form_says_whose_signature_a_change_touches_and_undo_takes_it_back(window: Window, read: Session) -> None:
    window.open_at(in_document(mou_of(read)))
    first, more = notice(window)
    assert first == "Signed: Ferrybank, Maitree, Osierbed, Lea Marsh and Kestrel."
    assert "Undo puts the signed words back" in more

    write(read, "Quite another purpose.")
    assert notice(window)[0] == "Changed since signed: Ferrybank, Maitree, Osierbed, Lea Marsh and Kestrel."
    (link,) = window.place.findChildren(SignedNotice)[0].findChildren(QPushButton)
    link.click()
    place = window.place
    assert isinstance(place, SignOff)
    assert place._chosen is not None
    assert (place._chosen.row.paper, place._chosen.row.state) == (mou_of(read), Signing.CHANGED)
    window.open_at(in_document(mou_of(read)))
    read.undo()
    assert notice(window)[0].startswith("Signed: ")


def test_a_record_that_signed_papers_speak_of_says_so_too(window: Window, read: Session) -> None:
    contribution = next(read.facts.of_kind("contribution"))
    window.open_at(in_record(contribution.id))
    assert notice(window)[0].startswith("This stands in papers that are signed: TBN-MOU-01")

    what = FieldPath(contribution.id, "what")
    read.enter(what, read.library["contribution"].fields["what"], "Something else")
    assert notice(window)[0].startswith("Changed since signed: TBN-MOU-01")
    window.open_at(in_record(next(read.facts.of_kind("slot")).id))
    assert notice(window) == []


def test_documents_and_the_register_say_so_until_it_is_signed_again(window: Window, read: Session) -> None:
    write(read, "Quite another purpose.")
    window.open_at(Where(DOCUMENTS, mou_of(read)))
    settle()
    (grid,) = window.place.findChildren(Grid)
    cells = [one.cells[1] for one in grid.cells.rows if one.id == "mou"]
    assert cells[0].text == "Sign again"
    assert cells[0].said.startswith("changed since signed")
    assert any("1 has changed since signed" in one.text() for one in window.place.findChildren(QLabel))

    window.open_at(Where(SIGN_OFF))
    settle()
    place = window.place
    assert isinstance(place, SignOff)
    states = [one.row.state for one in place._lines if one.row.reference == "TBN-MOU-01"]
    assert states == [Signing.CHANGED] * 5

    sheet = next(read.facts.of_kind("signoff_sheet"))
    rows = [one.id for one in rows_of(sheet, "signings") if one.cells.get("paper") == "TBN-MOU-01"]
    again = [
        SetAnswer(FieldPath(sheet.id, "signings", row, "signed_on"), FieldType.DATE, date(2027, 2, 14)) for row in rows
    ]
    read.change(*again)
    assert read.signed.papers == frozenset()
    read.undo()
    assert len(read.signed.found) == 5


def test_a_signature_that_is_recorded_and_taken_back_leaves_nothing(window: Window, read: Session) -> None:
    sheet = next(read.facts.of_kind("signoff_sheet"))
    row = next(one for one in rows_of(sheet, "signings") if "signed_on" not in one.cells)
    before = kept_in(read.facts)
    window.open_at(in_document(sheet.id))
    read.change(SetAnswer(FieldPath(sheet.id, "signings", row.id, "signed_on"), FieldType.DATE, date(2027, 2, 14)))
    assert len(kept_in(read.facts)) == len(before) + 1

    read.undo()
    assert kept_in(read.facts) == before
    assert not window.isHidden()
    assert window.windowModality() == Qt.WindowModality.NonModal
