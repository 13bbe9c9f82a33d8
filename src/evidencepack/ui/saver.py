# SPDX-License-Identifier: MPL-2.0
"""Saving by itself: shortly after the last change, soon after the first, and again and again while it cannot be."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from evidencepack.errors import EvidencePackError
from evidencepack.ui import clock
from evidencepack.ui.jobs import Job
from evidencepack.ui.save_state import SaveState
from evidencepack.ui.store_thread import StoreThread
from evidencepack.usecases.changes import Change, SetAnswer
from evidencepack.usecases.saving import Kept, keep_changes

SAVE_AFTER = 600
"""Milliseconds from the last key to saving."""

SAVE_AT_LATEST = 2000
"""Milliseconds from the first key that is not saved yet to saving, however fast somebody types on."""

_TRY_AGAIN_AFTER = 5000


class Saver(QObject):
    """Holds the changes that are not kept yet, in their order. What it says follows the store's commit."""

    said = Signal(SaveState, str)
    """How saving goes, with the time ("19:42") or the sentence that says why it cannot be."""

    def __init__(self, store: StoreThread) -> None:
        super().__init__()
        self._store = store
        self._waiting: list[Change] = []
        self._sent: tuple[Change, ...] = ()
        self._sending: Job[Kept] | None = None
        self._timer = QTimer(self, singleShot=True, interval=SAVE_AFTER)
        self._timer.timeout.connect(self.save)
        self._deadline = QTimer(self, singleShot=True, interval=SAVE_AT_LATEST)
        self._deadline.timeout.connect(self.save)
        self._again = QTimer(self, singleShot=True, interval=_TRY_AGAIN_AFTER)
        self._again.timeout.connect(self.save)

    @property
    def waiting(self) -> tuple[Change, ...]:
        """What is not known to be kept yet, in its order."""
        return (*self._sent, *self._waiting)

    def add(self, change: Change) -> None:
        """Keep a change soon."""
        last = self._waiting[-1] if self._waiting else None
        if isinstance(change, SetAnswer) and isinstance(last, SetAnswer) and last.path == change.path:
            self._waiting.pop()
        self._waiting.append(change)
        self.said.emit(SaveState.SAVING, "")
        self._timer.start()
        if not self._deadline.isActive():
            self._deadline.start()

    def save(self) -> None:
        """Have the store keep what is waiting, now."""
        self._timer.stop()
        self._deadline.stop()
        if self._sending or not self._waiting:
            return
        self._sent, self._waiting = tuple(self._waiting), []
        changes = self._sent
        self._sending = self._store.ask(
            lambda workspace: keep_changes(workspace, changes), done=self._kept, failed=self._not_kept
        )

    def finish(self) -> str:
        """Keep everything and wait for it; return why something could not be kept, or nothing."""
        for timer in (self._timer, self._deadline, self._again):
            timer.stop()
        if self._sending:
            self._kept(self._sending.result())
            self._again.stop()
        changes = tuple(self._waiting)
        kept = self._store.wait_for(lambda workspace: keep_changes(workspace, changes))
        self._waiting = list(changes[kept.count :])
        return kept.problem

    def _kept(self, kept: Kept) -> None:
        """Note what the store did; what it could not keep waits, before what was changed since."""
        if self._sending is None:
            return
        self._waiting = [*self._sent[kept.count :], *self._waiting]
        self._sent, self._sending = (), None
        if kept.problem:
            self.said.emit(SaveState.FAILED, kept.problem)
            self._again.start()
        elif self._waiting:
            self._timer.start()
        else:
            self.said.emit(SaveState.SAVED, clock.now().strftime("%H:%M"))

    def _not_kept(self, error: Exception) -> None:
        """Take back what a request took along that failed by a fault of ours."""
        self._waiting = [*self._sent, *self._waiting]
        self._sent, self._sending = (), None
        self.said.emit(SaveState.FAILED, str(error))
        if not isinstance(error, EvidencePackError):
            raise error
