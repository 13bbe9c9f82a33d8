# SPDX-License-Identifier: MPL-2.0
"""Cutting off everything that ``parts`` does not name, before a page leaves its file. Works in a child only."""

from __future__ import annotations

import pikepdf

from evidencepack.guard.faults import RefusedFileError
from evidencepack.guard.pdf import sentences as words
from evidencepack.guard.pdf.parts import KEYS, PLAIN, is_table
from evidencepack.guard.pdf.unpacking import refuse_bomb

_MOST_PARTS = 1_000_000
_PAINTED = ("/Image", "/Form")


class Pruner:
    """Goes through what pages are made of, each part once for each of its sorts, and keeps what has a name there.

    Keys are only ever taken away, so what was gone through once stays clean, whatever else points to it.
    """

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._nothing = pdf.make_stream(b"", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 0, 0])
        self.outside = 0
        """How many streams had their bytes in another file."""
        self._done: set[tuple[tuple[int, int], str]] = set()
        self._left = _MOST_PARTS
        self._lent: pikepdf.Object | None = None

    def prune(self, part: pikepdf.Object, sort: str, *, lent: pikepdf.Object | None = None) -> None:
        """Cut off what a part may not have, and all below it. ``lent`` are resources for forms that name none.

        Raises:
            RefusedFileError: if something in it would unpack without end.
        """
        self._lent = lent
        waiting = [(part, sort)]
        while waiting:
            waiting.extend(self._step(*waiting.pop()))

    def _step(self, part: pikepdf.Object, sort: str) -> list[tuple[pikepdf.Object, str]]:
        """Clean one part and return those directly below it."""
        self._left -= 1
        if self._left < 0:
            raise RefusedFileError(words.TANGLED)
        if part.is_indirect:
            mark = part.objgen, sort
            if mark in self._done:
                return []
            self._done.add(mark)
        if isinstance(part, pikepdf.Array):
            return self._of_list(part, sort)
        return self._of_table(part, sort)

    def _of_list(self, part: pikepdf.Object, sort: str) -> list[tuple[pikepdf.Object, str]]:
        if not part.is_indirect and _holds_none(part):
            return []
        below = []
        for index in range(len(part)):
            value = part[index]
            if not isinstance(value, pikepdf.Object):
                continue
            if is_table(value) and not self._may_stand(value, sort):
                part[index] = self._nothing if sort == "picture" else None
            elif is_table(value) or isinstance(value, pikepdf.Array):
                below.append((value, sort))
        return below

    def _of_table(self, part: pikepdf.Object, sort: str) -> list[tuple[pikepdf.Object, str]]:
        self._look_at(part, sort)
        for key in [key for key in part.keys() if not _sort_below(sort, key)]:  # noqa: SIM118 - no dict
            del part[key]
        below = []
        for key in list(part.keys()):
            child, value = _sort_below(sort, key), part.get(key)
            if not isinstance(value, pikepdf.Object):
                continue
            if is_table(value) and not self._may_stand(value, child):
                self._take_away(part, key, child)
            elif is_table(value) or isinstance(value, pikepdf.Array):
                below.append((value, child))
        return below

    def _take_away(self, part: pikepdf.Object, key: str, sort: str) -> None:
        """Take away what may not stand there; what a page asks to paint is there still, and is empty."""
        if sort == "picture":
            part[key] = self._nothing
        else:
            del part[key]

    def _may_stand(self, value: pikepdf.Object, sort: str) -> bool:
        """Whether a dictionary or stream may be there at all."""
        if sort == PLAIN:
            return False
        if sort == "picture":
            return value.get("/Subtype") in _PAINTED
        return True

    def _look_at(self, part: pikepdf.Object, sort: str) -> None:
        """Note what a part is, and lend it what older files leave to the page (ISO 32000-2, 7.8.3)."""
        if isinstance(part, pikepdf.Stream):
            self.outside += int("/F" in part)
            refuse_bomb(part)
        is_form = sort == "picture" and part.get("/Subtype") == "/Form"
        borrows = is_form or (sort == "font" and part.get("/Subtype") == "/Type3")
        if borrows and "/Resources" not in part and self._lent is not None:
            part["/Resources"] = self._lent


def _sort_below(sort: str, key: str) -> str:
    """Return of which sort the value of a key is; nothing where the key may not stand."""
    if sort.startswith("*"):
        return sort[1:]
    return PLAIN if key == "/Length" else KEYS[sort].get(key, "")


def _holds_none(part: pikepdf.Object) -> bool:
    """Whether a list holds neither dictionary nor anything elsewhere: lists of a thousand widths are passed by."""
    text = part.unparse()
    return b"<<" not in text and b" R" not in text
