# SPDX-License-Identifier: MPL-2.0
"""Boxes of a portal that take plain text: how they count, and where an answer no longer fits.

Browsers count in UTF-16 units (HTML Standard, 4.10.18.5, and Infra, "length"): an emoji is 2 characters. They send a
line break as two (RFC 7578 keeps the CRLF of forms), and some portals count it so; others count 1.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORD = re.compile(r"\S+")
_PLAIN_SIGNS = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′", "'"),
        **dict.fromkeys("“”„‟″", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "…": "...",
        "•": "-",
        "·": "-",
        "×": "x",
        "½": "1/2",
        "¼": "1/4",
        "¾": "3/4",
        "≥": ">=",
        "≤": "<=",
    }
)
_SPACES = re.compile(r"[^\S\n]+")
_UNSEEN = str.maketrans(dict.fromkeys("\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e"))
_BULLET = re.compile(r"^[ ]*[•▪●◦‣*-][ ]+", re.MULTILINE)
_BLANK = re.compile(r"\n{3,}")


@dataclass(frozen=True, slots=True)
class Box:
    """How much a box takes, 0 for no limit: words, characters; and how it counts characters.

    ``line_break`` is what a line break counts, 1 or 2; ``spaces``: whether spaces count. Where they do not, line breaks
    do not either.
    """

    words: int = 0
    characters: int = 0
    line_break: int = 1
    spaces: bool = True

    def count_characters(self, text: str) -> int:
        """Return how many characters the box sees in a text."""
        return sum(map(self._size, text))

    def end_of_room(self, text: str) -> int:
        """Return where the text no longer fits: how much of it, in Python's characters, the box takes."""
        return min(self._end_of_characters(text), self._end_of_words(text))

    def _end_of_characters(self, text: str) -> int:
        if not self.characters:
            return len(text)
        room = self.characters
        for at, character in enumerate(text):
            room -= self._size(character)
            if room < 0:
                return at
        return len(text)

    def _end_of_words(self, text: str) -> int:
        if not self.words:
            return len(text)
        found = [word.start() for word in _WORD.finditer(text)]
        return found[self.words] if len(found) > self.words else len(text)

    def _size(self, character: str) -> int:
        if character.isspace() and not self.spaces:
            return 0
        if character == "\n":
            return self.line_break
        return 2 if ord(character) > 0xFFFF else 1


def count_words(text: str) -> int:
    """Return how many words a portal sees: what stands between spaces, a lone dash too."""
    return len(_WORD.findall(text))


def boxed(text: str, *, simple: bool = False) -> str:
    """Return text as a box keeps it: no tabs, one space in a row, "- " for bullets, no signs that cannot be seen.

    ``simple`` also makes quotation marks straight and dashes short: some portals show a question mark in their place.
    Letters of names, and what joins those of a script, stay.
    """
    plain = _SPACES.sub(" ", "\n".join(text.splitlines()).translate(_UNSEEN))
    plain = _BULLET.sub("- ", plain)
    plain = "\n".join(line.strip() for line in plain.split("\n"))
    plain = _BLANK.sub("\n\n", plain).strip()
    return plain.translate(_PLAIN_SIGNS) if simple else plain
