# SPDX-License-Identifier: MPL-2.0
"""The press: what it takes to make files of blocks, loaded once."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from evidencepack.blocks.document import Document
from evidencepack.render.fonts.fontset import FontSet
from evidencepack.render.number import Numbered, number
from evidencepack.render.pdf.painter import paint
from evidencepack.render.properties import Properties
from evidencepack.render.theme import Theme
from evidencepack.render.typeset.page import Pages
from evidencepack.render.typeset.typesetter import typeset

if TYPE_CHECKING:
    from evidencepack.pack.look import Look
    from evidencepack.render.word.dressing import Template


class Format(StrEnum):
    """A format a document can be written in."""

    PDF = "pdf"
    DOCX = "docx"


@dataclass(frozen=True, eq=False, repr=False)
class Press:
    """Theme, fonts, the Word base document, and the ICC profile of sRGB that PDFs name as their output intent."""

    theme: Theme
    fonts: FontSet
    base: bytes
    profile: bytes
    duplex: bool = False

    def looking(self, look: Look) -> Press:
        """Return a press for pages of another look."""
        return replace(self, theme=look.theme, duplex=look.duplex)

    @cached_property
    def template(self) -> Template:
        """The empty Word document in the clothes of the theme."""
        from evidencepack.render.word.dressing import dressed  # a pack of PDFs need not load it

        return dressed(self.base, self.theme, self.fonts)

    def lay_out(self, documents: Sequence[Document], *, stamp: bool) -> tuple[Numbered, Pages]:
        """Number and typeset documents as one file; ``stamp`` prints the page number of the pack."""
        with _without_collector():
            numbered = number(tuple(documents))
            return numbered, typeset(numbered, self.theme, self.fonts, stamp=stamp, duplex=self.duplex)

    def print_file(
        self,
        numbered: Numbered,
        pages: Pages,
        properties: Properties,
        *,
        form: Format,
        stamp: bool,
        labels: Mapping[str, str] | None = None,
    ) -> bytes:
        """Return the bytes of what was laid out, in one format.

        ``labels`` are what people call each answer, by its path: Word shows them round the answers.
        """
        logo = self.theme.logo
        if logo:
            properties = replace(properties, images={**properties.images, logo.sha256: logo.data})
        if form is Format.PDF:
            with _without_collector():
                return paint(pages, self.theme, self.fonts, properties, profile=self.profile)
        from evidencepack.render.word.writer import write_word  # a pack of PDFs need not load it

        return write_word(numbered, pages, properties, self.template, stamp=stamp, labels=labels)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Pause the cycle collector: layout makes many objects and hardly a cycle, so that it only costs time.

    What was made meanwhile counts as old, or the collector would go through all of it at once. Who has paused it
    already collects in a way of their own, and may have things frozen, which are left so.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.freeze()
            gc.unfreeze()
            gc.enable()
