# SPDX-License-Identifier: MPL-2.0
"""Opens the window on a workspace and runs it to its end."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from evidencepack.bootstrap import Program
from evidencepack.domain.record import Facts
from evidencepack.errors import EvidencePackError, ExitCode
from evidencepack.paths.workspace import default_workspace
from evidencepack.store.workspace import Workspace
from evidencepack.ui import smoke
from evidencepack.ui.collector import Collector
from evidencepack.ui.constants import keep_constants
from evidencepack.ui.look import look
from evidencepack.ui.messages import TITLE, tell
from evidencepack.ui.printing import make_printer
from evidencepack.ui.session import Session
from evidencepack.ui.store_thread import StoreThread
from evidencepack.ui.window import Window
from evidencepack.usecases.sampling import make_own_workspace
from evidencepack.usecases.workspaces import open_existing, tender_facts

_FAULT = "Something went wrong in the program"
_SAFE = "Everything that was saved is safe. If it happens again, please tell the project what you did just before."


def open_window(file: Path | None) -> int:
    """Open the window on a workspace, or on the person's own, and return the exit code once it is closed.

    The person's own workspace is made with the sample tender in it when it is not there yet, and that is said.
    """
    keep_constants()
    app = QApplication.instance() or QApplication(["evidencepack"])
    app.setApplicationName(TITLE)
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    look()
    program = Program()
    try:
        window = make_window(file or default_workspace(), program, may_make=file is None)
    except EvidencePackError as error:
        return _complain(error)
    sys.excepthook = _report_fault
    collector = Collector()
    window.show_fitting()
    if smoke.is_wanted():
        smoke.QuitAfterPaint(window)
    code = app.exec()
    collector.stop()
    return code


def make_window(file: Path, program: Program, *, may_make: bool = False) -> Window:
    """Return a window on the first tender of a workspace.

    Raises:
        EvidencePackError: if the workspace cannot be opened or holds no tender; nothing is left open.
    """
    makes = may_make and not file.exists()
    store = StoreThread(_maker(file, program) if makes else lambda: open_existing(file))
    try:
        facts: Facts = store.wait_for(_first_tender)
    except EvidencePackError:
        store.close()
        raise
    session = Session(store, program.library, facts, today=date.today())  # noqa: DTZ011 - the person's own day
    printer = make_printer(program, lambda sha256: store.wait_for(lambda workspace: workspace.attachment(sha256)))
    window = Window(session, store, printer)
    if makes:
        window.header.say("This is your own workspace. To begin with it holds a sample tender; all of it is invented.")
    return window


def _maker(file: Path, program: Program) -> Callable[[], Workspace]:
    return lambda: make_own_workspace(file, program.sample, library=program.library)


def _first_tender(workspace: Workspace) -> Facts:
    tenders = workspace.tenders()
    return tender_facts(workspace, tenders[0].reference if tenders else "")


def _complain(error: EvidencePackError) -> int:
    """Say why there is no window: to a person in a message box, to a smoke test on standard error."""
    if smoke.is_wanted():
        sys.stderr.write(f"evidencepack: {error}\n")
    else:
        tell(None, "The workspace cannot be opened", str(error))
    return int(error.exit_code)


def _report_fault(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Show a fault of ours instead of carrying on in silence; what led to it goes to standard error."""
    sys.__excepthook__(kind, error, trace)
    if smoke.is_wanted():
        QApplication.exit(ExitCode.BUG)
    else:
        tell(None, _FAULT, _SAFE)
