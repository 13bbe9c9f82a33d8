# SPDX-License-Identifier: MPL-2.0
"""Money, percentages, durations and numbers with units, as people type them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from evidencepack.domain.values import Duration, DurationUnit, Money, Number, Percentage
from evidencepack.library.entry_slip import SlipError, quoted

_DIGITS = r"(?P<digits>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?|\.[0-9]+)"
_SIGN = r"(?P<sign>[-\u2212]?)"
_MONEY = re.compile(
    rf"{_SIGN}\s*(?:\u00a3|gbp)?\s*{_DIGITS}\s*(?P<times>k|m|million|thousand)?(?:\s*gbp)?", re.IGNORECASE
)
_PERCENTAGE = re.compile(rf"{_SIGN}\s*{_DIGITS}\s*(?:%|per\s?cent)?", re.IGNORECASE)
_NUMBER = re.compile(rf"{_SIGN}\s*{_DIGITS}\s*(?P<unit>.*)", re.DOTALL)
_DURATION = re.compile(
    rf"(?:within\s+|in\s+)?(?:{_SIGN}\s*{_DIGITS}|(?P<word>[a-z]+))\s*(?P<unit>[a-z_]+(?:\s[a-z]+)?)(?:\s*,\s*(?P<window>.*))?",
    re.IGNORECASE | re.DOTALL,
)
_DAY = re.compile(
    r"(?:within|in|by|on)?\s*(?:the\s+)?(?P<end>end\s+of\s+)?(?:the\s+)?(?P<which>same|next)?\s*"
    r"(?P<sort>(?:working|work|business)\s+)?day(?:\s*,\s*(?P<window>.*))?",
    re.IGNORECASE | re.DOTALL,
)
_TIMES = {"k": 1000, "thousand": 1000, "m": 1_000_000, "million": 1_000_000}
_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_COUNTS = {word: number for number, word in enumerate(_WORDS) if number} | {"a": 1, "an": 1}
_MOST_DIGITS = 15

_UNITS: Mapping[DurationUnit, tuple[str, ...]] = {
    DurationUnit.MINUTES: ("minute", "min"),
    DurationUnit.HOURS: ("hour", "hr", "h"),
    DurationUnit.WORKING_HOURS: ("working hour", "work hour", "working_hour"),
    DurationUnit.DAYS: ("day", "calendar day", "d"),
    DurationUnit.WORKING_DAYS: ("working day", "work day", "working_day", "business day"),
    DurationUnit.WEEKS: ("week", "wk"),
    DurationUnit.MONTHS: ("month",),
    DurationUnit.YEARS: ("year", "yr"),
}
_SAME_DAY = (DurationUnit.DAYS, DurationUnit.WORKING_DAYS)
_UNIT_WORDS = {word + ending: unit for unit, words in _UNITS.items() for word in words for ending in ("", "s")}


def money_text(money: Money) -> str:
    """Return £58,000, or £58,000.50 where there are pence."""
    pounds, pence = divmod(abs(money.pence), 100)
    sign = "-" if money.pence < 0 else ""
    return f"{sign}\u00a3{pounds:,}.{pence:02}" if pence else f"{sign}\u00a3{pounds:,}"


def read_money(text: str) -> Money:
    """Read pounds and pence, with or without the pound sign and commas; 58k and 1.2m count too.

    Raises:
        SlipError: if it is no amount of pounds and whole pence, or less than nothing.
    """
    found = _MONEY.fullmatch(text.strip())
    if not found:
        raise SlipError(f"{quoted(text)} is not an amount of money. Write it like \u00a358,000 or \u00a358,000.50.")
    _refuse_less_than_nothing(found, "An amount of money")
    pence = _amount(found) * 100 * _TIMES.get((found["times"] or "").lower(), 1)
    if pence != pence.to_integral_value():
        raise SlipError("Money goes down to whole pence. Write it like \u00a358,000.50.")
    return Money(int(pence))


def percentage_text(percentage: Percentage) -> str:
    """Return 95% or 12.5%."""
    return f"{percentage.per_cent:f}%"


def read_percentage(text: str) -> Percentage:
    """Read a percentage, with or without its sign.

    Raises:
        SlipError: if it is no number, or less than nothing.
    """
    found = _PERCENTAGE.fullmatch(text.strip())
    if not found:
        raise SlipError(f"{quoted(text)} is not a percentage. Write it like 95% or 12.5%.")
    _refuse_less_than_nothing(found, "A percentage")
    return Percentage(_amount(found))


def number_text(number: Number) -> str:
    """Return 12 sessions a week, or 12."""
    return f"{number.amount:f} {number.unit}".strip()


def read_number(text: str, units: tuple[str, ...], *, any_unit: bool = False) -> Number:
    """Read an amount and its unit. Where the field lists units it is one of them; a sole unit need not be typed.

    Where it lists none, nothing may stand behind the number, unless the field takes any unit.

    Raises:
        SlipError: if there is no number, or the unit is not one of the list, or there should be none.
    """
    found = _NUMBER.fullmatch(text.strip())
    if not found:
        raise SlipError(f"{quoted(text)} is not a number. Write digits first, like 12{_unit_hint(units)}.")
    unit = " ".join(found["unit"].split())
    known = {word.casefold(): word for word in units}
    if unit and not (units or any_unit):
        raise SlipError(f"{quoted(text)} is more than a number. Write the number alone, like 12.")
    if not units:
        return Number(_amount(found), unit)
    if not unit and len(units) == 1:
        return Number(_amount(found), units[0])
    if unit.casefold() not in known:
        if len(units) == 1:
            raise SlipError(f"{quoted(text)} is not a number of {units[0]}. Write the number alone, like 12.")
        raise SlipError(f"Say what the number counts: {', '.join(units)}.")
    return Number(_amount(found), known[unit.casefold()])


def duration_text(duration: Duration) -> str:
    """Return 2 working days, or 2 working days, Monday to Friday 9 to 5; no day at all is the same day."""
    noun = _UNITS[duration.unit][0]
    length = f"{duration.amount:f} {noun if duration.amount == 1 else noun + 's'}"
    if not duration.amount and duration.unit in _SAME_DAY:
        length = f"same {noun}"
    return f"{length}, {duration.window}" if duration.window else length


def read_duration(text: str) -> Duration:
    """Read a length of time; after a comma, the service hours in which it runs.

    "Same day" is 0 days and "next working day" 1 working day.

    Raises:
        SlipError: if there is no number or no unit of time, or it is less than nothing.
    """
    if day := _day(text.strip()):
        return day
    found = _DURATION.fullmatch(text.strip())
    unit = _UNIT_WORDS.get(" ".join(found["unit"].lower().split())) if found else None
    word = found["word"] if found else None
    if not found or unit is None or (word and word.lower() not in _COUNTS):
        raise SlipError(f"{quoted(text)} is not a length of time. Write it like 4 hours, same day or 2 working days.")
    _refuse_less_than_nothing(found, "A length of time")
    amount = Decimal(_COUNTS[word.lower()]) if word else _amount(found)
    return Duration(amount, unit, (found["window"] or "").strip())


def _day(text: str) -> Duration | None:
    """Return the length of time that "same day", "next working day" or "end of the day" means; None for other words."""
    found = _DAY.fullmatch(text)
    if not found or not (found["which"] or found["end"]):
        return None
    unit = DurationUnit.WORKING_DAYS if found["sort"] else DurationUnit.DAYS
    return Duration(Decimal((found["which"] or "").lower() == "next"), unit, (found["window"] or "").strip())


def _refuse_less_than_nothing(found: re.Match[str], what: str) -> None:
    if found["sign"]:
        raise SlipError(f"{what} cannot be less than nothing. Write it without the minus sign.")


def _amount(found: re.Match[str]) -> Decimal:
    digits = found["digits"].replace(",", "")
    if len(digits) > _MOST_DIGITS:
        raise SlipError(f"Write no more than {_MOST_DIGITS} digits.")
    return -Decimal(digits) if found["sign"] else Decimal(digits)


def _unit_hint(units: tuple[str, ...]) -> str:
    return f" {units[0]}" if units else ""
