# SPDX-License-Identifier: MPL-2.0
"""And-lists: "A, B and C", of words or of inlines whose identity survives."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from evidencepack.blocks.inlines import Inlines, Text
from evidencepack.compose.plain import plain


def and_list(words: Sequence[str]) -> str:
    """Join words as "A, B and C"; with semicolons if a word has a comma of its own."""
    return "".join(chain.from_iterable(zip(words, _separators(words), strict=True)))


def join(parts: Sequence[Inlines]) -> Inlines:
    """Join inlines as "A, B and C"; what stands between them is the program's own words."""
    between = _separators([plain(part) for part in parts])
    return tuple(
        inline
        for part, separator in zip(parts, between, strict=True)
        for inline in (*part, *((Text(separator),) if separator else ()))
    )


def _separators(words: Sequence[str]) -> list[str]:
    """Return what follows each word."""
    heavy = any("," in word for word in words)
    common, last = ("; ", "; and ") if heavy else (", ", " and ")
    if heavy and len(words) == 2:
        last = " and "
    return [*([common] * (len(words) - 2)), *([last] if len(words) > 1 else []), *([""] if words else [])]
