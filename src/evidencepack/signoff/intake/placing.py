# SPDX-License-Identifier: MPL-2.0
"""Finding the one page that went out which a page of a scan is. What does not agree in everything is put nowhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from evidencepack.domain.page_mark import NoMark, PageMark, StripMark, read_square, read_strip
from evidencepack.domain.short_code import read_code
from evidencepack.domain.signoff import SentVersion
from evidencepack.signoff.intake.pages import Mark, Placed, ReadPage, Sent, Unplaced, Why, mark_of


class Known:
    """All pages that ever went out from a workspace, by their marks."""

    def __init__(self, versions: Sequence[SentVersion]) -> None:
        self._copies = {copy.code: (version, copy) for version in versions for copy in version.copies}

    def place(self, read: ReadPage, tender: str) -> Placed | Unplaced:
        """Return where a page of a scan belongs.

        Args:
            read: what was read on it.
            tender: the tender for which scans are taken in; pages of others are not put anywhere.
        """
        if read.typed is not None:
            return self._typed(read, read.typed, tender)
        if read.refused:
            return Unplaced(read, Why.REFUSED)
        marks = _marks(read)
        if isinstance(marks, Why):
            return Unplaced(read, marks)
        return self._agreeing(read, marks, tender)

    def _typed(self, read: ReadPage, typed: tuple[str, int], tender: str) -> Placed | Unplaced:
        code, number = read_code(typed[0]), typed[1]
        version, copy = self._copies.get(code, (None, None)) if isinstance(code, str) else (None, None)
        if version is None or copy is None or not 1 <= number <= len(copy.pages):
            return Unplaced(read, Why.MISTYPED)
        if version.tender != tender:
            return Unplaced(read, Why.OTHER_TENDER, version)
        return Placed(read, Sent(version, copy, number), by_hand=True)

    def _agreeing(self, read: ReadPage, marks: Sequence[Mark], tender: str) -> Placed | Unplaced:
        first = marks[0]
        version, copy = self._copies.get(first.code, (None, None))
        if version is None or copy is None:
            return Unplaced(read, Why.UNKNOWN)
        if version.tender != tender:
            return Unplaced(read, Why.OTHER_TENDER, version)
        if not 1 <= first.page <= len(copy.pages):
            return Unplaced(read, Why.NO_SUCH_PAGE)
        sent = Sent(version, copy, first.page)
        if not all(_agrees(mark, mark_of(sent)) for mark in marks):
            return Unplaced(read, Why.REPLACED)
        return Placed(read, sent)


def places_of(versions: Sequence[SentVersion]) -> Mapping[str, Sent]:
    """Return the pages that went out by the texts of their marks, those of the square and of the strip."""
    found: dict[str, Sent] = {}
    for version in versions:
        for copy in version.copies:
            for number in range(1, len(copy.pages) + 1):
                sent = Sent(version, copy, number)
                mark = mark_of(sent)
                found[mark.square] = found[mark.strip] = sent
    return found


def _marks(read: ReadPage) -> Sequence[Mark] | Why:
    """Return the marks of the one page that a picture shows, or why there is none."""
    squares = [read_square(text) for text in dict.fromkeys(read.squares)]
    strips = [read_strip(text) for text in dict.fromkeys(read.strips)]
    whole = [mark for mark in squares if isinstance(mark, PageMark)]
    short = [mark for mark in strips if isinstance(mark, StripMark)]
    if len(whole) > 1 or len(short) > 1:
        return Why.TWO_PAGES
    if whole and short and not short[0].agrees_with(whole[0]):
        return Why.DISAGREE
    if whole or short:
        return [*whole, *short]
    faults = {*squares, *strips}
    if NoMark.NEWER in faults:
        return Why.NEWER
    return Why.DAMAGED if NoMark.DAMAGED in faults else Why.UNREADABLE


def _agrees(mark: Mark, sent: PageMark) -> bool:
    return mark == sent if isinstance(mark, PageMark) else mark.agrees_with(sent)
