# SPDX-License-Identifier: MPL-2.0
"""Words outside of the answers that came back other than they were sent: clauses, headings, the words of tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from evidencepack.exchange.replies.aligning import Pair
from evidencepack.exchange.replies.beside import Beside
from evidencepack.exchange.replies.report import Kind, WordingChange
from evidencepack.exchange.replies.story import readable


def wording_changes(beside: Beside) -> Iterator[WordingChange]:
    """Yield the paragraphs, rows and notes whose own words differ.

    A paragraph that was cut in two, or joined with the next, is one change; so are paragraphs that moved together.
    """
    joined, split = dict(_joined(beside)), dict(_split(beside))
    yield from _reworded(beside, joined, split)
    yield from _moved(beside)
    sent, back = beside.sent.final, beside.back.final
    for place in beside.pairing.removed:
        if not sent.blocks[place].is_row and place not in joined.values():
            by = beside.taken_out_by(place)
            yield WordingChange(Kind.REMOVED, sent.line(sent.blocks[place]), "", by, beside.where(place))
    for place in beside.pairing.added:
        block = back.blocks[place]
        if not block.is_row and place not in split.values():
            yield WordingChange(Kind.ADDED, "", back.line(block), tuple(block.tracked), beside.where_back(place))
    yield from _notes(beside)


def _reworded(beside: Beside, joined: dict[int, int], split: dict[int, int]) -> Iterator[WordingChange]:
    sent, back = beside.sent.final, beside.back.final
    for place, now in beside.pairing.pairs:
        old, new = sent.blocks[place], back.blocks[now]
        where, by = beside.where(place), tuple(new.tracked)
        if place in joined:
            lines = f"{sent.line(old)}\n{sent.line(sent.blocks[joined[place]])}", back.line(new)
            yield WordingChange(Kind.JOINED, *lines, by, where)
        elif place in split:
            lines = sent.line(old), f"{back.line(new)}\n{back.line(back.blocks[split[place]])}"
            yield WordingChange(Kind.SPLIT, *lines, by, where)
        elif old.skeleton != new.skeleton:
            lines, skeletons = beside.lines(place, now)
            if skeletons[0] != skeletons[1] and lines[0] != lines[1] and not _only_lost(beside, old.tags):
                yield WordingChange(Kind.CHANGED, *lines, by, where)


def _joined(beside: Beside) -> Iterator[Pair]:
    """Yield paragraphs that are one with the next now, and that next one."""
    sent, back = beside.sent.final.blocks, beside.back.final.blocks
    gone = {place for place in beside.pairing.removed if not sent[place].is_row}
    for place, now in beside.pairing.pairs:
        if place + 1 in gone and _together(sent[place].skeleton, sent[place + 1].skeleton) == _together(
            back[now].skeleton
        ):
            yield place, place + 1


def _split(beside: Beside) -> Iterator[Pair]:
    """Yield paragraphs that were cut in two, and the second half."""
    sent, back = beside.sent.final.blocks, beside.back.final.blocks
    new = {place for place in beside.pairing.added if not back[place].is_row}
    for place, now in beside.pairing.pairs:
        if now + 1 in new and _together(back[now].skeleton, back[now + 1].skeleton) == _together(sent[place].skeleton):
            yield place, now + 1


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


def _only_lost(beside: Beside, tags: list[str]) -> bool:
    """Whether answers lost their markers in a block whose other words are as they were."""
    lost = [tag for tag in tags if tag not in beside.back.final.answers]
    return bool(lost) and all(tag in beside.by_words for tag in lost)


def _notes(beside: Beside) -> Iterator[WordingChange]:
    """Yield lines that only one of the files has in its footnotes and endnotes."""
    sent, back = beside.sent.beside, beside.back.beside
    yield from (WordingChange(Kind.REMOVED, readable(line), "") for line in sent if line not in back)
    yield from (WordingChange(Kind.ADDED, "", readable(line)) for line in back if line not in sent)
