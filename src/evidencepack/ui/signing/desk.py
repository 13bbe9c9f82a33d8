# SPDX-License-Identifier: MPL-2.0
"""All that can be done about signatures from the window: what went out is known, sent, printed, taken in and noted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from evidencepack.domain.record import Facts
from evidencepack.domain.signoff import SentCopy, State
from evidencepack.store.workspace import Workspace
from evidencepack.ui.messages import tell
from evidencepack.ui.places.whereto import choose_folder, folder_in, open_place, place_to_begin
from evidencepack.ui.press_room import PressRoom
from evidencepack.ui.session import Session
from evidencepack.ui.signing.bench import Bench
from evidencepack.ui.signing.event_dialog import EventDialog
from evidencepack.ui.signing.papers import Certificates, ChaseList
from evidencepack.ui.signing.send_question import SendQuestion
from evidencepack.ui.signing.sending import SendForSigning, SentReport
from evidencepack.ui.signing.since import Touched, touched_now
from evidencepack.ui.signing.taking_in import TakeInScans
from evidencepack.ui.store_thread import StoreThread
from evidencepack.ui.words import say
from evidencepack.usecases.copies_stack import copies_stack
from evidencepack.usecases.previewing import Preview
from evidencepack.usecases.sent_files import write_copies
from evidencepack.usecases.sign_events import Note, note_event
from evidencepack.usecases.sign_outlook import sign_outlooks
from evidencepack.usecases.sign_register import CopyLine
from evidencepack.usecases.signing_off import SignGround, sign_ground

_TOUCHED, _ASKING = "touched", "touched before sending"


class SigningDesk(QObject):
    """``loaded`` says that more is known of what went out; ``opened`` carries a paper that is to be completed first."""

    loaded = Signal()
    opened = Signal(str)

    def __init__(self, parent: QWidget, session: Session, store: StoreThread) -> None:
        super().__init__(parent)
        self._parent, self._session, self._store = parent, session, store
        self._room: PressRoom | None = None
        self.ended: Callable[[], None] = lambda: None
        """Called when a dialog has gone: the keyboard goes back."""
        self.copies: tuple[CopyLine, ...] = ()
        self.touched: Touched = {}
        """Whose signatures changes have touched, as far as the papers were read."""

    @property
    def bench(self) -> Bench:
        """What work is done with."""
        self._room = self._room or PressRoom(self._session, self._store)
        return Bench(self._parent, self._room, self._store, self._session)

    def close_desk(self) -> None:
        """Stop what goes on."""
        if self._room is not None:
            self._room.close()
            self._room = None

    def load(self) -> None:
        """Read anew what went out, and what happened to it."""
        self._store.ask(sign_ground, done=self._take, failed=self._fail)

    def send(self, document: str = "") -> None:
        """Ask what is to go out, beginning with a document (its id), and send it."""

        def ask(ground: SignGround) -> None:
            def go_on(touched: Touched) -> None:
                self._find(touched)
                self._ask(ground, document)

            self._touch(_ASKING, ground, go_on)

        self._session.save()
        self._store.ask(lambda workspace: sign_ground(workspace, whole=True), done=ask, failed=self._fail)

    def choose_scans(self) -> None:
        """Let the person choose scans, and take them in."""
        self._taking().ask()

    def take(self, files: Sequence[Path]) -> None:
        """Take scans in."""
        self._taking().take(files)

    def note(self, line: CopyLine) -> None:
        """Ask what happened to a copy, and note it."""

        def ask(ground: SignGround) -> None:
            dialog = EventDialog(self._parent, line, person=ground.person, today=ground.today)
            dialog.noting.connect(lambda note: self._keep(line, note, done=dialog.accept, failed=dialog.fail))
            dialog.finished.connect(self._rest)
            dialog.open()

        self._session.save()
        self._store.ask(sign_ground, done=ask, failed=self._fail)

    def print_copies(self, copies: Sequence[SentCopy], *, duplex: bool = False) -> None:
        """Show copies as they went out, to print them; those that were only made are noted as printed then."""
        title = " ".join(dict.fromkeys(one.version.reference for one in self._lines(copies))) or say("Copies to sign")
        self._store.ask(
            lambda workspace: copies_stack(workspace, copies, duplex=duplex),
            done=lambda made: self._print(title, copies, made),
            failed=self._fail,
        )

    def write_again(self, line: CopyLine) -> None:
        """Write the files of a copy again, as they went out, into a folder that the person chooses."""
        chosen = choose_folder(self._parent, str(place_to_begin()), say("Where shall the copy go?"))
        if not chosen:
            return
        folder = folder_in(Path(chosen), line.version.reference, say("{reference} to sign"))

        def write(workspace: Workspace) -> Path:
            write_copies(workspace, line.version, (line.copy,), folder)
            return folder

        self._store.ask(write, done=open_place, failed=self._fail)

    def write_chase_list(self) -> None:
        """Write who is to be asked, to print and to mail, with reminders for a calendar."""
        self._write(ChaseList)

    def write_certificates(self) -> None:
        """Write a certificate of sign-off for each document that went out."""
        self._write(Certificates)

    def _write(self, sort: type[ChaseList | Certificates]) -> None:
        self._session.save()
        self._store.ask(
            sign_ground, done=lambda ground: sort(self.bench, ground, ended=self._end).ask(), failed=self._fail
        )

    def _taking(self) -> TakeInScans:
        return TakeInScans(self.bench, noted=self.load, ended=self._end)

    def _lines(self, copies: Sequence[SentCopy]) -> list[CopyLine]:
        codes = {one.code for one in copies}
        return [one for one in self.copies if one.copy.code in codes]

    def _take(self, ground: SignGround) -> None:
        self.copies = ground.lines(self._session.facts.tender)
        self.loaded.emit()
        self.look_again()

    def look_again(self) -> None:
        """Find out, beside the window, whose signatures changes have touched."""
        if not any(map(_has_stood, self.copies)):
            self._find({})
            return
        self._store.ask(
            lambda workspace: sign_ground(workspace, whole=True),
            done=lambda ground: self._touch(_TOUCHED, ground, self._find),
            failed=self._fail,
        )

    def _touch(self, key: str, ground: SignGround, done: Callable[[Touched], None]) -> None:
        """Find out whose signatures changes have touched, on another thread; ``ground`` has whole versions."""
        facts, library = self._session.facts, self._session.library
        lines = ground.lines(facts.tender)
        if any(map(_has_stood, lines)):
            job = partial(touched_now, facts, library, lines)
            self.bench.room.run(key, lambda _work: job(), done=done, failed=self._fail)
        else:
            done({})

    def _find(self, touched: Touched) -> None:
        if touched != self.touched:
            self.touched = touched
            self.loaded.emit()

    def _ask(self, ground: SignGround, document: str) -> None:
        session = self._session
        outlooks = sign_outlooks(session.facts, session.library, ground.sent, session.seen.gaps)
        if not outlooks:
            tell(self._parent, say("No document is to be signed"), say("No document of this tender says who signs it."))
            return
        question = SendQuestion(self._parent, outlooks, ground.person, begin=document, touched=self.touched)
        question.opened.connect(self.opened)
        question.accepted.connect(lambda: self._send(ground, question))
        question.rejected.connect(self._rest)
        question.open()

    def _send(self, ground: SignGround, question: SendQuestion) -> None:
        wish = question.wish

        def printing(report: SentReport) -> None:
            self.print_copies(report.copies, duplex=wish.duplex)

        ground = ground if wish.changes else _slim(ground)
        SendForSigning(self.bench, (ground, wish), printing=printing, ended=self._end).ask()

    def _print(self, title: str, copies: Sequence[SentCopy], made: Preview) -> None:
        from evidencepack.ui.print_dialog import PrintDialog  # most people who come here print nothing

        bench = self.bench
        dialog = PrintDialog(bench.parent, bench.room, bench.session, title, document=made)
        dialog.printed.connect(lambda: self._note_printed(copies))
        dialog.finished.connect(self._rest)
        dialog.open()

    def _note_printed(self, copies: Sequence[SentCopy]) -> None:
        """Note that copies went through the printer, where nothing has happened to them yet."""

        def note(ground: SignGround) -> None:
            self._take(ground)
            for line in self._lines(copies):
                if line.state is State.DRAFTED:
                    self._keep(line, Note(State.PRINTED, ground.today), done=lambda: None, failed=self._say)

        self._store.ask(sign_ground, done=note, failed=self._fail)

    def _keep(self, line: CopyLine, note: Note, *, done: Callable[[], None], failed: Callable[[str], None]) -> None:
        """Have the store note something of a copy."""
        tender, library = self._session.facts.tender, self._session.library

        def keep(workspace: Workspace) -> Facts:
            note_event(workspace, workspace.facts(tender), library, line, note)
            return workspace.facts(tender)

        def kept(facts: Facts) -> None:
            self._session.take_kept(facts)
            self.load()
            done()

        self._session.save()
        self._store.ask(keep, done=kept, failed=lambda error: failed(str(error)))

    def _rest(self, _how: int = 0) -> None:
        self.ended()

    def _end(self) -> None:
        self.load()
        self.ended()

    def _say(self, words: str) -> None:
        tell(self._parent, say("It was not noted"), words)

    def _fail(self, error: Exception) -> None:
        tell(self._parent, say("What went out to be signed could not be read"), str(error))


def _has_stood(line: CopyLine) -> bool:
    """Whether a signature may stand on a copy, or on one that it tells of."""
    return line.state is State.ACCEPTED or line.only_tells


def _slim(ground: SignGround) -> SignGround:
    """Return a ground without the blocks and answers of its versions, which are most of it."""
    return replace(ground, sent=tuple(replace(one, blocks="", answers="") for one in ground.sent))
