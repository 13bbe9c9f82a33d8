# SPDX-License-Identifier: MPL-2.0
"""What is known while one Word file is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from evidencepack.blocks.blocks import Clause, Heading, Numbering, Table, Toc, TocEntry
from evidencepack.blocks.document import Document, Section
from evidencepack.blocks.inlines import Text
from evidencepack.render.fonts.fontset import FontSet
from evidencepack.render.number import Numbered, plain
from evidencepack.render.properties import Properties
from evidencepack.render.theme import PageShape, Theme
from evidencepack.render.typeset.page import BoxShape, Pages, TableShape
from evidencepack.render.word.controls import Controls
from evidencepack.render.word.fields import Bookmarks
from evidencepack.render.word.ids import Numbers
from evidencepack.render.word.parts import Parts

if TYPE_CHECKING:
    from evidencepack.render.word.brand.strips import Strip, Strips

UNKNOWN_PAGE = "–"
BASE_LANGUAGE = "en-GB"


@dataclass(slots=True)
class Writing:
    """One file being written: its words, its parts, and the counters that make names in it unique.

    ``language`` is that of the document being written where it is not the base document's.

    ``numbered_by_word`` are the anchors whose number is Word's own, ``titles`` those that stand round the words of a
    heading, ``captions`` those round a caption's "Table 2"; fields can point at all three. ``begins`` are the first
    pages of sections, by the names that the typeset pages give them. ``strips`` are the headers and footers of a
    template that a person chose. ``listed`` are the words of each document that the contents list, by its anchor.
    ``appendix`` is the list of the last appendix, and what is counted on its levels.
    """

    numbered: Numbered
    pages: Pages | None
    properties: Properties
    parts: Parts
    controls: Controls
    theme: Theme
    fonts: FontSet
    drawings: Numbers = field(default_factory=Numbers)
    language: str = ""
    numbered_by_word: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    captions: frozenset[str] = frozenset()
    spacing: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    begins: dict[str, int] = field(default_factory=dict)
    header_logos: dict[tuple[str, float], int] = field(default_factory=dict)
    strips: Strips | None = None
    drawn_strips: dict[tuple[str, str], str] = field(default_factory=dict)
    listed: dict[str, str] = field(default_factory=dict)
    appendix: tuple[int, tuple[int, ...]] | None = None

    def __post_init__(self) -> None:
        sections = [section for document in self.numbered.documents for section in document.sections]
        blocks = [block for section in sections for block in (*section.blocks, *section.foot)]
        self.numbered_by_word = frozenset(
            block.anchor
            for block in blocks
            if isinstance(block, Clause) or (isinstance(block, Heading) and block.numbering is Numbering.SCHEDULE)
        )
        # Word would bring the controls of a heading along into the reference, and a second one of the same tag.
        self.titles = frozenset(
            block.anchor
            for block in blocks
            if isinstance(block, Clause | Heading) and block.anchor and all(type(one) is Text for one in block.inlines)
        )
        self.captions = frozenset(
            block.anchor for section in sections for block in section.blocks if isinstance(block, Table) and block.label
        )
        lists = (block.entries for block in blocks if isinstance(block, Toc))
        self.listed = {entry.target: _listed(entry) for entries in lists for entry in entries}
        self.spacing = self.parts.spacing()
        self._leaf_through()

    def _leaf_through(self) -> None:
        """Note on which page each section begins."""
        for number, page in enumerate(self.pages.pages if self.pages else (), 1):
            for block in (piece.stretch.element.block for _, _, line in page.lines[:1] for piece in line[:1]):
                document, _, place = block.rpartition("/")
                self.begins.setdefault(f"{document}/{place.partition('.')[0]}", number)

    def page_of(self, anchor: str) -> str:
        """Return the printed page of an anchor, or a dash when no pages were made."""
        if self.pages is None or anchor not in self.pages.anchors:
            return UNKNOWN_PAGE
        return str(self.pages.page_of(anchor))

    @property
    def bookmarks(self) -> Bookmarks:
        """Return the maker of the file's bookmarks."""
        return self.controls.bookmarks

    @property
    def page_count(self) -> str:
        """Return the pages of the file, or a dash when no pages were made."""
        return str(len(self.pages.pages)) if self.pages else UNKNOWN_PAGE

    def first_page(self, document: Document, section: Section) -> str:
        """Return the printed page on which a section begins, or a dash when no pages were made."""
        if self.pages is None:
            return UNKNOWN_PAGE
        found = self.begins.get(f"{document.anchor}/{document.sections.index(section)}")
        return self.page_of(document.anchor) if found is None else str(found)

    def text_style(self, size: float) -> str:
        """Return the ending of the table styles of a size; a size between two takes the smaller."""
        return f"{self.theme.table.nearest(size):g}".replace(".", "")

    def header_logo(self, words: str, shape: PageShape) -> int:
        """Return the number of the logo as a drawing in a header: equal headers stay equal."""
        header = words, shape.measure
        self.header_logos[header] = self.header_logos.get(header) or self.drawings.next()
        return self.header_logos[header]

    def drawn(self, strip: Strip, words: str) -> str:
        """Return a header or footer of a template, for a part whose own words are these: equal parts stay equal."""
        part = strip.xml, words
        if part not in self.drawn_strips:
            numbers = [self.drawings.next() for _ in range(strip.drawings)]
            self.drawn_strips[part] = strip.numbered(numbers[0]) if numbers else strip.xml
        return self.drawn_strips[part]

    def colour(self, name: str) -> str:
        """Return six hex digits of a colour of the theme, as Word writes them."""
        return self.theme.colours[name].removeprefix("#")


def _listed(entry: TocEntry) -> str:
    letter = f"Appendix {entry.letter} · " if entry.letter.isalnum() else ""
    return f"{letter}{plain(entry.title)}"


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
