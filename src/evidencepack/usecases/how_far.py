# SPDX-License-Identifier: MPL-2.0
"""How far a tender is, for the list of tenders: counted as its own places count it."""

from __future__ import annotations

from dataclasses import replace

from evidencepack.domain.record import Facts
from evidencepack.library.model import Library
from evidencepack.usecases.document_grid import PaperCount, paper_count
from evidencepack.usecases.documents import NOTHING_SEEN, Seen
from evidencepack.usecases.signed_papers import PaperWords


def how_far(facts: Facts, library: Library, seen: Seen = NOTHING_SEEN) -> PaperCount:
    """Return how far the papers of a tender are; ``seen`` is what its checks have found, if that is known."""
    changed = frozenset(one.paper.id for one in PaperWords(library).changed(facts))
    return paper_count(facts, library, seen=replace(seen, changed=changed))
