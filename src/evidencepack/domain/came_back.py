# SPDX-License-Identifier: MPL-2.0
"""What came back of a copy that went out to be signed: its pages as they were scanned, what a person saw on them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from evidencepack.domain.signoff import InkArea, SentCopy, Signer

_TO_SIGN = frozenset({"signature", "initials"})


class Way(StrEnum):
    """How a copy came back: as pages that somebody scanned or photographed, or as a PDF that was signed digitally."""

    SCAN = "scan"
    DIGITAL = "digital"


class Seen(StrEnum):
    """What a person says of a place to sign, having looked at it."""

    SIGNED = "signed"
    NOT_SIGNED = "not signed"
    CANNOT_TELL = "cannot tell"


@dataclass(frozen=True, slots=True)
class SeenPlace:
    """What a person saw in a place to sign: the number of the area among those of the copy, from 0, and its label."""

    area: int
    label: str
    seen: Seen


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A page of a copy as it came back: a JPEG that our child made, never the file that came.

    ``number`` is that of the page of the copy, from 1; ``sha256`` names the JPEG, ``width`` and ``height`` are in dots.
    ``file`` and ``file_sha256`` are name and SHA-256 of the file that came, ``at`` the number of the page in it.
    ``typed``: no machine could read its mark, somebody typed which page it is.
    """

    number: int
    sha256: str
    width: int
    height: int
    file: str
    file_sha256: str
    at: int
    typed: bool = False


@dataclass(frozen=True, slots=True)
class DigitalSignature:
    """What can be known offline of a digital signature in a PDF.

    ``signer`` is the name in its certificate, ``issuer`` who made that, ``said_at`` the time that it claims (ISO;
    empty for none). ``intact``: the bytes that it covers are those that were signed. ``changes`` says in words what
    was added after it; empty for nothing. ``trusted``: its certificate leads to a root that the person has given.
    """

    signer: str
    issuer: str
    said_at: str
    intact: bool
    changes: str = ""
    trusted: bool = False


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A PDF that was signed digitally, kept byte for byte: a signature holds only on the file as it was signed."""

    name: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class KeptReturn:
    """One thing that came back, and was kept. ``code`` is that of the copy, ``event`` the id of what was noted with it.

    ``day`` is the day on which it came (ISO), ``at`` when it was kept (UTC), ``by`` who has looked at it. A scan has
    ``pages``; a PDF that was signed digitally is a ``file`` and has ``signatures``.
    """

    id: str
    code: str
    way: Way
    day: str
    at: str
    by: str
    event: str = ""
    pages: tuple[KeptPage, ...] = ()
    places: tuple[SeenPlace, ...] = ()
    signatures: tuple[DigitalSignature, ...] = ()
    file: KeptFile | None = None


def places_to_sign(copy: SentCopy) -> Mapping[int, InkArea]:
    """Return the areas of a copy in which somebody is to sign or to initial, by their numbers among all, from 0."""
    return {number: area for number, area in enumerate(copy.areas) if area.what in _TO_SIGN}


def signers_at(copy: SentCopy) -> Mapping[int, Signer]:
    """Return who is to sign in which place, by its number; nothing where the places do not tell.

    Boxes stand on a copy in the order of those who sign it. Where some initial a list as well, which stands elsewhere,
    or share a box, nobody but a person can tell.
    """
    places, ways = [*places_to_sign(copy)], {one.initials for one in copy.signers}
    return dict(zip(places, copy.signers, strict=True)) if len(places) == len(copy.signers) and len(ways) == 1 else {}


def saw(copy: SentCopy, area: InkArea, seen: Seen) -> SeenPlace:
    """Return what a person saw in an area of a copy."""
    return SeenPlace(copy.areas.index(area), area.label, seen)


def seen_so_far(copy: SentCopy, returns: Iterable[KeptReturn]) -> Mapping[int, Seen | None]:
    """Return what was seen last in each place to sign of a copy, by its number; None where nobody has looked."""
    found: dict[int, Seen | None] = dict.fromkeys(places_to_sign(copy))
    for one in returns:
        if one.code == copy.code:
            found |= {place.area: place.seen for place in one.places}
    return found


def newest_pages(code: str, returns: Iterable[KeptReturn]) -> Mapping[int, KeptPage]:
    """Return the pages of a copy as they came back last, by their numbers, in order."""
    found = {page.number: page for one in returns if one.code == code for page in one.pages}
    return dict(sorted(found.items()))
