# SPDX-License-Identifier: MPL-2.0
"""Dates as people in the UK type them: day first, months by name or number, years of two digits or four."""

from __future__ import annotations

import re
from datetime import date

from evidencepack.library.entry_slip import SlipError, quoted

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ISO = re.compile(r"(?P<year>[0-9]{4})[-/.](?P<month>[0-9]{1,2})[-/.](?P<day>[0-9]{1,2})")
_NUMBERS = re.compile(r"(?P<day>[0-9]{1,2})[-/. ](?P<month>[0-9]{1,2})[-/. ](?P<year>[0-9]{4}|[0-9]{2})")
_NAMED = re.compile(
    r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?(?:\s+of)?[-/.\s]*(?P<month>[a-z]{3,9})\.?,?[-/.\s]*(?P<year>[0-9]{4}|[0-9]{2})",
    re.IGNORECASE,
)
_SHORTEST = 3
_NO_MONTH = 100
"""Month 0 is no month of the calendar either, and says so like month 13."""


def date_text(day: date) -> str:
    """Return 15 February 2027; always with four digits of year, so that it reads back."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year:04}"


def day_text(day: date) -> str:
    """Return Monday 15 February 2027."""
    return f"{DAYS[day.weekday()]} {date_text(day)}"


def ordinal(number: int) -> str:
    """Return 1st, 22nd, 23rd, 30th."""
    teen = 10 < number % 100 < 14
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def read_full_date(text: str) -> date:
    """Read a date that names its year.

    Raises:
        SlipError: if it is no such date, or no day of the calendar.
    """
    for form in (_ISO, _NUMBERS, _NAMED):
        if found := form.fullmatch(text):
            month = month_of(found["month"])
            if month:
                return on_calendar(_year(found["year"]), month, int(found["day"]))
    raise SlipError(no_date(text))


def no_date(text: str) -> str:
    """Return the sentence that says that a text is no date, and how to write one."""
    return f"{quoted(text)} is not a date. Write it like 15 February 2027."


def month_of(text: str) -> int:
    """Return the number of a month that is written as a number, or as a name of three letters and more; 0 for none."""
    if text.isdecimal():
        return int(text) or _NO_MONTH
    wanted = "sep" if text.lower() == "sept" else text.lower()
    known = (number for number, name in enumerate(MONTHS, start=1) if name.lower().startswith(wanted))
    return next(known, 0) if len(wanted) >= _SHORTEST else 0


def _year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def on_calendar(year: int, month: int, day: int) -> date:
    """Return a day of the calendar.

    Raises:
        SlipError: if there is no such month, year or day.
    """
    if not 1 <= month <= 12:
        raise SlipError(
            f"There is no month {0 if month == _NO_MONTH else month}. Write the day first, like 15 February 2027."
        )
    if year < 1:
        raise SlipError("There is no year 0. Write the year with four digits.")
    import calendar  # reads the names of days in every language; only a day that is typed is looked up

    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        edge = f"last is the {ordinal(last)}" if day else "first is the 1st"
        raise SlipError(f"{MONTHS[month - 1]} {year} has no day {day}: its {edge}.")
    return date(year, month, day)
