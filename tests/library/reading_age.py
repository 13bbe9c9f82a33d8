# SPDX-License-Identifier: MPL-2.0
"""Reading age after Flesch and Kincaid: how long the sentences are, and how many syllables the words have."""

from __future__ import annotations

import re

_WORD = re.compile(r"[A-Za-zÀ-ž]+(?:['’-][A-Za-zÀ-ž]+)*")
_END = re.compile(r"[.!?:;]+(?:\s|$)|\n")
_VOWELS = re.compile(r"[aeiouyà-öø-ÿ]+")
_GRADE_TO_AGE = 5.0


def words_in(text: str) -> int:
    """Return how many words a text has."""
    return len(_WORD.findall(text))


def reading_age(text: str) -> float:
    """Return the age in years at which people read a text easily; a list item or a line ends a sentence too.

    Source: Kincaid, Fishburne, Rogers and Chissom, 1975; five years are added to the grade, as British guides do.
    """
    words = _WORD.findall(text)
    sentences = sum(1 for part in _END.split(text) if _WORD.search(part))
    syllables = sum(syllables_in(word) for word in words)
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59 + _GRADE_TO_AGE


def syllables_in(word: str) -> int:
    """Return about how many syllables a word has: its groups of vowels, without a silent e at the end."""
    low = re.sub(r"['’-]", "", word.lower())
    silent = r"(?:(?<=[^aeiouyl])e|(?<=[aeiouyl]l)e|(?<=[^aeioudty])ed|(?<=[^aeiouycgszx])es)$"
    return max(1, len(_VOWELS.findall(re.sub(silent, "", low))))
