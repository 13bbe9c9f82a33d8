# SPDX-License-Identifier: MPL-2.0
"""The smoke test of any build, and the measure of a start: close once the first place is painted with its tenders."""

from __future__ import annotations

import os

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from evidencepack.errors import ExitCode
from evidencepack.ui.shell.window import Window

VARIABLE = "EVIDENCEPACK_QUIT_AFTER_PAINT"

_AT_MOST = 30_000
"""Milliseconds until a window that never comes is a failure."""


def is_wanted() -> bool:
    """Whether the environment asks for the smoke test."""
    return os.environ.get(VARIABLE) == "1"


class QuitAfterPaint(QObject):
    """Waits until the first place has painted itself, then closes the window."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._painted = False
        window.place.installEventFilter(self)
        QTimer.singleShot(_AT_MOST, self, lambda: QApplication.exit(ExitCode.BUG))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close after the first paint, once it is on the screen."""
        if event.type() == QEvent.Type.Paint and not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self._close)
        return super().eventFilter(watched, event)

    def _close(self) -> None:
        self._window.close()
        QApplication.exit(ExitCode.OK)
