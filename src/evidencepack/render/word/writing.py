# SPDX-License-Identifier: MPL-2.0
"""What is known while one Word file is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from evidencepack.blocks.blocks import Clause, Heading, Numbering, Table
from evidencepack.blocks.document import Document, Section
from evidencepack.render.fonts.fontset import FontSet
from evidencepack.render.number import Numbered
from evidencepack.render.properties import Properties
from evidencepack.render.theme import PageShape, Theme
from evidencepack.render.typeset.page import BoxShape, Pages, TableShape
from evidencepack.render.word.controls import Controls
from evidencepack.render.word.fields import Bookmarks
from evidencepack.render.word.ids import Numbers
from evidencepack.render.word.parts import Parts

UNKNOWN_PAGE = "–"
BASE_LANGUAGE = "en-GB"


@dataclass(slots=True)
class Writing:
    """One file being written: its words, its parts, and the counters that make names in it unique.

    ``language`` is that of the document being written where it is not the base document's.

    ``numbered_by_word`` are the anchors whose number is Word's own, ``captions`` those that stand round a caption's
    "Table 2"; fields can point at both.
    """

    numbered: Numbered
    pages: Pages | None
    properties: Properties
    parts: Parts
    controls: Controls
    theme: Theme
    fonts: FontSet
    bookmarks: Bookmarks = field(default_factory=Bookmarks)
    drawings: Numbers = field(default_factory=Numbers)
    language: str = ""
    numbered_by_word: frozenset[str] = frozenset()
    captions: frozenset[str] = frozenset()
    spacing: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    header_logos: dict[tuple[str, float], int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        blocks = [
            block
            for document in self.numbered.documents
            for section in document.sections
            for block in (*section.blocks, *section.foot)
        ]
        self.numbered_by_word = frozenset(
            block.anchor
            for block in blocks
            if isinstance(block, Clause) or (isinstance(block, Heading) and block.numbering is Numbering.SCHEDULE)
        )
        self.captions = frozenset(block.anchor for block in blocks if isinstance(block, Table) and block.label)
        self.spacing = self.parts.spacing()

    def page_of(self, anchor: str) -> str:
        """Return the printed page of an anchor, or a dash when no pages were made."""
        if self.pages is None or anchor not in self.pages.anchors:
            return UNKNOWN_PAGE
        return str(self.pages.page_of(anchor))

    @property
    def page_count(self) -> str:
        """Return the pages of the file, or a dash when no pages were made."""
        return str(len(self.pages.pages)) if self.pages else UNKNOWN_PAGE

    def first_page(self, document: Document, section: Section) -> str:
        """Return the printed page on which a section begins, or a dash when no pages were made."""
        if self.pages is None:
            return UNKNOWN_PAGE
        name = f"{document.anchor}/{document.sections.index(section)}."
        for number, page in enumerate(self.pages.pages, 1):
            if any(run.element.block.startswith(name) for run in page.runs[:1]):
                return str(number)
        return self.page_of(document.anchor)

    def text_style(self, size: float) -> str:
        """Return the ending of the table styles of a size; a size between two takes the smaller."""
        return f"{self.theme.table.nearest(size):g}".replace(".", "")

    def header_logo(self, words: str, shape: PageShape) -> int:
        """Return the number of the logo as a drawing in a header: equal headers stay equal."""
        header = words, shape.measure
        self.header_logos[header] = self.header_logos.get(header) or self.drawings.next()
        return self.header_logos[header]

    def colour(self, name: str) -> str:
        """Return six hex digits of a colour of the theme, as Word writes them."""
        return self.theme.colours[name].removeprefix("#")


@dataclass(slots=True)
class Chapter:
    """One document of the file: its lists start again, and schedules count within it.

    ``block`` names the block being written as the typeset pages name it.
    """

    writing: Writing
    document: Document
    block: str = ""
    clauses: int = 0
    schedules: int = 0
    captions: dict[str, int] = field(default_factory=dict)

    @property
    def shape(self) -> TableShape | None:
        """Return the shape that the table being written has on the typeset pages, if there are any."""
        return self.writing.pages.tables.get(self.block) if self.writing.pages else None

    @property
    def boxes(self) -> tuple[BoxShape, ...]:
        """Return how the boxes to sign of the block being written stand on the typeset pages, if there are any."""
        return self.writing.pages.boxes.get(self.block, ()) if self.writing.pages else ()
