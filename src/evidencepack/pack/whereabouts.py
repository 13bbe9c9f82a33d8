# SPDX-License-Identifier: MPL-2.0
"""Where in a pack something stands: the appendix and the boxed number of the page, for papers beside the pack."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from evidencepack.pack.build import pack_part
from evidencepack.pack.plan import Plan
from evidencepack.pack.press import Press
from evidencepack.pack.shown import said_in


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where each record of a tender stands in its pack, by its id: "H p 12". What is in no appendix is not there."""

    places: Mapping[str, str]

    def of(self, record: str) -> str:
        """Return where a record stands; empty where the pack does not show it."""
        return self.places.get(record, "")


def whereabouts(plan: Plan, press: Press) -> Whereabouts:
    """Return where the records of a tender stand, in the part that says most of each; it lays the pack out.

    Raises:
        MissingGlyphError: if no font has some characters.
    """
    if not plan.appendices:
        return Whereabouts({})
    part = pack_part(plan, (), pages=len(plan.appendices))
    _, pages = press.lay_out(part.documents, stamp=True)
    said: dict[str, Counter[tuple[str, int]]] = {}
    places = dict[str, str]()
    for appendix in plan.appendices:
        letter, anchor = appendix.letter, appendix.document.anchor
        places[appendix.record.id] = _place(letter, pages.page_of(anchor))
        for place, record in said_in(appendix.lettered):
            said.setdefault(record, Counter())[letter, pages.page_of(place)] += 1
    best = {record: max(counts, key=lambda one: counts[one]) for record, counts in said.items()}
    return Whereabouts({record: _place(*place) for record, place in best.items()} | places)


def _place(letter: str, page: int) -> str:
    # No-break spaces: a reference is one thing.
    return f"{letter}\u00a0p\u00a0{page}"
