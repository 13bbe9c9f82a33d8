# SPDX-License-Identifier: MPL-2.0
"""Whether what somebody types is meant for something: words or their beginnings, without accents, and near spelling."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from evidencepack.store.search import fold

_NEAR = 0.72
_LONG_ENOUGH = 4


def matches(typed: str, *texts: str) -> bool:
    """Whether every word that was typed begins a word of the texts; nothing typed is meant for everything."""
    there = [word for text in texts for word in fold(text)]
    return all(any(word.startswith(one) for word in there) for one in fold(typed))


def nearest(typed: str, words: Iterable[str]) -> str:
    """Return what was typed with each word that is not there put right after a near one; empty if none is near.

    ``words`` are those that could have been meant, in the form that ``fold`` gives them. Short words are left as they
    are: too much is near to them.
    """
    known = set(words)
    ordered = sorted(known)
    right = [_near(word, known, ordered) for word in fold(typed)]
    changed = any(near != word for near, word in zip(right, fold(typed), strict=True))
    return " ".join(right) if changed and all(right) else ""


def _near(word: str, known: set[str], ordered: list[str]) -> str:
    if word in known or any(one.startswith(word) for one in ordered):
        return word
    if len(word) < _LONG_ENOUGH:
        return ""
    return next(iter(get_close_matches(word, ordered, n=1, cutoff=_NEAR)), "")
