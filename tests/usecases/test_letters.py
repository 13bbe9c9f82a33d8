# SPDX-License-Identifier: MPL-2.0
"""The letters of a responsibility map as a grid."""

from __future__ import annotations

import pytest

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.ids import new_id
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import FieldType, Reference, Row, Scalar, Table
from evidencepack.library.model import Kind
from evidencepack.usecases.changes import RemoveRow, SetAnswer, apply_change
from evidencepack.usecases.letters import (
    LetterGrid,
    is_letter_grid,
    letter_changes,
    letter_grid,
    remedies,
    remedy_changes,
    row_removal,
)

TASK, OTHER_TASK, ROLE, OTHER_ROLE, PERSON, MAP = (new_id() for _ in range(6))


def row(name: str, **cells: Scalar) -> Row:
    return Row(name, cells)


@pytest.fixture
def facts() -> Facts:
    raci = Record(
        MAP,
        "raci",
        "R-1",
        "t",
        {
            "activities": Table(
                (row(TASK, ref="R-01", activity="Visit", timing="in 4 hours"), row(OTHER_TASK, ref="R-02"))
            ),
            "roles": Table((row(ROLE, label="Manager", person=Reference(PERSON)), row(OTHER_ROLE, label="Leader"))),
            "letters": Table(
                (
                    row(new_id(), activity=TASK, role=ROLE, letter="a"),
                    row(new_id(), activity="R-01", role="Leader", letter="r"),
                    row(new_id(), activity="gone", role="Leader", letter="c"),
                )
            ),
        },
    )
    person = Record(PERSON, "contact", "PER-1", answers={"full_name": "Siân Llŷr-Evans"})
    return Facts("t", {MAP: raci, PERSON: person})


def grid(facts: Facts) -> LetterGrid:
    return letter_grid(facts, facts.records[MAP])


def give(facts: Facts, task: str, role: str, letter: str) -> Facts:
    for change in letter_changes(facts.records[MAP], task, role, letter):
        facts = apply_change(facts, change)
    return facts


def test_letters_stand_where_their_task_and_role_meet_however_they_are_named(facts: Facts) -> None:
    found = grid(facts)

    assert found.letters == {(TASK, ROLE): "a", (TASK, OTHER_ROLE): "r"}
    assert [(task.title, task.second) for task in found.tasks] == [("R-01 Visit", "in 4 hours"), ("R-02", "")]
    assert [(role.title, role.second) for role in found.roles] == [("Manager", "Siân Llŷr-Evans"), ("Leader", "")]


def test_a_letter_is_given_changed_and_taken_away(facts: Facts) -> None:
    given = give(facts, OTHER_TASK, ROLE, "c")
    assert grid(given).letters[OTHER_TASK, ROLE] == "c"

    changed = give(given, OTHER_TASK, ROLE, "a_r")
    assert grid(changed).letters[OTHER_TASK, ROLE] == "a_r"
    assert isinstance(letter_changes(given.records[MAP], OTHER_TASK, ROLE, "i")[0], SetAnswer)

    assert (OTHER_TASK, ROLE) not in grid(give(changed, OTHER_TASK, ROLE, "")).letters


def test_taking_away_where_no_letter_is_changes_nothing(facts: Facts) -> None:
    assert letter_changes(facts.records[MAP], OTHER_TASK, ROLE, "") == ()


@pytest.mark.parametrize(
    ("letters", "slip"),
    [
        ({ROLE: "a", OTHER_ROLE: "r"}, ""),
        ({ROLE: "a_r"}, ""),
        ({ROLE: "a", OTHER_ROLE: "a_r"}, "More than one A"),
        ({OTHER_ROLE: "r"}, "Nobody has an A"),
        ({ROLE: "a", OTHER_ROLE: "c"}, "Nobody has an R"),
    ],
)
def test_a_task_needs_one_who_answers_and_one_who_does(facts: Facts, letters: dict[str, str], slip: str) -> None:
    whole = grid(facts)
    tried = LetterGrid(whole.tasks, whole.roles, {(TASK, role): letter for role, letter in letters.items()})

    assert tried.slip(TASK) == slip


@pytest.mark.parametrize(
    ("letters", "after"),
    [
        ({ROLE: "i", OTHER_ROLE: "r"}, [{ROLE: "i", OTHER_ROLE: "a_r"}]),
        ({ROLE: "a", OTHER_ROLE: "c"}, [{ROLE: "a_r", OTHER_ROLE: "c"}]),
        ({ROLE: "a", OTHER_ROLE: "a_r"}, [{ROLE: "a", OTHER_ROLE: "r"}, {ROLE: "c", OTHER_ROLE: "a_r"}]),
        ({ROLE: "r", OTHER_ROLE: "r"}, []),
        ({ROLE: "c"}, []),
        ({ROLE: "a", OTHER_ROLE: "r"}, []),
    ],
    ids=["one does it", "one answers for it", "two answer for it", "two do it", "nobody does anything", "all is well"],
)
def test_what_is_usual_is_offered_and_only_where_one_can_tell(
    facts: Facts, letters: dict[str, str], after: list[dict[str, str]]
) -> None:
    for role in (ROLE, OTHER_ROLE):
        facts = give(facts, TASK, role, letters.get(role, ""))

    found = []
    for remedy in remedies(grid(facts), TASK):
        mended = facts
        for change in remedy_changes(facts.records[MAP], TASK, remedy):
            mended = apply_change(mended, change)
        whole = grid(mended)
        found.append({role: letter for (task, role), letter in whole.letters.items() if task == TASK})

    assert found == after


@pytest.mark.parametrize(
    ("field", "row", "letters"), [("activities", TASK, 2), ("roles", OTHER_ROLE, 2)], ids=["a task", "a role"]
)
def test_a_task_or_a_role_takes_its_letters_along_however_they_name_it(
    facts: Facts, field: str, row: str, letters: int
) -> None:
    changes = row_removal(facts.records[MAP], field, row)

    assert changes[-1] == RemoveRow(MAP, field, row)
    assert len(changes) == letters + 1


def test_letters_stay_while_another_task_has_the_number_that_they_name(facts: Facts) -> None:
    twice = apply_change(facts, SetAnswer(FieldPath(MAP, "activities", OTHER_TASK, "ref"), FieldType.TEXT, "R-01"))

    assert len(row_removal(twice.records[MAP], "activities", TASK)) == 2


def test_only_the_letters_of_a_kind_with_a_grid_are_one(facts: Facts) -> None:
    del facts
    plain = Kind("k", 1, "K", "K", "K", "P", True, {}, (), {})

    assert not is_letter_grid(plain, "letters")
