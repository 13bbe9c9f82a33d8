# SPDX-License-Identifier: MPL-2.0
"""A record as a form: which fields each step asks, in which table lines, and what still has no answer."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as part
from datetime import date
from enum import Enum

from evidencepack.domain.examples import unedited
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Answer, FieldType
from evidencepack.library.conditions import Reader, holds, is_answered
from evidencepack.library.model import Field, Library, Step
from evidencepack.library.rows import reader
from evidencepack.review.reading import Reading
from evidencepack.review.required_fields import fields_of
from evidencepack.review.scope import shared_rows
from evidencepack.usecases.changes import MakeOurs, rows_of
from evidencepack.usecases.letters import is_letter_grid, letter_grid

_REQUIRED = "RQ-01"


class StepState(Enum):
    """How far a step is: the word that stands beside its mark."""

    EMPTY = "Not started"
    STARTED = "In progress"
    COMPLETE = "Complete"
    ATTENTION = "Look again"


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: where its answer stands, the field that asks it, the answer, and whether one is needed."""

    path: FieldPath
    field: Field
    answer: Answer | None
    required: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table: a row of its own, or a record that other documents show too (``shared``).

    ``example`` says that nobody has made it their own yet.
    ``rows`` gives conditions the tables of the record that the line belongs to or is.
    """

    id: str
    table: FieldPath
    answers: Mapping[str, Answer]
    around: Mapping[str, Answer]
    rows: Reader = part(compare=False, repr=False)
    shared: bool = False
    example: bool = False

    @property
    def making_ours(self) -> MakeOurs:
        """The change by which a person says that it is theirs as it stands."""
        return MakeOurs(self.id) if self.shared else MakeOurs(self.table.record, self.table.field, self.id)

    def path(self, column: str) -> FieldPath:
        """Return where the answer of a column stands."""
        if self.shared:
            return FieldPath(self.id, column)
        return FieldPath(self.table.record, self.table.field, self.id, column)

    def asked(self, column: Field) -> Asked | None:
        """Return the question of a column, or None while its condition does not hold."""
        if not holds(column.shown_when, self.around, self.answers, rows=self.rows):
            return None
        needed = _needed(column, self.around, self.answers, self.rows)
        return Asked(self.path(column.id), column, self.answers.get(column.id), needed)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a question is in a form: step (from 0) and field, and in a table the line and its column."""

    step: int
    field: str
    line: str = ""
    column: str = ""


@dataclass(frozen=True, slots=True)
class StepView:
    """One step for the rail: title, state, and how many needed answers are missing."""

    title: str
    state: StepState
    missing: int


def asked_in_step(facts: Facts, library: Library, record: Record, step: Step) -> tuple[Asked, ...]:
    """Return the questions of a step whose conditions hold, in their order."""
    fields = (library[record.kind].fields[name] for name in step.fields)
    rows = reader(record, facts, library)
    return tuple(
        Asked(
            FieldPath(record.id, field.id),
            field,
            record.answers.get(field.id),
            _needed(field, record.answers, {}, rows),
        )
        for field in fields
        if holds(field.shown_when, record.answers, rows=rows)
    )


def lines_of(facts: Facts, library: Library, record: Record, field: Field) -> tuple[Line, ...]:
    """Return the lines of a table in order; for a table of shared records, those that this document shows."""
    table = FieldPath(record.id, field.id)
    if field.rows_of:
        shared = shared_rows(_reading(facts, library, ()), record, field)
        readers = (reader(row, facts, library) for row in shared)
        return tuple(
            Line(row.id, table, row.answers, {}, rows, shared=True, example=bool(row.example))
            for row, rows in zip(shared, readers, strict=True)
        )
    rows = reader(record, facts, library)
    return tuple(
        Line(row.id, table, row.cells, record.answers, rows, example=bool(row.example))
        for row in rows_of(record, field.id)
    )


def place_of(facts: Facts, library: Library, record: Record, path: FieldPath) -> Place | None:
    """Return where in the form of a record an answer is asked; None if no step asks for it.

    ``path`` may be that of another record whose line a table of this one shows.
    """
    places = tuple(form_places(facts, library, record))
    exact = next((place for place, one in places if one == path), None)
    if exact is not None:
        return exact
    table = FieldPath(path.record, path.field)
    whole = next((place for place, one in places if path.row and one == table), None)
    return whole and Place(whole.step, whole.field, path.row)


def unanswered(facts: Facts, library: Library, record: Record) -> tuple[Place, ...]:
    """Return where needed answers are missing, in the order of the form, lines of its tables included."""
    return tuple(place for place, _ in unanswered_at(facts, library, record))


def unanswered_at(facts: Facts, library: Library, record: Record) -> tuple[tuple[Place, FieldPath], ...]:
    """Return the same, each with the path at which its answer would stand."""
    reading, words = _reading(facts, library, (record,)), library.rules[_REQUIRED]
    asking = (record, *_shared_with(facts, library, record))
    missing = {FieldPath.parse(found.field) for one in asking for found in fields_of(reading, words, one)}
    if not missing:
        return ()
    return tuple((place, path) for place, path in form_places(facts, library, record) if path in missing)


