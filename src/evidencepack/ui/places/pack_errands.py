# SPDX-License-Identifier: MPL-2.0
"""Long work of the pack beside its export: issuing it, and writing its registers, from the question to the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from evidencepack.guard.faults import StoppedError
from evidencepack.guard.worker import Work, WorkerFailedError
from evidencepack.store.workspace import Workspace
from evidencepack.ui.issue_press import MadeIssue, ask_issue, ask_registers, put_issue
from evidencepack.ui.places.pack_export import choose_folder, folder_in, open_place, place_to_begin
from evidencepack.ui.places.pack_outcome import Outcome, Trouble
from evidencepack.ui.press_room import PressRoom
from evidencepack.ui.pressing import WRITING, ExportReport, Order, Wanted
from evidencepack.ui.store_thread import StoreThread
from evidencepack.ui.widgets.progress import ProgressDialog
from evidencepack.ui.words import say
from evidencepack.usecases.issuing import Ground, Wish, keep_issued_files

_KEY, _WRITE = "errand", "write"


class Errand:
    """Follows a piece of work in a dialog and tells how it ended; ``ended`` is called when the last one is gone."""

    title = ""

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
        """Begin the work for a folder."""
        self._folder = folder
        note = say("To: {folder}. Nothing appears there until everything is done.", folder=folder)
        self._progress = ProgressDialog(self._parent, self.title, self._steps(), note=note)
        self._progress.cancelled.connect(self._stop)
        self._progress.show_step(0, 0, 1, say("Getting everything ready…"))
        self._progress.open()
        self._start()

    def _asked(self) -> str:
        raise NotImplementedError

    def _into(self, chosen: Path) -> Path:
        raise NotImplementedError

    def _steps(self) -> Sequence[str]:
        raise NotImplementedError

    def _start(self) -> None:
        raise NotImplementedError

    def _told(self, at: Callable[[str], int]) -> Callable[[int, int, str], None]:
        """Return what a job tells of how it goes; ``at`` says in which step it is, by its words."""
        return lambda done, of, words: self._room.tell(lambda: self._show(at(words), done, of, words))

    def _show(self, at: int, done: int, of: int, words: str) -> None:
        if self._progress is not None:
            part = f" ({words})" if words and words != WRITING else ""
            self._progress.show_step(at, done, of, f"{self._steps()[at]}{part}")

    def _stop(self) -> None:
        if self._work is not None:
            self._work.stop()

    def _done(self, report: ExportReport) -> None:
        self._close_progress()
        outcome = Outcome(self._parent, self.title, report, complete=False)
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
        trouble = Trouble(self._parent, self.title, str(error), reason=reason)
        trouble.again.connect(lambda: self.begin(self._folder))
        trouble.elsewhere.connect(self.ask)
        trouble.let_be.connect(self._ended)
        trouble.open()

    def _close_progress(self) -> None:
        if self._progress is not None:
            self._progress.hide()
            self._progress.deleteLater()
            self._progress = None


class Registers(Errand):
    """Writes the registers for whoever the pack is for."""

    def __init__(
        self, parent: QWidget, room: PressRoom, reference: str, wanted: Wanted, *, ended: Callable[[], None]
    ) -> None:
        super().__init__(parent, room, ended=ended)
        self.title = say("Write the registers")
        self._reference, self._wanted = reference, wanted

    def _asked(self) -> str:
        return say("Where shall the registers go?")

    def _into(self, chosen: Path) -> Path:
        return folder_in(chosen, self._reference, say("{reference} registers"))

    def _steps(self) -> Sequence[str]:
        return (say("Write each register"), say("Put them in place"))

    def _start(self) -> None:
        told = self._told(lambda words: int(words == WRITING))

        def job(work: Work, order: Order) -> ExportReport:
            return ask_registers(work, order, self._folder, told)

        self._work = self._room.do(_KEY, job, done=self._done, failed=self._failed, wanted=self._wanted)


@dataclass(frozen=True, slots=True)
class Due:
    """The issue that is due: of which tender, on what ground, and as somebody wishes it."""

    reference: str
    ground: Ground
    wish: Wish


class Issuing(Errand):
    """Makes the buyer's pack, keeps it as the next issue, and writes its files."""

    def __init__(
        self, parent: QWidget, room: PressRoom, store: StoreThread, due: Due, *, ended: Callable[[], None]
    ) -> None:
        super().__init__(parent, room, ended=ended)
        self.title = say("Issue {number} of {reference}", number=due.ground.number, reference=due.reference)
        self._store, self._due = store, due

    def _asked(self) -> str:
        return say("Where shall its files go?")

    def _into(self, chosen: Path) -> Path:
        return folder_in(chosen, self._due.reference)

    def _steps(self) -> Sequence[str]:
        return (say("Check, then make each document"), say("Keep it in the workspace"), say("Put its files in place"))

    def _start(self) -> None:
        told = self._told(lambda _words: 0)

        def job(work: Work, order: Order) -> MadeIssue:
            return ask_issue(work, order, self._due.ground, self._due.wish, told)

        self._work = self._room.do(_KEY, job, done=self._keep, failed=self._failed)

    def _keep(self, made: MadeIssue) -> None:
        """Keep what was made, then write it: from here on nothing is lost."""
        if self._progress is not None:
            self._progress.let_finish()
        self._show(1, 0, 1, "")

        def keep(workspace: Workspace) -> None:
            if not made.again:
                keep_issued_files(workspace, made.issue, made.files)

        self._store.ask(keep, done=lambda _kept: self._write(made), failed=self._failed)

    def _write(self, made: MadeIssue) -> None:
        self._show(2, 1, 1, "")
        self._room.run(_WRITE, lambda _work: put_issue(made, self._folder), done=self._done, failed=self._failed)
