# SPDX-License-Identifier: MPL-2.0
"""Times and amounts in plain words: "within an hour", "a 48-hour reply", "12 places a week", "forty hours a week"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from evidencepack.domain.values import Duration, DurationUnit
from evidencepack.review.cues import cue, lacks

_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen")
_TEENS = ("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
NUMBERS = {word: number for number, word in enumerate((*_ONES, *_TEENS), start=1)} | {
    **{word: number * 10 for number, word in enumerate(_TENS, start=2)},
    **{
        f"{ten}-{one}": number * 10 + last
        for number, ten in enumerate(_TENS, 2)
        for last, one in enumerate(_ONES[:9], 1)
    },
    "a couple of": 2,
    "a dozen": 12,
    "half a dozen": 6,
    "a hundred": 100,
    "one hundred": 100,
    "two hundred": 200,
}
"""Numbers in words, in small letters."""

_WORDS = "|".join(sorted(NUMBERS, key=len, reverse=True)).replace("-", "[ -]")
NUMBER = rf"(?P<number>\d+(?:,\d{{3}})*(?:\.\d+)?|{_WORDS})"
"""A pattern of a number, in figures or in words."""

_ARTICLE = (
    r"(?P<article>(?<=\bwithin )(?:half an?|an?|the)|(?<=\bin )(?:half an?|an?)|(?<=\binside )an?|(?<=\bunder )an?|"
    r"half an|"
    r"an?(?= (?:week|fortnight|month|year)[’']s (?:written )?notice))"
)
_UNITS = {
    "minute": DurationUnit.MINUTES,
    "min": DurationUnit.MINUTES,
    "hour": DurationUnit.HOURS,
    "hr": DurationUnit.HOURS,
    "h": DurationUnit.HOURS,
    "working hour": DurationUnit.WORKING_HOURS,
    "day": DurationUnit.DAYS,
    "working day": DurationUnit.WORKING_DAYS,
    "week": DurationUnit.WEEKS,
    "fortnight": DurationUnit.WEEKS,
    "month": DurationUnit.MONTHS,
    "year": DurationUnit.YEARS,
}
_WORKING = re.compile(r"\b(?:business|office|clear working)\b", re.IGNORECASE)
_WHOLE = re.compile(r"\b(?:calendar|clear|full|consecutive) ", re.IGNORECASE)
_IN = {
    DurationUnit.MINUTES: (1, "minutes"),
    DurationUnit.HOURS: (60, "minutes"),
    DurationUnit.DAYS: (1440, "minutes"),
    DurationUnit.WEEKS: (10080, "minutes"),
    DurationUnit.YEARS: (12, "months"),
}
TIME = re.compile(
    rf"(?<![\w£.,-])(?:{NUMBER}|{_ARTICLE})(?:[ -]|(?=(?:h|hrs?|mins?)\b))"
    r"(?P<unit>(?:(?:(?:clear )?working|business|office|calendar|clear|full|consecutive)[ -])?"
    r"(?:minute|min|hour|hr|h|day|week|fortnight|month|year)(?=s?(?![\w-])))s?",
    re.IGNORECASE,
)
"""Finds a length of time: a number, or "an" behind "within", and a unit."""

_RATE = re.compile(r" (?:a|an|per|each|every) (?P<period>day|night|week|fortnight|month|year)\b", re.IGNORECASE)
_SORT_OF_TIME = re.compile(
    rf"(?<![\w£.,-]){NUMBER} (?!working|business)(?:paid |[a-z]+ing )(?P<unit>day|hour)s "
    r"(?:a|per|each|every) (?P<period>week|month|year)\b",
    re.IGNORECASE,
)
_FULL_TIME = re.compile(rf"(?<![\w£.,-]){NUMBER} (?:FTE|full-time(?: equivalent)?)(?![\w-])", re.IGNORECASE)
_AMOUNT = re.compile(
    rf"(?<![\w£.,-]){NUMBER}(?P<between>(?: [a-z-]+){{0,2}}?) (?P<noun>people|[a-z-]{{3,}}s)(?![\w-])"
    r"(?: (?:a|per|each|every) (?P<period>day|week|month|year))?",
    re.IGNORECASE,
)
_STRONG = re.compile(
    rf"(?<![\w£.,-]){NUMBER}-(?P<noun>bed|place|room|flat|seat|person|strong|member)(?:room)?(?:ed)?(?![\w])",
    re.IGNORECASE,
)
_ONLY_ONE = re.compile(
    r"\b(?:only one|just one|a single|one full-time) (?P<noun>[a-z-]{3,})(?<!s)(?![\w-])", re.IGNORECASE
)
_PERIODS = cue("day night week fortnight month year FTE full")
_TEAM = {"strong": "staff", "person": "people", "member": "members"}
_STOPS = frozenset(
    {"a", "an", "and", "at", "each", "for", "from", "in", "is", "more", "of", "on", "or", "per", "than", "the", "to"}
)


@dataclass(frozen=True, slots=True)
class SpokenAmount:
    """A number of things as it was written: what is counted, in which period (empty for none), and how many."""

    words: str
    counted: tuple[str, str]
    number: Decimal


def rates(text: str) -> Iterator[SpokenAmount]:
    """Yield how much time there is in a period, "40 hours a week", and how many full-time people: "1.4 FTE"."""
    if lacks(text, _PERIODS):
        return
    for found in TIME.finditer(text):
        period = _RATE.match(text, found.end())
        if period and found["number"]:
            unit = found["unit"].replace("-", " ").casefold()
            counted = f"{unit}s", period["period"].casefold()
            yield SpokenAmount(found[0] + period[0], counted, _number(found["number"]))
    for found in _SORT_OF_TIME.finditer(text):
        yield SpokenAmount(
            found[0], (f"{found['unit'].casefold()}s", found["period"].casefold()), _number(found["number"])
        )
    for found in _FULL_TIME.finditer(text):
        yield SpokenAmount(found[0], ("full-time", ""), _number(found["number"]))


def length_of(found: re.Match[str]) -> tuple[Decimal, str]:
    """Return what a length of time comes to, in a unit in which it can be compared."""
    word = _WHOLE.sub("", _WORKING.sub("working", found["unit"].replace("-", " ").casefold()))
    half = bool(found["article"]) and "half" in found["article"].casefold()
    number = _number(found["number"]) if found["number"] else Decimal("0.5" if half else "1")
    return in_common(Duration(number * 2 if word == "fortnight" else number, _UNITS[word]))


def in_common(time: Duration) -> tuple[Decimal, str]:
    """Return a length of time in a unit in which it can be compared: a day is 24 hours, and no working day."""
    times, unit = _IN.get(time.unit, (1, time.unit.value))
    return time.amount * times, unit


def amounts(text: str) -> Iterator[SpokenAmount]:
    """Yield the numbers of things in some words: "12 sessions a week", "six furnished flats"."""
    for found in _AMOUNT.finditer(text):
        noun = found["noun"].casefold()
        between = found["between"].casefold().split()
        if noun.removesuffix("s") in _UNITS or set(between) & (_STOPS | _UNITS.keys()) or "working" in between:
            continue
        yield SpokenAmount(found[0], (noun, (found["period"] or "").casefold()), _number(found["number"]))

    for found in _STRONG.finditer(text) if "-" in text else ():
        noun = found["noun"].casefold()
        yield SpokenAmount(found[0], (_TEAM.get(noun, f"{noun}s"), ""), _number(found["number"]))
    for found in _ONLY_ONE.finditer(text) if "one " in text or "single" in text else ():
        yield SpokenAmount(found[0], (f"{found['noun'].casefold()}s", ""), Decimal(1))


def _number(words: str) -> Decimal:
    known = NUMBERS.get(words.casefold(), NUMBERS.get(words.casefold().replace(" ", "-")))
    return Decimal(known) if known else Decimal(words.replace(",", ""))
