# SPDX-License-Identifier: MPL-2.0
"""The structure tree that numbered documents should have, worked out from their blocks alone.

It knows nothing of strips, runs and pages but the number of the page on which a place is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import assert_never

from tests.render.pdf.expected_tables import contents, grid
from tests.render.pdf.expected_words import Words
from tests.render.pdf.tree import Node, heard

from evidencepack.blocks.blocks import (
    Block,
    Bullets,
    Callout,
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
    Signatory,
    Signature,
    Style,
    Table,
    Toc,
)
from evidencepack.blocks.document import Document
from evidencepack.blocks.figures import Trend
from evidencepack.render.figures.key import key_words
from evidencepack.render.figures.tables import as_table
from evidencepack.render.number import Numbered
from evidencepack.render.typeset.page import Pages

_NUMBERINGS = {2: "Decimal", 3: "LowerAlpha", 4: "LowerRoman"}
# What is printed above each place to sign, and what the field there is called.
_LABELS = {
    "Signature (inside this box, black or blue ink)": "Signature",
    "Date signed (day / month / year)": "Date signed, as day, month and year",
    "Full name in capitals": "Full name in capitals",
    "Role": "Role",
}


def expected_tree(numbered: Numbered, pages: Pages, *, fillable: bool = False) -> Node:
    """Return the tree of a file, as it is heard; ``fillable`` expects fields to type and sign in."""
    words = Words(numbered, pages)
    parts = [_Part(words, document, fillable=fillable).node for document in numbered.documents]
    return heard(Node("Document", {}, [*parts]))


class _Part:
    """Makes the node of one document, block by block."""

    def __init__(self, words: Words, document: Document, *, fillable: bool) -> None:
        self.words, self.fillable, self.boxes = words, fillable, Counter[str]()
        words.document = document.anchor
        self.node = Node("Part", {"Lang": document.language, "T": document.title})
        self.sections: list[tuple[int, Node]] = []
        self.label: list[Node | str] = []
        for section in document.sections:
            for blocks in (section.blocks, section.foot):
                self.lists: list[tuple[int, Node, Node]] = []
                for place, block in enumerate(blocks):
                    self._set(block, blocks[place + 1 :])

    @property
    def _here(self) -> Node:
        return self.sections[-1][1] if self.sections else self.node

    def _open(self, level: int) -> None:
        self.sections = [(own, node) for own, node in self.sections if own < level]
        section = Node("Sect")
        self._here.kids.append(section)
        self.sections.append((level, section))

    def _set(self, block: Block, rest: Sequence[Block]) -> None:
        following = rest[0] if rest else None
        if isinstance(block, Heading | Clause):
            self._numbered(block)
        elif isinstance(block, Paragraph) and block.style is Style.COVER_TITLE:
            self._heading(1, self.words.kids(block.inlines))
        else:
            if isinstance(block, Paragraph) and block.style is Style.OPENER and isinstance(following, Heading):
                self.label = [Node("Span", {}, self.words.kids(block.inlines)), " "]
                return
            self._place(rest).kids.extend(self._nodes(block))

    def _place(self, rest: Sequence[Block]) -> Node:
        """Return what a block stands in: the clause before it, where a clause of the same list follows it."""
        after = next((block for block in rest if isinstance(block, Heading | Clause)), None)
        level = after.level if isinstance(after, Clause) else 1
        self.lists = [one for one in self.lists if one[0] <= level and level > 1]
        return self.lists[-1][2] if self.lists else self._here

    def _numbered(self, block: Heading | Clause) -> None:
        if isinstance(block, Heading):
            label = f"{block.label}: " if block.label and block.numbering is not Numbering.NONE else ""
            aside = [Node("Span", {"ActualText": ", "}, [" "]), *self.words.kids(block.aside)] if block.aside else []
            self._heading(block.level, [label, *self.words.kids(block.inlines), *aside])
        elif block.level == 1:
            tags = [kid for tag in block.tags for kid in (" ", Node("Span", {"E": f"({tag})"}, [tag]))]
            self._heading(2, [f"{block.label} ", *self.words.kids(block.inlines), *tags])
        else:
            self._item(block)

    def _heading(self, level: int, kids: list[Node | str]) -> None:
        self.lists = []
        self._open(level)
        self._here.kids.append(Node(f"H{len(self.sections)}", {}, [*self.label, *kids]))
        self.label = []

    def _item(self, clause: Clause) -> None:
        self.lists = [one for one in self.lists if one[0] <= clause.level]
        if not self.lists or self.lists[-1][0] < clause.level:
            above = self.lists[-1][2] if self.lists else self._here
            above.kids.append(Node("L", {"ListNumbering": _NUMBERINGS[clause.level]}))
            parent = above.kids[-1]
        else:
            parent = self.lists.pop()[1]
        body = Node("LBody", {}, self.words.kids(clause.inlines))
        assert isinstance(parent, Node)
        parent.kids.append(Node("LI", {}, [Node("Lbl", {}, [clause.label]), body]))
        self.lists.append((clause.level, parent, body))

    def _nodes(self, block: Block) -> Iterator[Node]:  # noqa: C901, PLR0912 - one case for each block
        match block:
            case Paragraph():
                yield Node("P", {}, self.words.kids(block.inlines))
            case Bullets():
                yield from self._list(block)
            case Table():
                yield from grid(self.words, block, fillable=self.fillable)
            case Toc():
                yield from contents(self.words, block)
            case Callout():
                yield self._callout(block)
            case Figure():
                yield from self._figure(block)
            case Figures():
                yield from map(self._panel, block.figures)
                yield from self._key(block)
            case Signature():
                yield from self._boxes(block)
            case Letterhead():
                lines = (block.sender, block.other, *block.details, *block.addressee, block.date)
                yield from (Node("P", {}, self.words.kids(line)) for line in lines if line)
            case Farewell():
                yield Node("P", {}, self.words.kids(block.words))
                yield from self._signed(block.signatory)
            case PageBreak() | Gap():
                return
            case Heading() | Clause():
                raise AssertionError("headings and clauses open what they stand in")
            case _:
                assert_never(block)

    def _list(self, block: Bullets) -> Iterator[Node]:
        items: list[Node | str] = [
            Node("LI", {}, [Node("Lbl", {}, [str(number) if block.numbered else "•"]), self._body(number, block)])
            for number in range(1, len(block.items) + 1)
        ]
        yield Node("L", {"ListNumbering": "Decimal" if block.numbered else "Disc"}, items)

    def _body(self, number: int, block: Bullets) -> Node:
        return Node("LBody", {}, self.words.kids(block.items[number - 1]))

    def _callout(self, callout: Callout) -> Node:
        title: list[Node | str] = [*self.words.kids(callout.title), " ", *self.words.kids(callout.aside)]
        rows = ([*self.words.kids(label), " ", *self.words.kids(text)] for label, text in callout.rows)
        return Node("Div", {}, [Node("P", {}, title), *(Node("P", {}, kids) for kids in rows)])

    def _figure(self, block: Figure) -> Iterator[Node]:
        table = as_table(block)
        if table is not None:
            yield from grid(self.words, table)
        elif isinstance(block.drawing, Trend):
            yield self._panel(block)
            yield from self._key(Figures((block,), note=block.note))
        else:
            yield self._panel(block) if block.title else Node("Figure", {"Alt": block.alt})
            if block.note:
                yield Node("P", {}, self.words.kids(block.note))

    def _panel(self, block: Figure) -> Node:
        """A figure with its title and the line below that; what is in it is heard as the words that stand for it."""
        group = Node("Div")
        if block.title:
            label = f"{block.label} " if block.label else ""
            group.kids.append(Node("Caption", {}, [label, *self.words.kids(block.title)]))
        if block.below:
            group.kids.append(Node("P", {}, self.words.kids(block.below)))
        group.kids.append(Node("Figure", {"Alt": block.alt}))
        return group

    def _key(self, block: Figures) -> Iterator[Node]:
        trends = [figure.drawing for figure in block.figures if isinstance(figure.drawing, Trend)]
        words = key_words(trends, block.result)
        yield Node("P", {}, [Node("Span", {"E": f"Key: {', '.join(words)}."}, [" ".join(words)])])
        if block.note:
            yield Node("P", {}, self.words.kids(block.note))

    def _boxes(self, block: Signature) -> Iterator[Node]:
        if block.statement:
            yield Node("P", {}, [*self.words.kids(block.statement)])
        for one in block.signatories:
            kids = self.words.kids
            head: list[Node | str] = [f"{one.capacity} for " if one.party else one.capacity, *kids(one.party)]
            head += ["\u2003expected: ", *kids(one.name)] if one.name else []
            head += [", " if one.name else " ", *kids(one.role)] if one.role else []
            yield Node("Div", {}, [Node("P", {}, head), *self._places(one)])

    def _signed(self, one: Signatory) -> Iterator[Node]:
        """Yield name and role below the line at the end of a letter; the field above it is read with the name."""
        form = [Node("Form", {"TU": f"Signature of {self.words.text(one.name)}"})] if self.fillable else []
        yield Node("P", {}, [*self.words.kids(one.name), *form])
        yield Node("P", {}, self.words.kids(one.role))

    def _places(self, one: Signatory) -> Iterator[Node]:
        """Yield the labels of a box, each with its field."""
        party = self.words.text(one.party)
        whose = f"signing for {party}" if party else "signing"
        whose += f" as {one.capacity}" if one.capacity != "Signatory" or not party else ""
        self.boxes[party] += 1
        whose += f", box {self.boxes[party]}" if self.boxes[party] > 1 else ""
        for label, name in _LABELS.items():
            form = [Node("Form", {"TU": f"{name}, {whose}"})] if self.fillable else []
            yield Node("P", {}, [label, *form])
