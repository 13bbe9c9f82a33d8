# SPDX-License-Identifier: MPL-2.0
"""How much an answer can be: what lies outside can never be right, so nobody can type it, and a check finds it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from evidencepack.domain.values import Answer, Duration, DurationUnit, FieldType, Money, Number, Percentage
from evidencepack.library.model import Field

BOUNDED = frozenset({FieldType.NUMBER, FieldType.PERCENTAGE, FieldType.MONEY, FieldType.DURATION})
"""Types of field that can say how little and how much they take: in pounds, per cent, days or what they count."""

_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_HUNDRED_BILLION = 100_000_000_000
_TYPICAL: Mapping[FieldType, tuple[int, int]] = {
    FieldType.NUMBER: (0, 1_000_000_000),
    FieldType.PERCENTAGE: (0, 100),
    FieldType.MONEY: (0, _HUNDRED_BILLION),
    FieldType.DURATION: (0, 7_305),
}
_DAYS: Mapping[DurationUnit, Decimal] = {
    DurationUnit.MINUTES: 1 / Decimal(1440),
    DurationUnit.HOURS: 1 / Decimal(24),
    DurationUnit.WORKING_HOURS: 1 / Decimal(8),
    DurationUnit.DAYS: Decimal(1),
    DurationUnit.WORKING_DAYS: Decimal(1),
    DurationUnit.WEEKS: Decimal(7),
    DurationUnit.MONTHS: Decimal(30),
    DurationUnit.YEARS: Decimal(365),
}


def out_of_bounds(field: Field, value: Answer | None) -> str:
    """Return the sentence that says what to write instead of a value outside its bounds; empty for any other."""
    if isinstance(value, date):
        right = _FIRST_YEAR <= value.year <= _LAST_YEAR
        return (
            "" if right else f"The year {value.year:04} cannot be right. Write one from {_FIRST_YEAR} to {_LAST_YEAR}."
        )
    amount = _amount(value)
    if amount is None or field.type not in _TYPICAL:
        return ""
    least, most = bounds_of(field)
    return "" if least <= amount <= most else f"That cannot be right. {_wanted(field, least, most)}"


def bounds_of(field: Field) -> tuple[int, int]:
    """Return the least and the most that a field takes: its own, else what is usual for its type."""
    least, most = _TYPICAL[field.type]
    return least if field.least is None else field.least, most if field.most is None else field.most


def _amount(value: Answer | None) -> Decimal | None:
    match value:
        case Number():
            return value.amount
        case Percentage():
            return value.per_cent
        case Money():
            return Decimal(value.pence) / 100
        case Duration():
            return value.amount * _DAYS[value.unit]
    return None


def _wanted(field: Field, least: int, most: int) -> str:
    match field.type:
        case FieldType.MONEY:
            return f"Write an amount from £{least:,} to £{most:,}."
        case FieldType.PERCENTAGE:
            return f"Write a percentage from {least:,}% to {most:,}%."
        case FieldType.DURATION:
            return f"Write a length of time of {_long(most)} at most."
    return f"Write a number from {least:,} to {most:,}."


def _long(days: int) -> str:
    years = round(days / Decimal("365.25"))
    if days >= 2 * 365 and abs(days - years * Decimal("365.25")) < 2:
        return f"{years} years"
    return f"{days} day{'' if days == 1 else 's'}"
