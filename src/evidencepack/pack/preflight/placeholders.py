# SPDX-License-Identifier: MPL-2.0
"""Words that stand where the real ones should: ours, and those that people and templates leave behind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidencepack.compose.examples import MARK

_OURS = re.compile(r"\[\s*to\s+complete\s*:[^\]]{0,200}\]?", re.IGNORECASE)
_EXAMPLE = re.compile(r"\s+".join(map(re.escape, MARK.split())))
_OTHERS = re.compile(
    r"\[\s*(?:insert|enter|add|type|name|date|organisation|tbc|xx+)\b[^\]]{0,80}\]"  # [insert name here]
    r"|<\s*(?:insert|enter|add|name|date)\b[^>]{0,80}>"
    r"|\{\{[^}]{0,80}\}\}"
    r"|\blorem ipsum\b"
    r"|\bclick (?:or tap )?here to enter text\b"
    r"|\bT\.?B\.?[CDA]\b\.?(?!\w)"
    r"|\bto be (?:confirmed|advised|agreed later)\b"
    r"|\bXX+/XX+(?:/XX+)?"
    r"|\bX{4,}\b"
    r"|\?{3,}",
    re.IGNORECASE,
)


def gaps_in(text: str) -> Iterator[str]:
    """Yield what our pages print for an answer that is missing."""
    yield from (found[0] for found in _OURS.finditer(text))


def examples_in(text: str) -> Iterator[str]:
    """Yield the mark of each example that nobody has made their own."""
    yield from (found[0] for found in _EXAMPLE.finditer(text))


def left_behind(text: str) -> Iterator[str]:
    """Yield what people write to say that they will write something later."""
    yield from (found[0] for found in _OTHERS.finditer(text))
