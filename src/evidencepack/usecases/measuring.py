# SPDX-License-Identifier: MPL-2.0
"""How much there is of each paper of a pack, for rules on limits: sides as typeset, words and characters as printed."""

from __future__ import annotations

from collections.abc import Sequence

from evidencepack.blocks.document import Document
from evidencepack.blocks.inlines import CrossReference
from evidencepack.blocks.walk import inlines_in
from evidencepack.compose.plain import plain
from evidencepack.pack.manifest import DocumentVersion
from evidencepack.pack.plan import Plan
from evidencepack.review.measures import Extent, Measures


def measures_of(plan: Plan, versions: Sequence[DocumentVersion]) -> Measures:
    """Return how much there is of each appendix, once it is known on which pages each of them stands."""
    sides = {one.letter: one.last_page - one.first_page + 1 for one in versions}
    letters = {one.record.id: one.letter for one in plan.appendices}
    papers = {one.record.id: _extent(one.packed, sides.get(one.letter, 0)) for one in plan.appendices}
    return Measures(sum(sides.values()), papers, letters)


def _extent(document: Document, sides: int) -> Extent:
    said = (plain((one,)) for one in inlines_in(document) if not isinstance(one, CrossReference))
    printed = [words for words in said if words]
    return Extent(sides, sum(len(words.split()) for words in printed), sum(map(len, printed)))
