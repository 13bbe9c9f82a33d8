# SPDX-License-Identifier: MPL-2.0
"""Papers about the register as a whole: the chase list with its reminders and mails, and certificates of sign-off."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from evidencepack.guard.worker import Work
from evidencepack.store.workspace import Workspace
from evidencepack.ui.places.errand import Errand
from evidencepack.ui.places.whereto import folder_in
from evidencepack.ui.pressing import WRITING, ExportReport, Order
from evidencepack.ui.signing.bench import Bench
from evidencepack.ui.signing.papers_press import ask_certificates, ask_chase
from evidencepack.ui.words import say
from evidencepack.usecases.certifying import Certificate, keep_certificates, write_certificates
from evidencepack.usecases.export_folder import kept_sentences
from evidencepack.usecases.signing_off import SignGround

_KEY = "register papers"


class _RegisterPaper(Errand):
    """Has something made of the register as it stands."""

    def __init__(self, bench: Bench, ground: SignGround, *, ended: Callable[[], None]) -> None:
        super().__init__(bench.parent, bench.room, ended=ended)
        self._bench, self._ground = bench, ground
        facts = bench.session.facts
        self._reference = facts.records[facts.tender].reference


class ChaseList(_RegisterPaper):
    """Writes who is to be asked, to print and to mail, with the days in a calendar file."""

    def _asked(self) -> str:
        self.title = say("Write the chase list")
        return say("Where shall the chase list go?")

    def _into(self, chosen: Path) -> Path:
        return folder_in(chosen, self._reference, say("{reference} chase list"))

    def _steps(self) -> Sequence[str]:
        return (say("Read the register"), say("Make the list, the calendar and the mails"))

    def _start(self) -> None:
        told = self._told(lambda words: int(words == WRITING))

        def job(work: Work, order: Order) -> ExportReport:
            return ask_chase(work, order, self._ground, self._folder, told)

        self._work = self._room.do(_KEY, job, done=self._done, failed=self._failed)


class Certificates(_RegisterPaper):
    """Writes a certificate of sign-off for each document that went out, and notes them in the register."""

    def _asked(self) -> str:
        self.title = say("Write certificates of sign-off")
        return say("Where shall the certificates go?")

    def _into(self, chosen: Path) -> Path:
        return folder_in(chosen, self._reference, say("{reference} certificates"))

    def _steps(self) -> Sequence[str]:
        return (say("Make a page for each document"), say("Note them in the register"), say("Put them in place"))

    def _start(self) -> None:
        told = self._told(lambda _words: 0)

        def job(work: Work, order: Order) -> tuple[Certificate, ...]:
            return ask_certificates(work, order, self._ground, told)

        self._work = self._room.do(_KEY, job, done=self._keep, failed=self._failed)

    def _keep(self, made: tuple[Certificate, ...]) -> None:
        """Note what was made, then write it."""
        if self._progress is not None:
            self._progress.let_finish()
        self._show(1, 0, 1, "")
        facts, folder = self._bench.session.facts, self._folder

        def keep(workspace: Workspace) -> ExportReport:
            keep_certificates(workspace, made, by="")
            kept = write_certificates(folder, facts, made)
            first = made[0].file
            known = say("The register knows them again: verify a file to see whether it is one of them.")
            told = (*kept_sentences(kept), known)
            return ExportReport(folder, folder / first.name, len(made), first.pages, told)

        self._bench.store.ask(keep, done=self._done, failed=self._failed)
