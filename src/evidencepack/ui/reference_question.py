# SPDX-License-Identifier: MPL-2.0
"""A question whose answer is another record: completed as one types, made here if it is new, opened from here."""

from __future__ import annotations

from evidencepack.domain.values import FieldType, Reference
from evidencepack.library.model import Field
from evidencepack.ui.controls.lists import ReferenceControl
from evidencepack.ui.controls.making import picked_from
from evidencepack.ui.field import FieldQuestion
from evidencepack.ui.new_record import add_words, ask_for_record, kind_words
from evidencepack.ui.session import Session
from evidencepack.ui.widgets.cards import link
from evidencepack.ui.widgets.facts_line import flowing
from evidencepack.ui.words import say
from evidencepack.usecases.changes import SetAnswer
from evidencepack.usecases.new_record import can_be_made_here

_LONGEST = 40


class ReferenceQuestion(FieldQuestion):
    """Below its list stand the way to the record that is chosen, and the way to make a new one."""

    def __init__(self, field: Field, session: Session) -> None:
        self._names = ReferenceControl(picked_from(field, session) or [])
        super().__init__(field, session, self._names)
        self._known = session.facts.records
        self._kind = session.library.kinds.get(field.to)
        self._open = link(say("Open it"), self._go)
        self._new = link(add_words(self._kind) if self._kind else "", self._make)
        self._layout.insertWidget(self._layout.indexOf(self.control) + 1, flowing(self._open, self._new, gap=16))
        self._open.hide()
        self._new.setVisible(self._kind is not None and can_be_made_here(self._kind))

    def _refresh(self) -> None:
        super()._refresh()
        if self._session.facts.records is not self._known:
            self._known = self._session.facts.records
            self._names.offer(picked_from(self.field, self._session) or [])
        chosen, text = self._chosen(), _short(self.control.text())
        self._open.setVisible(bool(chosen) and not self.problem)
        self._open.setText(say("Open {name}", name=text).replace("&", "&&"))
        self._open.setAccessibleName(say("Open {name}: {label}", name=text, label=self.field.label))
        if self._kind is None:
            return
        kind = kind_words(self._kind)
        words = say("Add “{name}” as a new {kind}…", name=text, kind=kind) if self.problem else add_words(self._kind)
        self._new.setText(words.replace("&", "&&"))
        self._new.setAccessibleName(f"{words} {self.field.label}")

    def _chosen(self) -> str:
        answer = self._asked.answer if self._asked else None
        return answer.record if isinstance(answer, Reference) and answer.record in self._session.facts.records else ""

    def _go(self) -> None:
        if self._chosen():
            self.going.emit(self._chosen())

    def _make(self) -> None:
        """Make a new record and choose it: one step, however much was entered."""
        asked = self._asked
        if asked is None or self._kind is None:
            return
        name = self.control.text().strip() if self.problem else ""
        made = ask_for_record(self, self._session, self.field.to, name)
        if made is not None:
            words = say("add {kind}", kind=kind_words(self._kind))
            answer = SetAnswer(asked.path, FieldType.REFERENCE, Reference(made.made))
            self._session.change(*made.changes, answer, words=words, place=str(asked.path))
            self.check()
        self.take_focus()


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
