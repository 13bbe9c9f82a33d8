# SPDX-License-Identifier: MPL-2.0
"""A walk of somebody who does anything at all, over every place: ``python -m tests.ui.random_walk SEED COUNT``.

Each thing is begun before the last one has ended, if that waits for an answer: so the walk goes on inside dialogs.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import TracebackType
from typing import TypeVar
from unittest.mock import patch

from PySide6.QtCore import (
    QEvent,
    QEventLoop,
    QMessageLogContext,
    Qt,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from tests.ui.going import open_first_tender
from tests.ui.random_agreement import disagreements, left_behind
from tests.ui.random_hand import Hand, called, root_of
from tests.ui.random_words import make_files

from evidencepack.bootstrap import Program
from evidencepack.store.workspace import Workspace, open_workspace
from evidencepack.ui import checks, room
from evidencepack.ui.chosen import Chosen
from evidencepack.ui.look import look
from evidencepack.ui.main import make_window
from evidencepack.ui.session import Session
from evidencepack.ui.shell.window import Window
from evidencepack.ui.store_thread import StoreThread
from evidencepack.usecases.preferences import Preferences

EVERY = 100
"""After so many things, everything has to agree."""

_PATIENCE = 300.0
_ESCAPES = 40
_REST = 160
_KEPT: list[QApplication] = []
_QUIET = ("This plugin does not support",)


T = TypeVar("T")
_exchange = StoreThread.exchange


class WalkError(AssertionError):
    """What went wrong on a walk, and what was done before."""


class Walk:
    """One walk through a copy of a workspace in a folder."""

    def __init__(self, program: Program, file: Path, seed: int) -> None:
        self._program, self._file, self._seed = program, file, seed
        self.hand = Hand(seed)
        self.faults: list[str] = []
        self.agreed = 0
        self._busy = False
        self._window = self._open()
        self._session: Session | None = None
        self._worked_on = file
        self._restored = False
        self._depth = 0
        self._escapes = 0
        self._wanted = 0
        self._since = 0.0
        self._loop = QEventLoop()

    def go(self, count: int) -> None:
        """Do so many things.

        Raises:
            WalkError: with the faults and the log, the last thing done first.
        """
        self._wanted = count
        QTimer.singleShot(0, self._step)
        self._loop.exec()
        self._close(self._window)
        if self.faults:
            again = f"python -m tests.ui.random_walk {self._seed} {len(self.hand.log)}"
            # Whoever keeps but the first lines of an output has the faults, and what was done just before them.
            raise WalkError("\n".join((*self.faults, again, *reversed(self.hand.log))))

    def restore(self, store: StoreThread, act: Callable[[], T], opening: Callable[[], Workspace]) -> T:
        """Put a backup in the place of the workspace: what was known of it is true no longer."""
        self._restored = True
        return _exchange(store, act, opening)

    def hear(self, fault: str) -> None:
        """Take note of a fault: the walk ends."""
        self.faults.append(fault)

    def _open(self) -> Window:
        window = make_window(self._file, self._program, Chosen(None))
        window.show()
        QTest.qWaitForWindowActive(window)
        open_first_tender(window)
        return window

    def _close(self, window: Window) -> None:
        session = window.work.session
        if session is not None:
            # Nobody is there any more to answer what is to become of them.
            session._drafts.clear()
        if window.isVisible():
            window.close()
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _step(self) -> None:
        """Do the next thing; the one after it may begin before this one has ended."""
        if self.faults and not self._depth:
            self._loop.quit()
            return
        if self._busy:
            QTimer.singleShot(_REST, self._step)
            return
        done = len(self.hand.log)
        due = bool(self.faults) or done >= self._wanted or (done and done % EVERY == 0 and self.agreed < done)
        if due and not self._depth and root_of(self._window) is self._window:
            self._agree(done)
            if self.faults or done >= self._wanted:
                self._loop.quit()
                return
        elif due:
            self._come_back()
        QTimer.singleShot(_REST if self.hand.random.random() < 0.03 else 0, self._step)
        if due:
            return
        self._escapes = 0
        self._depth += 1
        try:
            self.hand.act(self._window)
        finally:
            self._depth -= 1
        self._look_after()
        # No window manager is there to do it when a dialog goes.
        top = QApplication.activeModalWidget() or self._window
        if QApplication.activePopupWidget() is None and not top.isActiveWindow():
            top.activateWindow()

    def _come_back(self) -> None:
        """Leave a dialog or a menu by Escape; what does not let anybody go is a fault."""
        self._escapes += 1
        self._since = self._since if self._escapes > 1 else time.monotonic()
        top = root_of(self._window)
        if top is self._window:
            return
        focus = QApplication.focusWidget()
        # No window manager is there to give a dialog the keyboard back when a list that it unfolded has gone.
        inside = focus if focus is not None and focus.window() is top.window() else top
        QTest.keyClick(QApplication.activePopupWidget() or inside, Qt.Key.Key_Escape)
        if self._escapes > _ESCAPES and time.monotonic() - self._since > _PATIENCE:
            self.hear(f"nobody gets out of {called(top)} by Escape")
            if isinstance(top, QDialog):
                QDialog.done(top, 0)
            else:
                top.close()
            self._escapes = 0

    def _agree(self, done: int) -> None:
        self._look_after()
        self.agreed = done
        if not self.faults:
            self.faults += disagreements(self._window)

    def _look_after(self) -> None:
        """Open the window anew if it was closed; see that a tender that was let go is kept."""
        session, before = self._window.work.session, self._session
        if before is not None and before is not session and not self._restored:
            self.faults += self._left_behind(before)
        self._session, self._worked_on, self._restored = session, self._window.work.file, False
        if not self._depth and not self._window.isVisible():
            self._busy = True
            try:
                self._close(self._window)
                self._window = self._open()
            finally:
                self._busy = False

    def _left_behind(self, before: Session) -> list[str]:
        """Look for a tender that was let go in its workspace, which is open here still, or not any more."""
        if self._worked_on == self._window.work.file and self._window.isVisible():
            return self._window.work.store.wait_for(lambda workspace: left_behind(workspace, before))
        with open_workspace(self._worked_on, read_only=True) as workspace:
            return left_behind(workspace, before)

    def hear_error(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Take note of an error that nothing has caught."""
        self.hear("".join(traceback.format_exception(kind, error, trace)))

    def hear_qt(self, kind: QtMsgType, _context: QMessageLogContext, words: str) -> None:
        """Take note of a warning of Qt's."""
        if kind is not QtMsgType.QtDebugMsg and kind is not QtMsgType.QtInfoMsg and not any(q in words for q in _QUIET):
            self.hear(f"Qt: {words}\n{''.join(traceback.format_stack(limit=8))}")


