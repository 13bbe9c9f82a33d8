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
from evidencepack.ui.pressing import LOOKING, WRITING, ExportReport, Order, Wanted, ask_export
from evidencepack.ui.widgets.progress import ProgressDialog
from evidencepack.ui.words import say
from evidencepack.usecases.exporting import SLOTS, manifest_of
from evidencepack.usecases.sheets import LISTED_IN

EXPORT = "export"
"""The key of exports in the press room."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What to export, with the title of its dialogs and the reference that its folder is called by.

    ``folder`` is what the folder is called, with a place for the reference; empty for that of a pack.
    """

    title: str
    reference: str
    wanted: Wanted
    folder: str = ""


def choose_folder(parent: QWidget, beginning: str, asked: str) -> str:
    """Let the person choose a folder in the system's own dialog; empty if they choose none."""
    return QFileDialog.getExistingDirectory(parent, asked, beginning)


def place_to_begin() -> Path:
    """Return the folder for documents, or home where there is none: the system refuses what is not there."""
    documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return documents if documents.is_dir() else Path.home()


def folder_in(chosen: Path, reference: str, called: str = "") -> Path:
    """Return the folder for an export: the chosen one if an export is there already, else a new one inside it.

    ``called``: the name of a folder for something else than a pack, which never goes among the files of one.
    """
    listed = (LISTED_IN,) if called else tuple(manifest_of(audience) for audience in Audience)
    if any((chosen / name).is_file() for name in listed):
        return chosen
    words = called or say("{reference} pack")
    return chosen / legal_name(words.format(reference=reference), otherwise="pack")


class Export:
    """One export, from the choice of a folder to its end; ``ended`` is called when the last dialog is gone."""

    def __init__(self, parent: QWidget, room: PressRoom, wish: Wish, *, ended: Callable[[], None]) -> None:
        self._parent, self._room, self._wish, self._ended = parent, room, wish, ended
        self._work: Work | None = None
        self._progress: ProgressDialog | None = None
        self._folder = Path()

    def ask(self) -> None:
        """Ask where to, then begin; do nothing if nowhere is chosen."""
        asked = say("Where shall the sheets go?") if self._wish.wanted.sheets else say("Where shall the pack go?")
        chosen = choose_folder(self._parent, str(place_to_begin()), asked)
        if chosen:
            self.begin(folder_in(Path(chosen), self._wish.reference, self._wish.folder))

    def begin(self, folder: Path) -> None:
        """Export into a folder and show how far it is."""
        self._folder = folder
        note = say("To: {folder}. Nothing appears there until everything is done.", folder=folder)
        steps = _sheet_steps() if self._wish.wanted.sheets else _steps()
        self._progress = ProgressDialog(self._parent, self._wish.title, steps, note=note)
        self._progress.cancelled.connect(self._stop)
        self._work = self._room.do(
            EXPORT,
            self._export,
            done=self._done,
            failed=self._failed,
            wanted=self._wish.wanted,
            with_annexes=not self._wish.wanted.document and not self._wish.wanted.sheets,
        )
        self._progress.show_step(0, 0, 1, say("Getting everything ready…"))
        self._progress.open()

    def _export(self, work: Work, order: Order) -> ExportReport:
        def told(done: int, of: int, words: str) -> None:
            self._room.tell(lambda: self._show(done, of, words))

        return ask_export(work, order, self._folder, told)

    def _show(self, done: int, of: int, words: str) -> None:
        if self._progress is not None:
            step = _step_of(words)
            # Sheets are not put together: there is a step less.
            at = step - 1 if self._wish.wanted.sheets and step else step
            self._progress.show_step(at, done, of, _told(done, of, words))

    def _stop(self) -> None:
        if self._work is not None:
            self._work.stop()

    def _done(self, report: ExportReport) -> None:
        self._close_progress()
        outcome = Outcome(self._parent, self._wish.title, report, complete=not self._wish.wanted.sheets)
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
        say("Open every file again, and look through it"),
    )


def _sheet_steps() -> tuple[str, ...]:
    return (say("Make each sheet"), say("Check every PDF"), say("Put the files in their folder"))


def _step_of(words: str) -> int:
    if words in {WRITING, LOOKING}:
        return 3 if words == WRITING else 4
    return {"pack": 1, "checking the PDFs": 2, SLOTS: 2}.get(words, 0)


def _told(done: int, of: int, words: str) -> str:
    """Return what the person is told of a step; the export itself names documents by their files."""
    if words == WRITING:
        return say("Putting the files in their folder")
    if words == LOOKING:
        return say("Opening every file again")
    if words == SLOTS:
        return say("Filling the upload slots, step {n} of {of}", n=done + 1, of=of)
    match _step_of(words):
        case 1:
            return say("Putting the pack together, step {n} of {of}", n=done + 1, of=of)
        case 2:
            return say("Checking every PDF, step {n} of {of}", n=done + 1, of=of)
        case _:
            name = words.rpartition("/")[2]
            return say("Making {name}, step {n} of {of}", name=name, n=done + 1, of=of)
