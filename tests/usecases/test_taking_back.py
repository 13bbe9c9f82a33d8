# SPDX-License-Identifier: MPL-2.0
"""A step is taken back only where nothing newer would be lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import FieldType, Reference, Row, Table
from evidencepack.usecases.changes import (
    AddRecord,
    AddRow,
    Change,
    RemoveRecord,
    RemoveRow,
    SetAnswer,
    apply_change,
    changed_records,
)
from evidencepack.usecases.differences import Part, differences, swapped
from evidencepack.usecases.taking_back import Refused, Taken, Why, take

MEETING = Record("m1", "meeting", "M1", "t", {"name": "Huddle"})
START = Facts(
    "t",
    {
        "t": Record("t", "tender", "T"),
        "d": Record("d", "mou", "MOU-1", "t", {"purpose": "Care", "steps": Table((Row("a"), Row("b"), Row("c")))}),
        "m1": MEETING,
    },
)


def after(facts: Facts, *changes: Change) -> Facts:
    for change in changes:
        facts = apply_change(facts, change)
    return facts


def going_back(facts: Facts, *changes: Change) -> list[Part]:
    parts = differences(facts, after(facts, *changes), changed_records(changes), lambda *_: FieldType.TEXT)
    return [swapped(part) for part in parts]


def write(record: str, field: str, text: str | None) -> SetAnswer:
    return SetAnswer(FieldPath(record, field), FieldType.TEXT, text)


def cell(row: str, text: str) -> SetAnswer:
    return SetAnswer(FieldPath("d", "steps", row, "what"), FieldType.TEXT, text)


@pytest.mark.parametrize(
    ("step", "since", "why", "path"),
    [
        (write("d", "purpose", "Home care"), write("d", "purpose", "Night care"), Why.NEWER, "d/purpose"),
        (write("d", "purpose", None), write("d", "purpose", "Night care"), Why.NEWER, "d/purpose"),
        (write("m1", "name", "Call"), RemoveRecord("m1"), Why.GONE, "m1/name"),
        (cell("b", "talk"), RemoveRow("d", "steps", "b"), Why.GONE, "d/steps/b/what"),
        (AddRow("d", "steps", "n"), cell("n", "talk"), Why.NEWER, "d/steps/n"),
        (AddRecord("m2", "meeting", "M2", "t"), write("m2", "name", "Call"), Why.NEWER, "m2"),
        (
            AddRecord("m2", "meeting", "M2", "t"),
            SetAnswer(FieldPath("d", "where"), FieldType.REFERENCE, Reference("m2")),
            Why.NAMED,
            "d/where",
        ),
        (RemoveRecord("m1"), AddRecord("m9", "meeting", "M1", "t"), Why.TAKEN, "m1"),
        (RemoveRecord("m1"), RemoveRecord("t"), Why.GONE, "m1"),
        (RemoveRow("d", "steps", "b"), RemoveRecord("d"), Why.GONE, "d/steps/b"),
    ],
)
def test_what_is_newer_stays(step: Change, since: Change, why: Why, path: str) -> None:
    back = going_back(START, step)
    assert take(after(START, step, since), back) == Taken(refused=Refused(why, path))
    assert after(after(START, step), *take(after(START, step), back).changes) == START


@pytest.mark.parametrize(
    ("step", "since"),
    [
        (AddRow("d", "steps", "n"), RemoveRow("d", "steps", "n")),
        (AddRecord("m2", "meeting", "M2", "t"), RemoveRecord("m2")),
    ],
)
def test_what_is_taken_back_already_asks_for_nothing(step: Change, since: Change) -> None:
    assert take(after(START, step, since), going_back(START, step)) == Taken()


def test_a_step_in_several_records_is_taken_back_whole_or_not_at_all() -> None:
    step = (write("d", "purpose", "Home care"), write("m1", "name", "Call"))
    back = going_back(START, *step)
    later = after(START, *step, write("m1", "name", "Daily call"))
    assert take(later, back).refused == Refused(Why.NEWER, "m1/name")
    assert after(after(START, *step), *take(after(START, *step), back).changes) == START


def test_rows_come_back_behind_the_nearest_of_those_that_are_left() -> None:
    removed = after(START, RemoveRow("d", "steps", "a"), RemoveRow("d", "steps", "b"))
    back = going_back(START, RemoveRow("d", "steps", "a"), RemoveRow("d", "steps", "b"))
    assert after(removed, *take(removed, back).changes) == START

    alone = going_back(after(START, RemoveRow("d", "steps", "a")), RemoveRow("d", "steps", "b"))
    table = after(removed, *take(removed, alone).changes).records["d"].answers["steps"]
    assert table == Table((Row("b"), Row("c")))


def test_the_mark_of_an_example_comes_back_with_the_words_it_stood_for() -> None:
    start = replace(START, records={**START.records, "m1": replace(MEETING, example="huddle")})
    edited = after(start, write("m1", "name", "Call"))
    assert edited.records["m1"].example == ""
    back = going_back(start, write("m1", "name", "Call"))
    assert after(edited, *take(edited, back).changes) == start


def test_a_row_that_goes_again_leaves_its_record_the_example_it_is() -> None:
    start = replace(START, records={**START.records, "d": replace(START.records["d"], example="care")})
    added = after(start, AddRow("d", "steps", "n"))
    kept = replace(added, records={**added.records, "d": replace(added.records["d"], example="care")})
    parts = [swapped(part) for part in differences(start, kept, ["d"], lambda *_: FieldType.TEXT)]
    assert after(kept, *take(kept, parts).changes) == start
