# SPDX-License-Identifier: MPL-2.0
"""The cover: who bids for what, with whom, and whom to ask."""

from __future__ import annotations

from evidencepack.blocks.blocks import Block, Cell, Column, Gap, Paragraph, Style, Table, TableRow
from evidencepack.blocks.document import Document, Section
from evidencepack.blocks.inlines import Inlines, PageCount, Text
from evidencepack.compose.front import COVER, LABEL, LEAD_ROLE, Front, Partner
from evidencepack.compose.plain import plain

_CONFIDENCE = "Contains commercial information. Please ask us before release under the Freedom of Information Act 2000."
_MANY = 8


def cover(front: Front) -> Document:
    """Return the cover as a document of its own; it carries no running header."""
    section = Section(_blocks(front), cover=True, foot=(_foot(front),))
    return Document(COVER, LABEL, front.running, (section,))


def _blocks(front: Front) -> tuple[Block, ...]:
    reader = (Paragraph((Text(front.reader),), Style.COVER_LINE),) if front.reader else ()
    return (
        *reader,
        Paragraph(front.bidder, Style.COVER_NAME),
        Paragraph((Text(LABEL),), Style.COVER_LABEL),
        Paragraph(front.title, Style.COVER_TITLE),
        Paragraph(front.tender_line, Style.COVER_LINE),
        Paragraph((Text("Buyer: "), *front.buyer), Style.COVER_LINE),
        Gap(16),
        Table(
            columns=(Column(82), Column()),
            head=(TableRow(tuple(_words(text) for text in ("Partner", "Role in this bid"))),),
            rows=tuple(_partner(partner) for partner in front.partners) or (_nobody(front),),
            summary="Partners and their roles in this bid.",
            size=11 if len(front.partners) <= _MANY else 10,
        ),
    )


def _nobody(front: Front) -> TableRow:
    """Return the row of whoever will lead, while nobody does."""
    return TableRow((Cell((front.bidder,)), Cell(((Text(LEAD_ROLE),),))))


def _partner(partner: Partner) -> TableRow:
    names = (partner.name, partner.other_script) if partner.other_script else (partner.name,)
    return TableRow((Cell(names), Cell((partner.role,))))


def _foot(front: Front) -> Table:
    """Return the three columns at the foot of the page."""
    version = front.running.version
    pages = PageCount(f"{front.pages}"), Text(" page" if front.pages == 1 else " pages")
    submitted = (front.submitted, (Text(f"Pack {version}"),) if version else (), pages if front.pages else ())
    cells = (tuple(line for line in submitted if plain(line)), front.contact, ((Text(_CONFIDENCE),),))
    heads = ("Submitted" if front.issued else "Draft, deadline", "Contact", "Submitted in confidence")
    return Table(
        columns=(Column(36), Column(64), Column()),
        head=(TableRow(tuple(_words(text) for text in heads)),),
        rows=(TableRow(tuple(Cell(lines) for lines in cells)),),
        row_headers=False,
        summary="Date, contact and confidence.",
        size=10,
        gap=6,
    )


def _words(text: str) -> Cell:
    line: Inlines = (Text(text),)
    return Cell((line,))
