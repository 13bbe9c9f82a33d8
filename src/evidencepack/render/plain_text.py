# SPDX-License-Identifier: MPL-2.0
"""A document as plain text for boxes that take nothing else: headings and paragraphs as lines, "- " before items."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from evidencepack.blocks.blocks import (
    Block,
    Bullets,
    Callout,
    Clause,
    Figure,
    Figures,
    Heading,
    Paragraph,
    Style,
    Table,
    TableRow,
)
from evidencepack.blocks.inlines import CrossReference, Inlines, LineBreak, Show
from evidencepack.render.number import Numbered, plain
from evidencepack.render.references import Linked, linked

_TITLE, _PART = 1, 2
_NOT_SAID = frozenset({Style.OPENER, Style.FACTS})
"""What stands round the title of a page and is no part of an answer."""


@dataclass(frozen=True, slots=True)
class TextPart:
    """One part of a document: its heading (empty for what stands before the first), and its text, in lines.

    ``aside``: it is a box beside the answer, such as a case study that is retold there.
    """

    heading: str
    text: str
    aside: bool = False


def text_parts(numbered: Numbered, *, at: int = 0) -> tuple[TextPart, ...]:
    """Return the parts of one of the documents, each from a heading or a numbered clause to the next; none is empty.

    Its title, the lines beside it and boxes to sign are left out: a portal has places of its own for them.
    """
    writer = _Writer(numbered)
    parts = [_Part("")]
    for section in numbered.documents[at].sections:
        for block in section.blocks:
            if (heading := writer.heading(block)) is not None:
                parts.append(_Part(heading, aside=isinstance(block, Callout)))
            parts[-1].paragraphs.extend(writer.paragraphs(block))
    texts = [TextPart(one.heading, "\n\n".join(filter(None, one.paragraphs)), one.aside) for one in parts]
    return tuple(one for one in texts if one.text)


@dataclass(slots=True)
class _Part:
    heading: str
    paragraphs: list[str] = field(default_factory=list)
    aside: bool = False


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes blocks as text; references give what the numbering pass found."""

    numbered: Numbered

    def heading(self, block: Block) -> str | None:
        """Return the words of a block that begins a part; None for any other."""
        match block:
            case Heading() if block.level == _PART:
                return _behind(block.label, self.words(block.inlines))
            case Clause() if block.level == 1:
                return _behind(block.label, self.words(block.inlines))
            case Callout():
                return self.words(block.title)
            case _:
                return None

    def paragraphs(self, block: Block) -> Iterator[str]:
        """Yield what a block says below its heading, a paragraph at a time."""
        match block:
            case Paragraph() if block.style not in _NOT_SAID:
                yield self.words(block.inlines)
            case Heading() | Clause() if self.heading(block) is None and not _is_title(block):
                yield _behind(block.label, self.words(block.inlines))
            case Bullets():
                yield "\n".join(self._items(block))
            case Table():
                yield from (self.words(block.title), "\n".join(self._rows(block)), self.words(block.note))
            case Callout():
                yield "\n".join(": ".join(filter(None, map(self.words, row))) for row in block.rows)
            case Figure():
                yield block.alt
            case Figures():
                yield from (figure.alt for figure in block.figures)
            case _:
                # Heads and ends of letters, boxes to sign, contents and white space say nothing in a box.
                return

    def words(self, inlines: Inlines) -> str:
        """Return the words of inlines; a reference that only gives a page is left out, for a box has none."""
        return "".join(self._each(inlines)).strip()

    def _each(self, inlines: Inlines) -> Iterator[str]:
        for inline in linked(inlines):
            match inline:
                case Linked():
                    kept = (part for part in inline.parts if isinstance(part, CrossReference))
                    yield from (self._called(part) for part in kept if part.show is not Show.PAGE)
                case CrossReference():
                    yield self._called(inline)
                case LineBreak():
                    yield "\n"
                case _:
                    yield plain((inline,))

    def _called(self, reference: CrossReference) -> str:
        names = self.numbered.titles if reference.show is Show.TEXT else self.numbered.labels
        return names.get(reference.target, "")

    def _items(self, block: Bullets) -> Iterator[str]:
        for at, item in enumerate(block.items, 1):
            yield f"{f'{at}.' if block.numbered else '-'} {self.words(item)}"

    def _rows(self, table: Table) -> Iterator[str]:
        """Yield each row as an item of a list: what it is about, then each cell with the head of its column."""
        heads = self._cells(table.head[-1]) if table.head else []
        for row in table.rows:
            first, *others = self._cells(row) or [""]
            named = [
                f"{head}: {cell}" if head else cell
                for head, cell in zip_longest(heads[1:], others, fillvalue="")
                if cell
            ]
            yield f"- {'; '.join(filter(None, (first, *named)))}"

    def _cells(self, row: TableRow) -> Sequence[str]:
        return [" ".join(filter(None, map(self.words, cell.lines))) for cell in row.cells for _ in range(cell.span)]


def _is_title(block: Block) -> bool:
    return isinstance(block, Heading) and block.level == _TITLE


def _behind(label: str, words: str) -> str:
    return " ".join(filter(None, (label, words)))
