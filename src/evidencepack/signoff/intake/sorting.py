# SPDX-License-Identifier: MPL-2.0
"""Scans, sorted: which copies came back, whole or not, and everything about them that somebody has to know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from evidencepack.domain.signoff import SentCopy, SentVersion
from evidencepack.signoff.intake.pages import Placed, ReadPage, Unplaced
from evidencepack.signoff.intake.placing import Known
from evidencepack.signoff.intake.telling import listed


@dataclass(frozen=True, slots=True)
class Returned:
    """A copy of which something came back. ``pages`` are the first of each number, ``again`` what came more than once.

    ``missing`` are the numbers of the pages that did not come. ``newer`` is the newest version that has gone out of
    the same document since, None if this is it.
    """

    version: SentVersion
    copy: SentCopy
    pages: tuple[Placed, ...]
    again: tuple[Placed, ...]
    missing: tuple[int, ...]
    newer: SentVersion | None = None

    @property
    def name(self) -> str:
        """What it is, in words."""
        return f"{self.version.title}, version {self.version.label}, copy for {self.copy.organisation}"


@dataclass(frozen=True, slots=True)
class Intake:
    """What came of taking scans in: copies in the order in which they went out, pages put nowhere, and remarks."""

    returned: tuple[Returned, ...]
    unplaced: tuple[Unplaced, ...]
    remarks: tuple[str, ...]


def sort_pages(read: Sequence[ReadPage], sent: Sequence[SentVersion], tender: str) -> Intake:
    """Sort the pages of scans by what went out.

    A page is put to a copy only where its code, version, number, count and the stub of what stands on it all agree, or
    where somebody typed what is printed on it; else it is among those put nowhere, with the reason.

    Args:
        read: the pages, in any order, of any number of files.
        sent: every version that ever went out from the workspace, of all tenders.
        tender: the one for which they are taken in.
    """
    known = Known(sent)
    found = [known.place(one, tender) for one in read]
    placed = [one for one in found if isinstance(one, Placed)]
    returned = tuple(
        _returned(version, copy, [one for one in placed if one.sent.copy.code == copy.code], sent)
        for version in sent
        for copy in version.copies
        if any(one.sent.copy.code == copy.code for one in placed)
    )
    unplaced = tuple(one for one in found if isinstance(one, Unplaced))
    return Intake(returned, unplaced, (*(words for one in returned for words in _of_one(one)), *_mixed(returned)))


def _returned(version: SentVersion, copy: SentCopy, pages: Sequence[Placed], sent: Sequence[SentVersion]) -> Returned:
    # What a machine has read comes before what was typed, of each number.
    ordered = sorted(pages, key=lambda one: (one.sent.number, one.by_hand))
    first = {one.sent.number: one for one in reversed(ordered)}
    again = tuple(one for one in ordered if first[one.sent.number] is not one)
    missing = tuple(number for number in range(1, len(copy.pages) + 1) if number not in first)
    later = [one for one in sent if one.record == version.record and one.number > version.number]
    newest = max(later, key=lambda one: one.number, default=None)
    return Returned(version, copy, tuple(first[number] for number in sorted(first)), again, missing, newest)


def _of_one(one: Returned) -> list[str]:
    """Return what is to be said of a copy."""
    found = []
    if one.missing:
        found.append(f"{one.name}: {listed(one.missing)} did not come back.")
    if one.newer is not None:
        found.append(
            f"{one.name}: version {one.newer.label} of it went out on {one.newer.day}. A signature on this one does "
            "not count for that."
        )
    found += [
        f"{one.name}: page {more.sent.number} came again ({more.read.place}). The first was taken."
        for more in one.again
    ]
    typed = [page.sent.number for page in one.pages if page.by_hand]
    if typed:
        found.append(f"{one.name}: {listed(typed)} by a code that was typed. Compare with the original.")
    return found


def _mixed(returned: Sequence[Returned]) -> list[str]:
    """Return what is to be said of files in which pages of two copies of one document are mixed."""
    found = []
    for one, other in combinations(returned, 2):
        if one.version.record != other.version.record:
            continue
        for file in dict.fromkeys(page.read.file for page in (*one.pages, *other.pages)):
            ours, theirs = _in_file(one, file), _in_file(other, file)
            whole = len(one.copy.pages), len(other.copy.pages)
            if ours and theirs and len(ours) < whole[0] and len(theirs) < whole[1]:
                found.append(_of_mixed(file, (one, ours), (other, theirs)))
    return found


def _in_file(one: Returned, file: str) -> list[int]:
    return sorted({page.sent.number for page in (*one.pages, *one.again) if page.read.file == file})


def _of_mixed(file: str, one: tuple[Returned, list[int]], other: tuple[Returned, list[int]]) -> str:
    (first, ours), (second, theirs) = one, other
    if first.version.number != second.version.number:
        return (
            f"{file}: pages of two versions of {first.version.title} are mixed: {listed(ours)} of version "
            f"{first.version.label}, {listed(theirs)} of version {second.version.label}. Ask which of them was read "
            "and signed."
        )
    return (
        f"{file}: pages of two copies of {first.version.title} are mixed: {listed(ours)} of the copy for "
        f"{first.copy.organisation}, {listed(theirs)} of the copy for {second.copy.organisation}. Look who "
        "signed which."
    )