@contextmanager
def world(folder: Path, walk: Walk) -> Iterator[None]:
    """Keep the walk in a folder: own files, no native dialogs, no other programs, no checks unless asked for."""
    files, hand = make_files(folder / "files"), walk.hand

    def choose(*_: object) -> str:
        return hand.random.choice(outs)

    def exchange(store: StoreThread, act: Callable[[], T], opening: Callable[[], Workspace]) -> T:
        return walk.restore(store, act, opening)

    outs = [str(folder / "out"), ""]
    Path(outs[0]).mkdir(exist_ok=True)
    own = {name: str(folder) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "LOCALAPPDATA", "APPDATA", "HOME")}
    with ExitStack() as stack:
        QApplication.setQuitOnLastWindowClosed(False)
        stack.callback(QApplication.setQuitOnLastWindowClosed, True)
        stack.enter_context(patch.dict(os.environ, own))
        for name, given in (("getOpenFileName", files), ("getSaveFileName", [str(folder / "out" / "saved.pdf"), ""])):
            stack.enter_context(
                patch.object(QFileDialog, name, lambda *_, given=given: (hand.random.choice(given), ""))
            )
        stack.enter_context(patch.object(QFileDialog, "getExistingDirectory", choose))
        stack.enter_context(patch.object(QDesktopServices, "openUrl", lambda *_: True))
        stack.enter_context(patch.object(StoreThread, "exchange", exchange))
        stack.enter_context(patch.object(checks, "CHECK_AFTER", 3_600_000))
        stack.enter_context(patch.object(room, "SHARE_AFTER", 3_600_000))
        yield


@contextmanager
def listening(walk: Walk) -> Iterator[None]:
    """Hear of every error that nothing catches and of every warning of Qt's."""
    before = qInstallMessageHandler(walk.hear_qt)
    hook, threads, unraisable = sys.excepthook, threading.excepthook, sys.unraisablehook
    sys.excepthook = walk.hear_error
    threading.excepthook = lambda args: walk.hear(f"on a thread: {args.exc_value!r}")
    sys.unraisablehook = lambda args: walk.hear(f"unraisable: {args.exc_value!r} in {args.object!r}")
    try:
        yield
    finally:
        qInstallMessageHandler(before)
        sys.excepthook, threading.excepthook, sys.unraisablehook = hook, threads, unraisable


def walk(program: Program, sample: Path, folder: Path, *, seed: int, count: int) -> Walk:
    """Go for a walk through a copy of a workspace.

    Raises:
        WalkError: what went wrong, and what was done before.
    """
    file = Path(shutil.copy(sample, folder / "mine.evidencepack"))
    look()
    made = Walk(program, file, seed)
    try:
        with world(folder, made), listening(made):
            made.go(count)
    finally:
        look().wear(Preferences())
    return made


def main(arguments: list[str]) -> int:
    """Go for a walk from the command line and say what came of it."""
    from evidencepack.ui.constants import keep_constants
    from evidencepack.usecases.sampling import make_sample_workspace

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _KEPT.append(QApplication(["walk"]))
    keep_constants()
    program = Program()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        make_sample_workspace(folder / "sample.evidencepack", program.sample, library=program.library).close()
        begun = time.process_time()
        try:
            walk(program, folder / "sample.evidencepack", folder, seed=int(arguments[0]), count=int(arguments[1]))
        except WalkError as error:
            sys.stdout.write(f"{error}\n")
            return 1
        sys.stdout.write(f"{time.process_time() - begun:.1f} s of CPU\n")
    return 0


if __name__ == "__main__":
    code = main(sys.argv[1:])
    sys.stdout.flush()
    # Python would take down what is Qt's in any order.
    os._exit(code)
