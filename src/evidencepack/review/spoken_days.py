# SPDX-License-Identifier: MPL-2.0
"""Days in plain words: "12 a week", "on the second Friday", "Monday to Friday", "at all hours"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from evidencepack.domain.values import Frequency

_PERIOD = re.compile(r"\b(?:a|per) (?P<period>day|week|month|year)\b", re.IGNORECASE)
_PERIODS = {
    "day": Frequency.DAILY,
    "week": Frequency.WEEKLY,
    "month": Frequency.MONTHLY,
    "year": Frequency.ANNUALLY,
}
_ALWAYS = re.compile(
    r"\b(?:day and night|(?:at )?all hours|(?:a)?round the clock|24/7|24 hours a day|24[ -]hour)\b", re.IGNORECASE
)
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun"
_NTH = {"1st": "first", "2nd": "second", "3rd": "third", "4th": "fourth"}
_ON = re.compile(
    rf"\b(?:(?P<nth>first|second|third|fourth|last|1st|2nd|3rd|4th) )?(?P<day>{_DAY})s?"
    rf"(?:(?:–|-| to )(?P<until>{_DAY}))?\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class SpokenDay:
    """Words that say when or how often, and what of them can be compared."""

    words: str
    value: str


def periods(text: str) -> Iterator[str]:
    """Yield the rhythms that amounts imply: "12 sessions a week" is something that happens every week."""
    yield from (_PERIODS[found["period"].casefold()].value for found in _PERIOD.finditer(text))


def always(text: str) -> Iterator[SpokenDay]:
    """Yield what says that something is there day and night."""
    yield from (SpokenDay(found[0], "always") for found in _ALWAYS.finditer(text))


def weekdays(text: str) -> Iterator[SpokenDay]:
    """Yield each day of the week that is named, and which one of a month; "Monday to Friday" is five of them."""
    for found in _ON.finditer(text):
        # "sat" and "sun" are words too: short forms count with a capital letter only.
        if found["day"][0].isupper():
            first = _number(found["day"])
            last = _number(found["until"]) if found["until"] else first
            nth = (found["nth"] or "").casefold()
            for day in range(first, last + 1):
                yield SpokenDay(found[0], f"{_NTH.get(nth, nth)} {_DAYS[day]}".strip())


def _number(word: str) -> int:
    return next(place for place, day in enumerate(_DAYS) if day.startswith(word.casefold()[:3]))
