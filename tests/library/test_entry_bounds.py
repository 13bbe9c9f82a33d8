# SPDX-License-Identifier: MPL-2.0
"""What can never be right is refused with a sentence, and what is merely unusual is taken."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from evidencepack.domain.values import Duration, DurationUnit, FieldType, Money, Number, Percentage
from evidencepack.library.entry import Desk, parse_entry
from evidencepack.library.entry_bounds import out_of_bounds
from evidencepack.library.model import Field, Written

DESK = Desk(date(2027, 2, 15), find=lambda _kind, _text: "", call=str)


def field(kind: FieldType, least: int | None = None, most: int | None = None) -> Field:
    return Field("it", "It", kind, "Help.", least=least, most=most)


NOTICE = Field("notice", "Notice", FieldType.NUMBER, "Help.", units=("days",), least=1, most=1095)
COLOUR = Field("colour", "Colour", FieldType.TEXT, "Help.", written=Written.COLOUR)


@pytest.mark.parametrize(
    ("asked", "typed", "problem"),
    [
        (NOTICE, "-5", "That cannot be right. Write a number from 1 to 1,095."),
        (NOTICE, "0 days", "That cannot be right. Write a number from 1 to 1,095."),
        (field(FieldType.NUMBER), "-1", "That cannot be right. Write a number from 0 to 1,000,000,000."),
        (field(FieldType.PERCENTAGE), "101%", "That cannot be right. Write a percentage from 0% to 100%."),
        (field(FieldType.MONEY, most=5000), "5000.01", "That cannot be right. Write an amount from £0 to £5,000."),
        (
            field(FieldType.DURATION),
            "999999999999 days",
            "That cannot be right. Write a length of time of 20 years at most.",
        ),
        (
            field(FieldType.DURATION, most=31),
            "2 months",
            "That cannot be right. Write a length of time of 31 days at most.",
        ),
        (field(FieldType.DATE), "1 May 0027", "The year 0027 cannot be right. Write one from 1900 to 2199."),
        (field(FieldType.DATE), "1 May 3027", "The year 3027 cannot be right. Write one from 1900 to 2199."),
        (
            COLOUR,
            "red",
            "“red” is not a colour. Write # and six digits or letters from A to F, like #1F5C99.",
        ),
    ],
)
def test_what_can_never_be_right_is_refused_and_says_what_is(asked: Field, typed: str, problem: str) -> None:
    entered = parse_entry(asked, typed, DESK)
    assert (entered.value, entered.problem) == (None, problem)


@pytest.mark.parametrize(
    ("asked", "typed", "value"),
    [
        (NOTICE, "1095", Number(Decimal(1095), "days")),
        (field(FieldType.NUMBER, least=-5), "-5", Number(Decimal(-5))),
        (field(FieldType.PERCENTAGE), "100%", Percentage(Decimal(100))),
        (field(FieldType.PERCENTAGE, most=1000), "250%", Percentage(Decimal(250))),
        (field(FieldType.MONEY, most=5000), "£5,000", Money(500_000)),
        (field(FieldType.DURATION), "20 years", Duration(Decimal(20), DurationUnit.YEARS)),
        (field(FieldType.DURATION, most=31), "1 month", Duration(Decimal(1), DurationUnit.MONTHS)),
        (field(FieldType.DATE), "31 Dec 2199", date(2199, 12, 31)),
        (COLOUR, "#1f5c99", "#1F5C99"),
        (COLOUR, "1f5C99", "#1F5C99"),
    ],
)
def test_what_may_be_right_is_taken(asked: Field, typed: str, value: object) -> None:
    assert parse_entry(asked, typed, DESK).value == value


def test_a_value_that_came_from_elsewhere_is_judged_by_the_same_bounds() -> None:
    assert out_of_bounds(NOTICE, Number(Decimal(-5), "days"))
    assert out_of_bounds(NOTICE, Number(Decimal(30), "days")) == ""
    assert out_of_bounds(NOTICE, None) == ""
    assert out_of_bounds(field(FieldType.TEXT), "30") == ""
