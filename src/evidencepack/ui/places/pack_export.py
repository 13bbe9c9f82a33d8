# SPDX-License-Identifier: MPL-2.0
"""Exporting from the window: where to, how far it is, what came of it, and what to do when it failed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from evidencepack.domain.trade import Audience
from evidencepack.guard.faults import StoppedError
from evidencepack.guard.worker import Work, WorkerFailedError
from evidencepack.paths.names import legal_name
from evidencepack.ui.places.pack_outcome import Outcome, Trouble
from evidencepack.ui.press_room import PressRoom
from evidencepack.ui.pressing import WRITING, ExportReport, Order, Wanted, ask_export
from evidencepack.ui.widgets.progress import ProgressDialog
from evidencepack.ui.words import say
from evidencepack.usecases.exporting import manifest_of

EXPORT = "export"
"""The key of exports in the press room."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What to export, with the title of its dialogs and the reference that its folder is called by."""

    title: str
    reference: str
    wanted: Wanted


def choose_folder(parent: QWidget, beginning: str) -> str:
    """Let the person choose a folder in the system's own dialog; empty if they choose none."""
    return QFileDialog.getExistingDirectory(parent, say("Where shall the pack go?"), beginning)


def folder_in(chosen: Path, reference: str) -> Path:
    """Return the folder for an export: the chosen one if an export is there already, else a new one inside it."""
    if any((chosen / manifest_of(audience)).is_file() for audience in Audience):
        return chosen
    return chosen / legal_name(say("{reference} pack", reference=reference), otherwise="pack")


class Export:
    """One export, from the choice of a folder to its end; ``ended`` is called when the last dialog is gone."""

    def __init__(self, parent: QWidget, room: PressRoom, wish: Wish, *, ended: Callable[[], None]) -> None:
        self._parent, self._room, self._wish, self._ended = parent, room, wish, ended
        self._work: Work | None = None
        self._progress: ProgressDialog | None = None
        self._folder = Path()

    def ask(self) -> None:
        """Ask where to, then begin; do nothing if nowhere is chosen."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        chosen = choose_folder(self._parent, documents)
        if chosen:
            self.begin(folder_in(Path(chosen), self._wish.reference))

    def begin(self, folder: Path) -> None:
        """Export into a folder and show how far it is."""
        self._folder = folder
        note = say("To: {folder}. Nothing appears there until everything is done.", folder=folder)
        self._progress = ProgressDialog(self._parent, self._wish.title, _steps(), note=note)
        self._progress.cancelled.connect(self._stop)
        self._work = self._room.do(
            EXPORT,
            self._export,
            done=self._done,
            failed=self._failed,
            wanted=self._wish.wanted,
        )
        self._progress.show_step(0, 0, 1, say("Getting everything ready…"))
        self._progress.open()

    def _export(self, work: Work, order: Order) -> ExportReport:
        def told(done: int, of: int, words: str) -> None:
            self._room.tell(lambda: self._show(done, of, words))

        return ask_export(work, order, self._folder, told)

    def _show(self, done: int, of: int, words: str) -> None:
        if self._progress is not None:
            self._progress.show_step(_step_of(words), done, of, _told(done, of, words))

    def _stop(self) -> None:
        if self._work is not None:
            self._work.stop()

    def _done(self, report: ExportReport) -> None:
        self._close_progress()
        outcome = Outcome(self._parent, self._wish.title, report)
        outcome.open_file.connect(lambda: open_place(report.first))
        outcome.open_folder.connect(lambda: open_place(report.folder))
        outcome.finished.connect(self._ended)
        outcome.open()

    def _failed(self, error: Exception) -> None:
        self._close_progress()
        if isinstance(error, StoppedError):
            self._ended()
            return
        reason = error.reason if isinstance(error, WorkerFailedError) else 0
        trouble = Trouble(self._parent, say("This could not be exported"), str(error), reason=reason)
        trouble.again.connect(lambda: self.begin(self._folder))
        trouble.elsewhere.connect(self.ask)
        trouble.let_be.connect(self._ended)
        trouble.open()

    def _close_progress(self) -> None:
        if self._progress is not None:
            self._progress.hide()
            self._progress.deleteLater()
            self._progress = None


def open_place(place: Path) -> None:
    """Open a file or a folder with what the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(place)))


def _steps() -> tuple[str, ...]:
    return (
        say("Make each document"),
        say("Put the pack together, number its pages"),
        say("Check every PDF"),
        say("Put the files in their folder"),
    )


def _step_of(words: str) -> int:
    if words == WRITING:
        return 3
    return {"pack": 1, "checking the PDFs": 2}.get(words, 0)


def _told(done: int, of: int, words: str) -> str:
    """Return what the person is told of a step; the export itself names documents by their files."""
    if words == WRITING:
        return say("Putting the files in their folder")
    match _step_of(words):
        case 1:
            return say("Putting the pack together, step {n} of {of}", n=done + 1, of=of)
        case 2:
            return say("Checking every PDF, step {n} of {of}", n=done + 1, of=of)
        case _:
            name = words.rpartition("/")[2]
            return say("Making {name}, step {n} of {of}", name=name, n=done + 1, of=of)
