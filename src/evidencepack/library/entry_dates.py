# SPDX-License-Identifier: MPL-2.0
"""Dates as people in the UK type them: day first, months by name or number, years of two digits or four."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from evidencepack.library.entry_slip import SlipError

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
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NEAR = {"yesterday": -1, "today": 0, "tomorrow": 1}
_WEEKDAY = re.compile(r"(?P<weekday>mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+(?P<rest>.+)", re.IGNORECASE)
_ISO = re.compile(r"(?P<year>[0-9]{4})[-/.](?P<month>[0-9]{1,2})[-/.](?P<day>[0-9]{1,2})")
_NUMBERS = re.compile(r"(?P<day>[0-9]{1,2})[-/. ](?P<month>[0-9]{1,2})[-/. ](?P<year>[0-9]{4}|[0-9]{2})")
_NAMED = re.compile(
    r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?(?:\s+of)?[-/.\s]*(?P<month>[a-z]{3,9})\.?,?[-/.\s]*(?P<year>[0-9]{4}|[0-9]{2})",
    re.IGNORECASE,
)
_NO_DATE = "“{}” is not a date. Write it like 15 February 2027."


def date_text(day: date) -> str:
    """Return 15 February 2027; always with four digits of year, so that it reads back."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year:04}"


def read_date(text: str, today: date) -> date:
    """Read a date; "today", "tomorrow" and "yesterday" are counted from ``today``.

    Raises:
        SlipError: if it is no date, no day of the calendar, or not the weekday written before it.
    """
    text = " ".join(text.split())
    if text.lower() in _NEAR:
        return today + timedelta(days=_NEAR[text.lower()])
    found = _WEEKDAY.fullmatch(text)
    day = _read_day(found["rest"] if found else text, text)
    if found and not _DAYS[day.weekday()].startswith(found["weekday"].lower()):
        raise SlipError(f"{date_text(day)} is a {_DAYS[day.weekday()].title()}. Check the day or the date.")
    return day


def _read_day(text: str, typed: str) -> date:
    for form in (_ISO, _NUMBERS, _NAMED):
        if found := form.fullmatch(text):
            return _on_calendar(_year(found["year"]), _month(found["month"], typed), int(found["day"]))
    raise SlipError(_NO_DATE.format(typed))


def _year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _month(text: str, typed: str) -> int:
    if text.isdecimal():
        return int(text)
    wanted = "sep" if text.lower() == "sept" else text.lower()
    for number, name in enumerate(MONTHS, start=1):
        if name.lower().startswith(wanted):
            return number
    raise SlipError(_NO_DATE.format(typed))


def _on_calendar(year: int, month: int, day: int) -> date:
    if not 1 <= month <= 12:
        raise SlipError(f"There is no month {month}. Write the day first, like 15 February 2027.")
    if year < 1:
        raise SlipError("There is no year 0. Write the year with four digits.")
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        raise SlipError(f"{MONTHS[month - 1]} {year} has no day {day}.")
    return date(year, month, day)
