# SPDX-License-Identifier: MPL-2.0
"""Days are read from plain words, and words that only look like them are not."""

from __future__ import annotations

import pytest

from evidencepack.review.spoken_days import always, periods, weekdays


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("on the second Friday", ["second friday"]),
        ("3rd Thursday 14:00", ["third thursday"]),
        ("Mondays", ["monday"]),
        ("Mon–Wed", ["monday", "tuesday", "wednesday"]),
        ("Thursday to Saturday", ["thursday", "friday", "saturday"]),
        ("we sat in the sun", []),
        ("Sunderland", []),
    ],
)
def test_days_of_the_week(words: str, days: list[str]) -> None:
    assert [one.value for one in weekdays(words)] == days


def test_an_amount_in_a_period_is_a_rhythm_too() -> None:
    assert list(periods("12 sessions a week, two per month")) == ["weekly", "monthly"]


@pytest.mark.parametrize("words", ["day and night", "at all hours", "24/7", "a 24-hour line", "round the clock"])
def test_day_and_night(words: str) -> None:
    assert len(list(always(words))) == 1
    assert not list(always("day by day"))
