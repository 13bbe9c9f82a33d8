# SPDX-License-Identifier: MPL-2.0
"""The synthetic pack of the benchmark: documents of clauses, lists, tables and signatures in words of our own kinds."""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from evidencepack.blocks.blocks import (
    Block,
    Bullets,
    Cell,
    Clause,
    Column,
    Heading,
    PageBreak,
    Paragraph,
    Signatory,
    Signature,
    Style,
    Table,
    TableRow,
    Toc,
    TocEntry,
)
from evidencepack.blocks.document import Document, Running, Section
from evidencepack.blocks.inlines import Inlines, Text, Value

_KINDS = Path(__file__).parents[2] / "resources" / "kinds"
_WORD = re.compile(r"[A-Za-z][a-z’-]+")
_COLUMNS = (Column(28), Column(), Column(34), Column(30), Column(18))
_ROWS = (6, 18)


def documents(count: int) -> tuple[Document, ...]:
    """Return a contents page and ``count`` documents of about five pages; the same every time."""
    write = _Writer(random.Random(20270215), _vocabulary())  # noqa: S311  a benchmark needs the same words each time
    bodies = tuple(write.document(at) for at in range(count))
    return (_contents(bodies), *bodies)


def _vocabulary() -> list[str]:
    """Return every word of the shipped kinds, as often as they use it, so that words are as varied as real ones."""
    text = " ".join(path.read_text(encoding="utf-8") for path in sorted(_KINDS.rglob("*.toml")))
    return _WORD.findall(text)


def _contents(bodies: tuple[Document, ...]) -> Document:
    entries = tuple(TocEntry(body.anchor, body.letter, (Text(body.title),), ((Text("1.0"),),)) for body in bodies)
    toc = Toc(("App.", "Document", "Version", "Pages"), (14, 0, 29, 18), entries)
    return Document("contents", "Contents", _running("PACK"), (Section((Heading(1, (Text("Contents"),)), toc)),))


def _running(reference: str) -> Running:
    return Running("Ferrybank Home Support Ltd", "Benchmark", reference, "version 1.0", "0123456789ab")


@dataclass(frozen=True, slots=True)
class _Writer:
    random: random.Random
    words: list[str]
    numbers: Iterator[int] = field(default_factory=itertools.count)

    def document(self, at: int) -> Document:
        title = f"Document {at + 1}: {self.sentence(4)[:-1]}"
        return Document(
            f"doc-{at:04}", title, _running(f"DOC-{at + 1:04}"), (Section(tuple(self.blocks(title))),), f"X{at + 1}"
        )

    def blocks(self, title: str) -> Iterator[Block]:
        yield Paragraph((Text("Memorandum"),), Style.OPENER)
        yield Heading(1, (Text(title),))
        yield Paragraph((Text(self.sentence(8)),), Style.FACTS)
        yield Paragraph(self.inlines(30), Style.LEAD)
        for _ in range(7):
            yield Clause(1, (Text(self.sentence(4)[:-1]),))
            for _ in range(self.random.randint(2, 3)):
                yield Clause(2, self.inlines(self.random.randint(20, 55)))
            for _ in range(self.random.choice((0, 0, 3))):
                yield Clause(3, self.inlines(9))
        yield Bullets(tuple(self.inlines(12) for _ in range(4)))
        yield self.table()
        yield PageBreak()
        yield Heading(2, (Text("Signatures"),))
        party = (Text("Maitree Community Trust"),)
        yield Signature((Signatory(party, (Text("Rabeya Sultana"),), (Text("Chair of Trustees"),)),) * 2)

    def table(self) -> Table:
        head = TableRow(tuple(Cell(((Text(self.sentence(2)[:-1]),),)) for _ in _COLUMNS))
        rows = tuple(
            TableRow(tuple(Cell((self.inlines(n),)) for n in (2, 14, 6, 5, 1)))
            for _ in range(self.random.randint(*_ROWS))
        )
        return Table(_COLUMNS, (head,), rows, title=(Text(self.sentence(4)[:-1]),), summary="A table")

    def inlines(self, count: int) -> Inlines:
        """Return a sentence in which one answer and, now and then, a bold phrase stand."""
        if count < 8:
            return (Text(self.sentence(count)),)
        first, second = self.sentence(count // 2)[:-1], self.sentence(count - count // 2)
        path = f"record/answer_{next(self.numbers)}"
        middle = Value(self.sentence(3)[:-1], (path,), bold=self.random.random() < 0.3)
        return (Text(first + " "), middle, Text(" " + second))

    def sentence(self, count: int) -> str:
        return " ".join(self.random.choices(self.words, k=count)).capitalize() + "."
