# SPDX-License-Identifier: MPL-2.0
"""The example of one question as an answer: marked until it is changed, beside what else is an example."""

from __future__ import annotations

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import FieldType, Row, Table
from evidencepack.usecases.changes import SetAnswer, apply_change
from evidencepack.usecases.taking_examples import is_example, taking


def facts(example: str = "") -> Facts:
    table = Table((Row("row-1", {"who": "us"}),))
    return Facts("t", {"r": Record("r", "mou", "MOU-1", answers={"area": "Marsh", "steps": table}, example=example)})


def took(before: Facts, path: FieldPath, value: str) -> Facts:
    answer, mark = taking(before.records["r"], path, FieldType.TEXT, value)
    return apply_change(apply_change(before, answer), mark)


def test_an_example_is_an_answer_and_is_marked_until_it_is_changed() -> None:
    purpose = FieldPath("r", "purpose")

    after = took(facts(), purpose, "People come home.")

    assert after.records["r"].answers["purpose"] == "People come home."
    assert is_example(after.records["r"], purpose)
    assert not is_example(after.records["r"], FieldPath("r", "area"))
    ours = apply_change(after, SetAnswer(purpose, FieldType.TEXT, "Our words."))
    assert ours.records["r"].example == ""
    assert not is_example(ours.records["r"], purpose)


def test_a_second_example_leaves_the_first_one_marked() -> None:
    after = took(took(facts(), FieldPath("r", "purpose"), "one"), FieldPath("r", "area"), "two")

    assert after.records["r"].example == "example:area,purpose"


def test_what_is_left_of_a_starter_stays_of_it() -> None:
    after = took(facts("first:area"), FieldPath("r", "purpose"), "one")

    assert after.records["r"].example == "first:area,purpose"


def test_a_cell_marks_its_row_only() -> None:
    cell = FieldPath("r", "steps", "row-1", "what")

    after = took(facts(), cell, "Ring them")

    table = after.records["r"].answers["steps"]
    assert isinstance(table, Table)
    assert table.rows[0].example == "example:what"
    assert after.records["r"].example == ""
    assert is_example(after.records["r"], cell)
