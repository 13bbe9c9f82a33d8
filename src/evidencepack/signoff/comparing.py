# SPDX-License-Identifier: MPL-2.0
"""What one version of a paper says otherwise than another to those who sign it, and what that means for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import NamedTuple

from evidencepack.blocks.blocks import Block, Clause, Heading, Signature, Table
from evidencepack.blocks.document import Document
from evidencepack.blocks.inlines import Inline, Inlines, Link, Text, Value
from evidencepack.blocks.walk import runs_in
from evidencepack.compose.plain import plain
from evidencepack.compose.signed_words import agreed_blocks, agreed_in, agreed_inlines
from evidencepack.compose.weighing import Weighing, heaviest
from evidencepack.domain.record import Facts
from evidencepack.domain.trade import Weight
from evidencepack.library.model import Library
from evidencepack.pack.differing import differing
from evidencepack.pack.slip import question_at, questions

_ELSEWHERE = "The words of the paper, or their order"
_WORDS_OF = "Words of the paper, under “{}”"
_AT_THE_TOP = "Words of the paper"
_LETTER = re.compile(r"[^\W\d_]+")
_JOINING = frozenset({"and", "or"})


class Said(NamedTuple):
    """A paper as it was printed for those who sign it, and the tender's records as they were."""

    document: Document
    facts: Facts


@dataclass(frozen=True, slots=True)
class WordsChanged:
    """Something that a paper says otherwise: what it means, what it is about, its words before and after, if any."""

    weight: Weight
    about: str
    before: tuple[str, ...]
    after: tuple[str, ...]


def words_changed(old: Said, new: Said, library: Library) -> tuple[WordsChanged, ...]:
    """Return what a later version of a paper says otherwise, answers first, then the words around them.

    Answers weigh what their kinds say. Words that are no answers are for those who signed to agree to again.
    """
    weighing = Weighing(library, new.facts, old.facts)
    named = {**questions(old.facts, library), **questions(new.facts, library)}
    found = [
        WordsChanged(weighing.of(one.paths), question_at(one.path, named), one.before, one.after)
        for one in differing(old.document, new.document, _agreed)
    ]
    found += _own_words(old.document, new.document)
    told = any(one.weight is not Weight.COSMETIC for one in found)
    if not told and len({agreed_in(*one, library).words for one in (old, new)}) > 1:
        found.append(WordsChanged(Weight.RE_SIGN, _ELSEWHERE, (), ()))
    return tuple(found)


def weight_of(changes: Iterable[WordsChanged]) -> Weight:
    """Return what changes mean together."""
    return heaviest(one.weight for one in changes)


def _agreed(document: Document) -> Iterator[Inline]:
    return (one for block in agreed_blocks(document) for one in agreed_inlines(block))


class _Passage(NamedTuple):
    """A block or a row: the heading above it, its words that are no answers, all of its words."""

    under: str
    own: str
    words: str


def _own_words(old: Document, new: Document) -> Iterator[WordsChanged]:
    """Yield the passages whose words that are no answers are others, came, or went."""
    before, after = list(_passages(old)), list(_passages(new))
    matcher = SequenceMatcher(None, [one.own for one in before], [one.own for one in after], autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag != "equal":
            yield from _paired(before[i:j], after[k:m])


def _paired(old: Sequence[_Passage], new: Sequence[_Passage]) -> Iterator[WordsChanged]:
    for at in range(max(len(old), len(new))):
        was, now = (some[at] if at < len(some) else None for some in (old, new))
        under = (now or was or _Passage("", "", "")).under
        about = _WORDS_OF.format(under) if under else _AT_THE_TOP
        yield WordsChanged(Weight.RE_SIGN, about, (was.words,) if was else (), (now.words,) if now else ())


def _passages(document: Document) -> Iterator[_Passage]:
    under = ""
    for block in agreed_blocks(document):
        if isinstance(block, Heading) or (isinstance(block, Clause) and block.level == 1):
            under = plain(block.inlines)
        for inlines in _parts(block):
            own = " ".join(_LETTER.findall(" ".join(map(_own, inlines))))
            if set(own.split()) - _JOINING:
                yield _Passage(under, own, plain(inlines))


def _parts(block: Block) -> Iterator[Inlines]:
    """Yield what a block says to those who sign, line by line; of a table, its rows without answers.

    Answers bring rows of theirs, which are told as answers.
    """
    if isinstance(block, Table):
        rows = (
            tuple(one for cell in row.cells for line in cell.lines for one in (*line, Text(" "))) for row in block.rows
        )
        yield from (block.title, *(row for row in rows if not any(isinstance(one, Value) for one in row)), block.note)
    elif isinstance(block, Signature):
        yield block.statement
    elif [*agreed_inlines(block)]:
        yield from runs_in(block)


def _own(inline: Inline) -> str:
    """Return words of the paper's own: no answer is behind them."""
    if isinstance(inline, Text):
        return inline.text
    return inline.text if isinstance(inline, Link | Value) and not inline.paths else ""
