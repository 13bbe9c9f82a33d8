# SPDX-License-Identifier: MPL-2.0
"""The smoke test of any build: open the first document, wait until a real page is on the screen, close."""

from __future__ import annotations

import os

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from evidencepack.errors import ExitCode
from evidencepack.ui.window import Window

VARIABLE = "EVIDENCEPACK_QUIT_AFTER_PAINT"

_EVERY, _AT_MOST = 50, 600
"""Milliseconds between two looks, and how many looks: half a minute in all."""

_INK = 200
"""So many dark dots stand on no empty page."""


def is_wanted() -> bool:
    """Whether the environment asks for the smoke test."""
    return os.environ.get(VARIABLE) == "1"


class QuitAfterPaint(QObject):
    """Looks at the pages until there is ink on them, then closes the window; a page that never comes is a failure."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._looks = 0
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self._look)
        window.open_document(window.documents.first())
        if window.room is not None and window.room.preview.isHidden():
            window.room.toggle_preview()
        self._timer.start()

    def _look(self) -> None:
        self._looks += 1
        painted = self._is_painted()
        if painted or self._looks > _AT_MOST:
            self._timer.stop()
            self._window.close()
            QApplication.exit(ExitCode.OK if painted else ExitCode.BUG)

    def _is_painted(self) -> bool:
        room = self._window.room
        if room is None or room.preview.pages.page_count < 1:
            return False
        seen = room.preview.pages.viewport().grab().toImage()
        dark = 0
        for y in range(0, seen.height(), 2):
            dark += sum(seen.pixelColor(x, y).lightness() < 100 for x in range(0, seen.width(), 2))
        return dark > _INK
