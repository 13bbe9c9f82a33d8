# SPDX-License-Identifier: MPL-2.0
"""By when something is to be done, in plain words: "within 2 working days", "a four-hour rule", "the same day"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from evidencepack.review.cues import cue, lacks
from evidencepack.review.spoken import TIME, length_of

_BEFORE = re.compile(
    r"\b(?:within|in|inside|under|below|no later than|not later than|no longer than|at (?:the )?most|at the latest|"
    r"(?:no|not) more than|less than|a maximum of|maximum|max|takes?(?: us)?|later than|"
    r"waits? (?:for )?(?:more|longer) than|takes? (?:more|longer) than|:)"
    r"(?: the| a| about| around| first| next)?[ -]*$",
    re.IGNORECASE,
)
_IN, _LONG = re.compile(r"(?<!with)\bin *$", re.IGNORECASE), re.compile(r"(?:month|year)s?$", re.IGNORECASE)
_AFTER = re.compile(
    r"(?: at (?:the )?(?:latest|most)|[- ](?:\w+[- ])?(?:response|reply|replies|answer|turn-?around|target|decision|"
    r"call-?back|standard|limit|deadline|rule|window|report|notification|notice|promise|commitment)\b|"
    r" or (?:less|sooner))",
    re.IGNORECASE,
)
_RHYTHM = re.compile(
    r"\s*(?:(?:a|an|per|each|every)\s+(?:day|week|month|year|night|shift)\b|(?:ago|long|old|apart|early|earlier)\b|"
    r"of (?:support|care|reablement|training|service|cover|leave|holiday|going|coming|leaving|her|his|their)\b)",
    re.IGNORECASE,
)
_NO_NUMBER = (
    (r"(?:on )?the (?:very )?same (?:working |calendar )?day|same[- ]day", (Decimal(0), "day")),
    (r"(?:the )?next (?:working|business) (?:day|morning)|the (?:working|business) day after|the following working day",
     (Decimal(1), "working_days")),
    (r"(?:the )?(?:next|following) (?:day|morning)|the day after", (Decimal(1440), "minutes")),
    (r"by (?:the )?(?:end|close) of (?:(?:the|that|each) )?(?:same )?(?:working )?day", (Decimal(0), "day")),
    (r"by the (?:second|2nd) day", (Decimal(2880), "minutes")),
    (r"by the (?:third|3rd) day", (Decimal(4320), "minutes")),
    (r"by the (?:fourth|4th) day", (Decimal(5760), "minutes")),
    (r"by the (?:fifth|5th) day", (Decimal(7200), "minutes")),
    (r"(?:within|in|inside|under) (?:an hour and a half|one and a half hours)", (Decimal(90), "minutes")),
    (r"(?:within|in|inside|under) (?:a |one )?quarter of an hour", (Decimal(15), "minutes")),
    (r"(?:immediately|at once|straight ?away|right away|instantly)", (Decimal(0), "minutes")),
)  # fmt: skip
_CLOCK = re.compile("|".join(rf"(?P<c{at}>\b(?:{words})\b)" for at, (words, _) in enumerate(_NO_NUMBER)), re.IGNORECASE)
_ANY = cue(
    "same next following after end close second third fourth fifth nd rd th half quarter immediately once straight "
    "right away instantly"
)
"""Each of the times without a number has one of these words; “2nd” is a digit and two letters."""


@dataclass(frozen=True, slots=True)
class Limit:
    """A time by which something is to be done: the words, what they come to, where they begin and end."""

    words: str
    length: tuple[Decimal, str]
    start: int
    end: int


def limits(text: str) -> tuple[Limit, ...]:
    """Return the times by which something is to be done, in order; how long or how often is none of them."""
    return tuple(sorted((*_numbered(text), *_plain(text)), key=lambda one: one.start))


def _numbered(text: str) -> Iterator[Limit]:
    for found in TIME.finditer(text):
        before, end = text[: found.start()], found.end()
        if _IN.search(before) and _LONG.search(found[0]):
            continue
        if (_BEFORE.search(before) or _AFTER.match(text, end)) and not _RHYTHM.match(text, end):
            yield Limit(found[0], length_of(found), found.start(), end)


def _plain(text: str) -> Iterator[Limit]:
    for found in () if lacks(text, _ANY) else _CLOCK.finditer(text):
        kind = int(str(found.lastgroup)[1:])
        yield Limit(found[0], _NO_NUMBER[kind][1], found.start(), found.end())


def shared(text: str, limit: Limit, others: tuple[Limit, ...]) -> tuple[str, str]:
    """Return the words before a time and behind it that are about it, up to the times beside it."""
    before = max((one.end for one in others if one.end <= limit.start), default=0)
    after = min((one.start for one in others if one.start >= limit.end), default=len(text))
    return text[before : limit.start], text[limit.end : after]
