# SPDX-License-Identifier: MPL-2.0
"""Questions that a preview or a rule asks of typeset pages: what is here, and where would a reader stop."""

from __future__ import annotations

from typing import NamedTuple

from evidencepack.render.typeset.page import Page, Pages, Run

_DESCENT = 0.25
_ASCENT = 0.85


class Hit(NamedTuple):
    """What stands at a point: the block, the FieldPaths its words came from, and the words."""

    block: str
    paths: tuple[str, ...]
    text: str


def hit(page: Page, x: float, y: float) -> Hit | None:
    """Return what stands at a point of a page, in points from its upper left corner; None on white space."""
    for run in page.runs:
        across = run.x <= x < run.x + run.width
        if across and run.y - _ASCENT * run.size <= y <= run.y + _DESCENT * run.size and run.element is not None:
            return Hit(run.element.block, run.paths, run.text)
    return None


def overflow(pages: Pages, document: int, limit: int) -> Run | None:
    """Return the first words of a document that stand beyond so many of its pages; None if it keeps within them."""
    span = pages.documents[document]
    if span.count <= limit:
        return None
    beyond = pages.pages[span.first + limit : span.first + span.count]
    return next((run for page in beyond for run in page.runs if run.text.strip()), None)
