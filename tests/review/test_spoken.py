# SPDX-License-Identifier: MPL-2.0
"""Lengths of time and amounts are read in figures and in words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from evidencepack.domain.values import Duration, DurationUnit
from evidencepack.review.spoken import TIME, amounts, in_common, length_of, rates


@pytest.mark.parametrize(
    ("words", "length"),
    [
        ("within 9 working days", (9, "working_days")),
        ("within 9 business days", (9, "working_days")),
        ("two hours", (120, "minutes")),
        ("48hrs", (2880, "minutes")),
        ("within half an hour", (30, "minutes")),
        ("a 48-hour reply", (2880, "minutes")),
        ("in 3 weeks", (30240, "minutes")),
        ("seventy-two hours", (4320, "minutes")),
        ("in 4 working hours", (4, "working_hours")),
        ("for 2 years", (24, "months")),
    ],
)
def test_a_time_is_read_in_figures_and_in_words(words: str, length: tuple[int, str]) -> None:
    found = TIME.search(words)
    assert found
    assert length_of(found) == (Decimal(length[0]), length[1])


def test_a_day_is_24_hours_and_two_working_days_are_not_48() -> None:
    assert in_common(Duration(Decimal(1), DurationUnit.DAYS)) == in_common(Duration(Decimal(24), DurationUnit.HOURS))
    hours = in_common(Duration(Decimal(2), DurationUnit.HOURS))
    assert hours == in_common(Duration(Decimal(120), DurationUnit.MINUTES))
    assert hours != in_common(Duration(Decimal(2), DurationUnit.WORKING_HOURS))
    assert in_common(Duration(Decimal(2), DurationUnit.WORKING_DAYS)) != (Decimal(2880), "minutes")


def test_things_are_counted_with_their_period() -> None:
    found = [
        (one.counted, one.number) for one in amounts("Six furnished flats and 1,200 sessions a year; 40 new people.")
    ]
    assert found == [
        (("flats", ""), Decimal(6)),
        (("sessions", "year"), Decimal(1200)),
        (("people", ""), Decimal(40)),
    ]


def test_times_are_no_things_and_have_a_rate_of_their_own() -> None:
    assert list(amounts("within 9 working days, two hours a week")) == []
    found = [(one.counted, one.number) for one in rates("40 hours a week, 24 coaching days a year and 1.4 FTE")]
    assert found == [
        (("hours", "week"), Decimal(40)),
        (("days", "year"), Decimal(24)),
        (("full-time", ""), Decimal("1.4")),
    ]
