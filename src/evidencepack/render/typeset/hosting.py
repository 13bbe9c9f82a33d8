# SPDX-License-Identifier: MPL-2.0
"""Pages from outside become pages of ours: each on its sheet, with what it is and its number at the foot."""

from __future__ import annotations

from dataclasses import dataclass

from evidencepack.render.typeset.attributes import PLAIN, Attributes
from evidencepack.render.typeset.guests import Guest, GuestLink, Guests, anchor_of, seated, sheet_for
from evidencepack.render.typeset.page import Box, Element, Page, Role, Seated, SeatedLink
from evidencepack.render.typeset.running import Counted, Runner

_HAIR = 0.5


@dataclass(frozen=True, slots=True)
class Host:
    """Makes the pages of one file. ``root`` is the document in whose part of the structure tree they stand."""

    runner: Runner
    guests: Guests
    root: Element
    duplex: bool

    def page(self, at: int, document: int, counted: Counted, *, stamp: bool) -> Page:
        """Return a page of the file, counted from 0, as the page of the pack that ``counted`` says."""
        theme, guest = self.runner.theme, self.guests.pages[at]
        shape = sheet_for(guest, theme)
        seat, element = seated(guest, shape, theme), self._element(at, guest)
        if self.duplex and counted.in_file % 2 == 0:
            shape = shape.mirrored
        page = Page(shape.width, shape.height, document, guest=Seated(seat, element, self._links(at, element)))
        if seat.framed:
            page.boxes.append(Box(seat.left, seat.top, seat.width, seat.height, outline="grid", weight=_HAIR))
        self.runner.label(page, shape, self.guests, counted, stamp=stamp)
        return page

    def _links(self, at: int, element: Element) -> tuple[SeatedLink, ...]:
        """Return the links of a page; they are read behind its words, or behind its picture."""
        above = element if element.role is Role.P else self.root
        return tuple(SeatedLink(one, self._link(one, above)) for one in self.guests.links if one.page == at)

    def _link(self, one: GuestLink, above: Element) -> Element:
        target = f"Page {one.to + 1} of {self.guests.title}"
        own = Attributes(href=f"#{anchor_of(self.root.block, one.to)}", target=target)
        return Element(Role.LINK, above, anchor_of(self.root.block, one.page), own)

    def _element(self, at: int, guest: Guest) -> Element:
        """Return what a page is read as: its words; of a picture of a page only what it is."""
        block = anchor_of(self.root.block, at)
        if guest.words:
            return Element(Role.P, self.root, block, PLAIN)
        said = f"Picture of page {at + 1} of {len(self.guests.pages)} of {self.guests.title}"
        return Element(Role.FIGURE, self.root, block, Attributes(alt=said))
