# SPDX-License-Identifier: MPL-2.0
"""A short file in which nothing is wrong, with one of each thing that can go wrong."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from tests.conformance.conforming import claimed
from tests.render.everything import PICTURE_SHA256, properties
from tests.render.pdf.expected import expected_tree
from tests.render.pdf.tree import outline
from tests.render.typeset.setting import FONTS, RUNNING, words

from evidencepack.blocks.blocks import (
    Block,
    Bullets,
    Cell,
    Clause,
    Column,
    Figure,
    Heading,
    Paragraph,
    Signatory,
    Signature,
    Style,
    Table,
    TableRow,
    Toc,
    TocEntry,
)
from evidencepack.blocks.document import Document, Section
from evidencepack.blocks.inlines import CrossReference, Link, Show, Text, Value
from evidencepack.render.number import Numbered, number
from evidencepack.render.theme import STANDARD
from evidencepack.render.typeset.page import Pages
from evidencepack.render.typeset.typesetter import typeset


def _front() -> tuple[Block, ...]:
    entry = TocEntry("mou", "A", words("Memorandum"), (words("v1.0"),))
    return (Heading(1, words("Contents")), Toc(("App.", "Title", "Version", "Pages"), (11, 0, 29, 14), (entry, entry)))


def _document() -> tuple[Block, ...]:
    return (
        Paragraph(words("Appendix A · Memorandum"), Style.OPENER),
        Heading(1, words("What we will do")),
        Paragraph((Text("Agreed by "), Value("Siân Llŷr-Evans", ("r/f",), language="cy"), Text(" and others."))),
        Paragraph((Text("মৈত্রী কমিউনিটি ট্রাস্ট", language="bn"),)),
        Paragraph(
            (*words("Read "), CrossReference("mou/scope", Show.NUMBER), Text(" and "), _address(), Text(" now."))
        ),
        Clause(1, words("Scope"), "mou/scope", ("binding",)),
        Clause(2, words("We meet each week, and more often when something goes wrong: " * 3)),
        Clause(3, words("on Tuesdays;")),
        Bullets((words("first"), words("second"))),
        Heading(2, words("Hours")),
        _hours(),
        Figure(PICTURE_SHA256, 40, 16, "Calls answered rose from 71% to 94%.", words("Calls")),
        Signature((Signatory(words("Maitree"), words("Rabeya Sultana"), words("Chair")),)),
    )


def _address() -> Link:
    return Link("the council’s page", "https://www.thamesbourne.example/")


def _hours() -> Table:
    def row(*texts: str) -> TableRow:
        return TableRow(tuple(Cell((words(text),)) for text in texts))

    head = (TableRow((Cell(((),)), Cell((words("Sessions"),), span=2))), row("Partner", "May", "June"))
    rows = (row("Maitree", "12", "14"), row("Kestrel", "3", "4"))
    return Table((Column(),) * 3, head, rows, title=words("Sessions given"), summary="Sessions of each partner.")


@cache
def set_good() -> tuple[Numbered, Pages]:
    """Return the documents, numbered and typeset."""
    front = Document("front", "Evidence pack", RUNNING, (Section(_front()),))
    memorandum = Document("mou", "Memorandum", RUNNING, (Section(_document()),), letter="A")
    numbered = number((front, memorandum))
    return numbered, typeset(numbered, STANDARD, FONTS, stamp=True)


@cache
def good() -> bytes:
    """Return the file, which claims what it keeps."""
    _, pages = set_good()
    return claimed(pages, STANDARD, FONTS, replace(properties(), fillable=True))


@cache
def good_lines() -> list[str]:
    """Return the tree that it should have, as lines."""
    return list(outline(expected_tree(*set_good(), fillable=True)))
