# SPDX-License-Identifier: MPL-2.0
"""The words by which the name of a paper and the name of a place on a portal are known to mean the same thing."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]{2,}")
_SMALL = frozenset({"a", "an", "and", "the", "of", "for", "to", "in", "with", "our", "your", "signed", "copy"})


def name_words(text: str) -> frozenset[str]:
    """Return the words that tell one thing from another, each as for one: "Letters of support" is letter, support.

    Dates, versions and single letters are none.
    """
    found = (word.casefold() for word in _WORD.findall(text))
    return frozenset(word.removesuffix("s") if len(word) > 3 else word for word in found if word not in _SMALL)


def is_named(paper: str, place: str) -> bool:
    """Whether a place is called as a paper is: it has all words of the paper's name."""
    words = name_words(paper)
    return bool(words) and words <= name_words(place)
