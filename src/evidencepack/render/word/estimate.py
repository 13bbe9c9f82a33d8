# SPDX-License-Identifier: MPL-2.0
"""How wide words are, about: Word measures them itself, but widths of columns must be written down before it does.

Widths are those of Arial by kind of letter, a little too wide rather than too narrow.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_NARROW = frozenset(" !',./:;I[]|fijlrt‘’·-()")
_WIDE = frozenset("mwMWGOQ@%&—")
_BOLD = 1.08


def ems(text: str, *, bold: bool = False) -> float:
    """Return the width of a text in ems."""
    width = sum(map(_letter, text))
    return width * _BOLD if bold else width


def longest_word(text: str, *, bold: bool = False) -> float:
    """Return the width of the widest word of a text in ems."""
    return max((ems(word, bold=bold) for word in text.split(" ")), default=0.0)


def lines(text: str, room: float, *, bold: bool = False) -> int:
    """Return over how many lines a text breaks in columns of a width in ems: at spaces, and within words too long."""
    count, at, space = 1, 0.0, _letter(" ")
    for word in text.split(" "):
        width = ems(word, bold=bold)
        if at and at + width > room:
            count, at = count + 1, 0.0
        if width > room:
            count += int(width // room)
            width %= room
        at += width + space
    return count


@lru_cache(maxsize=4096)
def _letter(sign: str) -> float:
    base = unicodedata.normalize("NFD", sign)[0]
    if unicodedata.combining(base):
        return 0.0
    if base in _NARROW:
        return 0.31
    if base in _WIDE:
        return 0.86
    return 0.7 if base.isupper() else 0.56
