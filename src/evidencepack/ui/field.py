# SPDX-License-Identifier: MPL-2.0
"""A question that has one answer, with the control to type or pick it in."""

from __future__ import annotations

from evidencepack.library.model import Field
from evidencepack.ui.controls.control import Control
from evidencepack.ui.controls.making import make_control
from evidencepack.ui.example import take_example
from evidencepack.ui.question import Question
from evidencepack.ui.session import Session
from evidencepack.ui.widgets.budget import Budget
from evidencepack.ui.widgets.parts import WIDEST, label
from evidencepack.ui.words import say
from evidencepack.usecases.forms import Asked
from evidencepack.usecases.taking_examples import is_example


class FieldQuestion(Question):
    """A question with its control and, where words are limited, their count."""

    def __init__(self, field: Field, session: Session, control: Control | None = None) -> None:
        super().__init__(field, session)
        self.control = control or make_control(field, session)
        self._budget = Budget(field.words) if field.words else None
        self._untouched = label(say("This is an example. Change it to your own words."), "warn")
        self._lay_out(self.control, *([self._budget] if self._budget else []), self._untouched)
        self._untouched.hide()
        self.setMaximumWidth(WIDEST)
        self.control.edited.connect(self._enter)
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

    def check(self) -> None:
        """Mark an entry that cannot be read, and write one that can as the program understands it."""
        if self._asked is not None:
            self._read()
            self._refresh()

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
            self.control.show_text(self._session.text_of(self._asked))

    def _refresh(self) -> None:
        super()._refresh()
        self._label.setBuddy(self.control.first())
        self.control.describe(self._words(), self._description(), invalid=bool(self._wrong))
        if self._budget:
            self._budget.count(self.control.text())
        text = self.control.text().strip()
        record = self._session.facts.get(self._asked.path.record) if self._asked else None
        shown = record is not None and self._asked is not None and is_example(record, self._asked.path)
        self._untouched.setVisible(shown and not self.problem)
        if self._example:
            self._example.allow(text)

    def _enter(self, text: str) -> None:
        if self._asked is not None:
            self._session.enter(self._asked.path, self.field, text)

    def _use(self, text: str) -> None:
        """Take the example as the answer, marked as one until it is changed."""
        if self._asked is not None:
            take_example(self._session, self._asked.path, self.field, text)
        self.check()
        self.take_focus()
