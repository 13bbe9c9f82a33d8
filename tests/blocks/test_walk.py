# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from evidencepack.blocks.blocks import (
    Bullets,
    Callout,
    Cell,
    Column,
    Heading,
    PageBreak,
    Signatory,
    Signature,
    Table,
    TableRow,
)
from evidencepack.blocks.document import Document, Running, Section
from evidencepack.blocks.inlines import Inlines, LineBreak, Text, Value
from evidencepack.blocks.walk import inlines_in, runs_in


def word(text: str) -> Inlines:
    return (Text(text),)


def test_inlines_are_given_in_reading_order_whatever_they_stand_in() -> None:
    table = Table(
        columns=(Column(),),
        head=(TableRow((Cell((word("head"),)),)),),
        rows=(TableRow((Cell((word("one"), (LineBreak(), Value("two", ("r/f",))))),)),),
        title=word("title"),
        note=word("note"),
    )
    document = Document(
        "d",
        "D",
        Running("", "", "", ""),
        (
            Section((Heading(1, word("h"), aside=word("aside")), PageBreak(), table)),
            Section((Callout(word("t"), word("a"), ((word("l"), word("w")),)),), foot=(Heading(2, word("foot")),)),
        ),
    )
    assert [getattr(inline, "text", "|") for inline in inlines_in(document)] == (
        ["h", "aside", "title", "head", "one", "|", "two", "note", "t", "a", "l", "w", "foot"]
    )


def test_runs_are_paragraphs_items_and_lines_of_cells_in_reading_order() -> None:
    one, two, three, four = ((Text(words), Text("!")) for words in ("one", "two", "three", "four"))
    table = Table(columns=(Column(),), head=(), rows=(TableRow((Cell((one, two)),)),), title=three, note=four)
    assert list(runs_in(table)) == [three, one, two, four]
    assert list(runs_in(Bullets((one, two)))) == [one, two]
    assert list(runs_in(Signature((Signatory(one, (), three),), two))) == [two, one, three]
