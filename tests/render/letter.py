# SPDX-License-Identifier: MPL-2.0
"""A letter, as partners write them: the head, what it is about, a paragraph with a run-in heading, the end."""

from __future__ import annotations

from evidencepack.blocks.blocks import Block, Farewell, Heading, Letterhead, Paragraph, Signatory
from evidencepack.blocks.document import Document, Running, Section
from evidencepack.blocks.inlines import Text


def letter(*paragraphs: Paragraph, anchor: str = "los") -> Document:
    """Return the letter with these paragraphs before its end."""
    address = ("7 Marsh Lane", "London E97 5CD", "020 7946 0202", "Registered charity 0000000")
    head = Letterhead(
        (Text("Maitree Community Trust"),),
        (Text("মৈত্রী কমিউনিটি ট্রাস্ট"),),
        tuple((Text(line),) for line in address),
        tuple((Text(line),) for line in ("Adult Social Care Commissioning", "London Borough of Thamesbourne")),
        (Text("3 February 2027"),),
    )
    signatory = Signatory((), (Text("Rabeya Sultana"),), (Text("Chair of Trustees"),))
    blocks: tuple[Block, ...] = (
        head,
        Paragraph((Text("Dear Ms Petersen-Wright"),)),
        Heading(1, (Text("Home First Reablement"),), anchor=f"{anchor}/subject", small=True),
        Paragraph((Text("What we will do. ", bold=True), Text("We send connectors."))),
        *paragraphs,
        Farewell((Text("Yours sincerely"),), signatory),
    )
    running = Running("Ferrybank Home Support Ltd", "Letter of support", "TBN-LOS-MT", "version 1.0", "89abcdef0123")
    return Document(anchor, "Letter of support: Maitree Community Trust", running, (Section(blocks, letter=True),))
