# SPDX-License-Identifier: MPL-2.0
"""How long a document may be: by the question it answers, by what the pack leaves to it, and by its slots."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from evidencepack.ui.preview.marks import Ending
from evidencepack.ui.widgets.marks import Mark
from evidencepack.ui.words import counted, say
from evidencepack.usecases.previewing import Preview
from evidencepack.usecases.word_limit import CHARACTERS, Place, WordEnd, place_end

_NEAR = 0.95


class Share(NamedTuple):
    """What the pack leaves to a document: the limit of sides for all, those before it, and those of all the others.

    ``short`` is how many sides its short form has, if the pack prints that one; the pages shown are the full paper's.
    ``limit`` is 0 where the pack has none. ``places`` are the slots that it goes into, with their limits.
    """

    limit: int
    before: int
    others: int
    short: int = 0
    places: tuple[Place, ...] = ()


class SizeWords(NamedTuple):
    """What is said of a size, and the mark beside it, if it needs one."""

    words: str
    mark: Mark | None = None


def ending_of(preview: Preview, share: Share | None) -> Ending | None:
    """Return where limits end on the pages; None if they are within every limit."""
    endings = [*_page_endings(preview, share), Ending(preview.pages, "")]
    nearest = min(endings, key=lambda one: one.pages)
    end = text_end(preview, share)
    if end is not None:
        return replace(nearest, past=end.areas, past_words=_ends_here(end))
    return nearest if nearest.pages < preview.pages else None


def text_end(preview: Preview, share: Share | None) -> WordEnd | None:
    """Return where the nearest limit of words or characters ends: the question's, or that of a slot."""
    ends = [preview.words] if preview.words is not None else []
    measure = preview.measure
    if share is not None and measure is not None:
        found = (place_end(preview.layout, measure, place) for place in share.places)
        ends += [one for one in found if one is not None]
    return min(ends, key=lambda one: [(area.page, area.y, area.x) for area in one.areas[:1]], default=None)


def size_words(preview: Preview, share: Share | None) -> SizeWords:
    """Return what is said of the limits."""
    over = preview.pages - preview.limit if preview.limit else 0
    if over > 0:
        return SizeWords(counted(over, "1 page too many.", "{n} pages too many."), Mark.BLOCK)
    end = text_end(preview, share)
    if end is not None:
        return SizeWords(_too_many(end), Mark.BLOCK)
    if share is None:
        return SizeWords("")
    for place in share.places:
        over = place.before + preview.pages - place.sides
        if place.sides and over > 0:
            many = counted(
                over, "1 side too many for “{place}”.", "{n} sides too many for “{place}”.", place=place.name
            )
            return SizeWords(many, Mark.BLOCK)
    return _pack_words(preview, share) if share.limit else SizeWords("")


def _pack_words(preview: Preview, share: Share) -> SizeWords:
    sides = share.others + (share.short or preview.pages)
    mark = Mark.BLOCK if sides > share.limit else Mark.WARN if sides > _NEAR * share.limit else None
    pack = say("The pack has {n} of its {limit} sides.", n=sides, limit=share.limit)
    short = counted(share.short, "Its short form has 1.", "Its short form has {n}.") if share.short else ""
    return SizeWords(" ".join(filter(None, (short, pack))), mark)


def _page_endings(preview: Preview, share: Share | None) -> Iterator[Ending]:
    """Yield where limits of pages end: of the question, of the pack, of slots."""
    if preview.limit:
        words = counted(preview.limit, "The limit of 1 page ends here", "The limit of {n} pages ends here")
        yield Ending(preview.limit, words)
    if share is None:
        return
    if share.limit and not share.short:
        words = say("The pack’s limit of {n} sides ends here", n=share.limit)
        yield Ending(max(0, share.limit - share.before), words)
    for place in share.places:
        if place.sides:
            words = say("The {n} sides of “{place}” end here", n=place.sides, place=place.name)
            yield Ending(max(0, place.sides - place.before), words)


def _ends_here(end: WordEnd) -> str:
    if end.place:
        return say("The {n} words of “{place}” end here", n=f"{end.limit:,}", place=end.place)
    if end.unit == CHARACTERS:
        return counted(end.limit, "The limit of 1 character ends here", "The limit of {n} characters ends here")
    return counted(end.limit, "The limit of 1 word ends here", "The limit of {n} words ends here")


def _too_many(end: WordEnd) -> str:
    if end.place:
        return counted(end.over, "1 word too many for “{place}”.", "{n} words too many for “{place}”.", place=end.place)
    if end.unit == CHARACTERS:
        return counted(end.over, "1 character too many.", "{n} characters too many.")
    return counted(end.over, "1 word too many.", "{n} words too many.")
