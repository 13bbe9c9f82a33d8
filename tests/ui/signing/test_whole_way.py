# SPDX-License-Identifier: MPL-2.0
"""A letter, with the keyboard alone: frozen and sent for signing, noted as sent, scanned, looked at, and accepted."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from tests.scans.paper import Damage, scanned
from tests.scans.writing import within, written
from tests.ui.going import come_forward

from evidencepack.domain.came_back import Seen
from evidencepack.domain.signoff import SentCopy, State
from evidencepack.ui.places import errand
from evidencepack.ui.places.sign_off import SignOff
from evidencepack.ui.shell.where import SIGN_OFF, Where
from evidencepack.ui.shell.window import Window
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


def press(key: Qt.Key, *held: Qt.KeyboardModifier) -> None:
    QTest.keyClick(focus(), key, *held)


def tab_to(words: str) -> None:
    """Press Tab until the keyboard is at a button with these words."""
    for _ in range(80):
        here = focus()
        if isinstance(here, QAbstractButton) and here.text().strip() == words:
            return
        press(Key.Key_Tab)
    raise AssertionError(f"Tab never comes to {words}")


def close(window: Window) -> None:
    """Close the dialog that is open, and be in the window again."""
    press(Key.Key_Escape)
    come_forward(window)


def scan_of(pdf: Path, copy: SentCopy, into: Path) -> Path:
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
    return into


@pytest.fixture
def dialog_of(window: Window, qtbot: QtBot) -> Callable[[type[QDialog]], QDialog]:
    """Wait for a dialog of a class, with the keyboard in it."""

    def wait(sort: type[QDialog]) -> QDialog:
        qtbot.waitUntil(lambda: any(one.isActiveWindow() for one in window.findChildren(sort)))
        return next(one for one in window.findChildren(sort) if one.isActiveWindow())

    return wait


def test_a_letter_is_sent_scanned_and_accepted(
    window: Window,
    qtbot: QtBot,
    dialog_of: Callable[[type[QDialog]], QDialog],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "out").mkdir()
    monkeypatch.setattr(errand, "choose_folder", lambda *_: str(tmp_path / "out"))
    window.open_at(Where(SIGN_OFF))
    place = window.place
    assert isinstance(place, SignOff)
    desk, store = place.desk, window.work.store
    while place._chosen is None or place._chosen.row.reference != PAPER:
        press(Key.Key_Down)

    tab_to("Send for signing…")
    press(Key.Key_Space)
    question = dialog_of(SendQuestion)
    assert isinstance(question, SendQuestion)
    assert question.chosen.reference == PAPER
    tab_to("As Word, too")
    press(Key.Key_Space)
    tab_to("Send for signing…")
    press(Key.Key_Return)
    dialog_of(SentOutcome)
    close(window)
    qtbot.waitUntil(lambda: bool(desk.copies))
    (copy,) = desk.copies[0].version.copies
    (pdf,) = (tmp_path / "out").rglob("*.pdf")

    tab_to("Note what happened…")
    press(Key.Key_Return)
    noting = dialog_of(EventDialog)
    assert isinstance(noting, EventDialog)
    QTest.keyClicks(noting.state, "Sent")
    tab_to("Note it")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: desk.copies[0].state is State.SENT)
    come_forward(window)

    scan = scan_of(pdf, copy, tmp_path / "scan.tiff")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(scan)], ""))
    tab_to("Take in scans…")
    press(Key.Key_Space)
    review = dialog_of(ScanReview)
    assert isinstance(review, ScanReview)
    assert not review.do.isEnabled()
    press(Key.Key_Y)
    assert not review.do.isEnabled()
    QTest.keyClicks(focus(), "today")
    assert [one.seen for one in review.review.decisions.values()] == [Seen.SIGNED]
    tab_to("Note what I saw")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: bool(review.review.done))
    close(window)

    qtbot.waitUntil(lambda: desk.copies[0].state is State.ACCEPTED)
    accepted = desk.copies[0].events[-1]
    assert (accepted.state, accepted.by) == (State.ACCEPTED, review.who.text())
    signed = [one for one in place._lines if one.row.reference == PAPER]
    assert [(one.row.state, str(one.row.signed_on)) for one in signed] == [(Signing.SIGNED, accepted.day)]
    (kept,) = store.wait_for(lambda workspace: workspace.signed_returns())
    assert (kept.code, len(kept.pages), [one.seen for one in kept.places]) == (copy.code, 3, [Seen.SIGNED])
