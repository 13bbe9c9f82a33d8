# SPDX-License-Identifier: MPL-2.0
"""Has the pages of a document made anew after changes: on another thread, the latest facts only.

They are begun ahead, in a short pause, and shown when nothing was changed for a while: who types on has no pages that
jump, and who stops waits less.
"""

from __future__ import annotations

from functools import partial
from threading import Event

from PySide6.QtCore import QObject, QTimer, Signal

from evidencepack.domain.record import Facts
from evidencepack.errors import EvidencePackError
from evidencepack.ui.preview.pane import PreviewPane
from evidencepack.ui.printing import Printer
from evidencepack.ui.session import Session
from evidencepack.ui.tasks import TaskRunner
from evidencepack.ui.words import say
from evidencepack.usecases.previewing import Asker, OvertakenError, Preview

PREVIEW_AFTER = 150
"""Milliseconds from the last change after which new pages are shown, as soon as they are there."""

AHEAD_AFTER = 100
"""Milliseconds from the last change after which they are begun: later than the next key of who types quickly."""

_KEY = "preview"


class Making(QObject):
    """Follows a session, and shows the pages of one of its documents as they become ready; hidden ones are not made."""

    shown = Signal()
    """New pages are there."""

    def __init__(self, session: Session, record: str, tasks: TaskRunner, printer: Printer, pane: PreviewPane) -> None:
        super().__init__(pane)
        self._session, self._record = session, record
        self._tasks, self._printer, self._pane = tasks, printer, pane
        self._printed: Facts | None = None
        self._ready: Preview | None = None
        self._overtaken = Event()
        self._stopped = False
        self._ahead = QTimer(self, singleShot=True)
        self._ahead.timeout.connect(self._make)
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._show_ready)
        pane.wanted_again.connect(self.make)

    def begin(self) -> None:
        """Make pages at once if there are none of these facts and none are under way: the pane has come to be shown."""
        if self._session.facts is not self._printed and not self._ahead.isActive():
            self.make()

    def follow(self) -> None:
        """Make new pages soon, if the facts are others than those that were printed."""
        if self._session.facts is not self._printed:
            self._overtaken.set()
            self._pause.start(PREVIEW_AFTER)
            self._ahead.start(AHEAD_AFTER)

    def make(self) -> None:
        """Make the pages, whatever was printed before."""
        self._pause.stop()
        self._ahead.start(0)

    def stop(self) -> None:
        """Make no more, and show nothing of what is being made: the pane is going to be deleted."""
        self._stopped = True
        self._overtaken.set()
        self._ahead.stop()
        self._pause.stop()

    def _make(self) -> None:
        self._ready = None
        if self._pane.isHidden() or self._record not in self._session.facts.records:
            return
        facts = self._printed = self._session.facts
        self._overtaken = overtaken = Event()
        self._pane.show_waiting()
        job = partial(self._printer, facts, self._record, Asker(self._pane.before, overtaken.is_set))
        self._tasks.submit(_KEY, job, done=self._take, failed=self._tell)

    def _take(self, preview: Preview) -> None:
        self._ready = preview
        if not self._pause.isActive():
            self._show_ready()

    def _show_ready(self) -> None:
        preview, self._ready = self._ready, None
        if preview is not None and not self._stopped:
            self._pane.show_preview(preview)
            self.shown.emit()

    def _tell(self, error: Exception) -> None:
        if self._stopped or isinstance(error, OvertakenError):
            return
        kept = say("Your words are saved; you can go on.")
        why = str(error) if isinstance(error, EvidencePackError) else say("Something went wrong in the program.")
        self._pane.show_problem(f"{why} {kept}")
