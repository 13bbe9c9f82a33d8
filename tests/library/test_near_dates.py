# SPDX-License-Identifier: MPL-2.0
"""Dates as people say them from where they stand: understood, or refused where they can be meant in two ways."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidencepack.library.entry_dates import date_text, day_text
from evidencepack.library.entry_slip import SlipError
from evidencepack.library.near_dates import read_date

TODAY = date(2026, 11, 25)
"""A Wednesday."""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 dec", date(2026, 12, 1)),
        ("1st of December", date(2026, 12, 1)),
        ("25 Nov", date(2026, 11, 25)),
        ("24 nov", date(2027, 11, 24)),
        ("3-jun", date(2027, 6, 3)),
        ("15/2", date(2027, 2, 15)),
        ("29 feb", date(2028, 2, 29)),
        ("Tuesday 1 dec", date(2026, 12, 1)),
        ("friday", date(2026, 11, 27)),
        ("this Friday", date(2026, 11, 27)),
        ("on mon", date(2026, 11, 30)),
        ("next friday", date(2026, 12, 4)),
        ("next Wednesday", date(2026, 12, 2)),
        ("next  tues", date(2026, 12, 1)),
        ("in 2 weeks", date(2026, 12, 9)),
        ("in a fortnight", date(2026, 12, 9)),
        ("in 10 days", date(2026, 12, 5)),
        ("three days from now", date(2026, 11, 28)),
        ("in 3 months", date(2027, 2, 25)),
        ("in a year", date(2027, 11, 25)),
        ("end of march", date(2027, 3, 31)),
        ("end of Feb 2028", date(2028, 2, 29)),
        ("the end of november", date(2026, 11, 30)),
        ("start of november", date(2027, 11, 1)),
        ("beginning of dec", date(2026, 12, 1)),
        ("end of the month", date(2026, 11, 30)),
        ("end of next month", date(2026, 12, 31)),
        ("end of the year", date(2026, 12, 31)),
        ("start of next year", date(2027, 1, 1)),
        ("Tomorrow", date(2026, 11, 26)),
        ("1.3.", date(2027, 3, 1)),
        ("1.12", date(2026, 12, 1)),
        ("25. 11.", date(2026, 11, 25)),
        ("last tuesday", date(2026, 11, 24)),
        ("last Wed", date(2026, 11, 18)),
        ("last thursday", date(2026, 11, 19)),
        ("15 February 2027", date(2027, 2, 15)),
    ],
)
def test_what_is_said_from_today_is_understood(text: str, expected: date) -> None:
    assert read_date(text, TODAY) == expected


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("wednesday", "Today is a Wednesday. Write today, or next Wednesday."),
        ("this monday", "The Monday of this week is over. Write next Monday, or the date."),
        ("Monday 1 dec", "1 December 2026 is a Tuesday. Check the day or the date."),
        ("31 april", "April 2027 has no day 31: its last is the 30th."),
        ("31/02", "February 2027 has no day 31: its last is the 28th."),
        ("15/13", "There is no month 13. Write the day first, like 15 February 2027."),
        ("0/0/2027", "There is no month 0. Write the day first, like 15 February 2027."),
        ("end of february 0000", "There is no year 0. Write the year with four digits."),
        ("next week", "“next week” is not a date. Write it like 15 February 2027."),
        ("mid march", "“mid march” is not a date. Write it like 15 February 2027."),
        ("dec 27", "“dec 27” is not a date. Write it like 15 February 2027."),
        ("march", "“march” is not a date. Write it like 15 February 2027."),
        ("2 weeks", "“2 weeks” is not a date. Write it like 15 February 2027."),
        ("in some weeks", "“in some weeks” is not a date. Write it like 15 February 2027."),
        ("In 5 working days", "“In 5 working days” is not a date. Write it like 15 February 2027."),
        ("end of play", "“end of play” is not a date. Write it like 15 February 2027."),
        ("1 decade", "“1 decade” is not a date. Write it like 15 February 2027."),
    ],
)
def test_what_can_be_meant_in_two_ways_is_refused_with_a_sentence(text: str, problem: str) -> None:
    with pytest.raises(SlipError) as slip:
        read_date(text, TODAY)

    assert str(slip.value) == problem


def test_a_month_that_is_too_short_for_the_day_is_no_guess() -> None:
    with pytest.raises(SlipError, match="February 2027 has no day 30"):
        read_date("in 3 months", date(2026, 11, 30))


@given(today=st.dates(date(1900, 1, 1), date(8000, 1, 1)), day=st.dates(date(1900, 1, 1), date(8000, 1, 1)))
def test_a_date_reads_back_whenever_it_is_read_and_one_without_its_year_is_the_next(today: date, day: date) -> None:
    assert read_date(date_text(day), today) == read_date(day_text(day), today) == day
    near = read_date(date_text(day).rsplit(" ", 1)[0], today)
    assert near >= today
    assert near - today < timedelta(days=366 * 8 + 1)
    assert (near.month, near.day) == (day.month, day.day)
