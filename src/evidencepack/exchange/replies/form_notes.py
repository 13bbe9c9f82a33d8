# SPDX-License-Identifier: MPL-2.0
"""Footnotes and endnotes that were added, removed, or say something else."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Final

from evidencepack.exchange.replies.aligning import aligned
from evidencepack.exchange.replies.beside import Beside
from evidencepack.exchange.replies.report import FormChange, Kind, What, Where
from evidencepack.exchange.replies.story import readable
from evidencepack.exchange.replies.word_file import Aside

_WHAT: Final = {"footnotes": What.FOOTNOTE, "endnotes": What.ENDNOTE}
_ALIKE: Final = 0.5


def note_changes(beside: Beside) -> Iterator[FormChange]:
    """Yield the notes that are not what they were, in their order."""
    for sort, what in _WHAT.items():
        sent, back = ([one for one in file.asides if one.sort == sort] for file in (beside.sent, beside.back))
        same = aligned([one.words for one in sent], [one.words for one in back])
        for (one, other), (following, next_other) in pairwise([(-1, -1), *same, (len(sent), len(back))]):
            yield from _between(beside, what, sent[one + 1 : following], back[other + 1 : next_other])


def _between(beside: Beside, what: What, old: list[Aside], new: list[Aside]) -> Iterator[FormChange]:
    """Yield what became of notes between two that stayed."""
    left = list(new)
    for was in old:
        now = next((one for one in left if _are_alike(was, one)), None)
        if now:
            left.remove(now)
        kind = Kind.CHANGED if now else Kind.REMOVED
        yield FormChange(
            what, kind, "", readable(was.words), readable(now.words) if now else "", where=_where(beside, was)
        )
    for now in left:
        at = beside.back.final.notes.get((now.sort, now.number))
        where = Where() if at is None else beside.where_back(at)
        yield FormChange(what, Kind.ADDED, "", "", readable(now.words), where=where)


def _where(beside: Beside, note: Aside) -> Where:
    at = beside.sent.final.notes.get((note.sort, note.number))
    return Where() if at is None else beside.where(at)


def _are_alike(one: Aside, other: Aside) -> bool:
    return SequenceMatcher(None, one.words.split(), other.words.split(), autojunk=False).ratio() >= _ALIKE
