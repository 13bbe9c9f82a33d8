# SPDX-License-Identifier: MPL-2.0
"""How many characters a question of the buyer allows, and whether spaces count: as answered, else as a note says."""

from __future__ import annotations

import re

from evidencepack.domain.record import Record
from evidencepack.domain.values import Number
from evidencepack.review.telling import words_in

_LIMIT, _SPACES, _NOTE = "character_limit", "spaces", "limit_note"
_CHARACTERS = re.compile(r"(?P<number>\d{1,3}(?:[,\u00a0 ]\d{3})+|\d+)[\u00a0 ]characters\b", re.IGNORECASE)
_NO_SPACES = re.compile(r"\b(?:without|excluding|not counting|no) (?:the )?spaces\b", re.IGNORECASE)


def characters_allowed(question: Record) -> int:
    """Return how many characters an answer may have; a note such as "at most 6,000 characters" says it too. 0: any."""
    answered = question.answers.get(_LIMIT)
    if isinstance(answered, Number):
        return max(0, int(answered.amount))
    found = _CHARACTERS.search(words_in(question, _NOTE))
    return int(re.sub(r"\D", "", found["number"])) if found else 0


def spaces_count(question: Record) -> bool:
    """Whether spaces count towards the limit."""
    answered = question.answers.get(_SPACES)
    return answered if isinstance(answered, bool) else not _NO_SPACES.search(words_in(question, _NOTE))
