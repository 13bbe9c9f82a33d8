# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from evidencepack.blocks.inlines import CrossReference, LineBreak, Link, Text, Value
from evidencepack.compose.plain import one_line, plain


def test_inlines_become_words_on_one_line() -> None:
    inlines = (Text(" A  "), Value("b\nc", ()), LineBreak(), Link("d", "mailto:d"), CrossReference("e"), Text(" "))
    assert plain(inlines) == "A b c d"


def test_only_plain_white_space_collapses() -> None:
    assert one_line("a\r\n\tb\u2028c\u00a0 d") == "a b c\u00a0 d"
