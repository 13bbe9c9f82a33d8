# SPDX-License-Identifier: MPL-2.0
"""Whether two answers say the same in other words: 60 minutes and 1 hour, Ltd and Limited, Tuesday and Tuesdays."""

from __future__ import annotations

import re

from evidencepack.domain.values import Answer, Duration
from evidencepack.review.spoken import NUMBERS, in_common

_SAME = {
    "limited": "ltd",
    "company": "co",
    "and": "&",
    "per": "a",
    "each": "every",
    "persons": "people",
}
_NAMES = {"limited": "ltd", "and": "&"}
_LEFT_OUT = frozenset({"the", "of", "at", "on", "from", "with", "in", "for"})
_WORD = re.compile(r"[^\W_]+(?:[-’'.:][^\W_]+)*|&|£|%")


def alike(one: Answer | None, other: Answer | None) -> bool:
    """Whether two answers say the same."""
    if isinstance(one, Duration) and isinstance(other, Duration):
        windows = one.window == other.window or not one.window or not other.window
        return windows and in_common(one) == in_common(other)
    if isinstance(one, str) and isinstance(other, str):
        return one == other or plain(one) == plain(other)
    return one == other


def same_name(one: Answer | None, other: Answer | None) -> bool:
    """Whether two names in law are one: only "Ltd" and "Limited", "&" and "and", and capital letters may differ."""
    both = [tuple(_NAMES.get(word, word) for word in _WORD.findall(str(each).casefold())) for each in (one, other)]
    return both[0] == both[1]


def plain(text: str) -> tuple[str, ...]:
    """Return the words of a text without what makes no difference: case, stops, "the", Ltd or Limited, plurals."""
    words = _WORD.findall(text.casefold().replace("per cent", "%").replace("full-time equivalent", "fte"))
    return tuple(_plain(one) for one in words if one not in _LEFT_OUT)


def _plain(word: str) -> str:
    word = _SAME.get(word, word).replace(",", "")
    if word in NUMBERS:
        return str(NUMBERS[word])
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
