# SPDX-License-Identifier: MPL-2.0
"""Opens the window on a workspace and runs it to its end."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from evidencepack.bootstrap import Program
from evidencepack.errors import EvidencePackError
from evidencepack.paths.workspace import preferences_file
from evidencepack.ui import smoke
from evidencepack.ui.chosen import Chosen
from evidencepack.ui.collector import Collector
from evidencepack.ui.constants import keep_constants
from evidencepack.ui.desktop import Application
from evidencepack.ui.faults import Faults
from evidencepack.ui.look import look
from evidencepack.ui.messages import tell
from evidencepack.ui.opening import open_own_work, open_work
from evidencepack.ui.shell.window import Window
from evidencepack.ui.words import say


def open_window(file: Path | None) -> int:
    """Open the window on a workspace, or on the person's own, and return the exit code once it is closed.

    The person's own workspace is made, empty, when it is not there yet.
    """
    keep_constants()
    app = QApplication.instance() or Application()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    look()
    try:
        window = make_window(file, Program(), Chosen(preferences_file()))
    except EvidencePackError as error:
        return _complain(error)
    Faults(window).watch()
    collector = Collector()
    window.show_fitting()
    if isinstance(app, Application):
        app.open_with(window.open_file)
    if smoke.is_wanted():
        smoke.QuitAfterPaint(window)
    code = app.exec()
    collector.stop()
    return code


def make_window(file: Path | None, program: Program, chosen: Chosen) -> Window:
    """Return a window on a workspace, or on the person's own.

    Raises:
        EvidencePackError: if the workspace cannot be opened; nothing is left open.
    """
    work = open_work(file, program) if file else open_own_work(program)
    window = Window(work, chosen)
    if file:
        chosen.remember(file.absolute())
    if chosen.note:
        window.tell(chosen.note)
    return window


def _complain(error: EvidencePackError) -> int:
    """Say why there is no window: to a person in a message box, to a smoke test on standard error."""
    if smoke.is_wanted():
        sys.stderr.write(f"evidencepack: {error}\n")
    else:
        tell(None, say("The workspace cannot be opened"), str(error))
    return int(error.exit_code)
