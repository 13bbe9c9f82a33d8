# SPDX-License-Identifier: MPL-2.0
"""A second start on a workspace that is open: the window that has it open comes to the front.

It works by a small file beside the workspace, which the window takes away: no network, no port, alike on all systems.
"""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer

from evidencepack.paths.platform import let_others_come_forward
from evidencepack.store.doorplate import is_knocking, knock, take_knock
from evidencepack.ui.shell.window import Window

_PATIENCE, _LOOK = 3.0, 0.05
"""Seconds in which a window that is there answers, and between two looks whether it has."""

_SOMETIMES = 1000
"""Milliseconds between two looks, where the folder tells nothing: some network drives do not."""


class Doorbell(QObject):
    """Hears who knocks at the workspace that a window has open."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._watcher = QFileSystemWatcher([str(window.work.file.parent)], self)
        self._watcher.directoryChanged.connect(lambda _folder: self._hear())
        self._looking = QTimer(self, interval=_SOMETIMES)
        self._looking.timeout.connect(self._hear)
        self._looking.start()

    def _hear(self) -> None:
        if take_knock(self._window.work.file):
            come_forward(self._window)


def come_forward(window: Window) -> None:
    """Show a window in front of the others, as large as it was."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.activateWindow()


def somebody_opens(file: Path) -> bool:
    """Knock at a workspace that is open elsewhere; whether its window has come to the front."""
    let_others_come_forward()
    if not knock(file):
        return False
    until = time.monotonic() + _PATIENCE
    while is_knocking(file) and time.monotonic() < until:
        time.sleep(_LOOK)
    return not take_knock(file)
