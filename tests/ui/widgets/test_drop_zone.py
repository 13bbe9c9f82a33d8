# SPDX-License-Identifier: MPL-2.0
"""A place to drop a file on says what would happen, and is as before when the file is carried on."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from evidencepack.ui.look import look
from evidencepack.ui.widgets.drop_zone import DropZone

_LEFT, _NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def zone(qtbot: QtBot) -> DropZone:
    look()
    made = DropZone("Drop a picture here", (".png", ".jpg"), QPushButton("Choose…"))
    qtbot.addWidget(made)
    return made


def carry(*names: str) -> QMimeData:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(f"/somewhere/{name}") for name in names])
    return carried


def enter(zone: DropZone, carried: QMimeData) -> QDragEnterEvent:
    event = QDragEnterEvent(QPointF(5, 5), Qt.DropAction.CopyAction, carried, _LEFT, _NONE)
    zone.dragEnterEvent(event)
    return event


def words(zone: DropZone) -> str:
    return zone.findChildren(QLabel)[0].text()


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (("logo.png",), "Drop to add “logo.png”"),
        (("logo.PNG", "b.png"), "Drop one file at a time."),
        (("a.docx",), "Not here. It takes PNG, JPG."),
        ((), "Only files can be dropped here."),
    ],
)
def test_what_is_carried_over_it_is_answered_and_forgotten(zone: DropZone, names: tuple[str, ...], said: str) -> None:
    carried = carry(*names)
    event = enter(zone, carried)
    # Only who takes what enters is told that it has left.
    assert event.isAccepted()
    assert (event.dropAction() is Qt.DropAction.CopyAction) == said.startswith("Drop to add")
    assert words(zone) == said
    zone.dragLeaveEvent(QDragLeaveEvent())
    assert words(zone) == "Drop a picture here"


def test_only_a_file_that_fits_is_taken(zone: DropZone) -> None:
    taken: list[Path] = []
    zone.dropped.connect(taken.append)
    for name in ("a.docx", "logo.jpg"):
        carried = carry(name)
        enter(zone, carried)
        zone.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, carried, _LEFT, _NONE))
    assert taken == [Path("/somewhere/logo.jpg")]
