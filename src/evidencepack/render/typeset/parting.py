# SPDX-License-Identifier: MPL-2.0
"""Some of the pages that were laid out together, as a file by themselves that keeps their numbers."""

from __future__ import annotations

from dataclasses import replace

from evidencepack.render.typeset.page import Pages


def part_of(pages: Pages, first: int, end: int) -> Pages:
    """Return the pages from one index up to another, at which documents begin; places elsewhere are not known there.

    They can be painted once, here or with the others.
    """
    spans = tuple(replace(one, first=one.first - first) for one in pages.documents if first <= one.first < end)
    anchors = {name: at._replace(page=at.page - first) for name, at in pages.anchors.items() if first <= at.page < end}
    outline = tuple(
        one._replace(place=one.place._replace(page=one.place.page - first))
        for one in pages.outline
        if first <= one.place.page < end
    )
    inside = pages.pages[first:end]
    return replace(pages, pages=inside, documents=spans, anchors=anchors, outline=outline, before=pages.before + first)
