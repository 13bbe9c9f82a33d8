# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from collections.abc import Callable

import pytest

After = Callable[..., list[str]]
GIFTS = '[[schedule]]\nkey = "gifts"\nheading = "Gifts"\nlayout = "record_table"\nof = "contributions"'
COLUMN = '[[column]]\nof = "parties"\nid = "{}"\nlabel = "L"\ntype = "text"\nhelp = "H."\nexample = "E"\n\n'
COLUMNS = COLUMN.format("month") + COLUMN.format("result")
MONTHS = "the layout trend needs 'month' to be a date, not a text"


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('key = "rest"', 'key = "purpose"', "clause purpose: is there 2 times"),
        ('key = "rest"', "", "key: is missing"),
        ('heading = "Why"', "", "clause purpose.heading: is missing"),
        ('heading = "Why"', 'heading = "Why"\nadvice = ["mum"]', "clause purpose.advice: 'mum' is not known"),
        ('heading = "Why"', 'heading = "Why"\nbinding = "so"', "clause purpose.binding: expected true or false"),
        ('heading = "Why"', 'heading = "Why"\naudience = "all"', "clause purpose.audience: 'all' is not known"),
        ('heading = "Why"', 'heading = "Why"\nwords = 4', "clause purpose.words: is not a known key"),
        ("{{ mou.purpose }}", "{{ mou.purpose", "clause purpose.text: line 1: expected token 'end of print statement'"),
        ("{{ mou.purpose }}", "{% set x = 1 %}", "clause purpose.text: line 1: 'assign' is not among the things"),
        ('layout = "record_table"', 'layout = "dance"', "schedule gifts.layout: 'dance' is not known; choose from"),
        ('layout = "record_table"', "", "schedule gifts.layout: is missing"),
        ('layout = "record_table"', 'layout = "text"', "schedule gifts.of: does not go with the layout"),
        ('layout = "record_table"', 'layout = "text"', "schedule gifts.layout: text takes no [[cell]] entries"),
        ('of = "contributions"', "", "schedule gifts.of: is missing: it names the table field to show"),
        ('of = "contributions"', 'of = "purpose"', "schedule gifts.of: 'purpose' is no table field"),
        ('clause = "rest"', 'clause = "best"', "schedule gifts.clause: there is no clause 'best'"),
        ('schedule = "gifts"', 'schedule = "gift"', "cell.schedule: there is no schedule 'gift'"),
        ('schedule = "gifts"', 'schedule = "gift"', "schedule gifts.layout: record_table needs [[cell]] entries"),
        ("width = 30", "width = -3", "cell gifts.Who.width: expected a number between 0 and 1000"),
        ("width = 30", "width = true", "cell gifts.Who.width: expected a number between 0 and 1000"),
        ("width = 30", 'align = "middle"', "cell gifts.Who.align: 'middle' is not known; choose from left, centre"),
        (
            "[[cell]]",
            '[[schedule]]\nkey = "gifts"\nheading = "G"\nlayout = "text"\n[[cell]]',
            "schedule gifts: is there",
        ),
        ('layout = "record_table"', 'layout = "raci_grid"', "the layout raci_grid reads ref, activity, timing of the"),
        (
            'layout = "record_table"',
            'layout = "raci_grid"',
            "the layout raci_grid reads label, person, organisation of",
        ),
        (
            'layout = "record_table"',
            'layout = "year_calendar"',
            "the layout year_calendar reads name, freq, first_date, day_time of the table 'of'",
        ),
        ('layout = "record_table"', 'layout = "year_calendar"', "'tender.contract_start': a tender has no"),
        (GIFTS, f"{COLUMNS}{GIFTS.replace('record_table', 'trend').replace('contributions', 'parties')}", MONTHS),
    ],
)
def test_a_wrong_clause_or_schedule_is_refused(after: After, old: str, new: str, problem: str) -> None:
    found = after(old, new)
    assert any(problem in line for line in found), found


@pytest.mark.parametrize("key", ["intro", "note"])
def test_words_round_a_schedule_are_checked_too(after: After, key: str) -> None:
    [found] = after('clause = "rest"', f'clause = "rest"\n{key} = "{{{{ mou.nothing }}}}"')
    assert found.startswith(f"schedule gifts.{key}: 'mou.nothing': a mou has no 'nothing'")


def test_a_facts_list_stands_with_or_without_a_table(after: After) -> None:
    assert after('layout = "record_table"', 'layout = "facts_list"') == []
    found = after('of = "contributions"', "")
    assert found[0].startswith("cell gifts.Who.text: 'row.party.short_name': nothing is called 'row' here")


@pytest.mark.parametrize(
    ("cell", "problem"),
    [
        ("{{ row.party.short_name }}", "'row.party.short_name' is of type text, which cannot be added up"),
        ("{{ row.what|ends }}", "goes only with a text that is one name of the row"),
        ("About {{ row.what }}", "goes only with a text that is one name of the row"),
    ],
)
def test_only_a_number_or_money_of_the_row_is_added_up(
    after: Callable[..., list[str]], cell: str, problem: str
) -> None:
    found = after(
        "width = 30", f'width = 30\n\n[[cell]]\nschedule = "gifts"\nheading = "Much"\ntotal = true\ntext = "{cell}"'
    )
    assert len(found) == 1
    assert problem in found[0]


def test_the_first_column_names_the_rows_and_is_not_added_up(after: Callable[..., list[str]]) -> None:
    found = after("width = 30", "width = 30\ntotal = true")
    assert "schedule gifts.layout: the first column names the rows, so it cannot be added up" in found
