# SPDX-License-Identifier: MPL-2.0
"""Pages from outside on sheets of ours: shrunk as little as frees the foot of the sheet, where the stamp stands.

Every sheet is A4 or A3, so that a page number looks the same and stands in the same place on each of them, whatever
came: a receipt, a scan to its very edge, a plan as large as a wall. Nothing from outside reaches into the foot.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

from evidencepack.render.theme import MM, PageShape, Theme

_GAP = 1.5  # points of white between what came and the stamp
_LARGE = 2**0.5  # A3 to A4 (ISO 216)
_LEAST = 0.7
"""What would be smaller than this part of its size on A4 stands on A3."""

_FRAMED = 0.97
"""What leaves more of a sheet free has a hair line round it, which shows where the page from outside ends."""


class Guest(NamedTuple):
    """A page from outside: of which file, the how manieth of it from 0, its size as shown in points.

    ``words``: it has text that can be selected and read out; a scan has none.
    """

    file: str
    number: int
    width: float
    height: float
    words: bool = False


class Bookmark(NamedTuple):
    """A bookmark that a file brought: its words, the page from 0, its level from 0."""

    text: str
    page: int
    level: int


class GuestLink(NamedTuple):
    """A link that a file brought, from one of its pages to another, both from 0.

    The area is that on the page as shown, in points from its lower left corner.
    """

    page: int
    left: float
    bottom: float
    right: float
    top: float
    to: int


class Guests(NamedTuple):
    """The pages from outside that follow a document's own, and what stands at the foot of each.

    ``name`` says what they are called ("Appendix C"), ``title`` what they are, ``owner`` whose bid it is (may be
    empty), ``mark`` stands behind them in white on ink ("Confidential"; empty for none). ``through`` is the anchor of
    the last document of a section that begins here: the contents give its pages up to the end of that.
    """

    pages: tuple[Guest, ...] = ()
    name: str = ""
    title: str = ""
    owner: str = ""
    mark: str = ""
    bookmarks: tuple[Bookmark, ...] = ()
    through: str = ""
    links: tuple[GuestLink, ...] = ()


GuestsByAnchor: TypeAlias = Mapping[str, Guests]
"""The pages from outside by the anchor of the document that they follow."""


def anchor_of(document: str, page: int) -> str:
    """Return the anchor of a page from outside, from 0, that follows a document."""
    return f"{document}/guest.{page}"


class Seat(NamedTuple):
    """Where a page from outside stands on its sheet: left, top and size in points; ``scale`` is 1 or less."""

    guest: Guest
    left: float
    top: float
    width: float
    height: float
    scale: float
    framed: bool


def band(theme: Theme) -> float:
    """Return how much of the foot of a sheet belongs to the stamp, in points."""
    look = theme.running
    return look.stamp_foot + look.stamp.pitch + 2 * look.stamp_top + look.stamp_box + _GAP


def sheet_for(guest: Guest, theme: Theme) -> PageShape:
    """Return the sheet on which a page stands: A4, or A3 where it would be much too small on that; turned as it is."""
    shape = theme.landscape if guest.width > guest.height else theme.portrait
    return shape if _scale(guest, shape, theme) >= _LEAST else _larger(shape)


def seated(guest: Guest, shape: PageShape, theme: Theme) -> Seat:
    """Return where a page stands on a sheet: in the middle, above its middle if there is room; never enlarged."""
    scale = _scale(guest, shape, theme)
    width, height = guest.width * scale, guest.height * scale
    free = shape.height - band(theme) - height
    framed = width < _FRAMED * shape.width and height < _FRAMED * (shape.height - band(theme))
    return Seat(guest, (shape.width - width) / 2, free / 3, width, height, scale, framed)


def _scale(guest: Guest, shape: PageShape, theme: Theme) -> float:
    return min(1.0, shape.width / guest.width, (shape.height - band(theme)) / guest.height)


def _larger(shape: PageShape) -> PageShape:
    foot = shape.height - shape.footer
    height = round(shape.height / MM * _LARGE) * MM
    return shape._replace(width=round(shape.width / MM * _LARGE) * MM, height=height, footer=height - foot)
