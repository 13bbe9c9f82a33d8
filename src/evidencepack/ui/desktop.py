# SPDX-License-Identifier: MPL-2.0
"""What the desktop and the program know of each other: icon, name in the menu, files that are double-clicked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFileOpenEvent, QIcon
from PySide6.QtWidgets import QApplication

from evidencepack.paths.resources import resource
from evidencepack.ui.look import STYLE, STYLED
from evidencepack.ui.messages import TITLE


class Application(QApplication):
    """The program as the desktop sees it. Set ``opens`` once there is a window that can open files.

    On a Mac the system tells a program by an event which file was double-clicked, also while it runs; other systems
    start the program with the file's name.
    """

    def __init__(self) -> None:
        # A style that is asked for like this need not be handed over as an object, which Qt for Python makes much of.
        super().__init__([TITLE, "-style", STYLE])
        self.setProperty(STYLED, True)
        self._opens: Callable[[Path], None] | None = None
        self._early: Path | None = None
        self.setApplicationName(TITLE)
        self.setDesktopFileName(TITLE)
        self.setWindowIcon(QIcon(str(resource("app", f"{TITLE}.svg"))))

    def open_with(self, opens: Callable[[Path], None]) -> None:
        """Open files by this from now on, first the one that the system asked for before there was a window."""
        self._opens = opens
        if self._early is not None:
            opens(self._early)
            self._early = None

    def event(self, event: QEvent) -> bool:
        """Open the file that the system asks for."""
        if not isinstance(event, QFileOpenEvent) or not event.file():
            return super().event(event)
        if self._opens is None:
            self._early = Path(event.file())
        else:
            self._opens(Path(event.file()))
        return True
