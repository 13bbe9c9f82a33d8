# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from evidencepack.domain.trade import PartnerType
from evidencepack.library.loader import inspect_library
from evidencepack.library.starters_model import Role, Starter, Whose

After = Callable[..., list[str]]
LAST = 'statement = "Signed for the parties."'
WHOLE = """
[[starter]]
id = "first"
title = "A first agreement"
for = ["vcse", "digital"]

[starter.values]
purpose = "People had nowhere to go once support ended."
law = "Scotland"
personal_data = "yes"
freq = "every week"

[[starter.values.parties]]
organisation = "lead"
capacity = "lead provider"

[[starter.values.parties]]
organisation = "partner"
"""
ROW = """
[[starter]]
id = "partner_row"
title = "The partner as a party"
of = "parties"

[starter.values]
organisation = "partner"
capacity = "community partner"
"""


@pytest.fixture
def with_starter(after: After) -> Callable[[str], list[str]]:
    """Put a starter at the end of the document and list the mistakes."""
    return lambda text: after(LAST, LAST + text)


def test_a_whole_record_and_a_row_are_read_with_their_values_as_the_fields_take_them(
    with_starter: Callable[[str], list[str]], folder: Path
) -> None:
    assert with_starter(WHOLE + ROW) == []
    whole, row = inspect_library(folder)[0]["mou"].starters
    assert (whole.title, whole.partners) == ("A first agreement", (PartnerType.VCSE, PartnerType.DIGITAL))
    assert whole.values["law"] == "scotland"
    assert whole.values["personal_data"] is True
    assert whole.values["freq"] == "weekly"
    assert whole.values["parties"] == (
        {"organisation": Role(Whose.LEAD), "capacity": "lead provider"},
        {"organisation": Role(Whose.PARTNER)},
    )
    assert (row.of, row.partners) == ("parties", ())
    assert row.values == {"organisation": Role(Whose.PARTNER), "capacity": "community partner"}


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('id = "first"', "", "starter 1.id: is missing"),
        ('title = "A first agreement"', "", "starter first.title: is missing"),
        ('for = ["vcse", "digital"]', 'for = ["church"]', "starter first.for: 'church' is not known; choose from vcse"),
        ('for = ["vcse", "digital"]', "colour = 1", "starter first.colour: is not a known key"),
        ('law = "Scotland"', 'law = "France"', "starter first.values.law: is not what the field takes: “France” is"),
        ('law = "Scotland"', "law = 3", "starter first.values.law: expected text in quotes"),
        ('law = "Scotland"', 'law = ""', "starter first.values.law: expected text in quotes"),
        ('law = "Scotland"', 'start_date = "1 Jul 2027"', "starter first.values.start_date: is a date, which only"),
        ('law = "Scotland"', 'lore = "x"', "starter first.values.lore: there is no such field or column; choose from"),
        ('law = "Scotland"', 'contributions = "x"', "starter first.values.contributions: its rows are records"),
        ('organisation = "lead"', 'organisation = "Maitree"', "starter first.values.parties.1.organisation: 'Maitree'"),
        ('organisation = "lead"', 'organisation = "lead.short_name"', "'lead.short_name' leads nowhere; expected"),
        ('organisation = "lead"', 'organisation = "lead.chair"', "'lead.chair' leads nowhere; expected"),
        ('capacity = "lead provider"', 'rank = "first"', "starter first.values.parties.1.rank: there is no such field"),
        ("[[starter.values.parties]]", "[starter.values.parties]", "file: is not TOML"),
        ("[starter.values]\norg", "[starter.value]\norg", "starter partner_row.values: is missing"),
        ("[starter.values]\norg", "values = 3\n[starter.value]\norg", "starter partner_row.values: expected a table"),
        ('capacity = "community partner"', 'role = "partner"', "starter partner_row.values.role: there is no such"),
        ('of = "parties"', 'of = "purpose"', "starter partner_row.of: 'purpose' is no table field"),
        ('of = "parties"', 'of = "party"', "starter partner_row.of: 'party' is no table field"),
        (
            'of = "parties"',
            'of = "contributions"',
            "starter partner_row.of: its rows are records: write the starter in",
        ),
        ('id = "partner_row"', 'id = "first"', "starter first: is there 2 times"),
    ],
)
def test_a_mistake_in_a_starter_is_named_with_its_place(
    with_starter: Callable[[str], list[str]], old: str, new: str, problem: str
) -> None:
    text = WHOLE + ROW
    assert old in text
    assert any(found.startswith(problem) or problem in found for found in with_starter(text.replace(old, new, 1)))


def test_a_value_that_the_form_does_not_ask_after_the_others_is_refused(
    with_starter: Callable[[str], list[str]],
) -> None:
    hidden = WHOLE.replace('personal_data = "yes"', 'personal_data = "no"\nhow = "By portal"')
    assert with_starter(hidden) == ["starter first.values.how: the form does not ask this after the other values"]


def test_a_value_that_the_form_asks_after_the_others_is_taken(with_starter: Callable[[str], list[str]]) -> None:
    assert with_starter(WHOLE.replace('personal_data = "yes"', 'personal_data = "yes"\nhow = "By portal"')) == []


def test_a_role_that_leads_to_another_kind_than_the_field_is_refused(
    with_starter: Callable[[str], list[str]], after: After
) -> None:
    assert after('type = "long_text"', 'type = "reference"\nto = "tender"', record="organisation") == []
    (problem,) = with_starter(ROW.replace('organisation = "partner"', 'organisation = "partner.secret"'))
    assert problem.startswith("starter partner_row.values.organisation: ")
    assert problem.endswith("'partner.secret' leads to the kind 'tender'; expected 'organisation'")


@pytest.mark.parametrize("value", ["a file", ""])
def test_rows_of_a_starter_are_tables(with_starter: Callable[[str], list[str]], value: str) -> None:
    text = ROW.replace('of = "parties"', "").replace(
        'organisation = "partner"\ncapacity = "community partner"', f'parties = "{value}"'
    )
    assert with_starter(text) == [
        "starter partner_row.values.parties: expected rows: [[starter.values.parties]] and the cells of each"
    ]


def test_a_starter_suits_the_partners_it_names_and_one_that_names_none_suits_all() -> None:
    only = Starter("a", "A", (PartnerType.SKILLS,))
    assert [only.suits(PartnerType.SKILLS), only.suits(PartnerType.VCSE), only.suits(None)] == [True, False, False]
    assert Starter("b", "B").suits(None)


def test_no_field_and_no_column_has_the_name_of_the_mark(after: After) -> None:
    assert after('id = "note"', 'id = "example"')[0] == (
        "field example.id: the mark of an example has that name; choose another id"
    )
    assert "column parties.example.id: the mark of an example has that name; choose another id" in after(
        'id = "capacity"', 'id = "example"'
    )
