# SPDX-License-Identifier: MPL-2.0
"""Long work of the pack beside its export: issuing it, and writing its registers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from evidencepack.guard.worker import Work
from evidencepack.store.workspace import Workspace
from evidencepack.ui.issue_press import MadeIssue, ask_issue, ask_registers, put_issue
from evidencepack.ui.issues.stops import StopsQuestion
from evidencepack.ui.places.errand import Errand
from evidencepack.ui.places.whereto import folder_in
from evidencepack.ui.press_room import PressRoom
from evidencepack.ui.pressing import WRITING, ExportReport, Order, Wanted
from evidencepack.ui.store_thread import StoreThread
from evidencepack.ui.words import say
from evidencepack.usecases.issuing import LOOKING, Ground, Wish, keep_issued_files

_KEY, _WRITE = "errand", "write"


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
        return (
            say("Check, then make each document"),
            say("Open every file again, and look through it"),
            say("Keep it in the workspace"),
            say("Put its files in place"),
        )

    def _said(self, at: int, done: int, of: int, words: str) -> str:
        """Return what the person is told of a step."""
        return super()._said(at, done, of, "" if words == LOOKING else words)

    def _start(self) -> None:
        told = self._told(lambda words: int(words in {LOOKING, WRITING}))

        def job(work: Work, order: Order) -> MadeIssue:
            return ask_issue(work, order, self._due.ground, self._due.wish, told)

        self._work = self._room.do(_KEY, job, done=self._take, failed=self._failed, with_annexes=True)

    def _take(self, made: MadeIssue) -> None:
        """Keep what was made; if something in it stops the issue, ask first why it may stay."""
        if not made.in_the_way:
            self._keep(made)
            return
        self._close_progress()
        question = StopsQuestion(self._parent, self.title, made.in_the_way)
        question.accepted.connect(lambda: self._go_on(made.let_stand(question.because)))
        question.rejected.connect(self._ended)
        question.open()

    def _go_on(self, made: MadeIssue) -> None:
        self._open_progress()
        self._keep(made)

    def _keep(self, made: MadeIssue) -> None:
        """Keep what was made, then write it: from here on nothing is lost."""
        if self._progress is not None:
            self._progress.let_finish()
        self._show(2, 0, 1, "")

        def keep(workspace: Workspace) -> None:
            if not made.again:
                keep_issued_files(workspace, made.issue, made.files)

        self._store.ask(keep, done=lambda _kept: self._write(made), failed=self._failed)

    def _write(self, made: MadeIssue) -> None:
        self._show(3, 1, 1, "")
        self._room.run(_WRITE, lambda _work: put_issue(made, self._folder), done=self._done, failed=self._failed)
