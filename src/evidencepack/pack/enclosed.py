# SPDX-License-Identifier: MPL-2.0
"""A file from outside as it goes into a bundle: as pages, or as a sheet that says why not and where the file is."""

from __future__ import annotations

from dataclasses import dataclass

from evidencepack.blocks.document import Document, Running
from evidencepack.compose.sheets.divider import Came, Described, described_title, file_sheet
from evidencepack.guard.pdf_files import LAID_OUT, ForeignPdf
from evidencepack.library.model import Library
from evidencepack.pack.annexes import Annex
from evidencepack.pack.manifest import DocumentVersion
from evidencepack.render.theme import STANDARD
from evidencepack.render.typeset.guests import Bookmark, Guest, GuestLink, Guests, seated, sheet_for

_KIND = "annex"
_LONGEST = 200
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Enclosed:
    """An annex with the pages of its file; or without, and then ``note`` says in a sentence why and where it is."""

    annex: Annex
    foreign: ForeignPdf | None = None
    note: str = ""

    @property
    def anchor(self) -> str:
        """Return its place for links."""
        return self.annex.record.id

    @property
    def sha256(self) -> str:
        """Return the SHA-256 of the file as it came; empty while there is none."""
        return self.annex.file.sha256 if self.annex.file else ""

    @property
    def sides(self) -> int:
        """Return how many pages of the file stand in the bundle."""
        return len(self.foreign.pages) if self.foreign else 0

    def sheet(self, library: Library, running: Running, *, divided: bool) -> Document:
        """Return the sheet before its pages; where no sheets divide, an empty document unless there are no pages."""
        if not divided and self.sides:
            return Document(self.anchor, self.annex.title, running, (), letter=self.annex.letter)
        return file_sheet(self._described(library), running)

    def guests(self, *, owner: str, mark: str) -> Guests:
        """Return its pages and bookmarks, and what stands at the foot of each page."""
        foreign, annex = self.foreign, self.annex
        if foreign is None:
            return Guests()
        pages = tuple(
            Guest(self.sha256, number, page.size.width, page.size.height, page.has_text)
            for number, page in enumerate(foreign.pages)
        )
        confidential = "Confidential" if annex.is_confidential else ""
        said = " · ".join(filter(None, (mark, confidential)))
        links = tuple(GuestLink(one.page, one.left, one.bottom, one.right, one.top, one.to) for one in foreign.links)
        name, bookmarks = f"Appendix {annex.letter}", tuple(self._bookmarks())
        return Guests(pages, name, annex.title, owner, said, bookmarks, links=links)

    def version_on(self, first: int, last: int) -> DocumentVersion:
        """Return how the manifest lists it, on these pages of the bundle, counted from 1."""
        annex, damaged = self.annex, self.foreign is not None and self.foreign.repaired
        of = annex.record.reference, annex.title, "", self.sha256, annex.letter
        return DocumentVersion(*of, first, last, damaged=damaged)

    def _bookmarks(self) -> list[Bookmark]:
        entries = self.foreign.outline if self.foreign else ()
        said = [(" ".join(one.title.split())[:_LONGEST], one) for one in entries]
        return [Bookmark(_text(title), one.page, min(one.level, _DEEPEST)) for title, one in said if title]

    def _described(self, library: Library) -> Described:
        annex, answers = self.annex, self.annex.record.answers
        choices = {one.id: one.label for one in library[_KIND].fields["what"].choices}
        return Described(
            anchor=self.anchor,
            letter=annex.letter,
            title=described_title(annex.record.id, annex.title),
            what=choices.get(str(answers.get("what", "")), ""),
            dated=annex.dated,
            issued_by=" ".join(str(answers.get("issued_by", "")).split()),
            name=annex.file.name if annex.file else "",
            pages=self.sides,
            sha256=self.sha256,
            note=self.note,
            until=annex.until,
            came=_came(self.foreign, self.guests(owner="", mark="").pages) if self.foreign else Came(),
        )


def _came(foreign: ForeignPdf, pages: tuple[Guest, ...]) -> Came:
    """Return how the pages of a file got to ours. What is only for who put the file in (": look at it") is left out."""
    return Came(
        smaller=sum(seated(one, sheet_for(one, STANDARD), STANDARD).scale < 1 for one in pages),
        left_behind=tuple(one.partition(": ")[0] for one in foreign.dropped if one != LAID_OUT),
        laid_out=LAID_OUT in foreign.dropped,
        damaged=foreign.repaired,
    )


def _text(words: str) -> str:
    """Return words without halves of characters, which no file can hold."""
    return words.encode("utf-16", "replace").decode("utf-16")
