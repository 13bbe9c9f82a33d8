# SPDX-License-Identifier: MPL-2.0
"""Finds in prose what may be misspelt: words that nobody knows, and words written twice."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_CHUNK = re.compile(r"\S+")
_WORD = re.compile(r"[^\W\d_]+(?:['’\-‑][^\W\d_]+)*['’]?")
# References, numbers, addresses of mail and web, files, and abbreviations with points between their letters.
_NO_PROSE = re.compile(r"[\d@_\\]|://|^www\.|[^\W\d_]\.[^\W\d_]")
_TWICE = frozenset({"had", "that"})
_LAST_LATIN_1 = "ÿ"


@dataclass(frozen=True, slots=True)
class Slip:
    """Something that may be wrong, from a character of the text to the one before ``end``; ``twice``: a repeat."""

    start: int
    end: int
    word: str
    twice: bool = False


def find_slips(text: str, knows: Callable[[str], bool]) -> Iterator[Slip]:
    """Yield what may be misspelt in a text, in its order.

    Words with letters beyond those of Western Europe are left alone, and so is what is no prose.
    """
    before, behind = "", 0
    for start, word in _words(text):
        close = text[behind:start].isspace() and "\n" not in text[behind:start]
        if close and word.casefold() == before and before not in _TWICE:
            yield Slip(start, start + len(word), word, twice=True)
        elif max(word) <= _LAST_LATIN_1 and not knows(word):
            bare = word.rstrip("'")
            yield Slip(start, start + len(bare), bare)
        before, behind = word.casefold(), start + len(word)


def _words(text: str) -> Iterator[tuple[int, str]]:
    for chunk in _CHUNK.finditer(text):
        if _NO_PROSE.search(chunk[0]):
            continue
        for found in _WORD.finditer(chunk[0].translate(_SAME)):
            # A mark behind a word closes a quotation, unless the word may own something.
            word = found[0] if found[0][-2:-1] in {"s", "S"} else found[0].rstrip("'’")
            yield chunk.start() + found.start(), word


# The typographic forms of the apostrophe and the hyphen stay one character each, so places do not move.
_SAME = str.maketrans({"’": "'", "‑": "-", "\N{HYPHEN}": "-"})
