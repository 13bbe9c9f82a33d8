# SPDX-License-Identifier: MPL-2.0
"""CHK-XD-03: one time said twice in a sentence, in working days and in hours: two working days are no 48 hours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.clash import Against, Fact, clash
from evidencepack.review.reading import Reading
from evidencepack.review.sentences import sentences_of
from evidencepack.review.spoken import TIME, length_of

_SAME = re.compile(
    r"\s*(?:\(|[-–=/]|,?\s*(?:\(?that is|i\.?e\.?|or|meaning|which is|in other words|so|are|is|equals?|that "
    r"means)\b),?\s*"
    r"(?:(?:to say|only|just|about|within|in|of|the|same as|a total of)\s+)*",
    re.IGNORECASE,
)
_WORKING, _MINUTES, _A_DAY = "working_days", "minutes", Decimal(1440)


def days_as_hours(reading: Reading, words: RuleWords, record: Record) -> Iterator[Finding]:
    """Yield each sentence that says of one time that it is working days, and that it is hours on the clock."""
    for sentence in sentences_of(reading, record):
        times = list(TIME.finditer(sentence.text)) if "orking" in sentence.text else []
        for first, second in pairwise(times):
            one, other = length_of(first), length_of(second)
            units = {one[1], other[1]} == {_WORKING, _MINUTES}
            days, minutes = (one[0], other[0]) if one[1] == _WORKING else (other[0], one[0])
            between = sentence.text[first.end() : second.start()]
            if units and _SAME.fullmatch(between) and days * _A_DAY == minutes:
                known = [Fact(sentence.prose.path, first[0])]
                yield clash(reading, words, sentence, second.span(), Against("the same act, in the same words", known))
