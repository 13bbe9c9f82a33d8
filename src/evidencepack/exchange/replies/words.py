# SPDX-License-Identifier: MPL-2.0
"""Answers whose markers are gone, found by the words that stand around them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from evidencepack.exchange.replies.story import CELL, Block, Mark, Result, Story, Token, tidy

_ANY: Final = "(.*?)"
# With more gaps in one line, or in a longer one, it is anybody's guess, and takes long.
_MOST_GAPS, _LONGEST = 5, 5_000


def by_words(block: Block, back: Story, line: str) -> Mapping[str, str]:
    """Return what stands in the places of answers that lost their markers; nothing if the words around them changed.

    Args:
        block: the block as it was sent.
        back: what the file that came back tells.
        line: the line of the block in that file.
    """
    lost = [tag for tag in block.tags if tag not in back.answers]
    pattern = re.escape(CELL).join("".join(_pattern(token, back) for token in cell).strip() for cell in block.cells)
    if len(lost) > _MOST_GAPS or len(line) > _LONGEST or _ANY * 2 in pattern:
        return {}
    found = re.fullmatch(pattern, line)
    return dict(zip(lost, (said.strip() for said in found.groups()), strict=True)) if found else {}


def _pattern(token: Token, back: Story) -> str:
    """Return the pattern of a token: a lost answer is any words, all else is what it is now."""
    match token:
        case Mark():
            told = back.answers.get(token.tag)
            return _exactly(told.text) if told else _ANY
        case Result():
            return ".*?"
        case _:
            return _exactly(token)


def _exactly(words: str) -> str:
    """Return the pattern of words, whatever white space is between them and at their ends."""
    inner = r"\s+".join(map(re.escape, tidy(words).split()))
    return f"{_space(words[:1])}{inner}{_space(words[-1:])}" if inner else _space(words[:1])


def _space(sign: str) -> str:
    return r"\s*" if sign.isspace() else ""
