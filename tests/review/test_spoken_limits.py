# SPDX-License-Identifier: MPL-2.0
"""By when something is to be done is told from how long it lasts."""

from __future__ import annotations

import pytest

from evidencepack.review.spoken_limits import limits


@pytest.mark.parametrize(
    "words",
    [
        "within 9 working days",
        "a 48-hour reply",
        "no later than two days",
        "a four-hour rule",
        "in an hour",
        "the same day",
        "by the next working day",
        "two days at the latest",
        "within a quarter of an hour",
    ],
)
def test_a_time_to_keep_is_a_limit(words: str) -> None:
    assert len(limits(words)) == 1


@pytest.mark.parametrize(
    "words", ["for 6 weeks", "24-hour service", "two days a month", "3 days later", "up to 6 weeks", "12 a day"]
)
def test_how_long_or_how_often_is_none(words: str) -> None:
    assert limits(words) == ()
