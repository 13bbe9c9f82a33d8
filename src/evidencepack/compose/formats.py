# SPDX-License-Identifier: MPL-2.0
"""How a value prints: 15 February 2027, £58,000, 95%, 4 working hours, weekly. Spaces are plain; layout binds them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from evidencepack.compose.joining import and_list
from evidencepack.domain.values import (
    Attachment,
    Choices,
    Duration,
    DurationUnit,
    Frequency,
    Money,
    Number,
    Percentage,
    Reference,
    Scalar,
)
from evidencepack.library.model import Field

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
"""English names: the documents are in English whatever the computer speaks."""

_HOW_OFTEN = {
    Frequency.DAILY: ("daily", "day"),
    Frequency.WEEKLY: ("weekly", "week"),
    Frequency.FORTNIGHTLY: ("every two weeks", "two weeks"),
    Frequency.MONTHLY: ("monthly", "month"),
    Frequency.EVERY_6_WEEKS: ("every six weeks", "six weeks"),
    Frequency.QUARTERLY: ("every three months", "three months"),
    Frequency.SIX_MONTHLY: ("every six months", "six months"),
    Frequency.ANNUALLY: ("every year", "year"),
    Frequency.ON_EVENT: ("whenever it is needed", "time it is needed"),
}

_UNITS = {
    DurationUnit.MINUTES: "minute",
    DurationUnit.HOURS: "hour",
    DurationUnit.WORKING_HOURS: "working hour",
    DurationUnit.DAYS: "day",
    DurationUnit.WORKING_DAYS: "working day",
    DurationUnit.WEEKS: "week",
    DurationUnit.MONTHS: "month",
    DurationUnit.YEARS: "year",
}


def show(value: Scalar, field: Field) -> str:
    """Return a value as it stands in a sentence. A reference has no words of its own and gives its id."""
    if isinstance(value, Choices):
        return and_list([_label(field, chosen) for chosen in value.chosen])
    if isinstance(value, str) and not isinstance(value, Frequency):
        return _label(field, value)
    return next(printer(value) for known, printer in _PRINTERS.items() if isinstance(value, known))


def long_date(day: date) -> str:
    """Return 15 February 2027."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """Return 15 Feb 2027."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def month(day: date) -> str:
    """Return February 2027."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def how_often(frequency: Frequency) -> str:
    """Return the adverb: weekly, every six weeks."""
    return _HOW_OFTEN[frequency][0]


def period(frequency: Frequency) -> str:
    """Return the noun that goes with "each" or "every": week, six weeks."""
    return _HOW_OFTEN[frequency][1]


def how_long(duration: Duration) -> str:
    """Return 4 working hours, 1 day; no day at all is the same day."""
    noun = _UNITS[duration.unit]
    if not duration.amount and duration.unit in {DurationUnit.DAYS, DurationUnit.WORKING_DAYS}:
        return f"the same {noun}"
    return f"{_decimal(duration.amount)} {noun if duration.amount == 1 else noun + 's'}"


def with_window(duration: Duration) -> str:
    """Return the duration with the service hours in which it runs: 2 working days (Mon-Fri 09:00-17:00)."""
    return f"{how_long(duration)} ({duration.window})" if duration.window.strip() else how_long(duration)


def pounds(money: Money) -> str:
    """Return £58,000, or £58,000.50 where there are pence."""
    whole, pence = divmod(abs(money.pence), 100)
    sign = "-" if money.pence < 0 else ""
    return f"{sign}£{whole:,}.{pence:02}" if pence else f"{sign}£{whole:,}"


def _decimal(amount: Decimal) -> str:
    """Return the digits a person typed, with commas between thousands."""
    return f"{amount:,f}"


def _label(field: Field, text: str) -> str:
    """Return the words of a choice; any other text is what was typed."""
    return next((choice.label for choice in field.choices if choice.id == text), text)


_PRINTERS: Mapping[type, Callable[[Any], str]] = {
    bool: lambda value: "yes" if value else "no",
    Frequency: how_often,
    date: long_date,
    Money: pounds,
    Percentage: lambda value: f"{_decimal(value.per_cent)}%",
    Duration: how_long,
    Number: lambda value: f"{_decimal(value.amount)} {value.unit}".strip(),
    Reference: lambda value: value.record,
    Attachment: lambda value: value.name,
}
