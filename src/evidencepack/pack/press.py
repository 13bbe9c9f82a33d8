# SPDX-License-Identifier: MPL-2.0
"""The press: what it takes to make files of blocks, loaded once."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from evidencepack.blocks.document import Document
from evidencepack.render.fonts.fontset import FontSet
from evidencepack.render.number import Numbered, number
from evidencepack.render.properties import Properties
from evidencepack.render.questions import Asked, unasked
from evidencepack.render.theme import Theme
from evidencepack.render.themes.adjusting import for_both_sides
from evidencepack.render.typeset.guests import GuestsByAnchor
from evidencepack.render.typeset.page import Pages
from evidencepack.render.typeset.typesetter import typeset

if TYPE_CHECKING:
    from evidencepack.pack.look import Look
    from evidencepack.render.pdf.guests import Carry
    from evidencepack.render.word.dressing import Template


class Format(StrEnum):
    """A format a document can be written in."""

    PDF = "pdf"
    DOCX = "docx"


@dataclass(frozen=True, eq=False, repr=False)
class Press:
    """Theme, fonts, the Word base document, and the ICC profile of sRGB that PDFs name as their output intent.

    ``brand`` is what is kept of a Word template that somebody chose; Word files then have its looks, PDFs their own.
    """

    theme: Theme
    fonts: FontSet
    base: bytes
    profile: bytes
    duplex: bool = False
    brand: bytes = b""

    def looking(self, look: Look) -> Press:
        """Return a press for pages of another look."""
        return replace(self, theme=look.theme, duplex=look.duplex, brand=look.brand)

    def wearing(self, brand: bytes) -> Press:
        """Return a press whose Word files have the looks of a template, of which this is kept."""
        return replace(self, brand=brand)

    @cached_property
    def template(self) -> Template:
        """The empty Word document in the clothes of the theme, or of the template that somebody chose."""
        if self.brand:
            from evidencepack.render.word.brand.branding import branded  # hardly a pack has a template of its own

            return branded(self.base, self.brand, self.theme, self.fonts, for_both_sides if self.duplex else None)
        from evidencepack.render.word.dressing import dressed  # a pack of PDFs need not load it

        return dressed(self.base, self.theme, self.fonts)

    @property
    def unlike(self) -> str:
        """The font of Word files whose letters are not exactly as wide as those with which their pages are counted."""
        counting = self.template.counting if self.brand else None
        return counting.unlike if counting else ""

    def uncovered(self, text: str) -> str:
        """Return the characters of a text that no font can print, in plain type or in bold."""
        return "".join(dict.fromkeys(self.fonts.uncovered(text, 0) + self.fonts.uncovered(text, 1)))

    def lay_out(
        self, documents: Sequence[Document], *, stamp: bool, guests: GuestsByAnchor = MappingProxyType({})
    ) -> tuple[Numbered, Pages]:
        """Number and typeset documents as one file; ``stamp`` prints the page number of the pack.

        ``guests`` are pages from outside, by the anchor of the document that they follow.
        """
        with _without_collector():
            numbered = number(tuple(documents))
            return numbered, typeset(numbered, self.theme, self.fonts, stamp=stamp, duplex=self.duplex, guests=guests)

    def pages_as(self, form: Format, numbered: Numbered, pages: Pages, *, stamp: bool) -> Pages:
        """Return the pages of a format: those that were laid out, unless a Word file has the looks of a template.

        Its sizes and margins are other ones, so that its columns and page numbers come from pages of their own.
        """
        if form is Format.PDF or not self.brand:
            return pages
        from evidencepack.render.word.brand.counting import counted

        with _without_collector():
            return counted(numbered, self.template, stamp=stamp, duplex=self.duplex)

    def print_file(
        self,
        numbered: Numbered,
        pages: Pages,
        properties: Properties,
        *,
        form: Format,
        stamp: bool,
        asked: Asked = unasked,
    ) -> bytes:
        """Return the bytes of what was laid out, in one format, whose pages these are (``pages_as``).

        ``asked`` finds the question of an answer: Word shows its label round the answer, and its list or calendar.
        """
        properties = self._with_logo(properties)
        if form is Format.PDF:
            from evidencepack.render.pdf.painter import paint  # a pack of Word files need not load it

            with _without_collector():
                return paint(pages, self.theme, self.fonts, properties, profile=self.profile)
        from evidencepack.render.word.writer import write_word  # a pack of PDFs need not load it

        with _without_collector():
            return write_word(numbered, pages, properties, self.template, stamp=stamp, asked=asked)

    def print_bundle(self, pages: Pages, properties: Properties, carry: Carry) -> bytes:
        """Return the PDF of what was laid out with pages from outside, which ``carry`` writes into it.

        What a file from outside says of its colours is its own: the bundle names no profile for all of it.
        """
        from evidencepack.render.pdf.painter import paint  # a pack of Word files need not load it

        with _without_collector():
            return paint(pages, self.theme, self.fonts, self._with_logo(properties), carry=carry)

    def _with_logo(self, properties: Properties) -> Properties:
        logo = self.theme.logo
        return replace(properties, images={**properties.images, logo.sha256: logo.data}) if logo else properties


@contextmanager
def _without_collector() -> Iterator[None]:
    """Pause the cycle collector: layout makes many objects and hardly a cycle, so that it only costs time.

    What was made meanwhile counts as old, or the collector would go through all of it at once. Who has paused it
    already collects in a way of their own. Things that somebody has frozen are left so: to thaw what has just been
    made is to thaw them, too, and each later run would go through all of them.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if not gc.get_freeze_count():
                gc.freeze()
                gc.unfreeze()
            gc.enable()
