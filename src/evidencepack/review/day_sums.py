# SPDX-License-Identifier: MPL-2.0
"""Sums with days: the last day of a time that begins on some day."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from evidencepack.domain.values import Duration, DurationUnit

_MONTHS = {DurationUnit.MONTHS: 1, DurationUnit.YEARS: 12}
_DAYS = {DurationUnit.DAYS: 1, DurationUnit.WEEKS: 7}


def last_day(start: date, length: Duration) -> date | None:
    """Return the last day of a time: three years from 1 July 2027 end on 30 June 2030. Hours have none."""
    if length.amount != int(length.amount):
        return None
    if length.unit in _MONTHS:
        return months_after(start, int(length.amount) * _MONTHS[length.unit]) - timedelta(days=1)
    if length.unit in _DAYS:
        return start + timedelta(days=int(length.amount) * _DAYS[length.unit] - 1)
    return None


def months_after(day: date, months: int) -> date:
    """Return the same day so many months later; the last of a month that is shorter."""
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
