# SPDX-License-Identifier: MPL-2.0
"""Dates as people say them from where they stand: "1 dec", "next friday", "in 2 weeks", "end of march".

What two people could understand in two ways is refused with a sentence; nothing is guessed.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta

from evidencepack.library.entry_dates import DAYS, date_text, month_of, no_date, on_calendar, read_full_date
from evidencepack.library.entry_slip import SlipError

_NEAR = {"yesterday": -1, "today": 0, "tomorrow": 1}
_COUNT = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBER = {"a": 1, "an": 1, **{word: number for number, word in enumerate(_COUNT, start=1)}}
_LENGTHS = {"day": 1, "week": 7, "fortnight": 14}
_LEAP_DAY = (2, 29)
_DAY = r"(?P<weekday>mon|tues?|wed|thu|thurs?|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
_WEEKDAY_FIRST = re.compile(r"(?P<weekday>mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+(?P<rest>.*[0-9].*)")
_NO_YEAR = re.compile(
    r"(?P<day>[0-9]{1,2})"
    r"(?:(?:st|nd|rd|th)?(?: of)?[-/. ]*(?P<month>[a-z]{3,9})\.?|(?:/|\. ?)(?P<number>[0-9]{1,2})\.?)"
)
_ON_A_DAY = re.compile(rf"(?:(?P<which>next|this|on|coming|last) )?{_DAY}")
_LATER = re.compile(
    r"(?P<in>in )?(?P<count>[0-9]{1,3}|[a-z]+) (?P<unit>day|week|fortnight|month|year)s?(?(in)| from (?:now|today))"
)
_EDGE = re.compile(
    r"(?:the )?(?P<edge>end|start|beginning)(?: of)? (?:the )?(?P<what>[a-z ]+?)(?: (?P<year>[0-9]{4}))?"
)


def read_date(text: str, today: date) -> date:
    """Read a date; one without a year is the next that comes, and what is said from now on is counted from ``today``.

    Raises:
        SlipError: if it is no date, no day of the calendar, not the weekday written before it, or can be meant in two
            ways.
    """
    said = " ".join(text.split())
    found = _WEEKDAY_FIRST.fullmatch(said.casefold())
    day = _read(found["rest"] if found else said.casefold(), said, today)
    if found and not DAYS[day.weekday()].casefold().startswith(found["weekday"]):
        raise SlipError(f"{date_text(day)} is a {DAYS[day.weekday()]}. Check the day or the date.")
    return day


def _read(text: str, said: str, today: date) -> date:
    if text in _NEAR:
        return today + timedelta(days=_NEAR[text])
    for form, reads in _FORMS:
        if found := form.fullmatch(text):
            day = reads(found, today)
            if day is not None:
                return day
    return _full(text, said)


def _full(text: str, said: str) -> date:
    try:
        return read_full_date(text)
    except SlipError as slip:
        raise (SlipError(no_date(said)) if str(slip) == no_date(text) else slip) from slip


def _without_year(found: re.Match[str], today: date) -> date | None:
    """Return the next such day that comes, today included; 29 February waits for its year."""
    month, day = month_of(found["month"] or found["number"]), int(found["day"])
    if not month:
        return None
    for first in (today.year + (1 <= month < today.month), today.year + 1):
        found_day = on_calendar(_leap(first) if (month, day) == _LEAP_DAY else first, month, day)
        if found_day >= today:
            break
    return found_day


def _leap(year: int) -> int:
    return next(one for one in range(year, year + 9) if calendar.isleap(one))


def _on_a_day(found: re.Match[str], today: date) -> date:
    """Return a weekday: the one of next week, or the one that comes in this week or the next."""
    which, wanted = (
        found["which"],
        next(at for at, name in enumerate(DAYS) if name.lower().startswith(found["weekday"][:3])),
    )
    name, monday = DAYS[wanted], today - timedelta(days=today.weekday())
    if which == "next":
        return monday + timedelta(days=7 + wanted)
    if which == "last":
        # In this week or the one before, the nearest that is over: what people mean who say it in speech.
        return today - timedelta(days=(today.weekday() - wanted - 1) % 7 + 1)
    if wanted == today.weekday():
        raise SlipError(f"Today is a {name}. Write today, or next {name}.")
    if which == "this" and wanted < today.weekday():
        raise SlipError(f"The {name} of this week is over. Write next {name}, or the date.")
    return today + timedelta(days=(wanted - today.weekday()) % 7)


def _later(found: re.Match[str], today: date) -> date | None:
    """Return the day after a number of days, weeks, months or years."""
    count = int(found["count"]) if found["count"].isdecimal() else _NUMBER.get(found["count"], 0)
    if not count:
        return None
    if found["unit"] in _LENGTHS:
        return today + timedelta(days=count * _LENGTHS[found["unit"]])
    months = today.month - 1 + count * (12 if found["unit"] == "year" else 1)
    return on_calendar(today.year + months // 12, months % 12 + 1, today.day)


def _edge(found: re.Match[str], today: date) -> date | None:
    """Return the first or the last day of a month or a year that is named, the next that comes if no year is."""
    first, year = found["edge"] != "end", found["year"]
    what = found["what"].removeprefix("this ")
    if what in {"month", "next month"} and not year:
        months = today.month - 1 + (what != "month")
        return _edge_of(today.year + months // 12, months % 12 + 1, first=first)
    if what in {"year", "next year"} and not year:
        return date(today.year + (what != "year"), 1, 1) if first else date(today.year + (what != "year"), 12, 31)
    month = month_of(what)
    if not month:
        return None
    here = _edge_of(int(year or today.year), month, first=first)
    return here if year or here >= today else _edge_of(today.year + 1, month, first=first)


def _edge_of(year: int, month: int, *, first: bool) -> date:
    return on_calendar(year, month, 1 if first else calendar.monthrange(max(year, 1), month)[1])


_Reads = Callable[[re.Match[str], date], date | None]
_FORMS: tuple[tuple[re.Pattern[str], _Reads], ...] = (
    (_NO_YEAR, _without_year),
    (_ON_A_DAY, _on_a_day),
    (_LATER, _later),
    (_EDGE, _edge),
)
