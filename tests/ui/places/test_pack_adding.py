# SPDX-License-Identifier: MPL-2.0
"""Files that are dropped on the pack: looked at, entered together, and the locked ones opened with their passwords."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot
from tests.pack.annexed import A4, foreign
from tests.ui.going import facts_of, session_of
from tests.ui.walking import cut_words, too_wide, unnamed
from tests.usecases.test_vetting import locked

from evidencepack.domain.record import Record
from evidencepack.ui.places.adding_outcome import AddingOutcome
from evidencepack.ui.places.pack import Pack
from evidencepack.ui.shell.where import PACK, Where
from evidencepack.ui.shell.window import Window
from evidencepack.ui.widgets.file_drop import FileDrop
from evidencepack.ui.widgets.password import PasswordLine
from evidencepack.ui.widgets.progress import ProgressDialog

LONG = 120_000
"""Milliseconds for children on a busy machine."""


@pytest.fixture
def pack(window: Window, monkeypatch: pytest.MonkeyPatch) -> Pack:
    monkeypatch.setattr(Pack, "_count", lambda _: None)
    window.open_at(Where(PACK))
    assert isinstance(window.place, Pack)
    return window.place


def drop(pack: Pack, *files: Path) -> None:
    zone = pack.findChild(FileDrop)
    assert zone is not None
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, carried, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    zone.dropEvent(event)
    assert event.isAccepted() == bool(files)


def outcome(pack: Pack, qtbot: QtBot) -> AddingOutcome:
    """Wait until it is told what became of the files."""
    qtbot.waitUntil(lambda: bool(_open(pack)), timeout=LONG)
    return _open(pack)[-1]


def _open(pack: Pack) -> list[AddingOutcome]:
    return [one for one in pack.findChildren(AddingOutcome) if one.isVisible()]


def said(dialog: AddingOutcome) -> str:
    return "\n".join(one.text() for one in dialog.findChildren(QLabel))


def annexes(window: Window) -> list[Record]:
    return list(facts_of(window).of_kind("annex"))


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, ...]:
    found = tmp_path / "Public_liability.pdf", tmp_path / "notes.txt", tmp_path / "Locked.pdf"
    for file, data in zip(found, (foreign(A4, A4).data, b"Dear partner,", locked().data), strict=True):
        file.write_bytes(data)
    return found


def test_several_files_become_annexes_and_each_says_what_became_of_it(
    window: Window, pack: Pack, qtbot: QtBot, files: tuple[Path, ...]
) -> None:
    before = len(annexes(window))
    drop(pack, *files)
    assert pack.findChild(ProgressDialog) is not None
    dialog = outcome(pack, qtbot)
    assert [one.answers["title"] for one in annexes(window)][before:] == ["Public liability"]
    words = said(dialog)
    assert "1 file is in the pack now" in words
    assert "It has 2 pages." in words
    assert "“notes.txt” cannot be an annex" in words
    assert dialog.locked == (files[2],)
    assert (unnamed(dialog), cut_words(dialog), too_wide(dialog)) == ([], [], [])

    line = dialog.findChild(PasswordLine)
    assert line is not None
    box = line.findChild(QLineEdit)
    assert box is not None
    QTest.keyClicks(box, "wrong")
    QTest.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any("not the password" in said(one) for one in _open(pack)), timeout=LONG)
    again = _open(pack)[-1]
    box = again.findChild(QLineEdit)
    assert box is not None
    QTest.keyClicks(box, "opens")
    QTest.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any("1 file is in the pack now" in said(one) for one in _open(pack)), timeout=LONG)
    assert [one.answers["title"] for one in annexes(window)][before:] == ["Public liability", "Locked"]
    _open(pack)[-1].accept()
    session_of(window).undo()
    session_of(window).undo()
    assert len(annexes(window)) == before


def test_who_stops_keeps_nothing(window: Window, pack: Pack, qtbot: QtBot, files: tuple[Path, ...]) -> None:
    before = annexes(window)
    drop(pack, *files)
    progress = pack.findChild(ProgressDialog)
    assert progress is not None
    progress.cancel()
    qtbot.waitUntil(lambda: pack.findChild(ProgressDialog) is None, timeout=LONG)
    assert annexes(window) == before
    assert _open(pack) == []


def test_nothing_is_dropped_but_files(window: Window, pack: Pack) -> None:
    before = annexes(window)
    drop(pack)
    assert pack.findChild(ProgressDialog) is None
    assert annexes(window) == before
