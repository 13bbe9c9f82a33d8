# SPDX-License-Identifier: MPL-2.0
"""Faults of the program itself: everything typed is kept, the person is told once, and a report can be saved.

A report holds no words of anybody: only where in the program it happened, which kind of error, and on which system.
"""

from __future__ import annotations

import sys
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, qVersion
from PySide6.QtWidgets import QApplication

from evidencepack.errors import EvidencePackError, ExitCode
from evidencepack.paths.files import write_atomically
from evidencepack.ui import smoke
from evidencepack.ui.messages import Message, tell
from evidencepack.ui.widgets.marks import Mark
from evidencepack.ui.words import say
from evidencepack.usecases.workspaces import app_version

if TYPE_CHECKING:
    from evidencepack.ui.shell.window import Window

_NAME = "evidencepack-report.txt"


class Faults(QObject):
    """Hears of every error that nothing else has caught, while the window is open."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.message: Message | None = None

    def watch(self) -> None:
        """From now on, hear of them."""
        sys.excepthook = self.hear

    def hear(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Keep what is typed, and say that something went wrong; what led to it goes to standard error, too."""
        sys.__excepthook__(kind, error, trace)
        if smoke.is_wanted():
            QApplication.exit(ExitCode.BUG)
            return
        # A fault in what paints comes again and again: one dialog is enough.
        if self.message is None:
            self._show(report(error))

    def _show(self, words: str) -> None:
        kept = self._keep()
        message = self.message = Message(
            self._window,
            say("Something went wrong in the program"),
            [
                (say("What happened"), say("The last thing you did could not be finished. It is a mistake of ours.")),
                (say("What is safe"), kept),
                (say("What to do"), say("Carry on. If it happens again, save a report and send it to the project.")),
                ("", say("A report says where in the program it happened. It holds none of your words.")),
            ],
            mark=Mark.BLOCK,
        )
        message.offer_details(words)
        message.offer(say("Save a report…"), lambda: self._save(words))
        message.offer(say("Carry on"), message.accept, kind="primary", default=True)
        message.exec()
        message.deleteLater()
        self.message = None

    def _keep(self) -> str:
        """Have the store keep what is waiting; return what can be said of it."""
        session = self._window.work.session
        if session is None:
            return say("Everything that was saved is safe.")
        session.save()
        return say("Your words are safe: what you typed is on the screen, and is being saved.")

    def _save(self, words: str) -> None:
        """Ask where the report is to be, and write it there."""
        from PySide6.QtWidgets import QFileDialog

        name, _ = QFileDialog.getSaveFileName(self._window, say("Save a report"), str(Path.home() / _NAME))
        if not name:
            return
        try:
            write_atomically(Path(name), words.encode())
        except EvidencePackError as error:
            tell(self.message, say("The report could not be saved"), str(error))


def details(what: str) -> str:
    """Return what can be copied for support: what failed, in a word of the program, and on which system."""
    import platform  # what a fault is told with is read once there is one

    lines = (what, f"evidencepack {app_version()}", f"{platform.system()} {platform.release()} {platform.machine()}")
    return "\n".join((*lines, f"Python {platform.python_version()}, Qt {qVersion()}"))


def report(error: BaseException) -> str:
    """Return where in the program an error came from. What the error says is left out: it may quote an answer."""
    import traceback

    kinds, one = [], error
    places: list[str] = []
    while True:
        kinds.append(type(one).__qualname__)
        frames = traceback.extract_tb(one.__traceback__)
        places.extend(f"{_place(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames)
        if one.__cause__ is None:
            break
        one = one.__cause__
    return "\n".join((details(f"Fault: {' from '.join(kinds)}"), *places, ""))


def _place(file: str) -> str:
    """Return a module's file without the folders before the program's own: those may name a person."""
    parts = Path(file).parts
    at = max((place for place, part in enumerate(parts) if part == "evidencepack"), default=len(parts) - 1)
    return "/".join(parts[at:])
