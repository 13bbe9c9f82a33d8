# SPDX-License-Identifier: MPL-2.0
"""A question whose answer is a file: chosen, looked at while the person goes on, shown by its name and small."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from evidencepack.domain.values import Attachment, FieldType
from evidencepack.library.model import Field
from evidencepack.ui.controls.annex import AnnexControl
from evidencepack.ui.controls.template import TemplateControl, file_control
from evidencepack.ui.field import FieldQuestion
from evidencepack.ui.reference_question import ReferenceQuestion
from evidencepack.ui.session import Session
from evidencepack.usecases.annex_names import twin_sentence, twins_of
from evidencepack.usecases.attaching import Seen
from evidencepack.usecases.forms import Asked


def make_question(field: Field, session: Session) -> FieldQuestion:
    """Return a new question that has one answer, with the control for it."""
    match field.type:
        case FieldType.FILE:
            return FileQuestion(field, session)
        case FieldType.REFERENCE:
            return ReferenceQuestion(field, session)
        case _:
            return FieldQuestion(field, session)


class FileQuestion(FieldQuestion):
    """A question for a file. What it shows comes from the session: the page may be left and come back to meanwhile."""

    def __init__(self, field: Field, session: Session) -> None:
        chooser = file_control(field.accepts)
        super().__init__(field, session, chooser)
        self._chooser = chooser
        self._chooser.chosen.connect(self._take)
        if isinstance(chooser, AnnexControl):
            chooser.unlocking.connect(self._unlock)
        if isinstance(chooser, TemplateControl):
            chooser.kept.connect(self._keep)
            chooser.unwanted.connect(self._refuse)

    def show_asked(self, asked: Asked) -> None:
        """Show the question as it stands now; nothing is typed here that could be lost."""
        self._asked = asked
        self.check()

    def _read(self) -> None:
        if self._asked is None:
            return
        filing, answer = self._session.filing, self._asked.answer
        way = filing.way(self._asked.path)
        self.problem = way.problem
        if isinstance(self._chooser, AnnexControl):
            self._chooser.ask_password(way.locked.name if way.locked else "")
        if isinstance(self._chooser, TemplateControl):
            self._chooser.offer(*((way.offer.name, way.offer.seen) if way.offer else ("", None)))
        if isinstance(answer, Attachment):
            self._chooser.show_file(answer.name, self._seen(answer), coming=way.coming)
        else:
            self._chooser.show_file("", Seen(), coming=way.coming)

    def _seen(self, answer: Attachment) -> Seen:
        """Return what is seen of the file, and of an annex also whether another one has it."""
        seen = self._session.filing.seen(self.field, answer)
        if self._asked is None or not isinstance(self._chooser, AnnexControl):
            return seen
        twins = twin_sentence(twins_of(self._session.facts, answer.sha256, but=self._asked.path.record))
        return replace(seen, note=" ".join(filter(None, (seen.note, f"{twins}." if twins else ""))))

    def _unlock(self, password: str) -> None:
        """Try the file again that waits for its password."""
        locked = self._session.filing.way(self._asked.path).locked if self._asked is not None else None
        if self._asked is not None and locked is not None:
            self._session.filing.take(self._asked.path, self.field, locked, password=password)

    def _take(self, name: str) -> None:
        if self._asked is not None:
            self._session.filing.take(self._asked.path, self.field, Path(name))

    def _keep(self) -> None:
        """Keep the file that was offered."""
        offer = self._session.filing.way(self._asked.path).offer if self._asked is not None else None
        if offer:
            offer.keep()
            self.take_focus()

    def _refuse(self) -> None:
        """Let the file that was offered go; what was kept before stays."""
        if self._asked is not None:
            self._session.filing.drop(self._asked.path)
            self.check()
            self.take_focus()

    def _enter(self, text: str) -> None:
        if self._asked is not None:
            self._session.filing.drop(self._asked.path)
        super()._enter(text)
        self.check()
        self.take_focus()
