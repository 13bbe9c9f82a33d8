# SPDX-License-Identifier: MPL-2.0
"""The real window on a copy of the sample, painted in memory, for the benchmarks that drive it."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from evidencepack.bootstrap import Program
from evidencepack.store.workspace import Workspace
from evidencepack.ui.chosen import Chosen
from evidencepack.ui.collector import Collector
from evidencepack.ui.constants import keep_constants
from evidencepack.ui.look import look
from evidencepack.ui.main import make_window
from evidencepack.ui.session import Session
from evidencepack.ui.shell.window import Window
from evidencepack.usecases.sampling import make_sample_workspace

_AT_MOST = 900


@contextmanager
def opened(fill: Callable[[Workspace], None] = lambda _workspace: None) -> Iterator[Window]:
    """Give a window with the sample's tender open, as large as most screens; ``fill`` may add to it before."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        file, program = Path(folder) / "bench.evidencepack", Program()
        with make_sample_workspace(file, program.sample, library=program.library) as workspace:
            fill(workspace)
            tender = workspace.tenders()[0].id
        keep_constants()
        app = QApplication.instance() or QApplication(["bench"])
        look()
        window = make_window(file, program, Chosen(None))
        collector = Collector()
        window.resize(1366, 768)
        window.show()
        window.open_tender(tender)
        wait(100)
        yield window
        window.close()
        collector.stop()
        app.processEvents()


def session_of(window: Window) -> Session:
    """Return the tender in hand."""
    session = window.work.session
    if session is None:
        raise SystemExit("no tender is open")
    return session


def wait(milliseconds: int) -> None:
    """Let the window live for a while, as it does while a person looks at it."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait_until(done: Callable[[], bool]) -> None:
    """Let the window live until something is so; end the run if it never is."""
    until = time.monotonic() + _AT_MOST
    while not done():
        if time.monotonic() > until:
            raise SystemExit("waited in vain")
        wait(20)
