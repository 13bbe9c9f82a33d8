# SPDX-License-Identifier: MPL-2.0
"""Which words of a document are others than on its pages of before, and where they stand now.

What only moved, to another line or another page, is no change; nor are the numbers of clauses and of pages.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import chain, groupby, takewhile
from typing import NamedTuple, TypeAlias

from evidencepack.usecases.passages import Area, Layout, Passage, Spot

Measure: TypeAlias = Callable[[int, str], float]
"""``measure(face, text)``: how wide words are in a face at a size of one point."""

_WORD = re.compile(r"\S+")


class _Word(NamedTuple):
    text: str
    spot: Spot
    start: int
    end: int


def changed_areas(before: Layout, after: Layout, measure: Measure) -> tuple[Area, ...]:
    """Return where the words stand that are new, or beside which words have gone."""
    old, new = _readable(before), _readable(after)
    said, says = [_said(passage) for passage in old], [_said(passage) for passage in new]
    first = _same(said, says)
    last = _same(said[first:][::-1], says[first:][::-1])
    was, now = slice(first, len(old) - last), slice(first, len(new) - last)
    found: list[Area] = []
    for tag, i, j, k, m in SequenceMatcher(None, said[was], says[now]).get_opcodes():
        if tag in {"replace", "insert"}:
            found += _between(old[was][i:j], new[now][k:m], measure)
    return tuple(found)


def _between(old: Sequence[Passage], new: Sequence[Passage], measure: Measure) -> Iterator[Area]:
    """Yield what differs in passages that stand in the place of others: side by side where there are as many."""
    paired: Sequence[Passage | None] = old if len(old) == len(new) else [_like(one, old) for one in new]
    for one, other in zip(new, paired, strict=True):
        yield from _areas(_differing(_words(other) if other else [], _words(one)), measure)


def _like(passage: Passage, others: Sequence[Passage]) -> Passage | None:
    """Return the passage of before that shows the same answers."""
    return next((other for other in others if passage.paths and other.paths == passage.paths), None)


def _differing(old: Sequence[_Word], new: Sequence[_Word]) -> Sequence[_Word]:
    """Return the words between what is the same at the beginning and at the end; where words have gone, its edges."""
    was, now = [word.text for word in old], [word.text for word in new]
    first = _same(was, now)
    last = _same(was[first:][::-1], now[first:][::-1])
    fresh = new[first : len(new) - last]
    return fresh or new[max(0, first - 1) : first + 1]


def _areas(words: Sequence[_Word], measure: Measure) -> Iterator[Area]:
    for _, group in groupby(words, key=lambda word: id(word.spot)):
        together = list(group)
        spot, start, end = together[0].spot, together[0].start, together[-1].end
        left = measure(spot.face, spot.text[:start]) * spot.size
        width = measure(spot.face, spot.text[start:end]) * spot.size
        yield spot.area._replace(x=spot.area.x + left, width=width)


def _words(passage: Passage) -> list[_Word]:
    return [
        _Word(found[0], spot, found.start(), found.end())
        for spot in passage.spots
        if not spot.points
        for found in _WORD.finditer(spot.text)
    ]


def _readable(layout: Layout) -> list[Passage]:
    return [passage for passage in layout.passages if not passage.number]


def _said(passage: Passage) -> str:
    """Return what a passage says, however it is broken into lines."""
    return " ".join(chain.from_iterable(spot.text.split() for spot in passage.spots if not spot.points))


def _same(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many texts are the same at the beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
