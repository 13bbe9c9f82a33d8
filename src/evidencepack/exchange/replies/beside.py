# SPDX-License-Identifier: MPL-2.0
"""A file that was sent and the one that came back, laid side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from evidencepack.exchange.replies.columns import Table, changed_tables, columns_gone, columns_new, without
from evidencepack.exchange.replies.issue import Issue, Place
from evidencepack.exchange.replies.markers import Layer
from evidencepack.exchange.replies.pairing import Pairing, pair_blocks, without_emptied
from evidencepack.exchange.replies.report import MARKED, Where
from evidencepack.exchange.replies.story import CELL, Story, Tracked
from evidencepack.exchange.replies.where import Map, draw_map
from evidencepack.exchange.replies.word_file import WordFile
from evidencepack.exchange.replies.words import by_words


@dataclass(frozen=True, slots=True)
class Beside:
    """Both files, what the sent one says it is, which blocks belong together, and answers found by words alone.

    ``places`` are all places of answers that stand in the sent file, by their tags. ``tables`` are those with columns
    that only one of the files has, ``gone`` and ``come`` these columns by the rows of both files. ``map`` is where the
    blocks stand, ``before`` for each block of the other file the last one of the sent file that stands before it.
    ``papers`` are the blocks of papers that were taken out whole, which count neither as removed nor as places.
    """

    sent: WordFile
    issue: Issue
    back: WordFile
    pairing: Pairing
    by_words: Mapping[str, str]
    places: Mapping[str, Place]
    tables: Sequence[Table]
    gone: Mapping[int, frozenset[int]]
    come: Mapping[int, frozenset[int]]
    map: Map
    before: Sequence[int]
    taken_out: Mapping[str, Sequence[Tracked]]
    papers: frozenset[int] = frozenset()

    @property
    def keeps_tags(self) -> bool:
        """Whether the program that saved the file keeps tags: at least one of ours is there."""
        return any(told.layer is Layer.CONTROL for told in self.back.final.answers.values())

    def but_for(self, blocks: frozenset[int], tags: frozenset[str]) -> Beside:
        """Return both files without papers that were taken out whole: their blocks, and the tags of their answers."""
        removed = tuple(place for place in self.pairing.removed if place not in blocks)
        pairs = tuple(pair for pair in self.pairing.pairs if pair[0] not in blocks)
        places = {tag: place for tag, place in self.places.items() if tag not in tags}
        return replace(self, pairing=replace(self.pairing, pairs=pairs, removed=removed), places=places, papers=blocks)

    def where(self, block: int) -> Where:
        """Return where a block of the sent file stands."""
        return self.map.blocks[block]

    def where_back(self, block: int) -> Where:
        """Return after what of the sent file a block of the file that came back stands."""
        return replace(self.where(max(self.before[block], 0)), row="") if self.map.blocks else Where()

    def where_answer(self, tag: str) -> Where:
        """Return where an answer stands in the sent file."""
        return self.map.answers.get(tag, Where())

    def taken_out_by(self, block: int) -> tuple[Tracked, ...]:
        """Return the tracked changes that took a block of the sent file out, if they were tracked."""
        return tuple(self.taken_out.get(self.sent.final.blocks[block].skeleton, ()))

    def lines(self, old: int, new: int) -> tuple[tuple[str, str], tuple[str, str]]:
        """Return a block of each file as one line for people, then as skeletons, without columns of one file only."""
        gone, come = self.gone.get(old, frozenset()), self.come.get(new, frozenset())
        was, now = self.sent.final.blocks[old], self.back.final.blocks[new]
        if not gone and not come:
            return (self.sent.final.line(was), self.back.final.line(now)), (was.skeleton, now.skeleton)
        cells = without(self.sent.final.cells(was), gone), without(self.back.final.cells(now), come)
        skeletons = without(was.skeleton.split("\x01"), gone), without(now.skeleton.split("\x01"), come)
        return (CELL.join(cells[0]), CELL.join(cells[1])), ("\x01".join(skeletons[0]), "\x01".join(skeletons[1]))


def lay_out(sent: WordFile, issue: Issue, back: WordFile) -> Beside:
    """Return both files with their blocks paired."""
    found = sum(tag in back.final.answers for tag in issue.places)
    pairing = pair_blocks(sent.final, back.final, marked=found >= len(issue.places) * MARKED)
    pairing = without_emptied(sent.final, back.final, pairing)
    tables = changed_tables(sent.final, back.final, pairing.pairs)
    return Beside(
        sent,
        issue,
        back,
        pairing,
        _found_by_words(sent.final, back.final, pairing),
        {tag: place for tag, place in issue.places.items() if tag in sent.final.answers},
        tables,
        columns_gone(tables),
        columns_new(tables),
        draw_map(sent.final, issue),
        _before(back.final, pairing),
        {one.skeleton: one.tracked for one in back.original.blocks if one.tracked},
    )


def _before(back: Story, pairing: Pairing) -> Sequence[int]:
    """Return, for each block of the file that came back, the block of the sent one that stands there or before it."""
    own = {new: old for old, new in pairing.pairs if (old, new) not in pairing.moved}
    return list(accumulate((own.get(place, -1) for place in range(len(back.blocks))), max))


def _found_by_words(sent: Story, back: Story, pairing: Pairing) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for one, other in pairing.pairs:
        block = sent.blocks[one]
        lost = [tag for tag in block.tags if tag not in back.answers]
        if not lost:
            continue
        line = back.line(back.blocks[other])
        if line == sent.line(block):
            found |= {tag: sent.answers[tag].text for tag in lost}
        else:
            found |= by_words(block, back, line)
    return found
