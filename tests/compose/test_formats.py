# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from evidencepack.compose import formats
from evidencepack.domain.values import (
    Attachment,
    Choices,
    Duration,
    DurationUnit,
    FieldType,
    Frequency,
    Money,
    Number,
    Percentage,
    Reference,
    Scalar,
)
from evidencepack.library.model import Choice, Field

PICKED = Field("law", "Law", FieldType.CHOICE, "", choices=(Choice("a", "First"), Choice("b", "Second, or third")))


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("R&D <b>", "R&D <b>"),
        (date(2027, 2, 15), "15 February 2027"),
        (True, "yes"),
        (False, "no"),
        (Number(Decimal(12), "sessions a week"), "12 sessions a week"),
        (Number(Decimal(2310)), "2,310"),
        (Number(Decimal("1.0"), "FTE"), "1.0 FTE"),
        (Money(5_800_000), "£58,000"),
        (Money(5_800_050), "£58,000.50"),
        (Money(5), "£0.05"),
        (Money(-123_400), "-£1,234"),
        (Percentage(Decimal(95)), "95%"),
        (Percentage(Decimal("12.5")), "12.5%"),
        (Duration(Decimal(4), DurationUnit.WORKING_HOURS, "Mon–Fri"), "4 working hours"),
        (Duration(Decimal(1), DurationUnit.DAYS), "1 day"),
        (Duration(Decimal("1.5"), DurationUnit.HOURS), "1.5 hours"),
        (Frequency.WEEKLY, "weekly"),
        (Frequency.EVERY_6_WEEKS, "every six weeks"),
        ("a", "First"),
        ("gone", "gone"),
        (Choices(("a",)), "First"),
        (Choices(("a", "b")), "First and Second, or third"),
        (Reference("m1"), "m1"),
        (Attachment("0" * 64, "scan.pdf"), "scan.pdf"),
    ],
)
def test_values_print_as_people_write_them(value: Scalar, words: str) -> None:
    assert formats.show(value, PICKED) == words


@pytest.mark.parametrize("frequency", list(Frequency))
def test_each_frequency_has_an_adverb_and_a_noun(frequency: Frequency) -> None:
    assert formats.how_often(frequency)
    assert formats.period(frequency)


@pytest.mark.parametrize("unit", list(DurationUnit))
def test_each_unit_has_a_singular_and_a_plural(unit: DurationUnit) -> None:
    one, two = (formats.how_long(Duration(Decimal(amount), unit)) for amount in (1, 2))
    assert two == one.replace("1 ", "2 ") + "s"


def test_no_day_at_all_is_the_same_day() -> None:
    assert formats.how_long(Duration(Decimal(0), DurationUnit.DAYS)) == "the same day"
    assert (
        formats.with_window(Duration(Decimal(0), DurationUnit.WORKING_DAYS, "9 to 5"))
        == "the same working day (9 to 5)"
    )
    assert formats.how_long(Duration(Decimal(0), DurationUnit.HOURS)) == "0 hours"


def test_service_hours_stand_in_brackets_where_there_are_any() -> None:
    assert (
        formats.with_window(Duration(Decimal(2), DurationUnit.WORKING_DAYS, "Mon–Fri 09:00–17:00"))
        == "2 working days (Mon–Fri 09:00–17:00)"
    )
    assert formats.with_window(Duration(Decimal(2), DurationUnit.DAYS, " ")) == "2 days"


def test_short_dates_use_three_letters() -> None:
    assert [formats.short_date(date(2027, month, 5)) for month in (2, 5, 9)] == [
        "5 Feb 2027",
        "5 May 2027",
        "5 Sep 2027",
    ]
