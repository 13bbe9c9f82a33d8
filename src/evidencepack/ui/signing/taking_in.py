# SPDX-License-Identifier: MPL-2.0
"""Scans on their way in: chosen or dropped, read beside the window, looked at by a person, and only then noted."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from evidencepack.domain.record import Facts
from evidencepack.domain.signoff import SentVersion
from evidencepack.errors import EvidencePackError
from evidencepack.guard.faults import StoppedError
from evidencepack.guard.worker import Work
from evidencepack.signoff.comparing import WordsChanged
from evidencepack.store.workspace import Workspace
from evidencepack.ui.messages import tell
from evidencepack.ui.places.whereto import place_to_begin
from evidencepack.ui.signing.bench import Bench
from evidencepack.ui.signing.review import Review
from evidencepack.ui.signing.review_dialog import ScanReview
from evidencepack.ui.signing.scan_press import Scans, WentOut, ask_scans, copies_pdfs
from evidencepack.ui.signing.since import changed_since, since_sentence
from evidencepack.ui.widgets.progress import ProgressDialog
from evidencepack.ui.words import say
from evidencepack.usecases.keeping_scans import Desk, Kept, LookedAt, keep_scans
from evidencepack.usecases.taking_in import TakenIn

_KEY = "scans"
_FINE = 1000
ENDINGS = ("pdf", "jpg", "jpeg", "png", "tif", "tiff", "heic", "heif", "webp", "bmp")
"""Endings of files that scanners and telephones make."""


@dataclass(frozen=True, slots=True)
class _Ground:
    """What scans are compared with, whose account it is, and which day."""

    out: WentOut
    person: str
    today: date


@dataclass(frozen=True, slots=True)
class _Noted:
    """What was kept of each copy, by its code; the facts as they are then; why the next one was not, if so."""

    kept: tuple[tuple[str, Kept], ...]
    facts: Facts
    problem: str = ""


class TakeInScans:
    """Follows scans from their files to the register; ``noted`` is called when something is in it that was not."""

    def __init__(
        self,
        desk: Bench,
        *,
        noted: Callable[[], None],
        ended: Callable[[], None],
    ) -> None:
        self._parent, self._room, self._store, self._session = desk
        self._noted, self._ended = noted, ended
        self._progress: ProgressDialog | None = None
        self._stopped = False
        self._paths: tuple[Path, ...] = ()

    def ask(self) -> None:
        """Let the person choose scans; do nothing if they choose none."""
        kinds = f"{say('Scans and photographs')} ({' '.join(f'*.{one}' for one in ENDINGS)})"
        everything = f"{say('All files')} (*)"
        title, begin = say("Scans of signed pages"), str(place_to_begin())
        names, _kind = QFileDialog.getOpenFileNames(self._parent, title, begin, f"{kinds};;{everything}")
        self.take([Path(name) for name in names])

    def take(self, files: Sequence[Path]) -> None:
        """Read scans, then show what came of them."""
        if not files:
            return
        self._paths, self._stopped = tuple(files), False
        title, tender = say("Take in scans"), self._session.facts.tender
        note = say("Nothing is noted until you have looked at it.")
        self._progress = ProgressDialog(self._parent, title, (say("Read each page"),), note=note)
        self._progress.cancelled.connect(self._stop)
        self._progress.show_step(0, 0, 1, say("Getting everything ready…"))
        self._progress.open()

        def read(workspace: Workspace) -> _Ground:
            sent = workspace.sent_versions(whole=False)
            pdfs = {one: workspace.issued_bytes(one) for one in copies_pdfs(sent, tender)}
            return _Ground(WentOut(sent, tender, pdfs), workspace.person, date.fromisoformat(workspace.now[:10]))

        self._session.save()
        self._store.ask(read, done=self._begin, failed=self._fail)

    def _begin(self, ground: _Ground) -> None:
        if self._stopped:
            self._fail(StoppedError())
            return
        paths = self._paths

        def told(done: int, of: int, name: str) -> None:
            self._room.tell(lambda: self._show(done, of, name))

        def job(work: Work) -> Scans:
            return ask_scans(work, ground.out, paths, told)

        self._room.run(_KEY, job, done=lambda scans: self._compare(scans, ground), failed=self._fail)

    def _stop(self) -> None:
        self._stopped = True
        self._room.stop(_KEY)
        self._fail(StoppedError())

    def _show(self, done: int, of: int, name: str) -> None:
        if self._progress is None:
            return
        names = [one.name for one in self._paths]
        at = names.index(name) if name in names else [str(one) for one in self._paths].index(name)
        share = _FINE * (at + done / max(1, of)) / len(self._paths)
        words = say("Reading {name}, page {n} of {of}", name=Path(name).name, n=min(done + 1, of), of=of)
        self._progress.show_step(0, round(share), _FINE, words)

    def _compare(self, scans: Scans, ground: _Ground) -> None:
        """Find out what has changed in the papers since what came back went out."""
        review, session = Review(scans), self._session
        wanted = {one.version.id for one in review.returned.values()}
        facts, library = session.facts, session.library

        def read(workspace: Workspace) -> list[SentVersion]:
            return [one for one in workspace.sent_versions(facts.tender) if one.id in wanted]

        def compare(versions: Sequence[SentVersion]) -> None:
            job = partial(changed_since, facts, library, versions)
            self._room.run(
                _KEY, lambda _work: job(), done=lambda found: self._look(review, ground, found), failed=self._fail
            )

        self._store.ask(read, done=compare, failed=self._fail)

    def _look(self, review: Review, ground: _Ground, since: Mapping[str, Sequence[WordsChanged]]) -> None:
        """Show what came, for somebody to say what it is."""
        if self._stopped:
            return
        self._close_progress()
        today = ground.today

        def touched(code: str) -> tuple[str, ...]:
            words = since_sentence(since.get(review.returned[code].version.id, ()))
            return (words,) if words else ()

        dialog = ScanReview(self._parent, review, person=ground.person, today=today, touched=touched)
        dialog.noting.connect(lambda codes: self._note(dialog, codes, today))
        dialog.finished.connect(lambda _how: self._ended())
        dialog.open()

    def _note(self, dialog: ScanReview, codes: Sequence[str], today: date) -> None:
        """Keep the pages of copies and note what was said of them, one copy after the other."""
        review, by = dialog.review, dialog.who.text().strip()
        wanted = [(code, one) for code in codes for one in review.said(code, by=by, today=today)]
        tender, library, taken = self._session.facts.tender, self._session.library, review.taken

        def keep(workspace: Workspace) -> _Noted:
            return _kept(Desk(workspace, workspace.facts(tender), library), taken, wanted)

        def told(found: _Noted) -> None:
            self._session.take_kept(found.facts)
            for code, one in found.kept:
                dialog.tell(code, one.told)
            dialog.fail(found.problem)
            self._noted()

        self._session.save()
        self._store.ask(keep, done=told, failed=lambda error: dialog.fail(str(error)))

    def _fail(self, error: Exception) -> None:
        self._close_progress()
        if not isinstance(error, StoppedError):
            tell(self._parent, say("The scans could not be read"), str(error))
        self._ended()

    def _close_progress(self) -> None:
        if self._progress is not None:
            self._progress.hide()
            self._progress.deleteLater()
            self._progress = None


def _kept(desk: Desk, taken: TakenIn, wanted: Sequence[tuple[str, LookedAt]]) -> _Noted:
    """Keep copies one after the other, as far as it goes."""
    kept: list[tuple[str, Kept]] = []
    for code, looked in wanted:
        try:
            kept.append((code, keep_scans(desk, taken, code, looked)))
        except EvidencePackError as error:
            return _Noted(tuple(kept), desk.facts, str(error))
        desk = desk.anew()
    return _Noted(tuple(kept), desk.facts)
