# SPDX-License-Identifier: MPL-2.0
"""Whether what somebody types is meant for something: words or their beginnings, without accents, and near spelling."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from evidencepack.store.search import fold

_NEAR = 0.72
_LONG_ENOUGH = 4
_APART = 2
"""So many letters a near word may be longer or shorter: others are not even compared."""


def matches(typed: str, *texts: str) -> bool:
    """Whether every word that was typed begins a word of the texts; nothing typed is meant for everything."""
    return not not_in(tuple(fold(typed)), line_of(*texts))


def line_of(*texts: str) -> str:
    """Return the words of texts in one line, in the form in which they are compared; each has a blank before it."""
    return "".join(f" {word}" for text in texts for word in fold(text))


def not_in(typed: Sequence[str], line: str) -> tuple[str, ...]:
    """Return those of some folded words that begin no word of a line."""
    return tuple(one for one in typed if f" {one}" not in line)


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
    as_long = [one for one in ordered if abs(len(one) - len(word)) <= _APART]
    return next(iter(get_close_matches(word, as_long, n=1, cutoff=_NEAR)), "")
