# SPDX-License-Identifier: MPL-2.0
"""The tender in hand: its facts as the person sees them, what was typed that is no answer yet, and saving it all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import date
from enum import Enum

from PySide6.QtCore import QObject, QTime, QTimer, Signal

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts
from evidencepack.domain.values import Attachment, FieldType, Scalar, Table
from evidencepack.errors import EvidencePackError
from evidencepack.library.entry import Desk, entry_text, parse_entry
from evidencepack.library.model import Field, Library
from evidencepack.ui.filing import Filing
from evidencepack.ui.store_thread import StoreThread
from evidencepack.usecases.changes import Change, RemoveRecord, RemoveRow, SetAnswer, apply_change
from evidencepack.usecases.forms import Asked
from evidencepack.usecases.naming import naming_desk
from evidencepack.usecases.saving import Kept, keep_changes

SAVE_AFTER = 600
"""Milliseconds from the last key to saving."""

SAVE_AT_LATEST = 2000
"""Milliseconds from the first key that is not saved yet to saving, however fast somebody types on."""

_TRY_AGAIN_AFTER = 5000


class SaveState(Enum):
    """What the mark in the header says."""

    SAVED = "saved"
    SAVING = "saving"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed where it cannot be read as an answer yet, and why not."""

    text: str
    problem: str


class Session(QObject):
    """Edits show at once in ``facts``; the store keeps them shortly after. The mark follows the store's commit."""

    changed = Signal()
    """The facts or the drafts are others than before."""
    saving = Signal(SaveState, str)
    """How saving goes, with the time ("19:42") or the sentence that says why it cannot be."""
    noted = Signal(str)
    """Something was taken out of what was typed or pasted, or a file has arrived."""

    def __init__(self, store: StoreThread, library: Library, facts: Facts, *, today: date) -> None:
        super().__init__()
        self.library = library
        self.facts = facts
        self.filing = Filing(store, put=self._put_file, changed=self.changed.emit)
        self._store = store
        self._today = today
        self._desk: Desk | None = None
        self._drafts: dict[FieldPath, Draft] = {}
        self._waiting: list[Change] = []
        self._sent: tuple[Change, ...] = ()
        self._sending: Future[Kept] | None = None
        self._timer = QTimer(self, singleShot=True, interval=SAVE_AFTER)
        self._timer.timeout.connect(self.save)
        self._deadline = QTimer(self, singleShot=True, interval=SAVE_AT_LATEST)
        self._deadline.timeout.connect(self.save)
        self._again = QTimer(self, singleShot=True, interval=_TRY_AGAIN_AFTER)
        self._again.timeout.connect(self.save)

    @property
    def desk(self) -> Desk:
        """What reading and writing entries needs: records by their names, as they are now."""
        if self._desk is None:
            self._desk = naming_desk(self.facts, self.library, self._today)
        return self._desk

    @property
    def drafts(self) -> Mapping[FieldPath, Draft]:
        """What was typed that cannot be read as an answer, by where it stands."""
        return self._drafts

    def text_of(self, asked: Asked) -> str:
        """Return what stands in a field: the draft, or the answer as text."""
        draft = self._drafts.get(asked.path)
        if draft:
            return draft.text
        if asked.answer is None or isinstance(asked.answer, Table):
            return ""
        return entry_text(asked.field, asked.answer, self.desk)

    def enter(self, path: FieldPath, field: Field, text: str) -> None:
        """Take what was typed: as the answer, or as a draft where it cannot be read. Nothing typed is refused."""
        entered = parse_entry(field, text, self.desk)
        if entered.note:
            self.noted.emit(entered.note)
        if entered.problem:
            self._drafts[path] = Draft(text, entered.problem)
            self.changed.emit()
            return
        mended = self._drafts.pop(path, None) is not None
        if self._answer(path) != entered.value:
            self.change(SetAnswer(path, field.type, entered.value))
        elif mended:
            self.changed.emit()

    def change(self, *changes: Change) -> None:
        """Show changes now and keep them soon."""
        for change in changes:
            self.facts = apply_change(self.facts, change)
            self._forget_drafts(change)
            self._queue(change)
        self._desk = None
        self.saving.emit(SaveState.SAVING, "")
        self._timer.start()
        if not self._deadline.isActive():
            self._deadline.start()
        self.changed.emit()

    def save(self) -> None:
        """Have the store keep what is waiting, now."""
        self._timer.stop()
        self._deadline.stop()
        if self._sending or not self._waiting:
            return
        self._sent, self._waiting = tuple(self._waiting), []
        changes = self._sent
        self._sending = self._store.ask(
            lambda workspace: keep_changes(workspace, changes), done=self._kept, failed=self._not_kept
        )

    def finish(self) -> str:
        """Keep everything and wait for it; return why something could not be kept, or nothing."""
        self._timer.stop()
        self._deadline.stop()
        self._again.stop()
        if self._sending:
            self._kept(self._sending.result())
            self._again.stop()
        changes = tuple(self._waiting)
        kept = self._store.wait_for(lambda workspace: keep_changes(workspace, changes))
        self._waiting = list(changes[kept.count :])
        return kept.problem

    def _put_file(self, path: FieldPath, answer: Attachment) -> None:
        """Make a file that has arrived the answer, unless the record went while it was looked at."""
        if path.record in self.facts.records:
            self.noted.emit(f"“{answer.name}” is attached.")
            self.change(SetAnswer(path, FieldType.FILE, answer))

    def _kept(self, kept: Kept) -> None:
        """Note what the store did; what it could not keep waits, before what was typed since."""
        if self._sending is None:
            return
        self._waiting = [*self._sent[kept.count :], *self._waiting]
        self._sent, self._sending = (), None
        if kept.problem:
            self.saving.emit(SaveState.FAILED, kept.problem)
            self._again.start()
        elif self._waiting:
            self._timer.start()
        else:
            self.saving.emit(SaveState.SAVED, QTime.currentTime().toString("HH:mm"))

    def _not_kept(self, error: Exception) -> None:
        """Take back what a request took along that failed by a fault of ours."""
        self._waiting = [*self._sent, *self._waiting]
        self._sent, self._sending = (), None
        self._refused(error)

    def _refused(self, error: Exception) -> None:
        self.saving.emit(SaveState.FAILED, str(error))
        if not isinstance(error, EvidencePackError):
            raise error

    def _queue(self, change: Change) -> None:
        last = self._waiting[-1] if self._waiting else None
        if isinstance(change, SetAnswer) and isinstance(last, SetAnswer) and last.path == change.path:
            self._waiting.pop()
        self._waiting.append(change)

    def _forget_drafts(self, change: Change) -> None:
        match change:
            case SetAnswer(path=path):
                gone: Sequence[FieldPath] = [path]
            case RemoveRow(row=row):
                gone = [path for path in self._drafts if path.row == row]
            case RemoveRecord(id=record):
                gone = [path for path in self._drafts if path.record == record]
            case _:
                gone = []
        for path in gone:
            self._drafts.pop(path, None)

    def _answer(self, path: FieldPath) -> Scalar | Table | None:
        answer = self.facts.records[path.record].answers.get(path.field)
        if not path.row or not isinstance(answer, Table):
            return answer
        row = next((row for row in answer.rows if row.id == path.row), None)
        return row.cells.get(path.column) if row else None
