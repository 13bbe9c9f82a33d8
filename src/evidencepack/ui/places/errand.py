# SPDX-License-Identifier: MPL-2.0
"""Long work that ends in a folder, from the question where to, over how far it is, to what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from evidencepack.guard.faults import StoppedError
from evidencepack.guard.worker import Work, WorkerFailedError
from evidencepack.ui.places.pack_outcome import Outcome, Trouble
from evidencepack.ui.places.whereto import choose_folder, open_place, place_to_begin
from evidencepack.ui.press_room import PressRoom
from evidencepack.ui.pressing import WRITING, ExportReport
from evidencepack.ui.widgets.progress import ProgressDialog
from evidencepack.ui.words import say


class Errand:
    """Follows a piece of work in a dialog and tells how it ended; ``ended`` is called when the last one is gone.

    ``title`` is that of its dialogs, ``failure`` that of the one that says why nothing came of it. ``complete``: its
    papers are for others, so that what they lack is said.
    """

    title, failure, complete = "", "", False

    def __init__(self, parent: QWidget, room: PressRoom, *, ended: Callable[[], None]) -> None:
        self._parent, self._room, self._ended = parent, room, ended
        self._progress: ProgressDialog | None = None
        self._work: Work | None = None
        self._folder = Path()

    def ask(self) -> None:
        """Ask where to, then begin; do nothing if nowhere is chosen."""
        chosen = choose_folder(self._parent, str(place_to_begin()), self._asked())
        if chosen:
            self.begin(self._into(Path(chosen)))

    def begin(self, folder: Path) -> None:
        """Begin the work for a folder, and show how far it is."""
        self._folder = folder
        self._open_progress()
        self._start()

    def _open_progress(self) -> None:
        """Show how far the work is."""
        folder = self._folder
        note = say("To: {folder}. Nothing appears there until everything is done.", folder=folder)
        self._progress = ProgressDialog(self._parent, self.title, self._steps(), note=note)
        self._progress.cancelled.connect(self._stop)
        self._progress.show_step(0, 0, 1, say("Getting everything ready…"))
        self._progress.open()

    def _asked(self) -> str:
        """Return the question where to."""
        raise NotImplementedError

    def _into(self, chosen: Path) -> Path:
        """Return the folder that a choice means."""
        raise NotImplementedError

    def _steps(self) -> Sequence[str]:
        """Return the steps of the work."""
        raise NotImplementedError

    def _start(self) -> None:
        """Begin the work; it ends in ``_done`` or ``_failed``."""
        raise NotImplementedError

    def _told(self, at: Callable[[str], int]) -> Callable[[int, int, str], None]:
        """Return what a job tells of how it goes; ``at`` says in which step it is, by its words."""
        return lambda done, of, words: self._room.tell(lambda: self._show(at(words), done, of, words))

    def _show(self, at: int, done: int, of: int, words: str) -> None:
        if self._progress is not None:
            self._progress.show_step(at, done, of, self._said(at, done, of, words))

    def _said(self, at: int, done: int, of: int, words: str) -> str:
        """Return what the person is told of a step."""
        del done, of
        part = f" ({words})" if words and words != WRITING else ""
        return f"{self._steps()[at]}{part}"

    def _stop(self) -> None:
        if self._work is not None:
            self._work.stop()

    def _done(self, report: ExportReport) -> None:
        self._close_progress()
        outcome = Outcome(self._parent, self.title, report, complete=self.complete)
        outcome.open_file.connect(lambda: open_place(report.first))
        outcome.open_folder.connect(lambda: open_place(report.folder))
        outcome.finished.connect(self._ended)
        outcome.open()

    def _failed(self, error: Exception) -> None:
        self._close_progress()
        if isinstance(error, StoppedError):
            self._ended()
            return
        reason = error.reason if isinstance(error, WorkerFailedError) else int(getattr(error, "exit_code", 0))
        trouble = Trouble(self._parent, self.failure or self.title, str(error), reason=reason)
        trouble.again.connect(lambda: self.begin(self._folder))
        trouble.elsewhere.connect(self.ask)
        trouble.let_be.connect(self._ended)
        trouble.open()

    def _close_progress(self) -> None:
        if self._progress is not None:
            self._progress.hide()
            self._progress.deleteLater()
            self._progress = None
