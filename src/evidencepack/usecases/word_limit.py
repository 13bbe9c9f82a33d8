# SPDX-License-Identifier: MPL-2.0
"""Where on the pages the buyer's limit of words ends, and where the words stand that are past it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Record
from evidencepack.review.claims import PARAGRAPHS, counted_words
from evidencepack.usecases.page_changes import Measure
from evidencepack.usecases.passages import Area, Layout, Spot


@dataclass(frozen=True, slots=True)
class WordEnd:
    """A limit of words that is passed: how many there may be, how many are too many, and where those stand."""

    limit: int
    over: int
    areas: tuple[Area, ...]


def word_end(document: Record, layout: Layout, measure: Measure) -> WordEnd | None:
    """Return where a document passes its limit of words; None if it does not, or has none.

    Args:
        document: the record that is printed.
        layout: where its words stand.
        measure: how wide a text is in a face, in its size.
    """
    count, limit = counted_words(document)
    if not limit or count <= limit:
        return None
    areas, left = list[Area](), limit
    for name in PARAGRAPHS:
        words = str(document.answers.get(name, "")).split()
        if len(words) > left:
            path = str(FieldPath(document.id, name))
            areas += _behind(layout, path, len("".join(words[:left])), measure)
        left = max(0, left - len(words))
    return WordEnd(limit, count - limit, tuple(areas))


def _behind(layout: Layout, path: str, letters: int, measure: Measure) -> Iterator[Area]:
    """Yield where an answer stands behind its first letters; spaces do not count, for lines end with them or not."""
    for number in layout.showing(path):
        for spot in layout.passages[number].spots:
            if path not in spot.paths:
                continue
            here = len("".join(spot.text.split()))
            if here > letters:
                yield _rest(spot, letters, measure)
            letters = max(0, letters - here)


def _rest(spot: Spot, letters: int, measure: Measure) -> Area:
    """Return the place of the words of a spot behind its first letters."""
    at, seen = 0, 0
    while seen < letters or spot.text[at].isspace():
        seen += not spot.text[at].isspace()
        at += 1
    before = measure(spot.face, spot.text[:at]) * spot.size
    return spot.area._replace(x=spot.area.x + before, width=spot.area.width - before)
