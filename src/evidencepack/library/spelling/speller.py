# SPDX-License-Identifier: MPL-2.0
"""What is known to be spelt right: the British dictionary, the words of the field, and names."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from evidencepack.library.spelling.word_list import WordList

_SHORT_CAPITALS = 6
_ABBREVIATIONS = re.compile(r"[A-Z]{2,}s")
_OWNS = re.compile(r"(?<=s)'$|'[sS]$")


@dataclass(frozen=True, slots=True)
class Speller:
    """The words that ship with the program.

    ``care`` are words of the field as they are written there, ``fronts`` what stands before a hyphen only, such as
    "co". ``unoffered`` are words that are no slip and are never offered. ``common`` says how common a word is: 0 is the
    most common one. ``sounds`` are letters that are taken for others, from the dictionary.
    """

    listed: WordList
    care: frozenset[str] = frozenset()
    fronts: frozenset[str] = frozenset()
    unoffered: frozenset[str] = frozenset()
    common: Mapping[str, int] = field(default_factory=dict)
    sounds: tuple[tuple[str, str], ...] = ()

    def knows(self, word: str, own: Collection[str] = ()) -> bool:
        """Whether a word is spelt right; ``own`` are words of the person and of the tender, in small letters."""
        plain = _OWNS.sub("", word.replace("’", "'"))
        if _is_made_of_capitals(plain):
            return True
        return self._stands(plain, own) or self._stands(word.replace("’", "'"), own) or self._joins(plain, own)

    def _stands(self, word: str, own: Collection[str]) -> bool:
        return word.casefold() in own or any(one in self.care or one in self.listed for one in _as_written(word))

    def _joins(self, word: str, own: Collection[str]) -> bool:
        """Whether a word with hyphens is made of words that are known."""
        *fronts, last = word.split("-")
        return bool(fronts and last) and all(
            one.casefold() in self.fronts or _is_made_of_capitals(one) or self._stands(one, own)
            for one in (*fronts, last)
        )


def _is_made_of_capitals(word: str) -> bool:
    """Whether it is an abbreviation, or a name with a capital inside, such as KPIs or McKay: no list has those."""
    if word.isupper():
        return len(word) <= _SHORT_CAPITALS
    return bool(_ABBREVIATIONS.fullmatch(word)) or any(letter.isupper() for letter in word[1:])


def _as_written(word: str) -> tuple[str, ...]:
    """Return a word as it may stand in a list: at the start of a sentence, or in capitals, it stands in small ones."""
    if word.isupper():
        return (word, word.capitalize(), word.lower())
    return (word, word[:1].lower() + word[1:])
