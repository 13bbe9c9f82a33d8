# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from decimal import Decimal

import pytest

from evidencepack.domain.values import Duration, DurationUnit
from evidencepack.review.spoken import all_times, amounts, in_common, promised_times


@pytest.mark.parametrize(
    ("words", "length"),
    [
        ("within 9 working days", (9, "working_days")),
        ("two hours", (120, "minutes")),
        ("a 48-hour reply", (2880, "minutes")),
        ("in 3 weeks", (21, "days")),
        ("in 4 working hours", (4, "working_hours")),
    ],
)
def test_a_time_is_read_in_figures_and_in_words(words: str, length: tuple[int, str]) -> None:
    (found,) = promised_times(words)
    assert found.length == (Decimal(length[0]), length[1])


@pytest.mark.parametrize("words", ["for 6 weeks", "24-hour service", "two days a month", "3 days later", "£12 days"])
def test_how_long_or_how_often_is_no_promise(words: str) -> None:
    assert list(promised_times(words)) == []


def test_every_time_counts_where_a_promise_is_looked_up() -> None:
    assert list(all_times("for 6 weeks, at 3 days’ notice")) == [(Decimal(42), "days"), (Decimal(3), "days")]


def test_hours_of_the_clock_and_working_hours_are_not_the_same() -> None:
    hours = in_common(Duration(Decimal(2), DurationUnit.HOURS))
    assert hours == in_common(Duration(Decimal(120), DurationUnit.MINUTES))
    assert hours != in_common(Duration(Decimal(2), DurationUnit.WORKING_HOURS))


def test_things_are_counted_with_their_period() -> None:
    found = [
        (one.counted, one.number) for one in amounts("Six furnished flats and 1,200 sessions a year; 40 new people.")
    ]
    assert found == [
        (("flats", ""), Decimal(6)),
        (("sessions", "year"), Decimal(1200)),
        (("people", ""), Decimal(40)),
    ]


def test_times_are_no_things() -> None:
    assert list(amounts("within 9 working days, two hours a week")) == []
