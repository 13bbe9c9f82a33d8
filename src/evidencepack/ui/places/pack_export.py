# SPDX-License-Identifier: MPL-2.0
"""Exporting from the window: the pack, a paper of it, or sheets for the bid's own desk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from evidencepack.guard.worker import Work
from evidencepack.ui.places.errand import Errand
from evidencepack.ui.places.whereto import folder_in
from evidencepack.ui.press_room import PressRoom
from evidencepack.ui.pressing import LOOKING, WRITING, ExportReport, Order, Wanted, ask_export
from evidencepack.ui.words import say
from evidencepack.usecases.exporting import SLOTS

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


class Export(Errand):
    """One export, from the choice of a folder to its end."""

    def __init__(self, parent: QWidget, room: PressRoom, wish: Wish, *, ended: Callable[[], None]) -> None:
        super().__init__(parent, room, ended=ended)
        self.title, self.failure = wish.title, say("This could not be exported")
        self.complete = not wish.wanted.sheets
        self._wish = wish

    def _asked(self) -> str:
        return say("Where shall the sheets go?") if self._wish.wanted.sheets else say("Where shall the pack go?")

    def _into(self, chosen: Path) -> Path:
        return folder_in(chosen, self._wish.reference, self._wish.folder)

    def _steps(self) -> tuple[str, ...]:
        return _sheet_steps() if self._wish.wanted.sheets else _steps()

    def _start(self) -> None:
        told, wanted = self._told(self._step_of), self._wish.wanted

        def job(work: Work, order: Order) -> ExportReport:
            return ask_export(work, order, self._folder, told)

        bundled = not wanted.document and not wanted.sheets
        self._work = self._room.do(
            EXPORT, job, done=self._done, failed=self._failed, wanted=wanted, with_annexes=bundled
        )

    def _step_of(self, words: str) -> int:
        # Sheets are not put together: there is a step less.
        step = _step_of(words)
        return step - 1 if self._wish.wanted.sheets and step else step

    def _said(self, at: int, done: int, of: int, words: str) -> str:
        del at
        return _said(done, of, words)


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


def _said(done: int, of: int, words: str) -> str:
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
