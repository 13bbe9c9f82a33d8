# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidencepack.domain.values import Answer, Choices, Frequency, Number, Row, Table
from evidencepack.library import conditions as asking
from evidencepack.library.conditions import ConditionError, is_answered, parse_condition
from evidencepack.library.model import Condition

After = Callable[..., list[str]]


def holds(conditions: list[Condition], answers: dict[str, Answer], row: dict[str, Answer] | None = None) -> bool:
    return asking.holds(conditions, answers, row, rows=lambda _table: ())


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
        ("a not  set", {}, True),
        ("a not set", {"a": False}, False),
        ("a != x", {"a": "y"}, True),
        ("a!=x", {"a": "x"}, False),
        ("a != x", {}, True),
        ("a not in [x, y]", {"a": "z"}, True),
        ("a not in [x, y]", {"a": "y"}, False),
        ("a not in [x]", {}, True),
        ("a = x or b = y", {"b": "y"}, True),
        ("a = x or b = y", {"a": "y", "b": "x"}, False),
        ("a set or b set or c set", {"c": "words"}, True),
    ],
)
def test_a_condition_holds_for_the_answers_it_names(text: str, answers: dict[str, Answer], *, expected: bool) -> None:
    assert holds([parse_condition(text)], answers) is expected


@pytest.mark.parametrize(
    ("text", "rows", "expected"),
    [
        ("t.a = x", [{"a": "y"}, {"a": "x"}], True),
        ("t.a = x", [{"a": "y"}], False),
        ("t.a = x", [], False),
        ("t.a != x", [{"a": "x"}, {"a": "y"}], True),
        ("t.a != x", [], False),
        ("t.a not set", [{"a": "x"}, {}], True),
        ("t.a not set", [{"a": "x"}], False),
        ("t.a in [x, y]", [{}, {"a": "y"}], True),
        ("t.a = x or t.b = x", [{"a": "y"}, {"b": "x"}], True),
    ],
)
def test_a_condition_on_a_table_holds_when_any_row_passes(
    text: str, rows: list[dict[str, Answer]], *, expected: bool
) -> None:
    table = {"t": rows}
    assert asking.holds([parse_condition(text)], {"a": "x", "b": "x"}, rows=table.__getitem__) is expected


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
    [
        "",
        "a",
        "a =",
        "a == b",
        "a = b c",
        "a in b",
        "a in []",
        "a in [x",
        "not a",
        "a set or",
        "A = b",
        "set",
        "a not",
        "a.b.c set",
        ". set",
    ],
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
        ("law not in [wales]", "'law' is never 'wales'"),
        ("law set or weather set", "there is no field 'weather'"),
        ("purpose.item set", "there is no table 'purpose'"),
        ("parties.weather set", "there is no column 'weather'"),
        ("contributions.party = x", "'party' is of type reference, which is only ever set or not"),
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


def test_rows_of_shared_records_can_be_asked_about(after: After) -> None:
    assert after('shown_when = ["personal_data = yes"]', 'shown_when = ["contributions.what set"]') == []


def test_a_table_is_narrowed_by_what_its_readers_may_see(after: After) -> None:
    said = 'rows_of = "contribution"\nonly = ["{}"]'
    assert after('rows_of = "contribution"', said.format("what not set")) == []
    assert after("what not set", "secret set") == ["field contributions.only: there is no field 'secret'"]
    assert after("secret set", "parties.capacity set") == [
        "field contributions.only: asks about fields of the row, never about a table"
    ]
    after('visibility = "pack"\n[[field]]\nid = "what"', '[[field]]\nid = "what"', record="contribution")
    found = after("parties.capacity set", "party set")
    assert "field contributions.only: asks about 'party', which is private, in a table that is not" in found
    assert "field contributions.of_parties: goes by 'party', which is private, in a table that is not" in found


@pytest.mark.parametrize("owner", ["clause rest", "schedule gifts"])
def test_a_clause_or_schedule_cannot_depend_on_what_its_audience_may_not_see(after: After, owner: str) -> None:
    if owner == "clause rest":
        [found] = after('\nwhen = ["personal_data = yes"]', '\nwhen = ["note set"]')
    else:
        [found] = after('clause = "rest"', 'when = ["note set"]')
    assert found == f"{owner}.when: asks about 'note', which is private"
