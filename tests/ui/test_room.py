# SPDX-License-Identifier: MPL-2.0
"""Ways out of a document's form: to the library, to keep it there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from evidencepack.ui.places.library_cards import KeepCard
from evidencepack.ui.room import Room
from evidencepack.ui.shell.where import LIBRARY
from evidencepack.ui.shell.window import Window


def test_a_document_is_kept_in_the_library_from_its_form(
    window: Window, open_kind: Callable[[str], Room], qtbot: QtBot
) -> None:
    room = open_kind("mou")
    name = room.record_id

    next(one for one in room.findChildren(QPushButton) if one.text() == "Keep in the library…").click()

    assert window.place.here.place == LIBRARY
    qtbot.waitUntil(lambda: bool(window.place.findChildren(KeepCard)))
    assert window.place.findChildren(KeepCard)[0].what.currentData() == name
