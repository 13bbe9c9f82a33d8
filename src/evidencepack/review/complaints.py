# SPDX-License-Identifier: MPL-2.0
"""Whether a way to complain says, within 30 days, that the complaint has come.

Source: Data (Use and Access) Act 2025 section 103, in force from 19 June 2026.
"""

from __future__ import annotations

import re
from decimal import Decimal

from evidencepack.review.sentences import in_text
from evidencepack.review.spoken import TIME, length_of
from evidencepack.review.spoken_limits import limits

_COMES = re.compile(
    r"\b(?:acknowledg\w+|have (?:it|got|had|received|your)|ha(?:s|ve) (?:come|arrived|reached)|received?|receives|"
    r"receiving|receipt|got (?:it|your|the)|hears? (?:back |from us)|let \w+(?: \w+)? know|confirm\w*|thank\w*|"
    r"write back|repl(?:y|ies)|respon(?:d|ds|se)|contact (?:them|you|the person)|(?:ring|phone|call|get) (?:\w+ )?back|"
    r"in touch|come back to|writ(?:e|es|ten|ing)|letters?|(?:say|tell|tells) (?:\w+ ){0,6}(?:it|complaint)|"
    r"first answer)\b",
    re.IGNORECASE,
)
_AT_ONCE = re.compile(
    r"\b(?:same (?:day|call|visit|morning)|at once|there and then|straight ?away|immediately|by return|on the spot|"
    r"a (?:day|week|fortnight)|next (?:\w+ )?day|automatic\w*)\b",
    re.IGNORECASE,
)
_A_DAY, _WORKING, _MOST = Decimal(1440), Decimal("1.4"), 30
_DAYS = {"minutes": 1 / _A_DAY, "working_hours": Decimal("0.2"), "working_days": _WORKING, "months": Decimal(31)}
_SAME_DAY = "day"


def acknowledged_in_time(text: str) -> bool:
    """Whether a text says that a complaint is acknowledged, and each time for it is 30 days or less."""
    told = [sentence for _, sentence in in_text(text) if _COMES.search(sentence)]
    days = [one for sentence in told for one in _nearest(sentence)]
    return min(days) <= _MOST if days else any(map(_AT_ONCE.search, told))


def _nearest(sentence: str) -> list[Decimal]:
    """Return the time that stands nearest to the words of acknowledging, in days; none where there is none."""
    said = [(one.start, one.end, one.length) for one in limits(sentence)]
    said += [(*one.span(), length_of(one)) for one in TIME.finditer(sentence)]
    words = _COMES.search(sentence)
    if not words or not said:
        return []
    nearest = min(said, key=lambda one: max(one[0] - words.end(), words.start() - one[1]))
    return [_in_days(nearest[2])]


def _in_days(length: tuple[Decimal, str]) -> Decimal:
    number, unit = length
    return Decimal(0) if unit == _SAME_DAY else number * _DAYS.get(unit, Decimal(1))
