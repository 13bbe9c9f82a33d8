# SPDX-License-Identifier: MPL-2.0
"""Ends that nobody can be asked about: the computer shuts down, the session ends, the program is told to end.

Everything typed is kept, what cannot be read stays beside the workspace, and a last backup is made, as when somebody
closes the window.
"""

from __future__ import annotations

import signal
from types import FrameType

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from evidencepack.paths.platform import ENDING
from evidencepack.ui.shell.window import Window

_LOOK = 500
"""Milliseconds between two looks: while nothing happens in the window, Python itself hears of no signal."""


class Ending(QObject):
    """Hears that the program is to end, and closes its window in good order."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._told = False
        self._looking = QTimer(self, interval=_LOOK)
        self._looking.timeout.connect(self._look)

    def watch(self, app: QApplication) -> None:
        """From now on, hear of it."""
        for one in ENDING:
            signal.signal(one, self._hear)
        self._looking.start()
        app.commitDataRequest.connect(lambda _manager: self._window.keep_all())
        app.aboutToQuit.connect(self._window.end)

    def _hear(self, _signal: int, _frame: FrameType | None) -> None:
        """Note it: whatever is being done is done first."""
        self._told = True

    def _look(self) -> None:
        """Close the window without a question, and with it the program."""
        if self._told:
            self._looking.stop()
            self._window.end()
            QApplication.quit()
