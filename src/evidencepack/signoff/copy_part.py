# SPDX-License-Identifier: MPL-2.0
"""The files of one copy to sign: the PDF has marks on every page, and room for them; Word has neither."""

from __future__ import annotations

from dataclasses import dataclass, replace

from evidencepack.blocks.document import Document
from evidencepack.pack.build import Part
from evidencepack.pack.manifest import BuiltFile
from evidencepack.pack.press import Format, Press
from evidencepack.render.number import Numbered
from evidencepack.render.typeset.page import Pages
from evidencepack.signoff.marking import MarkedPages, for_marks, with_marks


@dataclass(frozen=True, slots=True)
class CopyPart(Part):
    """Files to make of one copy, with its short ``code`` and the ``number`` of its version.

    ``in_word`` is what the Word file holds in place of the documents: it has other pages, and none has a mark.
    """

    code: str
    number: int
    in_word: tuple[Document, ...] = ()

    def print_on(self, press: Press, *, claims: bool = False) -> list[BuiltFile]:
        """Lay the copy out and print it in each format; with ``claims``, its PDF says that it conforms."""
        properties = replace(self.properties, claims=claims)
        files = []
        for form in self.formats:
            numbered, pages = self._laid_out(press, form)
            data = press.print_file(numbered, pages, properties, form=form, stamp=False, asked=self.asked)
            files.append(BuiltFile(f"{self.name}.{form.value}", data, len(pages.pages), ()))
        return files

    def marked(self, press: Press) -> tuple[Numbered, MarkedPages]:
        """Lay the copy out with its marks; nothing is printed."""
        roomy = replace(press, theme=for_marks(press.theme))
        numbered, pages = roomy.lay_out(self.documents, stamp=False)
        return numbered, with_marks(pages, self.code, self.number, press.fonts)

    def _laid_out(self, press: Press, form: Format) -> tuple[Numbered, Pages]:
        if form is Format.PDF:
            numbered, marked = self.marked(press)
            return numbered, marked.pages
        return self.plain(press)

    def count(self, press: Press) -> int:
        """Return how many pages the copy has, or its Word file where that is there; blank ones do not count."""
        pages = self.plain(press)[1] if self.in_word else self.marked(press)[1].pages
        return sum(span.count for span in pages.documents)

    def plain(self, press: Press) -> tuple[Numbered, Pages]:
        """Lay out what the Word file holds; nothing is printed."""
        numbered, pages = press.lay_out(self.in_word, stamp=False)
        return numbered, press.pages_as(Format.DOCX, numbered, pages, stamp=False)
