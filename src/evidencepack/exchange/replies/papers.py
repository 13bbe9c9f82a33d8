# SPDX-License-Identifier: MPL-2.0
"""Papers that were taken out of a file whole, so that this is told once and not line by line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from evidencepack.exchange.replies.beside import Beside
from evidencepack.exchange.replies.report import PaperChange, Where
from evidencepack.exchange.replies.story import Mark


@dataclass(frozen=True, slots=True)
class Gone:
    """Papers that are gone: the changes, the blocks of the sent file in them, and the tags of answers there."""

    changes: tuple[PaperChange, ...] = ()
    blocks: frozenset[int] = frozenset()
    tags: frozenset[str] = frozenset()


def papers_gone(beside: Beside) -> Gone:
    """Return the papers of which nothing is left, of a file that has others."""
    papers = _papers(beside)
    back = beside.back.final
    emptied = (place for place, now in beside.pairing.pairs if not any(back.cells(back.blocks[now])))
    removed = frozenset((*beside.pairing.removed, *emptied))
    gone = {paper: blocks for paper, blocks in papers.items() if removed.issuperset(blocks)}
    if len(gone) == len(papers):
        return Gone()
    blocks = frozenset(place for places in gone.values() for place in places)
    cells = (cell for place in blocks for cell in beside.sent.final.blocks[place].cells)
    tags = frozenset(token.tag for cell in cells for token in cell if isinstance(token, Mark))
    return Gone(tuple(_changes(beside, gone)), blocks, tags)


def _papers(beside: Beside) -> Mapping[Where, list[int]]:
    """Return the blocks with words of each paper."""
    found: dict[Where, list[int]] = {}
    for place, block in enumerate(beside.sent.final.blocks):
        where = beside.where(place)
        if where.paper and beside.sent.final.line(block).strip():
            found.setdefault(Where(where.paper, where.reference), []).append(place)
    return found


def _changes(beside: Beside, gone: Mapping[Where, list[int]]) -> Iterator[PaperChange]:
    for where, blocks in gone.items():
        by = tuple(dict.fromkeys(one._replace(words="") for place in blocks for one in beside.taken_out_by(place)))
        yield PaperChange(where, len(blocks), by)
