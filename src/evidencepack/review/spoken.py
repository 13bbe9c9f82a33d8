# SPDX-License-Identifier: MPL-2.0
"""Times and amounts in plain words: "within an hour", "a 48-hour reply", "12 places a week", "forty hours a week"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from evidencepack.domain.values import Duration, DurationUnit

_NUMBERS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "ninety": 90,
}
_NUMBER = rf"(?P<number>\d+(?:,\d{{3}})*(?:\.\d+)?|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_ARTICLE = r"(?P<article>(?<=\bwithin )(?:half an?|an?|the)|(?<=\bin )(?:half an?|an?)|(?<=\bunder )an?)"
_UNITS = {
    "minute": DurationUnit.MINUTES,
    "hour": DurationUnit.HOURS,
    "working hour": DurationUnit.WORKING_HOURS,
    "day": DurationUnit.DAYS,
    "working day": DurationUnit.WORKING_DAYS,
    "week": DurationUnit.WEEKS,
    "fortnight": DurationUnit.WEEKS,
    "month": DurationUnit.MONTHS,
}
_IN = {DurationUnit.MINUTES: (1, "minutes"), DurationUnit.HOURS: (60, "minutes")} | {
    DurationUnit.DAYS: (1, "days"),
    DurationUnit.WEEKS: (7, "days"),
}
_TIME = re.compile(
    rf"(?<![\w£.,-])(?:{_NUMBER}|{_ARTICLE})[ -]"
    r"(?P<unit>(?:working[ -])?(?:minute|hour|day|week|fortnight|month)(?=s?(?![\w-])))s?",
    re.IGNORECASE,
)
_RATE = re.compile(r" (?:a|an|per|each|every) (?P<period>day|night|week|fortnight|month|year)\b", re.IGNORECASE)
_EVERY = re.compile(r"\b(?:every|each)\s*$", re.IGNORECASE)
_FULL_TIME = re.compile(rf"(?<![\w£.,-]){_NUMBER} (?:FTE|full-time(?: equivalent)?)(?![\w-])", re.IGNORECASE)
_NO_PROMISE_BEFORE = re.compile(
    r"\b(?:for|of|over|every|open|first|last|next|after|takes?|up to|about)\s*$", re.IGNORECASE
)
_PROMISE_BEFORE = re.compile(r"\b(?:with)?in\s*$|\bunder\s*$", re.IGNORECASE)
_NO_PROMISE_AFTER = re.compile(
    r"\s*(?:(?:a|an|per|each|every)\s+(?:day|week|month|year|night)\b|(?:of|ago|later|long|old|services?|line|cover|"
    r"support|course|notice|programme|before|after)\b|[’']\s)",
    re.IGNORECASE,
)
_AMOUNT = re.compile(
    rf"(?<![\w£.,-]){_NUMBER}(?P<between>(?: [a-z-]+){{0,2}}?) (?P<noun>people|[a-z-]{{3,}}s)(?![\w-])"
    r"(?: (?:a|per|each|every) (?P<period>day|week|month|year))?",
    re.IGNORECASE,
)
_STOPS = frozenset(
    {"a", "an", "and", "at", "each", "for", "from", "in", "is", "more", "of", "on", "or", "per", "than", "the", "to"}
)


@dataclass(frozen=True, slots=True)
class SpokenTime:
    """A length of time as it was written, what it comes to in a unit that can be compared, and where it begins."""

    words: str
    length: tuple[Decimal, str]
    start: int = 0


@dataclass(frozen=True, slots=True)
class SpokenAmount:
    """A number of things as it was written: what is counted, in which period (empty for none), and how many."""

    words: str
    counted: tuple[str, str]
    number: Decimal


def promised_times(text: str) -> Iterator[SpokenTime]:
    """Yield the times in which something is promised; how long or how often something is done is none."""
    for found in _TIME.finditer(text):
        before, after = text[: found.start()], text[found.end() :]
        within = _PROMISE_BEFORE.search(before) and after.lstrip().startswith(("of ", "after "))
        if within or not (_NO_PROMISE_BEFORE.search(before) or _NO_PROMISE_AFTER.match(after)):
            yield SpokenTime(found[0], _length(found), found.start())


def all_times(text: str) -> Iterator[tuple[Decimal, str]]:
    """Yield every length of time that is named, whatever for."""
    yield from (_length(found) for found in _TIME.finditer(text))


def lengths(text: str) -> Iterator[SpokenTime]:
    """Yield how long something lasts: the times in which nothing is promised, and which are no part of a rhythm."""
    promised = {time.start for time in promised_times(text)}
    for found in _TIME.finditer(text):
        rhythm = _RATE.match(text, found.end()) or _EVERY.search(text[: found.start()])
        if found.start() not in promised and not rhythm:
            yield SpokenTime(found[0], _length(found), found.start())


def rates(text: str) -> Iterator[SpokenAmount]:
    """Yield how much time there is in a period, "40 hours a week", and how many full-time people: "1.4 FTE"."""
    for found in _TIME.finditer(text):
        period = _RATE.match(text, found.end())
        if period and found["number"]:
            unit = found["unit"].replace("-", " ").casefold()
            counted = f"{unit}s", period["period"].casefold()
            yield SpokenAmount(found[0] + period[0], counted, _number(found["number"]))
    for found in _FULL_TIME.finditer(text):
        yield SpokenAmount(found[0], ("full-time", ""), _number(found["number"]))


def _length(found: re.Match[str]) -> tuple[Decimal, str]:
    word = found["unit"].replace("-", " ").casefold()
    half = bool(found["article"]) and "half" in found["article"].casefold()
    number = _number(found["number"]) if found["number"] else Decimal("0.5" if half else "1")
    return in_common(Duration(number * 2 if word == "fortnight" else number, _UNITS[word]))


def in_common(time: Duration) -> tuple[Decimal, str]:
    """Return a length of time in a unit in which it can be compared: 2 hours are 120 minutes, and no working hours."""
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


def _number(words: str) -> Decimal:
    known = _NUMBERS.get(words.casefold())
    return Decimal(known) if known else Decimal(words.replace(",", ""))
