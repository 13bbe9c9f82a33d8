# SPDX-License-Identifier: MPL-2.0
"""Sending a document out to be signed, from the choice of a folder over its making to what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from evidencepack.domain.record import Facts
from evidencepack.domain.signoff import SentCopy, SentVersion
from evidencepack.guard.worker import Work
from evidencepack.store.workspace import Workspace
from evidencepack.ui.places.errand import Errand
from evidencepack.ui.places.whereto import folder_in, open_place
from evidencepack.ui.pressing import WRITING, Order
from evidencepack.ui.signing.bench import Bench
from evidencepack.ui.signing.press import MadeSending, SendWish, ask_sending
from evidencepack.ui.signing.sent_outcome import SentOutcome
from evidencepack.ui.words import say
from evidencepack.usecases.export_folder import kept_sentences
from evidencepack.usecases.exporting import CHECKING
from evidencepack.usecases.sent_files import Handed, copies_for, write_copies
from evidencepack.usecases.signing_off import SignGround, keep_sending

_KEY = "signing"


@dataclass(frozen=True, slots=True)
class SentReport:
    """What went out: the version, the copies that were written, where, and what is said of the files."""

    version: SentVersion
    copies: tuple[SentCopy, ...]
    folder: Path
    files: int
    first: Path
    said: tuple[str, ...] = field(default=())
    confirmed: bool = True
    again: bool = False


class SendForSigning(Errand):
    """Freezes a document, keeps the version, and writes its copies. ``printing`` is called to print what went out."""

    def __init__(
        self,
        bench: Bench,
        due: tuple[SignGround, SendWish],
        *,
        printing: Callable[[SentReport], None],
        ended: Callable[[], None],
    ) -> None:
        super().__init__(bench.parent, bench.room, ended=ended)
        self._store, self._session, self._printing = bench.store, bench.session, printing
        self._ground, self._wish = due
        self._reference = self._session.facts.records[self._wish.document].reference
        self.title = say("Send {reference} for signing", reference=self._reference)
        self.failure = say("This could not be sent for signing")

    def _asked(self) -> str:
        return say("Where shall the copies go?")

    def _into(self, chosen: Path) -> Path:
        return folder_in(chosen, self._reference, say("{reference} to sign"))

    def _steps(self) -> Sequence[str]:
        return (
            say("Make a copy for each who signs"),
            say("Check every PDF"),
            say("Keep the version in the workspace"),
            say("Put the copies in their folder"),
        )

    def _said(self, at: int, done: int, of: int, words: str) -> str:
        """Return what the person is told of a step."""
        if at == 0 and words:
            return say("Making the copy for {name}, step {n} of {of}", name=words, n=done + 1, of=of)
        return super()._said(at, done, of, "" if words == CHECKING else words)

    def _start(self) -> None:
        told = self._told(lambda words: int(words in {CHECKING, WRITING}))

        def job(work: Work, order: Order) -> MadeSending:
            return ask_sending(work, order, self._ground, self._wish, told)

        self._work = self._room.do(_KEY, job, done=self._keep, failed=self._failed)

    def _keep(self, made: MadeSending) -> None:
        """Keep what was made, then write it: from here on nothing is lost."""
        if self._progress is not None:
            self._progress.let_finish()
        self._show(2, 0, 1, "")
        tender, folder, partner = self._session.facts.tender, self._folder, self._wish.partner

        def keep(workspace: Workspace) -> Facts:
            keep_sending(workspace, made.sending)
            return workspace.facts(tender)

        def write(workspace: Workspace) -> Handed:
            copies = copies_for(made.version, workspace.facts(tender), partner)
            return write_copies(workspace, made.version, copies, folder, made.tabs)

        def kept(facts: Facts) -> None:
            self._session.take_kept(facts)
            self._show(3, 0, 1, "")
            self._store.ask(write, done=lambda handed: self._tell(made, handed), failed=self._failed)

        self._store.ask(keep, done=kept, failed=self._failed)

    def _tell(self, made: MadeSending, handed: Handed) -> None:
        self._close_progress()
        report = SentReport(
            made.version,
            handed.copies,
            self._folder,
            len(handed.files),
            self._folder / handed.files[0].name,
            (*made.said, *kept_sentences(handed.kept)),
            made.confirmed,
            made.sending.again,
        )
        outcome = SentOutcome(self._parent, self.title, report)
        outcome.print_copies.connect(lambda: self._printing(report))
        outcome.open_folder.connect(lambda: open_place(report.folder))
        outcome.finished.connect(self._ended)
        outcome.open()
