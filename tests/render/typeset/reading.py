# SPDX-License-Identifier: MPL-2.0
"""What should be read from a document's pages, and what is: texts of paragraphs, cells and labels, in order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate
from operator import itemgetter
from typing import assert_never

from evidencepack.blocks.blocks import (
    Block,
    Bullets,
    Callout,
    Cell,
    Clause,
    Farewell,
    Figure,
    Figures,
    Gap,
    Heading,
    Letterhead,
    Numbering,
    PageBreak,
    Paragraph,
    Signature,
    Table,
    Toc,
)
from evidencepack.blocks.document import Document
from evidencepack.blocks.figures import Trend
from evidencepack.blocks.inlines import CrossReference, Inlines, LineBreak, Show
from evidencepack.render.figures.key import key_words
from evidencepack.render.figures.tables import as_table
from evidencepack.render.number import Numbered, plain
from evidencepack.render.typeset.heads import spanning
from evidencepack.render.typeset.page import Element, Pages, Role, Run

_INLINE = {Role.LINK, Role.SPAN}


def squeezed(text: str) -> str:
    """Return text without white space: soft breaks inside long words add none, hard ones some."""
    return re.sub(r"\s", "", text)


def owner(element: Element) -> Element:
    """Return the block-level element that an inline element stands in."""
    while element.role in _INLINE and element.parent is not None:
        element = element.parent
    return element


def read(runs: Iterable[tuple[Element, Run]], block: str) -> list[str]:
    """Return the texts of a block's elements, in the order of the structure tree; empty ones left out.

    ``runs`` are those of the block, each with its block-level element.
    """
    texts: dict[Element, str] = {}
    children: dict[Element | None, list[Element]] = {}
    for element, run in runs:
        if element.role is Role.FIGURE:
            continue
        if element not in texts:
            _join(element, block, children)
        texts[element] = texts.get(element, "") + run.text
    order = _depth_first(None, children)
    return [squeezed(texts[element]) for element in order if squeezed(texts.get(element, ""))]


def _join(element: Element, block: str, children: dict[Element | None, list[Element]]) -> None:
    """Join an element and those above it to the tree, as the painter does at their first text."""
    parent = element.parent if element.parent and element.parent.block == block else None
    siblings = children.setdefault(parent, [])
    if element not in siblings:
        siblings.append(element)
        if parent is not None:
            _join(parent, block, children)


def _depth_first(element: Element | None, children: dict[Element | None, list[Element]]) -> Iterator[Element]:
    for child in children.get(element, []):
        yield child
        yield from _depth_first(child, children)


class Expected:
    """Says what a numbered document's blocks should read as."""

    def __init__(self, numbered: Numbered, pages: Pages) -> None:
        self.numbered, self.pages = numbered, pages

    def words(self, inlines: Inlines) -> str:
        """Return the words of inlines, with page numbers where pages are referred to."""
        words = ""
        for inline in inlines:
            match inline:
                case CrossReference(show=Show.PAGE):
                    words += str(self.pages.page_of(inline.target))
                case CrossReference(show=Show.TEXT):
                    words += self.numbered.titles[inline.target]
                case LineBreak():
                    words += " "
                case _:
                    words += plain((inline,), self.numbered.labels)
        return words

    def texts(self, block: Block) -> list[str]:
        """Return the texts a block should read as, white space removed, empty ones left out."""
        return [squeezed(text) for text in self._texts(block) if squeezed(text)]

    def _texts(self, block: Block) -> Iterator[str]:  # noqa: C901, PLR0912 - one case for each block
        words = self.words
        match block:
            case Paragraph():
                yield words(block.inlines)
            case Heading():
                numbered = block.label and block.numbering is not Numbering.NONE
                label = f"{block.label}:" if numbered else ""
                yield label + words(block.inlines) + words(block.aside)
            case Clause(level=1):
                yield block.label + words(block.inlines) + "".join(block.tags)
            case Clause():
                yield from (block.label, words(block.inlines))
            case Bullets():
                for number, item in enumerate(block.items, 1):
                    yield from (str(number) if block.numbered else "•", words(item))
            case Table():
                yield from (block.label + words(block.title), *self._cells(block), words(block.note))
            case Toc():
                yield from self._contents(block)
            case Callout():
                yield words(block.title) + words(block.aside)
                yield from (words(label) + words(text) for label, text in block.rows)
            case Figure():
                yield from self._figure(block)
            case Figures():
                for figure in block.figures:
                    yield from (words(figure.title), words(figure.below))
                yield from (_key(block), words(block.note))
            case Signature():
                yield from self._signature(block)
            case Letterhead():
                yield from map(words, (block.sender, block.other, *block.details, *block.addressee, block.date))
            case Farewell():
                yield from map(words, (block.words, block.signatory.name, block.signatory.role))
            case PageBreak() | Gap():
                return
            case _:
                assert_never(block)

    def _figure(self, figure: Figure) -> Iterator[str]:
        """What is in a figure is read as the words that stand for it; what is set as a table, cell by cell."""
        table = as_table(figure)
        if table is not None:
            yield from self._texts(table)
            return
        yield figure.label + self.words(figure.title)
        yield self.words(figure.below)
        if isinstance(figure.drawing, Trend):
            yield _key(Figures((figure,)))
        yield self.words(figure.note)

    def _cells(self, table: Table) -> Iterator[str]:
        for cells in (*_head_rows(table), *(row.cells for row in table.rows)):
            for cell in cells:
                for sign, line in zip(cell.signs or [""] * len(cell.lines), cell.lines, strict=True):
                    yield from (sign, self.words(line))

    def _contents(self, toc: Toc) -> Iterator[str]:
        span = self.pages.documents[0]
        last = span.first + span.count
        pages = f"{span.first + 1}–{last}" if span.count > 1 else str(last)
        for entry in toc.entries:
            yield from (entry.letter, self.words(entry.title), *map(self.words, entry.cells), pages)

    def _signature(self, signature: Signature) -> Iterator[str]:
        yield self.words(signature.statement)
        for one in signature.signatories:
            words = self.words
            yield f"{one.capacity}for{words(one.party)}expected:{words(one.name)},{words(one.role)}"
            yield from ("Signature (inside this box, black or blue ink)", "Date signed (day / month / year)")
            yield from ("Full name in capitals", "Role")


def _head_rows(table: Table) -> list[list[Cell]]:
    """Return the cells of heads as they are read: those that span both rows with the first of them."""
    rows = [
        list(zip(accumulate((cell.span for cell in row.cells), initial=0), row.cells, strict=False))
        for row in table.head
    ]
    both = spanning(table.head)
    if both:
        reach = {column + step for column, cell in rows[1] if column in both for step in range(cell.span)}
        lifted = [one for one in rows[1] if one[0] in both]
        rows[0] = sorted([*lifted, *(one for one in rows[0] if one[0] not in reach)], key=itemgetter(0))
        rows[1] = [one for one in rows[1] if one[0] not in both]
    return [[cell for _, cell in row] for row in rows]


def _key(figures: Figures) -> str:
    trends = [figure.drawing for figure in figures.figures if isinstance(figure.drawing, Trend)]
    return " ".join(key_words(trends, figures.result))


def blocks_of(document: Document) -> Iterator[tuple[str, Block]]:
    """Give every block of a document with its name."""
    for number, section in enumerate(document.sections):
        for place, block in enumerate((*section.blocks, *section.foot)):
            yield f"{document.anchor}/{number}.{place}", block
