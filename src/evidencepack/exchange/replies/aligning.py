# SPDX-License-Identifier: MPL-2.0
"""Which lines of one list are which of another: first those that are there once in both, then what is between them.

This is the patience diff of Bram Cohen. Its time grows with the lines and not with their square, and what is repeated
all over a document, such as an empty row, is matched only beside what is not.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final, TypeAlias

Pair: TypeAlias = tuple[int, int]
_SMALL: Final = 400


def aligned(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Return the places of equal lines in both lists, in order in both."""
    pairs: list[Pair] = []
    todo = [(0, len(old), 0, len(new))]
    while todo:
        start, end, first, last = todo.pop()
        found = _anchors(old[start:end], new[first:last])
        if found:
            pairs += [(start + one, first + other) for one, other in found]
            todo += _between(found, start, end, first, last)
        else:
            pairs += _edges(old, new, start, end, first, last)
    return sorted(pairs)


def in_order(pairs: Sequence[Pair]) -> set[Pair]:
    """Return the most pairs, of those sorted by their first place, that are in order by their second as well."""
    ends: list[int] = []
    best: list[int] = []
    before: list[int] = []
    for place, (_, second) in enumerate(pairs):
        at = bisect_left(ends, second)
        before.append(best[at - 1] if at else -1)
        ends[at : at + 1] = [second]
        best[at : at + 1] = [place]
    found, place = set(), best[-1] if best else -1
    while place >= 0:
        found.add(pairs[place])
        place = before[place]
    return found


def _anchors(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    ours, theirs = Counter(old), Counter(new)
    where = {line: place for place, line in enumerate(new)}
    once = [(place, where[line]) for place, line in enumerate(old) if ours[line] == 1 and theirs.get(line, 0) == 1]
    return sorted(in_order(once))


def _between(found: Sequence[Pair], start: int, end: int, first: int, last: int) -> Iterator[tuple[int, int, int, int]]:
    """Yield what lies before, between and after pairs, where both lists have something there."""
    left, right = start, first
    for one, other in (*((start + one, first + other) for one, other in found), (end, last)):
        if left < one and right < other:
            yield left, one, right, other
        left, right = one + 1, other + 1


def _edges(old: Sequence[str], new: Sequence[str], start: int, end: int, first: int, last: int) -> Iterator[Pair]:
    """Yield pairs of lines of which none is there once: from both ends, and what a careful look finds between."""
    while start < end and first < last and old[start] == new[first]:
        yield start, first
        start, first = start + 1, first + 1
    while start < end and first < last and old[end - 1] == new[last - 1]:
        end, last = end - 1, last - 1
        yield end, last
    if max(end - start, last - first) <= _SMALL:
        matcher = SequenceMatcher(None, old[start:end], new[first:last], autojunk=False)
        for one, other, size in matcher.get_matching_blocks():
            yield from ((start + one + step, first + other + step) for step in range(size))
