# SPDX-License-Identifier: MPL-2.0
"""Random edits of a document by somebody who types, gives letters, moves lines, undoes, redoes and puts back.

A model beside the session remembers how the facts stood after each step: what undo and redo must lead to.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.ids import new_id
from evidencepack.domain.record import Record
from evidencepack.domain.values import FieldType
from evidencepack.library.model import Field
from evidencepack.ui.session import Session
from evidencepack.usecases.changes import AddRecord, AddRow, MoveRow, RemoveRecord, Single, rows_of
from evidencepack.usecases.comparing import Story, putting_back
from evidencepack.usecases.letters import letter_changes, letter_grid, row_removal
from evidencepack.usecases.naming import next_reference
from evidencepack.usecases.undoing import MOST_STEPS

_TYPED = frozenset({FieldType.TEXT, FieldType.LONG_TEXT, FieldType.DATE, FieldType.PERCENTAGE, FieldType.MONEY})
_WORDS = ("Care", "at home", "1 May 2027", "12", "next spring", "Łódź", "", "£58,000", "মৈত্রী", "two\nlines")


@dataclass(frozen=True)
class State:
    """What the session showed: the facts, and what was typed that cannot be read."""

    records: dict[str, Record]
    drafts: dict[FieldPath, object]


@dataclass
class Model:
    """The states that undo leads back to, and those that redo leads on to."""

    past: list[State] = field(default_factory=list)
    now: State = field(default_factory=lambda: State({}, {}))
    future: list[State] = field(default_factory=list)


class Editor:
    """Does random things in one document and keeps the model beside it."""

    def __init__(self, session: Session, document: str, seed: int) -> None:
        self.session, self.document = session, document
        self.random = random.Random(seed)  # noqa: S311 - the same edits every time
        session.work_in(document)
        self.model = Model(now=self.state())
        self.done = 0

    def state(self) -> State:
        return State(dict(self.session.facts.records), dict(self.session.drafts))

    def act(self) -> None:
        """Do one thing, as one step."""
        self.session.settle()
        often = {
            self.type: 6,
            self.type_cell: 5,
            self.add_row: 2,
            self.remove_row: 2,
            self.move_row: 2,
            self.give_letter: 2,
            self.edit_shared: 3,
            self.come_and_go: 1,
            self.undo: 5,
            self.redo: 3,
        }
        act = self.random.choices(list(often), list(often.values()))[0]
        act()
        self.done += 1

    def undo(self) -> None:
        self.session.undo()
        if self.model.past:
            self.model.future.append(self.model.now)
            self.model.now = self.model.past.pop()

    def redo(self) -> None:
        self.session.redo()
        if self.model.future:
            self.model.past.append(self.model.now)
            self.model.now = self.model.future.pop()

    def type(self) -> None:
        asked = self.random.choice([one for one in self._kind_fields() if one.type in _TYPED])
        self._step(lambda: self._enter(FieldPath(self.document, asked.id), asked))

    def type_cell(self) -> None:
        table, rows = self._table()
        columns = [one for one in table.columns if one.type in _TYPED]
        if rows and columns:
            column = self.random.choice(columns)
            path = FieldPath(self.document, table.id, self.random.choice(rows), column.id)
            self._step(lambda: self._enter(path, column))

    def add_row(self) -> None:
        table, _ = self._table()
        rows = [AddRow(self.document, table.id, new_id()) for _ in range(self.random.choice((1, 1, 1, 3)))]
        self._change(*rows)

    def remove_row(self) -> None:
        table, rows = self._table()
        if rows:
            self._change(*row_removal(self._record, table.id, self.random.choice(rows)))

    def move_row(self) -> None:
        table, rows = self._table()
        if len(rows) > 1:
            row = self.random.choice(rows)
            behind = self.random.choice(["", *(one for one in rows if one != row)])
            self._change(MoveRow(self.document, table.id, row, behind))

    def give_letter(self) -> None:
        grid = letter_grid(self.session.facts, self._record)
        if grid.tasks and grid.roles:
            task, role = self.random.choice(grid.tasks).id, self.random.choice(grid.roles).id
            self._change(*letter_changes(self._record, task, role, self.random.choice(("r", "a", "a_r", ""))))

    def edit_shared(self) -> None:
        """Edit a record that other documents show too."""
        meeting = self.random.choice(list(self.session.facts.of_kind("meeting")) or [self._record])
        asked = self.session.library[meeting.kind].fields["name" if meeting.kind == "meeting" else "title"]
        self._step(lambda: self._enter(FieldPath(meeting.id, asked.id), asked))

    def come_and_go(self) -> None:
        facts = self.session.facts
        empty = [one.id for one in facts.of_kind("meeting") if not one.answers]
        if empty and self.random.random() < 0.5:
            self._change(RemoveRecord(self.random.choice(empty)))
        else:
            reference = next_reference(facts, self.session.library, "meeting")
            self._change(AddRecord(new_id(), "meeting", reference, facts.tender))

    def put_back(self, story: Story, moment: str) -> None:
        """Put the whole document back as it was at a moment of its history."""
        changes = putting_back(self.session.facts, story, moment)
        if changes:
            self._change(*changes)

    def _change(self, *changes: Single) -> None:
        if changes:
            self._step(lambda: self.session.change(*changes))

    def _enter(self, path: FieldPath, asked: Field) -> None:
        text = " ".join(self.random.choices(_WORDS, k=self.random.choice((1, 1, 2))))
        for end in range(1, len(text) + 1):
            self.session.enter(path, asked, text[:end])
        if not text:
            self.session.enter(path, asked, text)

    def _step(self, act: Callable[[], None]) -> None:
        act()
        state = self.state()
        if state != self.model.now:
            self.model.past = [*self.model.past, self.model.now][-MOST_STEPS:]
            self.model.now, self.model.future = state, []

    @property
    def _record(self) -> Record:
        return self.session.facts.records[self.document]

    def _kind_fields(self) -> list[Field]:
        return list(self.session.library[self._record.kind].fields.values())

    def _table(self) -> tuple[Field, list[str]]:
        tables = [one for one in self._kind_fields() if one.type is FieldType.TABLE and not one.rows_of]
        table = self.random.choice(tables)
        return table, [row.id for row in rows_of(self._record, table.id)]
