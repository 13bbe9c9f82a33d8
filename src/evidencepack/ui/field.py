# SPDX-License-Identifier: MPL-2.0
"""A question that has one answer, with the control to type or pick it in."""

from __future__ import annotations

from PySide6.QtCore import Signal

from evidencepack.domain.values import FieldType
from evidencepack.library.model import Field
from evidencepack.ui.controls.control import Control, too_long_words
from evidencepack.ui.controls.making import make_control
from evidencepack.ui.controls.span import changed_span
from evidencepack.ui.example import take_example
from evidencepack.ui.look import scaled
from evidencepack.ui.question import Question
from evidencepack.ui.session import Session
from evidencepack.ui.tables.clipboard import BREAKS, cells_typed
from evidencepack.ui.widgets.budget import Budget
from evidencepack.ui.widgets.parts import WIDEST, label
from evidencepack.ui.words import say
from evidencepack.usecases.forms import Asked
from evidencepack.usecases.known_answers import known_at
from evidencepack.usecases.taking_examples import is_example

MOST_IN_A_LINE = 5_000
"""So many letters an answer on one line takes; what is pasted beyond that was meant for elsewhere."""

_PIECE = 2
"""So many letters at once nobody types: a key gives one, with its accent."""


class FieldQuestion(Question):
    """A question with its control and, where words are limited, their count."""

    cells_typed = Signal(object)
    """Several cells of a spreadsheet have come into it, where it is one of a table: the lines of cells."""

    def __init__(self, field: Field, session: Session, control: Control | None = None) -> None:
        super().__init__(field, session)
        self.control = control or make_control(field, session)
        self._before, self._breaks = "", ""
        self._typed = False
        self._budget = Budget(field.words) if field.words else None
        self._untouched = label(say("This is an example. Change it to your own words."), "warn")
        self._origin = label("", "small")
        self._origin.hide()
        self._lay_out(self.control, self._origin, *([self._budget] if self._budget else []), self._untouched)
        self._untouched.hide()
        self.setMaximumWidth(scaled(WIDEST))
        self.control.edited.connect(self._enter)
        self.control.refused.connect(session.noted)
        session.went_back.connect(self._read_again)

    def show_asked(self, asked: Asked) -> None:
        """Show the question as it stands now; text that a person is typing is left alone."""
        moved = self._asked is None or self._asked.path != asked.path
        self._asked = asked
        if moved or not self.has_focus():
            self._read()
        elif asked.path not in self._session.drafts:
            self.problem = ""
        self._refresh()

    @property
    def is_typed_in(self) -> bool:
        """Whether something was typed since somebody came here, and they are still here."""
        return self._typed and self.has_focus()

    def check(self) -> None:
        """Mark an entry that cannot be read, and write one that can as the program understands it."""
        self._typed = False
        if self._asked is not None:
            self._read()
            self._refresh()

    def take_cells(self) -> None:
        """Hand on what several cells are when they come into it: it is a question of a table."""
        # In a box of several lines a line break is no more than that.
        self._breaks = "\t" if self.field.type is FieldType.LONG_TEXT else BREAKS

    def take_focus(self, line: str = "", column: str = "") -> None:
        """Put the keyboard into the control."""
        del line, column
        self.control.first().setFocus()

    def _read_again(self) -> None:
        """Show what undo put here, although the person is here."""
        if self.has_focus():
            self.check()

    def _read(self) -> None:
        if self._asked is not None:
            draft = self._session.drafts.get(self._asked.path)
            self.problem = draft.problem if draft else ""
            self._before = self._session.text_of(self._asked)
            self.control.show_text(self._before)

    def _refresh(self) -> None:
        super()._refresh()
        self._label.setBuddy(self.control.first())
        self.control.describe(self._words(), self._description(), invalid=bool(self._wrong))
        found = (here.problem.finding for here in self._found)
        self.control.point_out([one.quote for one in found if one is not None])
        if self._budget:
            self._budget.count(self.control.text())
        text = self.control.text().strip()
        record = self._session.facts.get(self._asked.path.record) if self._asked else None
        shown = record is not None and self._asked is not None and is_example(record, self._asked.path)
        known = known_at(self._session.facts, self._session.library, self._asked.path) if self._asked else None
        same = known is not None and self._asked is not None and known.value == self._asked.answer
        self._origin.setText(say(known.says) if known and same else "")
        self._origin.setVisible(same and not shown)
        self._untouched.setVisible(shown and not self.problem)
        if self._example:
            self._example.allow(text)

    def _enter(self, text: str) -> None:
        if self._asked is None:
            return
        if self._breaks and (cells := cells_typed(self._before, text, breaks=self._breaks)):
            self.control.show_text(self._before)
            self.cells_typed.emit(cells)
            return
        # What comes in one piece was pasted, dropped or chosen: no part of the typing before or after it.
        piece = len(changed_span(self._before, text).text)
        if piece >= _PIECE and len(text) > MOST_IN_A_LINE and self.field.type is not FieldType.LONG_TEXT:
            self.control.show_text(self._before)
            self.control.refused.emit(too_long_words(MOST_IN_A_LINE))
            return
        self._typed = True
        whole = piece >= _PIECE
        self._before = text
        if whole:
            self._session.settle()
        self._session.enter(self._asked.path, self.field, text)
        if whole:
            self._session.settle()

    def _use(self, text: str) -> None:
        """Take the example as the answer, marked as one until it is changed."""
        if self._asked is not None:
            take_example(self._session, self._asked.path, self.field, text)
        self.check()
        self.take_focus()
