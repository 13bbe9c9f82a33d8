# SPDX-License-Identifier: MPL-2.0
"""Automatic backups: every twenty minutes in which something was edited, and when the window closes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from evidencepack.errors import EvidencePackError
from evidencepack.ui.store_thread import StoreThread
from evidencepack.usecases.workspaces import keep_backup

EVERY = 20 * 60 * 1000
"""Milliseconds between two looks whether a backup is due."""


class Backups(QObject):
    """Asks the store to back up; work goes on meanwhile."""

    failed = Signal(str)
    """Why a backup could not be made; answers are saved all the same."""

    def __init__(self, store: StoreThread) -> None:
        super().__init__()
        self._store = store
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.ask)
        self._timer.start()

    def ask(self) -> None:
        """Back up if anything was edited since the last backup."""
        self._store.ask(keep_backup, done=lambda _: None, failed=lambda error: self.failed.emit(str(error)))

    def back_up_now(self, *, done: Callable[[], None], failed: Callable[[str], None]) -> None:
        """Back up because the person asks, edited or not; then say so, or why it could not be done."""
        self._store.ask(
            lambda workspace: workspace.keep_backup(always=True),
            done=lambda _: done(),
            failed=lambda error: failed(str(error)),
        )

    def finish(self) -> str:
        """Stop, and back up a last time; return why that failed, or nothing."""
        self._timer.stop()
        return self.keep()

    def keep(self) -> str:
        """Back up now if anything was edited, and wait for it; return why that failed, or nothing."""
        try:
            self._store.wait_for(keep_backup)
        except EvidencePackError as error:
            return str(error)
        return ""
