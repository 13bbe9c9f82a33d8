# SPDX-License-Identifier: MPL-2.0
"""Where each block of a file that was sent stands, as people say it: which paper, which clause, below which heading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from evidencepack.exchange.replies.issue import Issue, Version
from evidencepack.exchange.replies.report import Where
from evidencepack.exchange.replies.story import Block, Mark, Story, tidy

_LONGEST: Final = 60
_CLAUSE: Final = "EPClause"  # other lists have numbers, too
_AFTER_LABEL: Final = ": "  # between "Schedule 2" and its title
_FAR: Final = re.compile("[\t\u2003]")
_DEEPEST: Final = 2  # a row is known by what one of its first cells says


@dataclass(frozen=True, slots=True)
class Map:
    """Where the blocks of a story stand, in their order, and where the answers in it stand, by their tags."""

    blocks: Sequence[Where]
    answers: Mapping[str, Where]


def draw_map(story: Story, issue: Issue) -> Map:
    """Return where everything stands in a story."""
    blocks: list[Where] = []
    answers: dict[str, Where] = {}
    for block, (where, columns) in zip(story.blocks, _walk(story, issue), strict=True):
        blocks.append(where)
        answers |= _answers(block, where, columns)
    return Map(blocks, answers)


def _walk(story: Story, issue: Issue) -> Iterator[tuple[Where, Sequence[str]]]:
    """Yield where each block stands, and for a row what its columns are called."""
    begins = {story.bookmarks[one.begins]: one for one in issue.documents if one.begins in story.bookmarks}
    where = Where()
    columns: Sequence[str] = ()
    for at, block in enumerate(story.blocks):
        where = _paper(begins[at]) if at in begins else where
        if block.is_row:
            columns = story.cells(block) if block.head else columns
            yield replace(where, row="" if block.head else _row(story, block)), () if block.head else columns
            continue
        level, columns = block.form.level, ()
        if block.heading:
            line = _title(block, story).lstrip(_AFTER_LABEL)
            where = replace(where, heading=shortened(line), number=level.label if level else "")
        elif level and block.style.startswith(_CLAUSE):
            where = replace(where, number=level.label)
        yield where, ()


def _title(block: Block, story: Story) -> str:
    """Return the words of a heading without what stands far from them in its line, such as what it belongs to."""
    said = "".join(story.words(block.cells[0])) if block.cells else ""
    return tidy(_FAR.split(said.strip(), maxsplit=1)[0])


def _paper(version: Version) -> Where:
    return Where(paper=version.title, reference=version.reference)


def _row(story: Story, block: Block) -> str:
    return shortened(next(filter(None, story.cells(block)[:_DEEPEST]), ""))


def _answers(block: Block, where: Where, columns: Sequence[str]) -> dict[str, Where]:
    """Return where each answer of a block stands."""
    found: dict[str, Where] = {}
    for at, cell in enumerate(block.cells):
        here = replace(where, column=shortened(columns[at])) if at < len(columns) else where
        found |= {token.tag: here for token in cell if isinstance(token, Mark)}
    return found


def shortened(words: str) -> str:
    """Return words in one line, at most 60 signs of them."""
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"
