# SPDX-License-Identifier: MPL-2.0
"""All answers of a document by step, to be read once more: what is missing, an example or private is marked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from evidencepack.domain.examples import unedited
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.trade import Visibility
from evidencepack.domain.values import FieldType, Reference, Table
from evidencepack.library.conditions import is_answered
from evidencepack.library.entry import Desk, entry_text
from evidencepack.library.model import Field, Library, Step
from evidencepack.review.telling import listed
from evidencepack.usecases.form_state import FormState
from evidencepack.usecases.forms import Asked, Line, StepView, asked_in_step, form_places, lines_of
from evidencepack.usecases.letters import Head, LetterGrid, is_letter_grid, letter_grid
from evidencepack.usecases.undoing import Draft


@dataclass(frozen=True, slots=True)
class Said:
    """A piece of an answer: the whole of it, or a line of its table. ``missing`` of its own answers are needed."""

    text: str
    missing: int = 0
    example: bool = False


@dataclass(frozen=True, slots=True)
class AnswerPart:
    """A question with what is answered, where its answer stands, and what there is to say of it.

    ``problem`` says why what was typed cannot be read (empty if it can). ``who_sees``: the widest circle that does.
    """

    path: FieldPath
    label: str
    said: tuple[Said, ...]
    missing: bool = False
    problem: str = ""
    who_sees: Visibility = Visibility.PRIVATE


@dataclass(frozen=True, slots=True)
class AnswerStep:
    """A step: number (from 0), how it stands, and its questions."""

    number: int
    view: StepView
    answers: tuple[AnswerPart, ...]


def answer_steps(
    facts: Facts, library: Library, record: Record, *, desk: Desk, drafts: Mapping[FieldPath, Draft], state: FormState
) -> tuple[AnswerStep, ...]:
    """Return the answers of a record, step by step.

    Args:
        facts: the tender's records.
        library: the kinds.
        record: whose answers.
        desk: calls records by their names.
        drafts: what was typed that cannot be read as an answer, by where it stands.
        state: how the form of the record stands.
    """
    missing = set(state.missing)
    paths = {path for place, path in form_places(facts, library, record) if place in missing}
    teller = _Teller(facts, library, record, desk, drafts, frozenset(paths))
    return tuple(
        AnswerStep(number, view, teller.answers(step))
        for number, (step, view) in enumerate(zip(library[record.kind].steps, state.steps, strict=True))
    )


@dataclass(frozen=True, slots=True)
class _Teller:
    facts: Facts
    library: Library
    record: Record
    desk: Desk
    drafts: Mapping[FieldPath, Draft]
    missing: frozenset[FieldPath]

    def answers(self, step: Step) -> tuple[AnswerPart, ...]:
        asked = asked_in_step(self.facts, self.library, self.record, step)
        return tuple(self._answer(one) for one in asked)

    def _answer(self, asked: Asked) -> AnswerPart:
        draft = self.drafts.get(asked.path)
        missing = asked.path in self.missing
        field = asked.field
        if field.type is FieldType.TABLE:
            slips = self._slips(field)
            return AnswerPart(asked.path, field.label, self._table(field), missing, slips, field.visibility)
        text = draft.text if draft else self._text(asked)
        said = (Said(text, example=asked.field.id in unedited(self.record)),) if text else ()
        return AnswerPart(asked.path, field.label, said, missing, draft.problem if draft else "", field.visibility)

    def _text(self, asked: Asked) -> str:
        answer = asked.answer
        if answer is None or isinstance(answer, Table) or not is_answered(answer):
            return ""
        if isinstance(answer, Reference) and self.facts.get(answer.record) is None:
            return ""
        return entry_text(asked.field, answer, self.desk)

    def _table(self, field: Field) -> tuple[Said, ...]:
        if is_letter_grid(self.library[self.record.kind], field.id):
            return self._letters()
        return tuple(self._line(field, one) for one in lines_of(self.facts, self.library, self.record, field))

    def _line(self, field: Field, line: Line) -> Said:
        cells = [asked for column in field.columns if (asked := line.asked(column)) is not None]
        drafts = (self.drafts.get(asked.path) for asked in cells)
        texts = (draft.text if draft else self._text(asked) for draft, asked in zip(drafts, cells, strict=True))
        missing = sum(asked.path in self.missing for asked in cells)
        return Said(" · ".join(" ".join(text.split()) for text in texts if text), missing, line.example)

    def _letters(self) -> tuple[Said, ...]:
        """Return who does what, one task a line: "First visit: Nasrin A, Siân R"."""
        grid = letter_grid(self.facts, self.record)
        return tuple(Said(_task_line(grid, task)) for task in grid.tasks)

    def _slips(self, field: Field) -> str:
        """Say which tasks need other letters, once a first letter is given; nothing of another table."""
        if not is_letter_grid(self.library[self.record.kind], field.id):
            return ""
        grid = letter_grid(self.facts, self.record)
        wrong = [task.title for task in grid.tasks if grid.letters and grid.slip(task.id)]
        return f"These need other letters: {listed(wrong)}." if wrong else ""


def _task_line(grid: LetterGrid, task: Head) -> str:
    given = ((role.title, grid.letters.get((task.id, role.id), "")) for role in grid.roles)
    letters = ", ".join(f"{role} {letter.upper().replace('_', '/')}" for role, letter in given if letter)
    return f"{task.title}: {letters or grid.slip(task.id)}"
