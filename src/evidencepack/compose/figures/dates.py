# SPDX-License-Identifier: MPL-2.0
"""Dates of what comes round: every other week, or the third Thursday of a month."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from types import MappingProxyType

from evidencepack.domain.values import Frequency

_DAYS: Mapping[Frequency, int] = MappingProxyType({Frequency.FORTNIGHTLY: 14, Frequency.EVERY_6_WEEKS: 42})
_MONTHS: Mapping[Frequency, int] = MappingProxyType(
    {Frequency.MONTHLY: 1, Frequency.QUARTERLY: 3, Frequency.SIX_MONTHLY: 6, Frequency.ANNUALLY: 12}
)
_WEEK, _MOST_WEEKS = 7, 4


def has_dates(frequency: Frequency) -> bool:
    """Say whether meetings of this frequency are few enough for a date each: neither daily, weekly nor as needed."""
    return frequency in _DAYS or frequency in _MONTHS


def dates_from(first: date, frequency: Frequency, before: date) -> Iterator[date]:
    """Yield the dates from the first one on, before another.

    Months keep the weekday and its place in the month: from a third Thursday on, every third Thursday; what falls on a
    fifth weekday stays on the last one.
    """
    step, months = _DAYS.get(frequency), _MONTHS.get(frequency, 12)
    day, turn = first, 0
    while day < before:
        yield day
        turn += 1
        day = first + timedelta(days=turn * step) if step else same_weekday(first, turn * months)


def same_weekday(first: date, months: int) -> date:
    """Return the date so many months later, on the same weekday in the same week of the month."""
    begin = months_later(first, months)
    place = (first.day - 1) // _WEEK
    day = begin + timedelta(days=(first.weekday() - begin.weekday()) % _WEEK + _WEEK * min(place, _MOST_WEEKS - 1))
    fifth = day + timedelta(days=_WEEK)
    return fifth if place == _MOST_WEEKS and fifth.month == day.month else day


def months_later(day: date, months: int) -> date:
    """Return the first of the month so many months later, or earlier."""
    count = day.year * 12 + day.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def months_between(first: date, last: date) -> int:
    """Return how many months one date's month comes after another's."""
    return (last.year - first.year) * 12 + last.month - first.month
