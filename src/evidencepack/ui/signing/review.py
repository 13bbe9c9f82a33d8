# SPDX-License-Identifier: MPL-2.0
"""What a person says of scans that came back, place by place; nothing is said for them, and nothing is kept here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from evidencepack.domain.came_back import Seen, SeenPlace, places_to_sign, saw, signers_at
from evidencepack.domain.signoff import InkArea
from evidencepack.signoff.intake.looking import Look
from evidencepack.signoff.intake.pages import Placed, Unplaced
from evidencepack.signoff.intake.sorting import Returned
from evidencepack.ui.signing.scan_press import Key, Scans
from evidencepack.usecases.keeping_scans import LookedAt
from evidencepack.usecases.signed_pdf import SignedPdf
from evidencepack.usecases.taking_in import TakenIn


class Spot(NamedTuple):
    """A place to sign of a copy: the short code, and the number of the place among all areas of the copy, from 0."""

    code: str
    area: int


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person saw. ``day`` is that beside the signature, ``deputy`` who signed instead of the one asked."""

    seen: Seen
    day: date | None = None
    deputy: str = ""
    authority: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether nothing more has to be said: a signature has a day."""
        return self.seen is not Seen.SIGNED or self.day is not None


@dataclass
class Review:
    """Scans with what was said of them. ``done`` has the sentences on copies that were noted, by their codes."""

    scans: Scans
    taken: TakenIn = field(init=False)
    decisions: dict[Spot, Decision] = field(default_factory=dict)
    looked: set[str] = field(default_factory=set)
    done: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.taken = self.scans.taken_in()

    def type_code(self, key: Key, code: str, page: int) -> None:
        """Take what somebody typed for a page: the short code and the page that stand on it."""
        self.scans = self.scans.typed({key: (code, page)})
        self.taken = self.scans.taken_in()
        self.decisions = {spot: one for spot, one in self.decisions.items() if self.place(spot) is not None}

    @property
    def returned(self) -> Mapping[str, Returned]:
        """The copies of which something came back, by their codes."""
        return {one.copy.code: one for one in self.taken.intake.returned}

    @property
    def unplaced(self) -> tuple[Unplaced, ...]:
        """The pages that were put nowhere."""
        return self.taken.intake.unplaced

    def spots(self, code: str) -> tuple[Spot, ...]:
        """Return the places to sign on those pages of a copy that came."""
        one = self.returned[code]
        came = {page.sent.number for page in one.pages}
        return tuple(Spot(code, at) for at, area in places_to_sign(one.copy).items() if area.page in came)

    def area(self, spot: Spot) -> InkArea:
        """Return where on its page a place is, and what it is called."""
        return self.returned[spot.code].copy.areas[spot.area]

    def name(self, spot: Spot) -> str:
        """Return who is to sign there, where the copy tells; else what the place is called."""
        signer = signers_at(self.returned[spot.code].copy).get(spot.area)
        return signer.name if signer else self.area(spot).label

    def place(self, spot: Spot) -> Placed | None:
        """Return the page of a scan that a place is on; None if none is any more."""
        one = self.returned.get(spot.code)
        if one is None:
            return None
        number = one.copy.areas[spot.area].page
        return next((page for page in one.pages if page.sent.number == number), None)

    def look(self, spot: Spot) -> Look | None:
        """Return the place cut out of the scan; None where the page could not be laid over its original."""
        page, area = self.place(spot), self.area(spot)
        return next((one for one in self.taken.looks if one.page == page and one.area is area), None)

    def is_decided(self, code: str) -> bool:
        """Whether a person has looked at all that came of a copy."""
        spots = self.spots(code)
        if not spots:
            return code in self.looked
        return all(spot in self.decisions and self.decisions[spot].is_whole for spot in spots)

    @property
    def ready(self) -> tuple[str, ...]:
        """The codes of copies that were looked at and not noted yet."""
        return tuple(code for code in self.returned if code not in self.done and self.is_decided(code))

    @property
    def open_spots(self) -> tuple[Spot, ...]:
        """The places that nobody has said anything of yet, in their order."""
        return tuple(self._open())

    def said(self, code: str, *, by: str, today: date) -> tuple[LookedAt, ...]:
        """Return what is to be noted of a copy: who looked, and what they saw; signatures of one day together."""
        groups: dict[Decision, list[Spot]] = {}
        others: list[Spot] = []
        for spot in self.spots(code):
            one = self.decisions[spot]
            if one.seen is Seen.SIGNED:
                groups.setdefault(one, []).append(spot)
            else:
                others.append(spot)
        ordered = sorted(groups.items(), key=lambda found: found[0].day or today) or [(Decision(Seen.CANNOT_TELL), [])]
        return tuple(
            LookedAt(self._saw([*(others if not at else ()), *spots]), one.day or today, by, one.deputy, one.authority)
            for at, (one, spots) in enumerate(ordered)
        )

    def _saw(self, spots: Iterable[Spot]) -> tuple[SeenPlace, ...]:
        return tuple(
            saw(self.returned[spot.code].copy, self.area(spot), self.decisions[spot].seen) for spot in sorted(spots)
        )

    def signed_pdfs(self, code: str) -> tuple[SignedPdf, ...]:
        """Return the PDFs that began as a copy which went out, and came back with something added."""
        return tuple(one for one in self.taken.signed if one.came.copy.code == code)

    def remarks(self, code: str) -> tuple[str, ...]:
        """Return what has to be known of a copy, in sentences: missing pages, a newer version, two copies mixed.

        Of a PDF that was signed digitally, what its signatures are, too.
        """
        name = self.returned[code].name
        files = {page.read.file for page in self.returned[code].pages}
        signed = (words for one in self.taken.signed if one.came.copy.code == code for words in one.about)
        sorted_ = (
            one.removeprefix(f"{name}: ")
            for one in self.taken.intake.remarks
            if one.startswith(f"{name}: ") or any(one.startswith(f"{file}: ") for file in files)
        )
        return (*sorted_, *signed)

    def _open(self) -> Iterator[Spot]:
        for code in self.returned:
            if code not in self.done:
                yield from (one for one in self.spots(code) if not self._is_whole(one))

    def _is_whole(self, spot: Spot) -> bool:
        return spot in self.decisions and self.decisions[spot].is_whole
