# SPDX-License-Identifier: MPL-2.0
"""A letter, with the keyboard alone: frozen and sent for signing, noted as sent, scanned, looked at, and accepted."""

from __future__ import annotations

import hashlib
import random
import shutil
from pathlib import Path
from typing import TypeVar

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QFileDialog, QWidget
from tests.scans.paper import Damage, scanned
from tests.scans.writing import within, written
from tests.ui.going import come_forward, wait_until
from tests.ui.walking import settle

from evidencepack.domain.came_back import Seen
from evidencepack.domain.signoff import SentCopy, State
from evidencepack.ui.places import errand
from evidencepack.ui.places.pack_outcome import Outcome
from evidencepack.ui.places.sign_off import SignOff
from evidencepack.ui.pressing import ExportReport
from evidencepack.ui.shell.where import SIGN_OFF, Where
from evidencepack.ui.shell.window import Window
from evidencepack.ui.signing.desk import SigningDesk
from evidencepack.ui.signing.event_dialog import EventDialog
from evidencepack.ui.signing.review_dialog import ScanReview
from evidencepack.ui.signing.send_question import SendQuestion
from evidencepack.ui.signing.sent_outcome import SentOutcome
from evidencepack.usecases.register import Signing
from evidencepack.usecases.workspaces import open_existing, tender_facts

Key = Qt.Key
PAPER = "TBN-LOS-MT"
_PAPERS = {PAPER, "TBN-NAR-01", "TBN-SIG-01", "TBN-GOV-01", "TBN-CS-01", "TBN-CS-02"}
_MM = 25.4 / 72
Shown = TypeVar("Shown", bound=QDialog)


@pytest.fixture
def workspace_file(sample_file: Path, tmp_path: Path) -> Path:
    """The sample without the papers that the letter does not speak of: what goes out is quickly made."""
    file = Path(shutil.copy(sample_file, tmp_path / "mine.evidencepack"))
    with open_existing(file) as workspace, workspace.together():
        for record in tender_facts(workspace, "").records.values():
            if "version" in record.answers and record.reference not in _PAPERS:
                workspace.remove_record(record.id)
    return file


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(key: Qt.Key) -> None:
    QTest.keyClick(focus(), key)


def tab_to(words: str) -> None:
    """Press Tab until the keyboard is at a button with these words."""
    for _ in range(80):
        settle()
        here = focus()
        if isinstance(here, QAbstractButton) and here.text().strip() == words:
            return
        press(Key.Key_Tab)
    raise AssertionError(f"Tab never comes to {words}")


def close(window: Window) -> None:
    """Close the dialog that is open, and be in the window again."""
    press(Key.Key_Escape)
    come_forward(window)


def scan_of(pdf: Path, copy: SentCopy, into: Path) -> None:
    """Print a copy, sign it, and scan it."""
    places = {one.page: one for one in copy.areas if one.what == "signature"}
    pages = []
    with pypdfium2.PdfDocument(pdf) as document:
        for number, page in enumerate(document, start=1):
            sheet = page.render(scale=150 / 72, grayscale=True).to_pil().convert("L")
            if (one := places.get(number)) is not None:
                hand = random.Random(7)  # noqa: S311 - the same hand each time
                box = (one.x * _MM, one.y * _MM, (one.x + one.width) * _MM, (one.y + one.height) * _MM)
                sheet = written(sheet, within(box, 50, 9, hand), hand)
            pages.append(scanned(sheet, Damage(skew=1), number))
    pages[0].save(into, save_all=True, append_images=pages[1:])


def wait_for(window: Window, sort: type[Shown]) -> Shown:
    """Wait for a dialog of a class, with the keyboard in it."""
    wait_until(lambda: any(one.isActiveWindow() for one in window.findChildren(sort)))
    return next(one for one in window.findChildren(sort) if one.isActiveWindow())


def send(window: Window, desk: SigningDesk) -> SentCopy:
    """Send the paper of the chosen line, as PDF only, and return the copy that went out."""
    tab_to("Send for signing…")
    press(Key.Key_Space)
    assert wait_for(window, SendQuestion).chosen.reference == PAPER
    tab_to("As Word, too")
    press(Key.Key_Space)
    tab_to("Send for signing…")
    press(Key.Key_Return)
    wait_for(window, SentOutcome)
    close(window)
    wait_until(lambda: bool(desk.copies))
    return desk.copies[0].copy


def note_sent(window: Window, desk: SigningDesk) -> None:
    """Note that it went."""
    tab_to("Note what happened…")
    press(Key.Key_Return)
    QTest.keyClicks(wait_for(window, EventDialog).state, "Sent")
    tab_to("Note it")
    press(Key.Key_Return)
    wait_until(lambda: desk.copies[0].state is State.SENT)
    come_forward(window)


def take_in(window: Window) -> str:
    """Take in the scan, say that it is signed, and return who looked."""
    tab_to("Take in scans…")
    press(Key.Key_Space)
    dialog = wait_for(window, ScanReview)
    assert not dialog.do.isEnabled()
    press(Key.Key_Y)
    assert not dialog.do.isEnabled()
    QTest.keyClicks(focus(), "today")
    assert [one.seen for one in dialog.review.decisions.values()] == [Seen.SIGNED]
    tab_to("Note what I saw")
    press(Key.Key_Return)
    wait_until(lambda: bool(dialog.review.done))
    who = dialog.who.text()
    close(window)
    return who


def write(window: Window, words: str) -> ExportReport:
    """Choose something to write from the menu, wait until it is there, and return what is told of it."""
    place = window.place
    assert isinstance(place, SignOff)
    menu = place.menu()
    next(one for one in menu.actions() if one.text() == words).trigger()
    menu.close()
    outcome = wait_for(window, Outcome)
    close(window)
    return outcome.report


def test_a_letter_is_sent_scanned_and_accepted(window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out, scan = tmp_path / "out", tmp_path / "scan.tiff"
    out.mkdir()
    monkeypatch.setattr(errand, "choose_folder", lambda *_: str(out))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(scan)], ""))
    window.open_at(Where(SIGN_OFF))
    place = window.place
    assert isinstance(place, SignOff)
    desk = place.desk
    while place._chosen is None or place._chosen.row.reference != PAPER:
        press(Key.Key_Down)

    copy = send(window, desk)
    note_sent(window, desk)
    (pdf,) = out.rglob("*.pdf")
    chased = write(window, "Chase list, mails and calendar…")
    assert {one.suffix for one in chased.folder.iterdir()} == {".pdf", ".docx", ".ics", ".eml", ".json"}
    scan_of(pdf, copy, scan)
    who = take_in(window)

    wait_until(lambda: desk.copies[0].state is State.ACCEPTED)
    accepted = desk.copies[0].events[-1]
    assert accepted.by == who
    signed = [one.row for one in place._lines if one.row.reference == PAPER]
    assert [(one.state, str(one.signed_on)) for one in signed] == [(Signing.SIGNED, accepted.day)]
    certified = write(window, "Certificates of sign-off…").first.read_bytes()
    wait_until(lambda: desk.copies[0].state is State.ACCEPTED)
    events = window.work.store.wait_for(lambda workspace: workspace.sign_events())
    assert (events[-1].state, events[-1].words) == (State.CERTIFIED, hashlib.sha256(certified).hexdigest())
    (kept,) = window.work.store.wait_for(lambda workspace: workspace.signed_returns())
    assert (kept.code, len(kept.pages), [one.seen for one in kept.places]) == (copy.code, 3, [Seen.SIGNED])
