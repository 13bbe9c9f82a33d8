# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidencepack.domain.values import Answer, Choices, Frequency, Number, Row, Table
from evidencepack.library.conditions import ConditionError, holds, is_answered, parse_condition

After = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "answers", "expected"),
    [
        ("a = yes", {"a": True}, True),
        ("a = yes", {"a": False}, False),
        ("a = no", {"a": False}, True),
        ("a = no", {}, False),
        ("a=x", {"a": "x"}, True),
        ("a in [x, y]", {"a": "y"}, True),
        ("a in [ x,y, ]", {"a": "z"}, False),
        ("a = x", {"a": Choices(("w", "x"))}, True),
        ("a in [y, z]", {"a": Choices(("w", "x"))}, False),
        ("a = weekly", {"a": Frequency.WEEKLY}, True),
        ("a = 3", {"a": Number(Decimal(3))}, False),
        ("a set", {"a": "words"}, True),
        ("a set", {"a": "  "}, False),
        ("a set", {"a": False}, True),
        ("a set", {"a": Table()}, False),
        ("a set", {"a": Table((Row("1"),))}, True),
        ("a set", {"a": Choices(())}, False),
        ("  a   set ", {}, False),
    ],
)
def test_a_condition_holds_for_the_answers_it_names(text: str, answers: dict[str, Answer], *, expected: bool) -> None:
    assert holds([parse_condition(text)], answers) is expected


def test_all_conditions_must_hold() -> None:
    conditions = [parse_condition("a = yes"), parse_condition("b set")]
    assert not holds(conditions, {"a": True})
    assert holds(conditions, {"a": True, "b": "x"})
    assert holds([], {})


def test_a_name_in_a_table_means_the_column_of_the_same_row() -> None:
    condition = [parse_condition("a = x")]
    assert holds(condition, {}, {"a": "x"})
    assert not holds(condition, {"a": "x"}, {"a": "y"})
    assert holds(condition, {"a": "x"}, {"b": "y"})


@pytest.mark.parametrize(
    "text",
    ["", "a", "a =", "a == b", "a = b c", "a in b", "a in []", "a in [x", "not a", "a set or b set", "A = b", "set"],
)
def test_anything_else_is_no_condition(text: str) -> None:
    with pytest.raises(ConditionError, match="is not a condition"):
        parse_condition(text)


@given(st.text())
def test_no_text_breaks_the_reading_of_conditions(text: str) -> None:
    with suppress(ConditionError):
        assert parse_condition(text).field


def test_no_answer_at_all_is_not_an_answer() -> None:
    assert not is_answered(None)


@pytest.mark.parametrize(
    ("condition", "problem"),
    [
        ("personal_data = yes please", "'personal_data = yes please' is not a condition"),
        ("weather set", "there is no field 'weather'"),
        ("personal_data = maybe", "'personal_data' is never 'maybe'; it can be yes, no"),
        ("law in [scotland, wales]", "'law' is never 'wales'; it can be england_wales, scotland"),
        ("freq = hourly", "'freq' is never 'hourly'"),
        ("start_date = 2027", "'start_date' is of type date, which is only ever set or not"),
        ("how set", "asks about itself"),
    ],
)
def test_a_condition_that_can_never_be_asked_is_refused(after: After, condition: str, problem: str) -> None:
    [found] = after('shown_when = ["personal_data = yes"]', f'shown_when = ["{condition}"]')
    assert found.startswith(f"field how.shown_when: {problem}")


def test_a_condition_of_a_column_cannot_name_both_a_column_and_a_field(after: After) -> None:
    after('id = "how"', 'id = "capacity"')
    found = after('"personal_data", "how"', '"personal_data", "capacity"')
    assert found == []
    found = after('shown_when = ["organisation set"]', 'required_when = ["capacity set"]')
    assert "column parties.capacity: the condition's 'capacity' is both a column and a field" in found


@pytest.mark.parametrize("owner", ["clause rest", "schedule gifts"])
def test_a_clause_or_schedule_cannot_depend_on_what_its_audience_may_not_see(after: After, owner: str) -> None:
    if owner == "clause rest":
        [found] = after('\nwhen = ["personal_data = yes"]', '\nwhen = ["note set"]')
    else:
        [found] = after('clause = "rest"', 'when = ["note set"]')
    assert found == f"{owner}.when: asks about 'note', which is private"
