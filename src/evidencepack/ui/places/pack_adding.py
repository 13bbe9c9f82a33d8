# SPDX-License-Identifier: MPL-2.0
"""Files from outside on their way into the pack: chosen or dropped, looked at one by one, entered all together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from threading import Event
from types import MappingProxyType

from PySide6.QtWidgets import QFileDialog, QWidget

from evidencepack.domain.values import Attachment
from evidencepack.guard.faults import StoppedError
from evidencepack.guard.worker import Work
from evidencepack.pack.numbering import ANNEX
from evidencepack.store.workspace import Workspace
from evidencepack.ui.controls.annex import annex_wanted
from evidencepack.ui.controls.file import filters
from evidencepack.ui.messages import tell
from evidencepack.ui.places.adding_outcome import AddingOutcome, Became
from evidencepack.ui.places.whereto import place_to_begin
from evidencepack.ui.press_room import PressRoom
from evidencepack.ui.session import Session
from evidencepack.ui.store_thread import StoreThread
from evidencepack.ui.widgets.progress import ProgressDialog
from evidencepack.ui.words import counted, say
from evidencepack.usecases.annex_names import FILE, entering_annexes
from evidencepack.usecases.changes import AddRecord
from evidencepack.usecases.several_files import Brought, look_at_files

_KEY = "adding"
_NONE: Mapping[Path, str] = MappingProxyType({})


class AddFiles:
    """Follows files into the pack; ``entered`` hears of the first new record, ``ended`` when all is told."""

    def __init__(
        self,
        parent: QWidget,
        room: PressRoom,
        session: Session,
        store: StoreThread,
        *,
        entered: Callable[[str], None],
        ended: Callable[[], None],
    ) -> None:
        self._parent, self._room, self._session, self._store = parent, room, session, store
        self._entered, self._ended = entered, ended
        self._progress: ProgressDialog | None = None

    def ask(self) -> None:
        """Let the person choose files; do nothing if they choose none."""
        title, begin = say("Files for the pack"), str(place_to_begin())
        names, _kind = QFileDialog.getOpenFileNames(self._parent, title, begin, ";;".join(filters(annex_wanted())))
        self.take([Path(name) for name in names])

    def take(self, files: Sequence[Path], passwords: Mapping[Path, str] = _NONE) -> None:
        """Look at files and enter those that can be annexes; ``passwords`` open those that are locked."""
        if not files:
            return
        stop, field = Event(), self._session.library[ANNEX].fields[FILE]

        def told(done: int, of: int, name: str) -> None:
            self._room.tell(lambda: self._show(done, of, name))

        def job(_work: Work) -> tuple[Brought, ...]:
            return look_at_files(files, field, passwords=passwords, told=told, stop=stop)

        title = say("Put files into the pack")
        note = say("None of them is in the pack until all were looked at.")
        self._progress = ProgressDialog(self._parent, title, (say("Look at each file"), say("Put them in")), note=note)
        self._progress.cancelled.connect(stop.set)
        self._progress.show_step(0, 0, len(files), title)
        self._progress.open()
        self._room.run(_KEY, job, done=lambda found: self._keep(found, passwords), failed=self._fail)

    def _show(self, done: int, of: int, name: str) -> None:
        if self._progress is not None:
            words = say("Looking at {name}, {n} of {of}", name=name, n=done + 1, of=of)
            self._progress.show_step(0, done, of, words)

    def _keep(self, found: Sequence[Brought], passwords: Mapping[Path, str]) -> None:
        """Keep the files that are fit, then enter them."""
        files = [one.looked.file for one in found if one.looked]
        if self._progress is not None:
            self._progress.let_finish()
            self._progress.show_step(1, 0, 1, say("Putting them in"))

        def attach(workspace: Workspace) -> list[Attachment]:
            return [workspace.attach(file.data, file.name, file.media_type) for file in files]

        self._store.ask(attach, done=lambda kept: self._enter(found, kept, passwords), failed=self._fail)

    def _enter(self, found: Sequence[Brought], kept: Sequence[Attachment], passwords: Mapping[Path, str]) -> None:
        session = self._session
        changes = tuple(entering_annexes(session.facts, session.library, kept))
        if changes:
            session.change(*changes, words=counted(len(kept), "add 1 annex", "add {n} annexes"))
        made = iter([one.id for one in changes if isinstance(one, AddRecord)])
        became = [Became(one, next(made) if one.looked else "") for one in found]
        self._close_progress()
        outcome = AddingOutcome(self._parent, session.facts, became)
        outcome.unlocking.connect(lambda file, password: self._unlock(outcome, {**passwords, file: password}))
        outcome.finished.connect(lambda _how: self._ended())
        if first := next((one.record for one in became if one.record), ""):
            self._entered(first)
        outcome.open()

    def _unlock(self, outcome: AddingOutcome, passwords: Mapping[Path, str]) -> None:
        """Look again at the files that are locked; the others are in, or are not wanted."""
        waiting = outcome.locked
        outcome.accept()
        self.take(waiting, passwords)

    def _fail(self, error: Exception) -> None:
        self._close_progress()
        if not isinstance(error, StoppedError):
            tell(self._parent, say("The files were not put in"), str(error))

    def _close_progress(self) -> None:
        if self._progress is not None:
            self._progress.hide()
            self._progress.deleteLater()
            self._progress = None
