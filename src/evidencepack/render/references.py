# SPDX-License-Identifier: MPL-2.0
"""Which words of a paragraph are one link to a page: "Appendix H, page 28", "H p 28", "page 28".

PDF and Word link the same words: paper has no links, so the page stands in words and all of them lead to it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from evidencepack.blocks.inlines import CrossReference, Inline, Inlines, Show, Text

_LEAD = re.compile(r"(?:\b[A-Z][ \u00a0])?\bp(?:p|ages?)?[ \u00a0]$")
_BETWEEN = frozenset({", page ", ", p ", " p ", " page ", ", pages "})


class Linked(NamedTuple):
    """The parts of one link that gives the page of ``target``: references to it and the words among them."""

    target: str
    parts: tuple[Text | CrossReference, ...]


def linked(inlines: Inlines) -> Sequence[Inline | Linked]:
    """Return the inlines with each reference that gives a page as one link; all else, also other references, as is."""
    if CrossReference not in map(type, inlines):
        return inlines
    found: list[Inline | Linked] = []
    place = 0
    while place < len(inlines):
        inline = inlines[place]
        place += 1
        if not isinstance(inline, CrossReference):
            found.append(inline)
        elif inline.show is Show.PAGE:
            found += _led(found.pop() if found else None, inline)
        elif _page_follows(inlines, place - 1):
            found.append(Linked(inline.target, (inline, *inlines[place : place + 2])))  # type: ignore[arg-type]
            place += 2
        else:
            found.append(inline)
    return found


def _led(before: Inline | Linked | None, page: CrossReference) -> list[Inline | Linked]:
    """Take "H p " or "page " at the end of the text before a page number into its link."""
    lead = _LEAD.search(before.text) if isinstance(before, Text) else None
    if lead is None or not isinstance(before, Text):
        return [*([before] if before is not None else []), Linked(page.target, (page,))]
    start = lead.start()
    link = Linked(page.target, (replace(before, text=before.text[start:]), page))
    return [replace(before, text=before.text[:start]), link] if start else [link]


def _page_follows(inlines: Inlines, number: int) -> bool:
    """Say whether the page of the same target follows a reference, with only ", page " between them."""
    match inlines[number : number + 3]:
        case (CrossReference() as first, Text(text=between), CrossReference(show=Show.PAGE) as page):
            return between in _BETWEEN and first.target == page.target
    return False
