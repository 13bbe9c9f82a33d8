# SPDX-License-Identifier: MPL-2.0
"""Cues: beginnings of words, without one of which a pattern can find nothing. Looking for them takes far less time.

A text is taken apart once, into the first letters of its words; a hundred rules then ask whether it has any that they
need. A cue may let too much through, never too little: what a rule finds is still for its pattern to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

NUMBER = "0"
"""Stands for any digit."""

_LETTERS = 5
_WORD, _DIGIT = re.compile(r"[^\W\d_]+"), re.compile(r"\d")


def cue(words: str) -> frozenset[str]:
    """Return the beginnings of some words; ``0`` among them stands for any digit."""
    return frozenset(word[:_LETTERS] for word in words.casefold().split())


def cue_of_names(names: Iterable[str]) -> frozenset[str]:
    """Return for each name a beginning without which it is not there; nothing if a name has no letter and no digit."""
    beginnings = [max(heads_of(name), key=lambda one: (len(one), one), default="") for name in names]
    return frozenset(beginnings) if all(beginnings) else frozenset()


def lacks(text: str, needed: frozenset[str]) -> bool:
    """Whether no word of a text begins as any that are needed does."""
    return needed.isdisjoint(heads_of(text))


@lru_cache(maxsize=8192)
def heads_of(text: str) -> frozenset[str]:
    """Return the beginnings of the words of a text, and ``0`` if it has a digit."""
    heads = {word[:_LETTERS] for word in _WORD.findall(text.casefold())}
    return frozenset(heads | {NUMBER} if _DIGIT.search(text) else heads)
