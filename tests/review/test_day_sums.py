# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from evidencepack.domain.values import Duration, DurationUnit
from evidencepack.review.day_sums import last_day, months_after


@pytest.mark.parametrize(
    ("amount", "unit", "last"),
    [
        ("3", DurationUnit.YEARS, date(2030, 6, 30)),
        ("6", DurationUnit.MONTHS, date(2027, 12, 31)),
        ("2", DurationUnit.WEEKS, date(2027, 7, 14)),
        ("1", DurationUnit.DAYS, date(2027, 7, 1)),
        ("2.5", DurationUnit.YEARS, None),
        ("8", DurationUnit.HOURS, None),
    ],
)
def test_a_time_ends_the_day_before_the_next_begins(amount: str, unit: DurationUnit, last: date | None) -> None:
    assert last_day(date(2027, 7, 1), Duration(Decimal(amount), unit)) == last


def test_a_month_that_is_too_short_ends_on_its_last_day() -> None:
    assert months_after(date(2027, 1, 31), 1) == date(2027, 2, 28)
    assert months_after(date(2027, 11, 30), 3) == date(2028, 2, 29)
