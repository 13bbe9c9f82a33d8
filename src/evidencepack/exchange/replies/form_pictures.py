# SPDX-License-Identifier: MPL-2.0
"""Pictures that were added, removed, or replaced by others."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from evidencepack.exchange.replies.aligning import aligned
from evidencepack.exchange.replies.beside import Beside
from evidencepack.exchange.replies.pictures import show_the_same
from evidencepack.exchange.replies.report import FormChange, Kind, What
from evidencepack.exchange.replies.word_file import WordFile


class _Picture(NamedTuple):
    """A picture of a file: its bytes, None where they are not there; what it is said to show; the block it is in."""

    data: bytes | None
    shows: str
    block: int

    @property
    def key(self) -> str:
        """Return what equal pictures have in common."""
        return hashlib.sha256(self.data or b"").hexdigest()


def picture_changes(beside: Beside) -> Iterator[FormChange]:
    """Yield the pictures that are not what they were, in their order."""
    sent = [one for one in _pictures(beside.sent) if one.block not in beside.papers]
    back = _pictures(beside.back)
    same = aligned([one.key for one in sent], [one.key for one in back])
    for (one, other), (following, next_other) in pairwise([(-1, -1), *same, (len(sent), len(back))]):
        yield from _between(beside, sent[one + 1 : following], back[other + 1 : next_other])


def _pictures(file: WordFile) -> list[_Picture]:
    return [
        _Picture(file.pictures.get(name), shows, at)
        for at, block in enumerate(file.final.blocks)
        for name, shows in block.form.pictures
    ]


def _between(beside: Beside, old: list[_Picture], new: list[_Picture]) -> Iterator[FormChange]:
    """Yield what became of pictures between two that stayed; some of them may only have been packed anew."""
    left = list(new)
    gone: list[_Picture] = []
    for picture in old:
        same = next((one for one in left if show_the_same(picture.data, one.data)), None)
        if same is None:
            gone.append(picture)
        else:
            left.remove(same)
    for was, now in zip(gone, left, strict=False):
        where = beside.where(was.block)
        yield FormChange(What.PICTURE, Kind.CHANGED, was.shows, was.shows, now.shows, where=where)
    for was in gone[len(left) :]:
        yield FormChange(What.PICTURE, Kind.REMOVED, was.shows, where=beside.where(was.block))
    for now in left[len(gone) :]:
        yield FormChange(What.PICTURE, Kind.ADDED, now.shows, where=beside.where_back(now.block))