def _shared_with(facts: Facts, library: Library, record: Record) -> tuple[Record, ...]:
    """Return the records that the form of another shows in its tables; documents answer for themselves."""
    reading = _reading(facts, library, ())
    asked = (one for step in library[record.kind].steps for one in asked_in_step(facts, library, record, step))
    lines = [line for one in asked if one.field.rows_of for line in shared_rows(reading, record, one.field)]
    named = (facts.records[name] for name in dict.fromkeys(line.id for line in lines) if name != record.id)
    return tuple(one for one in named if not library[one.kind].document)


def look_again(facts: Facts, library: Library, record: Record, troubled: Collection[FieldPath]) -> tuple[Place, ...]:
    """Return where what stands there is not right yet.

    That is: entries that cannot be read, tasks whose letters do not do, examples that nobody has made their own.

    Args:
        facts: the tender's records.
        library: the kinds.
        record: whose form it is.
        troubled: where something stands that cannot be read as an answer.
    """
    unread, slips = _unread(facts, library, record, troubled), _slips(facts, library, record)
    places = (*unread, *slips, *_examples(facts, library, record))
    return tuple(sorted(places, key=lambda place: place.step))


def typed_wrong(facts: Facts, library: Library, record: Record, troubled: Collection[FieldPath]) -> frozenset[Place]:
    """Return where something was typed that cannot be right: entries that cannot be read, tasks with wrong letters.

    What nobody has touched is still to do, and no error. The arguments are those of ``look_again``.
    """
    slips = _slips(facts, library, record)
    grid = letter_grid(facts, record) if slips else None
    begun = {task for task, _role in grid.letters} if grid else set()
    return frozenset((*_unread(facts, library, record, troubled), *(one for one in slips if one.line in begun)))


def step_views(
    facts: Facts, library: Library, record: Record, *, missing: Collection[Place], again: Collection[Place]
) -> tuple[StepView, ...]:
    """Return each step with its state.

    Args:
        facts: the tender's records.
        library: the kinds.
        record: whose form it is.
        missing: what ``unanswered`` returned.
        again: what ``look_again`` returned.
    """
    here = {place.step for place in again}
    views = []
    for number, step in enumerate(library[record.kind].steps):
        count = sum(place.step == number for place in missing)
        begun = any(_begun(facts, library, record, asked) for asked in asked_in_step(facts, library, record, step))
        views.append(StepView(step.title, _state(trouble=number in here, missing=count, begun=begun), count))
    return tuple(views)


def _state(*, trouble: bool, missing: int, begun: bool) -> StepState:
    if trouble:
        return StepState.ATTENTION
    if not begun:
        return StepState.EMPTY
    return StepState.STARTED if missing else StepState.COMPLETE


def _begun(facts: Facts, library: Library, record: Record, asked: Asked) -> bool:
    if asked.field.rows_of:
        return bool(lines_of(facts, library, record, asked.field))
    return is_answered(asked.answer)


def form_places(facts: Facts, library: Library, record: Record) -> Iterator[tuple[Place, FieldPath]]:
    """Yield each question of the form of a record, those in the lines of its tables too, with where its answer is."""
    for number, step in enumerate(library[record.kind].steps):
        for asked in asked_in_step(facts, library, record, step):
            yield Place(number, asked.field.id), asked.path
            if asked.field.type is FieldType.TABLE:
                for line in lines_of(facts, library, record, asked.field):
                    for column in asked.field.columns:
                        yield Place(number, asked.field.id, line.id, column.id), line.path(column.id)


def _unread(facts: Facts, library: Library, record: Record, troubled: Collection[FieldPath]) -> list[Place]:
    asked = form_places(facts, library, record) if troubled else ()
    return [place for place, path in asked if path in troubled]


def _slips(facts: Facts, library: Library, record: Record) -> list[Place]:
    """Return the tasks whose letters do not do, once a first letter is given."""
    found: list[Place] = []
    kind = library[record.kind]
    for number, step in enumerate(kind.steps):
        for name in step.fields:
            grid = letter_grid(facts, record) if is_letter_grid(kind, name) else None
            if grid and grid.letters:
                found += (Place(number, name, task.id) for task in grid.tasks if grid.slip(task.id))
    return found


def _examples(facts: Facts, library: Library, record: Record) -> Iterator[Place]:
    """Yield the questions whose answers are still an example's, and the lines of tables that are examples."""
    steps, left = library[record.kind].steps, unedited(record)
    for number, step in enumerate(steps):
        for asked in asked_in_step(facts, library, record, step):
            if asked.field.id in left:
                yield Place(number, asked.field.id)
            for line in lines_of(facts, library, record, asked.field):
                if line.example:
                    yield Place(number, asked.field.id, line.id)


def _needed(field: Field, answers: Mapping[str, Answer], cells: Mapping[str, Answer], rows: Reader) -> bool:
    return field.required or (bool(field.required_when) and holds(field.required_when, answers, cells, rows=rows))


def _reading(facts: Facts, library: Library, documents: tuple[Record, ...]) -> Reading:
    return Reading(facts.tender, documents, facts, library, date.min)
