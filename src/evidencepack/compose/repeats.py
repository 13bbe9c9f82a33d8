# SPDX-License-Identifier: MPL-2.0
"""Gaps that say the same side by side: name, job and telephone of a person whom nobody has named are one gap."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from evidencepack.blocks.inlines import Inline, Text, Value

_BETWEEN = re.compile(r"[\s,;·–-]*(\(?)")


def each_once(inlines: Sequence[Inline]) -> Iterator[Inline]:
    """Give the inlines without a gap that follows one of the same question, with what parts the two."""
    kept: list[Inline] = []
    closing = ""
    for inline in inlines:
        if closing and isinstance(inline, Text) and inline.text.startswith(closing):
            inline = replace(inline, text=inline.text.removeprefix(closing))  # noqa: PLW2901
        closing = ""
        between = _between(kept, inline)
        if between is None:
            kept.append(inline)
        else:
            closing = ")" if between.endswith("(") else ""
            del kept[len(kept) - bool(between) :]
    yield from kept


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
