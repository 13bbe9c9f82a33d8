# SPDX-License-Identifier: MPL-2.0
"""What a Word file tells, block by block: a paragraph, or the row of a table, with the places of answers marked."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Final, NamedTuple, TypeAlias

from evidencepack.exchange.replies.form import Form
from evidencepack.exchange.replies.markers import Layer
from evidencepack.exchange.replies.unread import Unreadable

CELL: Final = "\u2003|\u2003"
"""What stands between the cells of a row in a line for people."""

# The tie of a hyphen, of which each program has its own; and what nobody sees.
_SAME: Final = str.maketrans({"\u2011": "-", "\u00ad": None, "\u200b": None, "\u2060": None, "\ufeff": None})


class View(Enum):
    """With every tracked change made, or with none."""

    FINAL = "final"
    ORIGINAL = "original"


class Mark(NamedTuple):
    """The place of an answer among words."""

    tag: str


class Result(NamedTuple):
    """The result of a field: a page, or the number of a clause, which programs work out for themselves."""

    words: str


Token: TypeAlias = str | Mark | Result


class Tracked(NamedTuple):
    """A tracked change: whether words were put in or taken out, by whom and when, as the file says."""

    inserted: bool
    words: str
    author: str
    when: str


@dataclass(slots=True)
class Block:
    """A paragraph, which is one cell, or a row of the table of that number. ``heading``: a heading or a title.

    ``section`` is the number of the section it stands in, ``head`` a row that is the head of its table.
    """

    cells: list[list[Token]]
    table: int | None = None
    heading: bool = False
    head: bool = False
    style: str = ""
    section: int = 0
    tracked: list[Tracked] = field(default_factory=list)
    form: Form = field(default_factory=Form)
    said: str | None = None
    _skeleton: str | None = None

    @property
    def is_row(self) -> bool:
        """Whether it is a row of a table."""
        return self.table is not None

    @property
    def tags(self) -> list[str]:
        """Return the tags of the answers in it."""
        return [token.tag for cell in self.cells for token in cell if isinstance(token, Mark)]

    @property
    def skeleton(self) -> str:
        """Return its words with the place of each answer, and of each result of a field, by a mark.

        It is made when it is first asked for, once the block is read.
        """
        if self._skeleton is None:
            self._skeleton = "\x01".join(_joined("".join(map(_mark, cell))) for cell in self.cells)
        return self._skeleton


@dataclass(slots=True)
class Told:
    """What stands in the place of an answer: the words, how it was found, what people call it, in which block.

    ``asks``: the control shows its placeholder.
    """

    layer: Layer
    name: str = ""
    asks: bool = False
    block: int = 0
    parts: list[str] = field(default_factory=list)
    tracked: list[Tracked] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Return the words, line by line."""
        return tidy("".join(self.parts))


@dataclass(slots=True)
class Anchor:
    """What a comment hangs on: the words, the tags of the answers among them, and the block in which it begins."""

    block: int = 0
    words: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Story:
    """The blocks of a body in order, what stands in each place by its tag, what comments hang on by their number.

    ``bookmarks`` are the blocks in which bookmarks begin, by their names; ``unread`` what is no text, by its block;
    ``notes`` the blocks from which footnotes and endnotes hang, by their sort and number.
    """

    blocks: list[Block] = field(default_factory=list)
    answers: dict[str, Told] = field(default_factory=dict)
    anchors: dict[str, Anchor] = field(default_factory=dict)
    bookmarks: dict[str, int] = field(default_factory=dict)
    unread: list[tuple[int, Unreadable]] = field(default_factory=list)
    notes: dict[tuple[str, str], int] = field(default_factory=dict)

    def line(self, block: Block) -> str:
        """Return the words of a block of this story as a person reads them, in one line; made when first asked for."""
        if block.said is None:
            block.said = CELL.join(self.cells(block))
        return block.said

    def cells(self, block: Block) -> list[str]:
        """Return the words of each cell of a block as a person reads them."""
        return [_joined("".join(self.words(cell))) for cell in block.cells]

    def words(self, cell: Sequence[Token]) -> Iterator[str]:
        """Yield the words of a cell as they stand in it."""
        for token in cell:
            match token:
                case Mark():
                    yield self.answers[token.tag].text
                case Result():
                    yield token.words
                case _:
                    yield token


def tidy(text: str) -> str:
    """Return a text as it counts when answers are compared: composed letters, each run of white space as one space.

    Word and LibreOffice tie words with spaces and hyphens of their own; those count as plain ones. Lines stay lines.
    """
    composed = _composed(text)
    if "\n" not in composed:
        return " ".join(composed.split())
    return "\n".join(" ".join(line.split()) for line in composed.split("\n")).strip("\n")


def readable(skeleton: str) -> str:
    """Return a skeleton for people: its cells apart, and three dots for what is worked out."""
    return skeleton.replace("\x01", CELL).replace("\x04", "…")


def _joined(text: str) -> str:
    return " ".join(_composed(text).split())


def _composed(text: str) -> str:
    return text if text.isascii() else unicodedata.normalize("NFC", text).translate(_SAME)


def _mark(token: Token) -> str:
    match token:
        case Mark():
            return f"\x02{token.tag}\x03"
        case Result():
            return "\x04"
        case _:
            return token
