# SPDX-License-Identifier: MPL-2.0
"""Inlines as plain words, for what can hold nothing else: running heads, summaries, comparisons."""

from __future__ import annotations

import re
from typing import assert_never

from evidencepack.blocks.inlines import CrossReference, Inline, Inlines, LineBreak, Link, Text, Value

_SPACE = re.compile(r"[ \t\n\r\v\f\x85\u2028\u2029]+")


def one_line(text: str) -> str:
    """Return the text with each run of spaces and line breaks as one space; a no-break space stays what it is."""
    return _SPACE.sub(" ", text)


def plain(inlines: Inlines) -> str:
    """Return the words of inlines on one line. A cross-reference has no words until it is numbered."""
    return one_line("".join(_words(inline) for inline in inlines)).strip()


def _words(inline: Inline) -> str:
    match inline:
        case Text() | Value() | Link():
            return inline.text
        case LineBreak():
            return " "
        case CrossReference():
            return ""
        case _:  # pragma: no cover
            assert_never(inline)
