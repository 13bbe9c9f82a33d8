# SPDX-License-Identifier: MPL-2.0
"""A Word file as it was sent, and edits of its XML as Word makes them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TypeAlias

from lxml import etree
from tests.render.word.files import W, document, words_of, write_files

from evidencepack.blocks.blocks import Cell, Clause, Column, Heading, Paragraph, Table, TableRow
from evidencepack.blocks.inlines import Text, Value
from evidencepack.exchange.replies.guarded import compared
from evidencepack.exchange.replies.plain import from_plain
from evidencepack.exchange.replies.report import Comparison
from evidencepack.render.word.markup import NAMESPACES
from evidencepack.render.word.package import pack_parts, unpack_parts

RECORD = "01890000-0000-7000-8000-000000000001"
PURPOSE, LEAD, DAYS = (f"{RECORD}/{name}" for name in ("purpose", "lead", "days"))
TASKS = f"{RECORD}/tasks"
ROWS = 4
Edit: TypeAlias = Callable[[etree._Element], None]


def cell(row: int, column: str) -> str:
    """Return the path of a cell of the table."""
    return f"{TASKS}/01890000-0000-7000-8000-0000000001{row:02}/{column}"


@cache
def sent() -> bytes:
    """Return a document with a heading, a sentence of answers, a gap, clauses and a table of rows."""
    rows = tuple(
        TableRow(tuple(Cell(((Value(f"{name} {row}", (cell(row, name.lower()),)),),)) for name in ("Task", "Who")))
        for row in range(ROWS)
    )
    head = (TableRow(tuple(Cell(((Text(name),),)) for name in ("Task", "Who"))),)
    to, within, led = Text("We meet to "), Text(" within "), Text("Led by ")
    stop, lead = Text("."), Value("[to complete: Lead]", (LEAD,), missing=True)
    return write_files(
        (
            document(
                Heading(1, (Text("How we work"),), "work"),
                Paragraph((to, Value("close the gap", (PURPOSE,)), within, Value("2 days", (DAYS,)), stop)),
                Paragraph((led, lead, stop)),
                Clause(1, (Text("Each party keeps its own records."),), "own"),
                Clause(1, (Text("Either party may leave after one month."),), "leave"),
                Table((Column(50), Column(50)), head, rows, summary="Who does what."),
                Paragraph((Value("close the gap", (PURPOSE,)), Text(" is what we are for."))),
            ),
        )
    )


def edited(data: bytes, *edits: Edit) -> bytes:
    """Return a Word file after edits of its body."""
    parts = unpack_parts(data)
    root = etree.fromstring(parts["word/document.xml"])
    for edit in edits:
        edit(root)
    return pack_parts({**parts, "word/document.xml": etree.tostring(root)})


def compare(back: bytes, original: bytes | None = None) -> Comparison:
    """Return the comparison with what was sent, made in this process."""
    return from_plain(compared(back, original or sent()))


def runs(xml: str) -> list[etree._Element]:
    """Return elements of Word's from text, with the prefix w."""
    return list(etree.fromstring(f"<w:p {NAMESPACES}>{xml}</w:p>"))


def control_with(root: etree._Element, words: str, time: int = 0) -> etree._Element:
    """Return a control that holds these words."""
    return [one for one in root.iter(f"{W}sdt") if words_of(one).replace("\u00a0", " ") == words][time]


def filled(words: str, xml: str, time: int = 0) -> Edit:
    """Return an edit that puts runs in the place of what a control holds."""

    def edit(root: etree._Element) -> None:
        control = control_with(root, words, time)
        content = control.find(f"{W}sdtContent")
        assert content is not None
        content[:] = runs(xml)
        for asks in control.iter(f"{W}showingPlcHdr"):
            control[0].remove(asks)

    return edit


def typed(words: str, new: str, time: int = 0) -> Edit:
    """Return an edit that types into a control."""
    return filled(words, f"<w:r><w:t>{new}</w:t></w:r>", time)


def retyped(words: str, new: str) -> Edit:
    """Return an edit that changes words outside of the answers."""

    def edit(root: etree._Element) -> None:
        for text in root.iter(f"{W}t"):
            text.text = (text.text or "").replace(words, new)

    return edit


def row_with(root: etree._Element, words: str) -> etree._Element:
    """Return the row of the table that holds these words."""
    return next(control_with(root, words).iterancestors(f"{W}tr"))
