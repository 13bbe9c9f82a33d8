# SPDX-License-Identifier: MPL-2.0
"""Gaps that say the same side by side: name, job and telephone of a person whom nobody has named are one gap."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from evidencepack.blocks.inlines import Inline, Text, Value

_BETWEEN = re.compile(r"[\s,;·–-]*(\(?)")
_CLOSING = {"(": re.compile(r"\)"), ",": re.compile(r",(?= \w)")}
"""What closes the words that a bracket, or the comma of an apposition, has opened."""


def each_once(inlines: Sequence[Inline]) -> Iterator[Inline]:
    """Give the inlines without a gap that follows one of the same question, with what parts the two."""
    kept: list[Inline] = []
    closing: re.Pattern[str] | None = None
    for inline in inlines:
        between = _between(kept, inline)
        if between is not None:
            closing = _CLOSING.get(between.strip()[:1])
            del kept[len(kept) - bool(between) :]
            continue
        kept.append(_without(closing, inline) if closing else inline)
        closing = None
    yield from kept


def _without(closing: re.Pattern[str], inline: Inline) -> Inline:
    found = closing.match(inline.text) if isinstance(inline, Text) else None
    return replace(inline, text=inline.text[found.end() :]) if found and isinstance(inline, Text) else inline


def _between(kept: Sequence[Inline], inline: Inline) -> str | None:
    """Return the words between a gap and the last one, if they are of one question and no word stands there."""
    *_, before, last = (None, None, *kept)
    if not isinstance(inline, Value) or not inline.missing:
        return None
    if isinstance(last, Value):
        return "" if last.missing and last.paths == inline.paths else None
    if isinstance(last, Text) and isinstance(before, Value) and before.missing and before.paths == inline.paths:
        return last.text if _BETWEEN.fullmatch(last.text) else None
    return None
