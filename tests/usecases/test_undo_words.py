# SPDX-License-Identifier: MPL-2.0
"""Steps are called what a person would call them; a step that is left alone says why."""

from __future__ import annotations

from datetime import date

import pytest

from evidencepack.bootstrap import Program
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.ids import new_id
from evidencepack.domain.record import Facts
from evidencepack.domain.values import FieldType
from evidencepack.library.model import Library
from evidencepack.usecases.changes import (
    AddRecord,
    AddRow,
    Change,
    MakeOurs,
    MoveRow,
    RemoveRecord,
    RemoveRow,
    SetAnswer,
    apply_change,
    changed_records,
    rows_of,
)
from evidencepack.usecases.differences import differences
from evidencepack.usecases.letters import letter_changes, letter_grid, row_removal
from evidencepack.usecases.taking_back import Refused, Why
from evidencepack.usecases.typed import types_of
from evidencepack.usecases.undo_words import Scene, refusal_words, step_words


@pytest.fixture
def library(program: Program) -> Library:
    return program.library


@pytest.fixture
def mou(sample_facts: Facts) -> str:
    return next(sample_facts.of_kind("mou")).id


def words(facts: Facts, library: Library, *changes: Change) -> str:
    after = facts
    for change in changes:
        after = apply_change(after, change)
    parts = differences(facts, after, changed_records(changes), types_of(library))
    return step_words(Scene(facts, after, library), parts)


def test_answers_are_called_by_their_question(sample_facts: Facts, library: Library, mou: str) -> None:
    area = FieldPath(mou, "area")
    label = library["mou"].fields["area"].label
    assert words(sample_facts, library, SetAnswer(area, FieldType.TEXT, "Marsh ward")) == f"typing in “{label}”"
    assert words(sample_facts, library, SetAnswer(area, FieldType.TEXT, None)) == f"clear “{label}”"
    start = SetAnswer(FieldPath(mou, "start_date"), FieldType.DATE, date(2027, 3, 1))
    both = words(sample_facts, library, SetAnswer(area, FieldType.TEXT, "Marsh ward"), start)
    assert both == "change 2 answers"
    status = SetAnswer(FieldPath(mou, "status"), FieldType.CHOICE, "withdrawn")
    assert words(sample_facts, library, status) == f"answer “{library['mou'].fields['status'].label}”"


def test_what_is_typed_and_cannot_be_read_has_its_question_too(sample_facts: Facts, library: Library, mou: str) -> None:
    scene = Scene(sample_facts, sample_facts, library)
    label = library["mou"].fields["start_date"].label
    assert step_words(scene, (), [FieldPath(mou, "start_date")]) == f"typing in “{label}”"


def test_letters_are_given_to_people_by_name(sample_facts: Facts, library: Library) -> None:
    raci = next(sample_facts.of_kind("raci"))
    grid = letter_grid(sample_facts, raci)
    task, role = next(
        (task, role) for task in grid.tasks for role in grid.roles if not grid.letters.get((task.id, role.id))
    )
    name, ref = role.second.split(" ")[0], task.title.split(" ")[0]

    given = letter_changes(raci, task.id, role.id, "a_r")
    assert words(sample_facts, library, *given) == f"make {name} A/R in {ref}"

    (known, person), _letter = next(iter(grid.letters.items()))
    taken = words(sample_facts, library, *letter_changes(raci, known, person, ""))
    assert taken.startswith("clear the letter of ")


def test_lines_come_go_and_move(sample_facts: Facts, library: Library) -> None:
    raci = next(sample_facts.of_kind("raci"))
    label = f"“{library['raci'].fields['activities'].label}”"
    tasks = rows_of(raci, "activities")
    assert words(sample_facts, library, AddRow(raci.id, "activities", new_id())) == f"add a line to {label}"
    several = [AddRow(raci.id, "activities", new_id()) for _ in range(3)]
    assert words(sample_facts, library, *several) == f"add 3 lines to {label}"
    assert words(sample_facts, library, MoveRow(raci.id, "activities", tasks[2].id, "")) == f"move a line of {label}"
    removal = row_removal(raci, "activities", tasks[0].id)
    assert words(sample_facts, library, *removal) == f"remove a line from {label}"
    other = (RemoveRow(raci.id, "activities", tasks[0].id), AddRow(raci.id, "activities", new_id()))
    assert words(sample_facts, library, *other) == f"put other lines into {label}"


def test_records_come_and_go_by_name(sample_facts: Facts, library: Library) -> None:
    meeting = next(sample_facts.of_kind("meeting"))
    kind = library["meeting"].title.lower()
    added = AddRecord(new_id(), "meeting", "M99", sample_facts.tender)
    assert words(sample_facts, library, added) == f"add {kind} M99"
    assert words(sample_facts, library, RemoveRecord(meeting.id)) == f"remove {kind} {meeting.answers['name']}"
    second = AddRecord(new_id(), "meeting", "M98", sample_facts.tender)
    assert words(sample_facts, library, added, second) == "add 2 entries"


def test_an_example_that_is_made_ones_own_has_words(sample_facts: Facts, library: Library, mou: str) -> None:
    marked = apply_change(sample_facts, AddRecord(new_id(), "meeting", "M99", sample_facts.tender))
    assert words(marked, library, MakeOurs(mou)) == "change an example"


@pytest.mark.parametrize(
    ("why", "end"),
    [
        (Why.NEWER, "has newer words since, and they stay. History shows what was there before."),
        (Why.GONE, "is gone, so this step was left alone. History shows what was there before."),
        (Why.NAMED, "speaks of it by now, so it stays. Clear that answer first."),
    ],
)
def test_a_step_that_is_left_alone_says_why(
    sample_facts: Facts, library: Library, mou: str, why: Why, end: str
) -> None:
    label = library["mou"].fields["area"].label
    assert refusal_words(sample_facts, library, Refused(why, f"{mou}/area")) == f"“{label}” {end}"


def test_a_reference_that_is_taken_is_said(sample_facts: Facts, library: Library) -> None:
    said = refusal_words(sample_facts, library, Refused(Why.TAKEN, new_id()))
    assert said.startswith("Another one has its reference by now")
