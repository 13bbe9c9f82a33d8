# SPDX-License-Identifier: MPL-2.0
"""A page on which somebody sees how documents will look: a heading of each size, text, a list, clauses and a table."""

from __future__ import annotations

from evidencepack.blocks.blocks import (
    Bullets,
    Callout,
    Cell,
    Clause,
    Column,
    Heading,
    Paragraph,
    Style,
    Table,
    TableRow,
)
from evidencepack.blocks.document import Document, Running, Section
from evidencepack.blocks.inlines import Inlines, Text

TITLE = "How our documents look"

_ROWS = (("Visit within 4 hours", "Every day", "94%"), ("Review in the first week", "Every Tuesday", "88%"))
_HEAD = ("What is done", "When", "Result")


def specimen(reader: str) -> Document:
    """Return the page; ``reader`` is whose pages they are, at their head."""
    running = Running(reader or "Your organisation", TITLE, "SAMPLE-01", "version 1.0", "0123456789ab")
    blocks = (
        Paragraph(_say("Sample page"), Style.OPENER),
        Heading(1, _say(TITLE), "title"),
        Paragraph(_say("Sample, 3 February 2027"), Style.FACTS),
        Paragraph(_say("This page shows the looks of a Word template on words that mean nothing."), Style.LEAD),
        Paragraph(_say("Partners visit people at home on the day that they leave hospital, and note what they find.")),
        Heading(2, _say("What partners do"), "second"),
        Bullets((_say("They ring before they come."), _say("They write down what was agreed."))),
        Clause(1, _say("Legal status"), "c1", (), "1"),
        Clause(2, _say("This memorandum records what we intend to do."), "c2", (), "1.1"),
        Table(
            (Column(60), Column(50), Column()),
            (TableRow(tuple(map(_cell, _HEAD))),),
            tuple(TableRow(tuple(map(_cell, row))) for row in _ROWS),
            title=_say("Results"),
            summary="What is done, when, and with what result.",
            anchor="t1",
            label="Table 1",
        ),
        Callout(_say("Case study"), (), ((_say("Effect"), _say("Two people went out once a week again.")),)),
    )
    return Document("sample", TITLE, running, (Section(blocks),))


def _say(words: str) -> Inlines:
    return (Text(words),)


def _cell(words: str) -> Cell:
    return Cell((_say(words),))
