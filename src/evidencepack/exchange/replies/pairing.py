# SPDX-License-Identifier: MPL-2.0
"""Which block of a file that came back is which block of the file that was sent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Final

from evidencepack.exchange.replies.aligning import Pair, aligned, in_order
from evidencepack.exchange.replies.story import Block, Story

# From this likeness on, two paragraphs in the same place are one that was reworded.
_ALIKE: Final = 0.5
_WINDOW: Final = 20


@dataclass(frozen=True, slots=True)
class Pairing:
    """Blocks that belong together by their places in both stories, those among them that moved, and the others."""

    pairs: tuple[Pair, ...]
    moved: frozenset[Pair]
    removed: tuple[int, ...]
    added: tuple[int, ...]


def pair_blocks(sent: Story, back: Story, *, marked: bool) -> Pairing:
    """Pair the blocks of two stories.

    Blocks belong together if their words are the same but for the answers; if their lines are the same; if they show
    the same answer; if they say the same elsewhere; or if they stand in the same place and are alike. ``marked``: the
    file that came back kept the markers of its answers, so that a row without any is a new one.
    """
    desk = _Desk(sent, back, marked=marked)
    desk.take(desk.by_skeleton())
    desk.take(desk.by_line())
    desk.take(desk.by_tag())
    desk.take(desk.elsewhere())
    desk.take(desk.alike())
    return desk.result()


def without_emptied(sent: Story, back: Story, pairing: Pairing) -> Pairing:
    """Return a pairing in which blocks that have no words left count as removed.

    Some programs track a row or a paragraph that is taken out as its words alone. A paragraph that is nothing but an
    answer, and a row of one cell with words, are left to be told as answers that were emptied.
    """
    emptied = {pair for pair in pairing.pairs if _had_own_words(sent, sent.blocks[pair[0]]) and _is_bare(back, *pair)}
    if not emptied:
        return pairing
    return Pairing(
        tuple(pair for pair in pairing.pairs if pair not in emptied),
        pairing.moved - emptied,
        tuple(sorted((*pairing.removed, *(place for place, _ in emptied)))),
        pairing.added,
    )


def _had_own_words(story: Story, block: Block) -> bool:
    if block.is_row:
        return sum(map(bool, story.cells(block))) > 1
    return any(isinstance(token, str) and token.strip() for token in block.cells[0]) if block.cells else False


def _is_bare(story: Story, _: int, now: int) -> bool:
    block = story.blocks[now]
    return not any(story.cells(block)) and not block.form.pictures


def _shown(story: Story) -> list[tuple[int, Block]]:
    """Return the blocks that hold anything: all rows, and paragraphs that are not empty."""
    return [(place, block) for place, block in enumerate(story.blocks) if block.is_row or block.skeleton]


class _Desk:
    """The blocks of both stories laid out, and the pairs found so far, by their places in the two lists."""

    def __init__(self, sent: Story, back: Story, *, marked: bool) -> None:
        self._old, self._new = _shown(sent), _shown(back)
        self._sent, self._back = sent, back
        self._marked = marked
        self._pairs: dict[int, int] = {}
        self._taken: set[int] = set()

    def take(self, pairs: Iterator[Pair] | Sequence[Pair]) -> None:
        """Keep pairs of which neither side has another yet."""
        for one, other in pairs:
            if one not in self._pairs and other not in self._taken:
                self._pairs[one] = other
                self._taken.add(other)

    def by_skeleton(self) -> Sequence[Pair]:
        """Return blocks whose words are the same but for the answers, in order."""
        return aligned([block.skeleton for _, block in self._old], [block.skeleton for _, block in self._new])

    def by_line(self) -> Iterator[Pair]:
        """Yield blocks between those paired already whose lines are the same, though answers lost their marks."""
        for old, new in self._gaps():
            lines = [self._old_line(place) for place in old], [self._new_line(place) for place in new]
            yield from ((old[one], new[other]) for one, other in aligned(*lines))

    def by_tag(self) -> Iterator[Pair]:
        """Yield blocks that show the same answer."""
        where = {tag: place for place, (_, block) in enumerate(self._new) for tag in block.tags}
        for place, (_, block) in enumerate(self._old):
            yield from ((place, where[tag]) for tag in block.tags if tag in where)

    def elsewhere(self) -> Iterator[Pair]:
        """Yield blocks whose words stand in another place now."""
        where = {block.skeleton: place for place, (_, block) in enumerate(self._new) if place not in self._taken}
        for place, (_, block) in enumerate(self._old):
            if place not in self._pairs and block.skeleton.strip("\x01") and block.skeleton in where:
                yield place, where[block.skeleton]

    def alike(self) -> Iterator[Pair]:
        """Yield blocks of the same sort in the same place that are alike."""
        for old, new in self._gaps():
            first = 0
            for place in old:
                for at in range(first, min(first + _WINDOW, len(new))):
                    if self._are_alike(place, new[at]):
                        yield place, new[at]
                        first = at + 1
                        break

    def result(self) -> Pairing:
        """Return the pairs by the places of their blocks in the stories."""
        pairs = sorted(self._pairs.items())
        steady = in_order(pairs)
        return Pairing(
            tuple(map(self._placed, pairs)),
            frozenset(self._placed(pair) for pair in pairs if pair not in steady),
            tuple(place for at, (place, _) in enumerate(self._old) if at not in self._pairs),
            tuple(place for at, (place, _) in enumerate(self._new) if at not in self._taken),
        )

    def _old_line(self, place: int) -> str:
        return self._sent.line(self._old[place][1])

    def _new_line(self, place: int) -> str:
        return self._back.line(self._new[place][1])

    def _placed(self, pair: Pair) -> Pair:
        return self._old[pair[0]][0], self._new[pair[1]][0]

    def _gaps(self) -> Iterator[tuple[list[int], list[int]]]:
        """Yield the blocks of both that have no pair, between each two pairs in order."""
        steady = sorted(in_order(sorted(self._pairs.items())))
        for (one, other), (following, next_other) in pairwise([(-1, -1), *steady, (len(self._old), len(self._new))]):
            old = [place for place in range(one + 1, following) if place not in self._pairs]
            new = [place for place in range(other + 1, next_other) if place not in self._taken]
            if old and new:
                yield old, new

    def _are_alike(self, one: int, other: int) -> bool:
        old, new = self._old[one][1], self._new[other][1]
        if old.is_row != new.is_row or (self._marked and old.is_row and bool(old.tags) != bool(new.tags)):
            return False
        lines = self._old_line(one).split(), self._new_line(other).split()
        matcher = SequenceMatcher(None, *lines, autojunk=False)
        return matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE
