# SPDX-License-Identifier: MPL-2.0
"""The lines of a review of scans: copies with their places to sign, then the pages that were put nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from evidencepack.domain.came_back import Seen
from evidencepack.domain.short_code import printed
from evidencepack.signoff.intake.pages import Unplaced
from evidencepack.signoff.intake.sorting import Returned
from evidencepack.ui.signing.review import Review, Spot
from evidencepack.ui.widgets.marks import Mark
from evidencepack.ui.widgets.master_list import Entry
from evidencepack.ui.words import counted, say

SEEN_WORDS = {Seen.SIGNED: "Signed", Seen.NOT_SIGNED: "Not signed", Seen.CANNOT_TELL: "Cannot tell"}
_SEEN_MARKS = {Seen.SIGNED: Mark.SIGNED, Seen.NOT_SIGNED: Mark.MISS, Seen.CANNOT_TELL: Mark.WARN}


def review_entries(review: Review) -> tuple[Entry, ...]:
    """Return the lines: their ids are "place:…", "copy:…" and "page:…", as ``spot_of`` and the like read them."""
    return (*(one for code in review.returned for one in _of_copy(review, code)), *_nowhere(review))


def place_id(spot: Spot) -> str:
    """Return the id of the line of a place."""
    return f"place:{spot.code}:{spot.area}"


def spot_of(name: str) -> Spot:
    """Return the place that a line is of."""
    _, code, area = name.split(":")
    return Spot(code, int(area))


def copy_name(one: Returned) -> str:
    """Return "TBN-MOU-01 v1.0, Maitree Community Trust"."""
    version = one.version
    return say("{paper} v{label}, {who}", paper=version.reference, label=version.label, who=one.copy.organisation)


def how_much(one: Returned) -> str:
    """Return "all 6 pages", or "4 of 6 pages"."""
    whole = len(one.copy.pages)
    if one.missing:
        return say("{n} of {pages}", n=len(one.pages), pages=counted(whole, "1 page", "{n} pages"))
    return counted(whole, "its 1 page", "all {n} pages")


def summary(review: Review) -> str:
    """Return "6 pages came. 2 places are still to look at. 1 page belongs nowhere."."""
    pages = sum(len(one.pages) + len(one.again) for one in review.returned.values()) + len(review.unplaced)
    said = [counted(pages, "1 page came.", "{n} pages came.")]
    if left := len(review.open_spots):
        said.append(counted(left, "1 place is still to look at.", "{n} places are still to look at."))
    if nowhere := len(review.unplaced):
        said.append(counted(nowhere, "1 page belongs nowhere.", "{n} pages belong nowhere."))
    return " ".join(said)


def _of_copy(review: Review, code: str) -> Iterator[Entry]:
    one = review.returned[code]
    who = one.copy.organisation
    yield Entry("", say("{paper} v{label}", paper=one.version.reference, label=one.version.label))
    if code in review.done:
        yield Entry(f"copy:{code}", say("Noted: {who}", who=who), say("Code {code}", code=printed(code)), Mark.DONE)
        return
    remarks, looked = review.remarks(code), code in review.looked
    mark = Mark.WARN if remarks else Mark.DONE if looked or review.spots(code) else Mark.NONE
    yield Entry(f"copy:{code}", who, how_much(one), mark)
    for spot in review.spots(code):
        decision = review.decisions.get(spot)
        page = review.place(spot)
        where = say("Page {n}, {file}", n=review.area(spot).page, file=page.read.file if page else "")
        mark = _SEEN_MARKS[decision.seen] if decision and decision.is_whole else Mark.NONE
        yield Entry(place_id(spot), review.name(spot), where, mark)


def _nowhere(review: Review) -> Iterator[Entry]:
    if review.unplaced:
        yield Entry("", say("Pages that belong nowhere yet"))
    for one in review.unplaced:
        yield Entry(page_id(one), one.read.place, one.why.value.partition(".")[0], Mark.WARN)


def page_id(one: Unplaced) -> str:
    """Return the id of the line of a page that was put nowhere."""
    return f"page:{one.read.number}:{one.read.file}"
