# SPDX-License-Identifier: MPL-2.0
"""The tender in hand: its facts as the person sees them, what was typed that is no answer yet, and undo."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import reduce

from PySide6.QtCore import QObject, Signal

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.handed_in import LastIssue
from evidencepack.domain.record import Facts
from evidencepack.domain.values import Attachment, FieldType, Table
from evidencepack.library.entry import Desk, entry_text, parse_entry
from evidencepack.library.model import Field, Library
from evidencepack.ui.filing import Filing
from evidencepack.ui.save_state import SaveState
from evidencepack.ui.saver import Saver
from evidencepack.ui.signed_papers import SignedPapers
from evidencepack.ui.store_thread import StoreThread
from evidencepack.ui.words import say
from evidencepack.usecases.annex_names import naming
from evidencepack.usecases.changes import (
    RemoveRecord,
    RemoveRow,
    SetAnswer,
    Single,
    Together,
    apply_change,
    changed_records,
)
from evidencepack.usecases.differences import answer_in, differences
from evidencepack.usecases.documents import NOTHING_SEEN, KnownRows, Seen
from evidencepack.usecases.forms import Asked
from evidencepack.usecases.naming import naming_desk
from evidencepack.usecases.signed_papers import WHY
from evidencepack.usecases.typed import types_of
from evidencepack.usecases.undo_words import Scene, refusal_words, step_words
from evidencepack.usecases.undoing import Draft, Drafted, Step, Steps, Way, place_of

_UNDONE = "undone"


class Session(QObject):
    """Edits show at once in ``facts``; the store keeps them shortly after. The mark follows the store's commit."""

    changed = Signal()
    """The facts or the drafts are others than before."""
    saving = Signal(SaveState, str)
    """How saving goes, with the time ("19:42") or the sentence that says why it cannot be."""
    noted = Signal(str)
    """Something was taken out of what was typed or pasted, a file has arrived, or a step could not be undone."""
    undo_changed = Signal(bool, str, bool, str)
    """Whether there is something to undo, what it is in words, and the same for redo."""
    went_back = Signal(str)
    """Undo or redo changed something: the path of the answer, row or record it was in."""

    def __init__(self, store: StoreThread, library: Library, facts: Facts, *, today: date) -> None:
        super().__init__()
        self.library = library
        self.facts = facts
        self.papers = KnownRows()
        self.signed: SignedPapers = SignedPapers(self)
        self._found = NOTHING_SEEN
        self.filing = Filing(store, put=self._put_file, changed=self.changed.emit)
        self.left_at: dict[str, int] = {}
        """In which step (from 0) of a form the person was last, by its record."""
        self._today = today
        self._types = types_of(library)
        self._desk: Desk | None = None
        self._drafts: dict[FieldPath, Draft] = {}
        self.keep_drafts: Callable[[], str] = lambda: ""
        """Keeps what is unread now; returns why that cannot be done, or nothing."""
        self._saver = Saver(store)
        self._saver.said.connect(self.saving)
        self._document = ""
        self._steps: defaultdict[str, Steps] = defaultdict(Steps)

    @property
    def seen(self) -> Seen:
        """What is known of the papers that takes reading them: by the checks, and of what was signed."""
        return replace(self._found, changed=self.signed.papers)

    def note_found(self, found: Seen) -> None:
        """Go on with what the checks have found in the papers."""
        self._found = found

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

    def take_up(self, drafts: Mapping[FieldPath, Draft], keep: Callable[[], str]) -> None:
        """Go on with what was left unread the last time; ``keep`` keeps it, and returns why it cannot, or nothing."""
        self._drafts.update(drafts)
        self.keep_drafts = keep

    @property
    def document(self) -> str:
        """The document that edits belong to now, whatever records they touch; empty outside documents."""
        return self._document

    def work_in(self, document: str) -> None:
        """From now on, edits are steps of this document; empty: of the tender."""
        self.settle()
        self._document = document
        self.say_steps()

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
        draft = Draft(text, entered.problem) if entered.problem else None
        before = self._drafts.get(path)
        self._set_draft(path, draft)
        drafted = (Drafted(path, before, draft),) if before != draft else ()
        if draft is None and answer_in(self.facts, path) != entered.value:
            self._edit((SetAnswer(path, field.type, entered.value),), drafts=drafted, typed=path)
        elif drafted:
            self._note(self.facts, Step("", str(path), (), drafted, joins=True))

    def change(
        self,
        *changes: Single,
        words: str = "",
        reason: str = "",
        place: str = "",
        unread: Mapping[FieldPath, Draft] | None = None,
    ) -> None:
        """Show changes now and keep them soon, all of them or none; they are one step.

        Args:
            changes: what is done, in its order.
            words: what undo calls it ("make Nasrin A/R"); made from what changed if empty.
            reason: what the history says of each.
            place: the path of where the person did it; that of what changed first if empty.
            unread: what came along that cannot be read as an answer, by where it stands; it is of the same step.
        """
        before = dict(self._drafts)
        now = {path: None for path in before if _drops(changes, path)} | dict(unread or {})
        for path, draft in now.items():
            self._set_draft(path, draft)
        self.settle()
        drafts = tuple(Drafted(path, before.get(path), draft) for path, draft in now.items())
        self._edit(changes, words=words, reason=reason, place=place, drafts=drafts)
        self.settle()

    def settle(self) -> None:
        """Let the next key be a step of its own: the person has left the field."""
        self._steps[self._document].settle()

    def undo(self) -> None:
        """Take the newest step of this document back; it is an edit like any other, and is kept like one."""
        self._go(self._steps[self._document].undo(self.facts, self._drafts), _UNDONE)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._go(self._steps[self._document].redo(self.facts, self._drafts), "done again")

    def say_steps(self) -> None:
        """Say what there is to undo and redo in this document."""
        steps = self._steps[self._document]
        self.undo_changed.emit(bool(steps.undo_words), steps.undo_words, bool(steps.redo_words), steps.redo_words)

    def save(self) -> None:
        """Have the store keep what is waiting, now."""
        self._saver.save()

    def finish(self) -> str:
        """Keep everything and wait for it; return why something could not be kept, or nothing."""
        return self._saver.finish()

    def _put_file(self, path: FieldPath, answer: Attachment) -> None:
        """Make a file that has arrived the answer, unless the record went while it was looked at."""
        if path.record in self.facts.records:
            self.noted.emit(say("“{file}” is attached.", file=answer.name))
            named = naming(self.facts, self.library, path, answer.name)
            self.change(SetAnswer(path, FieldType.FILE, answer), *named)

    def _edit(
        self,
        changes: tuple[Single, ...],
        *,
        words: str = "",
        reason: str = "",
        place: str = "",
        drafts: tuple[Drafted, ...] = (),
        typed: FieldPath | None = None,
    ) -> None:
        before = self.facts
        if changes:
            self._make(changes, reason)
        if noting := self.signed.noting(changes):
            self._make(noting, WHY)
            changes = (*changes, *noting)
        parts = differences(before, self.facts, changed_records(changes), self._types)
        place = place or (str(typed) if typed else place_of(parts) or (str(drafts[0].path) if drafts else ""))
        self._note(before, Step(words, place, parts, drafts, joins=typed is not None))

    def _note(self, before: Facts, step: Step) -> None:
        """Add a step that was just done, named after what it did, and say that things have changed."""
        if not step.words:
            scene = Scene(before, self.facts, self.library)
            step = replace(step, words=step_words(scene, step.parts, [one.path for one in step.drafts]))
        self._steps[self._document].add(step, at=time.monotonic())
        self.say_steps()
        self.changed.emit()

    def _make(self, changes: tuple[Single, ...], reason: str) -> None:
        """Make changes: in the facts now, in the store soon."""
        self.facts = reduce(apply_change, changes, self.facts)
        self._desk = None
        self._saver.add(changes[0] if len(changes) == 1 and not reason else Together(changes, reason))

    def take_reference(self, reference: str) -> None:
        """Show the reference that the tender has in the store now; it is no answer, and no step to undo."""
        tender = self.facts.records[self.facts.tender]
        records = {**self.facts.records, tender.id: replace(tender, reference=reference)}
        self.facts = replace(self.facts, records=records)
        self._desk = None
        self.changed.emit()

    def take_issued(self, last: LastIssue | None) -> None:
        """Know what was handed in last: letters may be kept from it. It is no answer, and no step to undo."""
        if last != self.facts.issued:
            self.facts = replace(self.facts, issued=last)
            self._desk = None
            self.changed.emit()

    def note(self, changes: tuple[Single, ...], reason: str) -> None:
        """Keep what the program itself has to remember: nobody did it, so it is no step to undo."""
        self._make(changes, reason)
        self.changed.emit()

    def take_kept(self, facts: Facts) -> None:
        """Go on with facts as the store has them, after it kept what is never undone; what waits stays on top."""
        self.facts = reduce(apply_change, self._saver.waiting, replace(facts, issued=self.facts.issued))
        self._desk = None
        self.changed.emit()

    def _go(self, way: Way | None, done: str) -> None:
        if way is None:
            return
        if way.refused:
            self.noted.emit(refusal_words(self.facts, self.library, way.refused))
        elif way.changes:
            self._make(way.changes, f"{done}: {way.words}")
        for path, draft in way.drafts.items():
            self._set_draft(path, draft)
        self.say_steps()
        if not way.refused:
            self.changed.emit()
            self.went_back.emit(way.place)
            words = say("Undone: {what}.", what=way.words), say("Done again: {what}.", what=way.words)
            self.noted.emit(words[done != _UNDONE])

    def _set_draft(self, path: FieldPath, draft: Draft | None) -> None:
        if draft is None:
            self._drafts.pop(path, None)
        else:
            self._drafts[path] = draft


def _drops(changes: Sequence[Single], path: FieldPath) -> bool:
    """Whether what is unread at a path goes with a change: the answer is set, or its row or record is removed."""
    for change in changes:
        match change:
            case SetAnswer(path=answered) if answered == path:
                return True
            case RemoveRow(row=row) if row == path.row:
                return True
            case RemoveRecord(id=record) if record == path.record:
                return True
    return False
