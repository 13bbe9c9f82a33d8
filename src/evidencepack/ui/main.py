# SPDX-License-Identifier: MPL-2.0
"""Opens the window on a workspace and runs it to its end."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from evidencepack.bootstrap import Program
from evidencepack.errors import EvidencePackError, ExitCode
from evidencepack.paths.workspace import default_workspace, preferences_file
from evidencepack.ui import smoke
from evidencepack.ui.chosen import Chosen
from evidencepack.ui.collector import Collector
from evidencepack.ui.constants import keep_constants
from evidencepack.ui.desktop import Application
from evidencepack.ui.ending import Ending
from evidencepack.ui.faults import Faults
from evidencepack.ui.first_paint import FirstPaint
from evidencepack.ui.look import look
from evidencepack.ui.messages import tell
from evidencepack.ui.opening import open_own_work, open_work
from evidencepack.ui.shell.window import Window
from evidencepack.ui.words import say

if TYPE_CHECKING:
    from evidencepack.ui.starting import Wish


def open_window(file: Path | None) -> int:
    """Open the window on a workspace, or on the person's own, and return the exit code once it is closed.

    The person's own workspace is made, empty, when it is not there yet.
    """
    keep_constants()
    app = QApplication.instance()
    app = app if isinstance(app, QApplication) else Application()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    look()
    window = _window(file)
    if not isinstance(window, Window):
        return window
    Faults(window).watch()
    collector = Collector()
    window.show_fitting()
    if isinstance(app, Application):
        app.open_with(window.open_file)
    Ending(window).watch(app)
    FirstPaint(window.place, lambda: _settle_in(window))
    if smoke.is_wanted():
        smoke.quit_after_paint(window)
    code = app.exec()
    collector.stop()
    return code


def _window(file: Path | None) -> Window | int:
    """Return a window on a workspace, or on what the person chooses where that cannot be opened; else the exit code."""
    while True:
        try:
            return make_window(file, Program(), Chosen(preferences_file()))
        except EvidencePackError as error:
            found = _complain(error, file)
        if isinstance(found, int):
            return found
        file = found.file


def make_window(file: Path | None, program: Program, chosen: Chosen) -> Window:
    """Return a window on a workspace, or on the person's own. Nobody has looked yet whether the file is whole.

    Raises:
        EvidencePackError: if the workspace cannot be opened; nothing is left open.
    """
    work = open_work(file, program, pages_later=True) if file else open_own_work(program, pages_later=True)
    window = Window(work, chosen)
    if file:
        chosen.remember(file.absolute())
    if chosen.note:
        window.tell(chosen.note)
    return window


def _settle_in(window: Window) -> None:
    """Do what can wait until the window is there: hear who knocks, look whether the file and exports are whole."""
    from evidencepack.ui.doorbell import Doorbell

    Doorbell(window)
    _look_through(window)
    end_what_was_cut_short(window)


def end_what_was_cut_short(window: Window) -> None:
    """Put exports right that were killed, or whose power went, and say what came of each."""
    from evidencepack.paths.unfinished import put_all_right

    for outcome in put_all_right():
        if outcome.is_whole:
            window.tell(outcome.words)
        else:
            tell(window, say("An export was cut short"), outcome.words)


def _look_through(window: Window) -> None:
    """Look whether the file is whole. Nothing is changed in it before that, and nothing at all if it is not."""

    def close(error: Exception) -> None:
        if not isinstance(error, EvidencePackError):
            raise error
        found = _complain(error, window.work.file)
        if not isinstance(found, int):
            window.open_file(found.file or default_workspace())
            return
        window.close()
        QApplication.exit(found)

    if window.isVisible():
        window.work.store.look_through(failed=close)


def _complain(error: EvidencePackError, file: Path | None) -> int | Wish:
    """Say why there is no window: to a person in a message box, to a smoke test on standard error.

    Where another window has the workspace open, that one comes to the front, and nothing is said.
    """
    if smoke.is_wanted():
        sys.stderr.write(f"evidencepack: {error}\n")
        return int(error.exit_code)
    if error.exit_code is ExitCode.ALREADY_OPEN:
        from evidencepack.ui.doorbell import somebody_opens

        if somebody_opens((file or default_workspace()).absolute()):
            return int(ExitCode.OK)
    from evidencepack.ui.starting import CannotOpen  # nobody reads it where all goes well

    return CannotOpen(error, file).ask() or int(error.exit_code)
