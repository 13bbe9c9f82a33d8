# SPDX-License-Identifier: MPL-2.0
"""Words outside of the answers that came back other than they were sent: clauses, headings, the words of tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from difflib import get_close_matches
from itertools import pairwise
from typing import Final

from evidencepack.exchange.replies.aligning import Pair
from evidencepack.exchange.replies.beside import Beside
from evidencepack.exchange.replies.contents import strange_lines
from evidencepack.exchange.replies.report import Kind, Where, WordingChange
from evidencepack.exchange.replies.story import CELL, Block

_LETTER: Final = 3
_ALIKE: Final = 0.5


def wording_changes(beside: Beside) -> Iterator[WordingChange]:
    """Yield the paragraphs, rows and lists of contents whose own words differ.

    A paragraph that was cut up, or joined with its neighbours, is one change; so are paragraphs that moved together.
    """
    joined, split = dict(_joined(beside)), dict(_split(beside))
    yield from _reworded(beside, joined, split)
    yield from _moved(beside)
    sent, back = beside.sent.final, beside.back.final
    told = {place for places in joined.values() for place in places}
    for place in beside.pairing.removed:
        if not sent.blocks[place].is_row and place not in told:
            by = beside.taken_out_by(place)
            yield WordingChange(Kind.REMOVED, sent.line(sent.blocks[place]), "", by, beside.where(place))
    told = {place for places in split.values() for place in places}
    for place in beside.pairing.added:
        block = back.blocks[place]
        if not block.is_row and place not in told:
            yield WordingChange(Kind.ADDED, "", back.line(block), tuple(block.tracked), beside.where_back(place))
    yield from _contents(beside)


def _reworded(
    beside: Beside, joined: Mapping[int, Sequence[int]], split: Mapping[int, Sequence[int]]
) -> Iterator[WordingChange]:
    sent, back = beside.sent.final, beside.back.final
    for place, now in beside.pairing.pairs:
        old, new = sent.blocks[place], back.blocks[now]
        where, by = beside.where(place), tuple(new.tracked)
        if place in joined:
            lines = "\n".join(sent.line(sent.blocks[one]) for one in joined[place]), back.line(new)
            yield WordingChange(Kind.JOINED, *lines, by, beside.where(joined[place][0]))
        elif place in split:
            lines = sent.line(old), "\n".join(back.line(back.blocks[one]) for one in split[place])
            tracked = tuple(dict.fromkeys(change for one in split[place] for change in back.blocks[one].tracked))
            yield WordingChange(Kind.SPLIT, *lines, tracked, where)
        elif old.skeleton != new.skeleton:
            lines, skeletons = beside.lines(place, now)
            told = _only_lost(beside, old.tags) or (not lines[1] and set(old.tags) and not _says_more(old))
            if skeletons[0] != skeletons[1] and lines[0] != lines[1] and not told:
                yield WordingChange(Kind.CHANGED, *lines, by, where)


def _joined(beside: Beside) -> Iterator[tuple[int, Sequence[int]]]:
    """Yield paragraphs that are one with neighbours now, and all that were joined, in order."""
    sent, back = beside.sent.final.blocks, beside.back.final.blocks
    gone = {place for place in beside.pairing.removed if not sent[place].is_row}
    for place, now in beside.pairing.pairs:
        found = _made_up(sent, place, gone, _together(back[now].skeleton))
        if found:
            yield place, found


def _split(beside: Beside) -> Iterator[tuple[int, Sequence[int]]]:
    """Yield paragraphs that were cut up, and all their pieces, in order."""
    sent, back = beside.sent.final.blocks, beside.back.final.blocks
    new = {place for place in beside.pairing.added if not back[place].is_row}
    for place, now in beside.pairing.pairs:
        found = _made_up(back, now, new, _together(sent[place].skeleton))
        if found:
            yield place, found


def _made_up(blocks: Sequence[Block], place: int, free: AbstractSet[int], whole: str) -> Sequence[int]:
    """Return the places of a paragraph and of free ones beside it that together say what a whole one says."""
    words = _together(blocks[place].skeleton)
    if not words or words == whole or words not in whole or not free & {place - 1, place + 1}:
        return ()
    first = last = place
    while first - 1 in free and whole.find(words) > 0:
        first -= 1
        words = _together(blocks[first].skeleton) + words
    while last + 1 in free and words != whole and whole.startswith(words):
        last += 1
        words += _together(blocks[last].skeleton)
    return range(first, last + 1) if words == whole else ()


def _together(*skeletons: str) -> str:
    return "".join("".join(skeletons).split())


def _moved(beside: Beside) -> Iterator[WordingChange]:
    """Yield paragraphs that stand elsewhere now, those in a row as one."""
    sent, back = beside.sent.final, beside.back.final
    moved = sorted(pair for pair in beside.pairing.moved if not sent.blocks[pair[0]].is_row)
    for run in _runs(moved, [place for place, block in enumerate(sent.blocks) if block.skeleton]):
        (place, now), *others = run
        lines = sent.line(sent.blocks[place]), back.line(back.blocks[now])
        by = tuple(dict.fromkeys(one for _, at in run for one in back.blocks[at].tracked))
        to = beside.where_back(max(now - 1, 0))
        yield WordingChange(Kind.MOVED, *lines, by, beside.where(place), to, len(others))


def _runs(pairs: Sequence[Pair], shown: Sequence[int]) -> Iterator[list[Pair]]:
    """Yield pairs in runs that follow each other in both files; ``shown`` are the blocks with words."""
    follows = dict(pairwise(shown))
    run: list[Pair] = []
    for pair in pairs:
        if run and (follows.get(run[-1][0]) != pair[0] or pair[1] < run[-1][1]):
            yield run
            run = []
        run.append(pair)
    if run:
        yield run


def _says_more(block: Block) -> bool:
    """Whether a block has words of its own beside its answers."""
    return any(isinstance(token, str) and token.strip() for cell in block.cells for token in cell)


def _only_lost(beside: Beside, tags: list[str]) -> bool:
    """Whether answers lost their markers in a block whose other words are as they were."""
    lost = [tag for tag in tags if tag not in beside.back.final.answers]
    return bool(lost) and all(tag in beside.by_words for tag in lost)


def _contents(beside: Beside) -> Iterator[WordingChange]:
    """Yield lines in lists of contents that no program made: a list that was made anew is no change."""
    sent, back = beside.sent, beside.back
    headings = (file.final.line(block) for file in (sent, back) for block in file.final.blocks if block.heading)
    cells = [cell for line in sent.contents for cell in (line, *line.split(CELL))]
    cells += [f"Appendix {letter}" for letter in cells if len(letter) <= _LETTER]
    strange = list(strange_lines(back.contents, (*cells, *sent.listed, *headings)))
    gone = [line for line in sent.contents if line not in back.contents]
    for line in strange:
        was = next(iter(get_close_matches(line, gone, 1, _ALIKE)), "")
        yield WordingChange(Kind.CHANGED if was else Kind.ADDED, was, line, where=Where("List of contents"))
