# SPDX-License-Identifier: MPL-2.0
"""How often something is, in plain words, as the days from one time to the next: "fortnightly" is every 14 days."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from evidencepack.domain.values import Frequency
from evidencepack.review.spoken import NUMBERS

_DAYS: Mapping[str, Fraction] = {
    "day": Fraction(1),
    "night": Fraction(1),
    "morning": Fraction(1),
    "shift": Fraction(1),
    "weekday": Fraction(1),
    "working day": Fraction(1),
    "week": Fraction(7),
    "fortnight": Fraction(14),
    "month": Fraction(30),
    "quarter": Fraction(90),
    "half-year": Fraction(180),
    "half year": Fraction(180),
    "year": Fraction(360),
    **{f"{one}day": Fraction(7) for one in ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")},
}
EVERY: Mapping[Frequency, Fraction] = {
    Frequency.DAILY: Fraction(1),
    Frequency.WEEKLY: Fraction(7),
    Frequency.FORTNIGHTLY: Fraction(14),
    Frequency.MONTHLY: Fraction(30),
    Frequency.EVERY_6_WEEKS: Fraction(42),
    Frequency.QUARTERLY: Fraction(90),
    Frequency.SIX_MONTHLY: Fraction(180),
    Frequency.ANNUALLY: Fraction(360),
}
"""The days from one time to the next of each frequency; a month has 30, a year twelve of them."""

PLAIN: Mapping[Frequency, str] = {
    Frequency.DAILY: "daily",
    Frequency.WEEKLY: "weekly",
    Frequency.FORTNIGHTLY: "fortnightly",
    Frequency.MONTHLY: "monthly",
    Frequency.EVERY_6_WEEKS: "six-weekly",
    Frequency.QUARTERLY: "quarterly",
    Frequency.SIX_MONTHLY: "six-monthly",
    Frequency.ANNUALLY: "annually",
}
"""The one word that says a frequency, before a name or behind a verb."""

_ADJECTIVES = {
    "daily": 1,
    "nightly": 1,
    "weekly": 7,
    "fortnightly": 14,
    "biweekly": 14,
    "bi-weekly": 14,
    "monthly": 30,
    "bimonthly": 60,
    "bi-monthly": 60,
    "quarterly": 90,
    "half-yearly": 180,
    "biannual": 180,
    "bi-annual": 180,
    "annual": 360,
    "annually": 360,
    "yearly": 360,
}
_MANY = r"(?P<many>\d+|" + "|".join(sorted((one for one in NUMBERS if " " not in one), key=len, reverse=True)) + ")"
_UNIT = r"(?P<unit>" + "|".join(sorted(map(re.escape, _DAYS), key=len, reverse=True)) + ")"
_EVERY = r"(?P<every>(?:once[ -])?(?:every|each|all(?=[ -](?:\d|two|three|four|five|six|eight|twelve)))(?: single)?)"
_OTHER = r"(?P<other>other|second|alternate|2nd|third|3rd|fourth|4th|sixth|6th)"
_PATTERNS = (
    rf"{_EVERY}[ -](?:{_OTHER}[ -]|{_MANY}[ -])?{_UNIT}s?",
    r"(?P<times>once|twice|thrice|one time|(?:\d+|two|three|four|five|six) times)[ -](?:in )?"
    r"(?:a|an|the|per|each|every)[ -]"
    rf"(?:{_MANY.replace('many', 'of')} )?{_UNIT.replace('unit', 'in')}s?",
    rf"{_MANY.replace('many', 'of2')}[- ](?P<ly>weekly|monthly)",
    r"(?P<twice>once|twice|three times|four times)[- ](?P<twly>weekly|monthly|quarterly|yearly|annually)",
    r"(?P<by>week|fortnight|month|quarter) (?:by|after|to) (?P=by)",
    r"(?:on |in )?alternate (?P<alt>weeks|months|(?:mon|tues|wednes|thurs|fri|satur|sun)days)",
    r"(?P<term>termly|each term|every term|once a term|per term)",
    r"(?P<nth>first|second|third|fourth|last|1st|2nd|3rd|4th) \w+day (?:of|in) (?:the|each|every) month",
    rf"(?P<adjective>{'|'.join(sorted(_ADJECTIVES, key=len, reverse=True))})",
    r"(?P<often>7 days a week|seven days a week|all week)",
)
_RHYTHM = re.compile(rf"(?<![\w-])(?:{'|'.join(_PATTERNS)})(?![\w-])", re.IGNORECASE)
_EITHER = re.compile(r"(?:every|each) (?:third|3rd|fourth|4th) \w+days?", re.IGNORECASE)
"""Every three weeks to one reader, and the third of each month to another: no fact to hold against anybody."""

_ORDINAL = {"other": 2, "second": 2, "alternate": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_ORDINAL |= {"sixth": 6, "6th": 6}


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often, as it was written: the words, the days from one time to the next, where they begin and end."""

    words: str
    days: Fraction
    start: int
    end: int
    before_a_name: bool
    """Whether the words can stand right before a name, as in "the monthly board"."""


def rhythms_in(text: str) -> tuple[Rhythm, ...]:
    """Return what a text says of how often."""
    return tuple(_rhythms(text))


def _rhythms(text: str) -> Iterator[Rhythm]:
    for found in _RHYTHM.finditer(text):
        if _EITHER.fullmatch(found[0]):
            continue
        yield Rhythm(
            found[0],
            _days(found),
            found.start(),
            found.end(),
            bool(found["adjective"] or found["ly"] or found["twice"] or found["term"] or "-" in found[0]),
        )


def _days(found: re.Match[str]) -> Fraction:
    """Return the days of a rhythm: by the group of the pattern that has found it."""
    made = next((make for group, make in _MADE.items() if found[group]), None)
    return made(found) if made else Fraction(_A_MONTH if found["nth"] else 1)


def _of_every(found: re.Match[str]) -> Fraction:
    times = _ORDINAL.get((found["other"] or "").casefold()) or _count(found["many"])
    return _DAYS[found["unit"].casefold()] * times


def _of_adjective(found: re.Match[str], group: str) -> int:
    return _ADJECTIVES[found[group].casefold()]


_A_MONTH, _A_TERM = 30, 120
_MADE: Mapping[str, Callable[[re.Match[str]], Fraction]] = {
    "adjective": lambda found: Fraction(_of_adjective(found, "adjective")),
    "every": _of_every,
    "times": lambda found: _DAYS[found["in"].casefold()] * _count(found["of"]) / _times(found["times"].casefold()),
    "ly": lambda found: _count(found["of2"]) * _of_adjective(found, "ly"),
    "twice": lambda found: _of_adjective(found, "twly") / _times(found["twice"].casefold()),
    "by": lambda found: _DAYS[found["by"].casefold()],
    "alt": lambda found: _DAYS[found["alt"].casefold().removesuffix("s")] * 2,
    "term": lambda _: Fraction(_A_TERM),
}


def _times(words: str) -> Fraction:
    known = {"once": 1, "twice": 2, "thrice": 3}
    return Fraction(known.get(words, 0)) or _count(words.partition(" ")[0])


def _count(words: str | None) -> Fraction:
    if not words:
        return Fraction(1)
    return Fraction(words if words.isdecimal() else NUMBERS[words.casefold()])
