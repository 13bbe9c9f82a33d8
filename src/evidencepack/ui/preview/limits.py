# SPDX-License-Identifier: MPL-2.0
"""How many pages a document may have: by the question it answers, and by what the pack leaves to it."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from evidencepack.ui.preview.marks import Ending
from evidencepack.ui.widgets.marks import Mark
from evidencepack.ui.words import counted, say
from evidencepack.usecases.previewing import Preview

_NEAR = 0.95


class Share(NamedTuple):
    """What the pack leaves to a document: the limit of sides for all, those before it, and those of all the others.

    ``short`` is how many sides its short form has, if the pack prints that one; the pages shown are the full paper's.
    """

    limit: int
    before: int
    others: int
    short: int = 0


class SizeWords(NamedTuple):
    """What is said of a size, and the mark beside it, if it needs one."""

    words: str
    mark: Mark | None = None


def ending_of(preview: Preview, share: Share | None) -> Ending | None:
    """Return where limits end on the pages; None if they are within every limit."""
    endings = []
    if preview.limit:
        words = counted(preview.limit, "The limit of 1 page ends here", "The limit of {n} pages ends here")
        endings.append(Ending(preview.limit, words))
    if share is not None and not share.short:
        words = say("The pack’s limit of {n} sides ends here", n=share.limit)
        endings.append(Ending(max(0, share.limit - share.before), words))
    endings.append(Ending(preview.pages, ""))
    nearest = min(endings, key=lambda one: one.pages)
    if preview.words is not None:
        words = counted(preview.words.limit, "The limit of 1 word ends here", "The limit of {n} words ends here")
        return replace(nearest, past=preview.words.areas, past_words=words)
    return nearest if nearest.pages < preview.pages else None


def size_words(preview: Preview, share: Share | None) -> SizeWords:
    """Return what is said of the limits."""
    over = preview.pages - preview.limit if preview.limit else 0
    if over > 0:
        return SizeWords(counted(over, "1 page too many.", "{n} pages too many."), Mark.BLOCK)
    if preview.words is not None:
        return SizeWords(counted(preview.words.over, "1 word too many.", "{n} words too many."), Mark.BLOCK)
    if share is None:
        return SizeWords("")
    sides = share.others + (share.short or preview.pages)
    mark = Mark.BLOCK if sides > share.limit else Mark.WARN if sides > _NEAR * share.limit else None
    pack = say("The pack has {n} of its {limit} sides.", n=sides, limit=share.limit)
    short = counted(share.short, "Its short form has 1.", "Its short form has {n}.") if share.short else ""
    return SizeWords(" ".join(filter(None, (short, pack))), mark)
