# SPDX-License-Identifier: MPL-2.0
"""A small pack that holds every block, every inline, every style and the names that break things.

Both renderers are fed with it. ``documents()`` is not numbered yet; ``IMAGES`` and ``properties()`` go with it.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from dataclasses import replace
from datetime import date

from tests.render.everything_wide import tables
from tests.render.letter import letter
from tests.render.wording import RECORD, answer, words

from evidencepack.blocks.blocks import (
    Align,
    Block,
    Bullets,
    Callout,
    Cell,
    Clause,
    Column,
    Figure,
    Fill,
    Gap,
    Heading,
    Numbering,
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
from evidencepack.blocks.inlines import CrossReference, LineBreak, Link, Show, Text, Value
from evidencepack.render.properties import Properties

NAMES = (
    ("Gwenllïan Prŷs-Jones", "cy"),
    ("Małgorzata Świętochłowska", "pl"),
    ("Olúmídé Adébáyọ̀", "yo"),
    ("Tomáš Dvořák", "cs"),
    ("রাবেয়া সুলতানা", "bn"),
    ("Ngọzi Okonkwo-Bright", "ig"),
)
AWKWARD = 'R&D <b>bold</b> {{ x }} =1+1 "quoted" ]]> &amp; O’Shaughnessy → × ≥ 95%'


def _picture(width: int, height: int) -> bytes:
    """Return a PNG of one dark bar on white, 8-bit grey."""
    line = b"\0" + bytes(255 if column % 40 < 20 else 60 for column in range(width))

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(line * height)) + chunk(b"IEND", b"")
    )


PICTURE = _picture(400, 160)
PICTURE_SHA256 = hashlib.sha256(PICTURE).hexdigest()
IMAGES = {PICTURE_SHA256: PICTURE}


def properties() -> Properties:
    """Return properties of the pack."""
    return Properties(
        title="Home First Reablement & Supported Discharge",
        author="Ferrybank Home Support Ltd",
        subject="TBN-ASC-2027-014, Lot 2",
        reference="TBN-PACK",
        version="1.0",
        as_of=date(2027, 2, 15),
        images=IMAGES,
    )


def documents() -> tuple[Document, ...]:
    """Return the cover with contents, a document of clauses and schedules, one with landscape tables, and a letter."""
    return (_front(), _clauses(), tables(), replace(letter(), letter="C"))


def _front() -> Document:
    return Document(
        anchor="pack",
        title="Partnership evidence pack",
        running=Running(
            "Ferrybank Home Support Ltd", "TBN-ASC-2027-014, Lot 2", "TBN-PACK", "version 1.0", "0f1e2d3c4b5a"
        ),
        sections=(
            Section(_cover(), cover=True, foot=(_cover_foot(),)),
            Section(_contents()),
        ),
    )


def _cover() -> tuple[Block, ...]:
    rows = tuple(
        TableRow(
            (Cell((words(name), (Text(other, language="bn"),)) if other else (words(name),)), Cell((words(role),)))
        )
        for name, other, role in (
            ("Ferrybank Home Support Ltd", "", "Lead provider"),
            ("Maitree Community Trust", "মৈত্রী কমিউনিটি ট্রাস্ট", "Subcontractor: community connectors"),
            ("Osierbed Housing Association Limited", "", "Subcontractor: step-down flats and key safes"),
        )
    )
    return (
        Paragraph((answer("Ferrybank Home Support Ltd", 1, "legal_name"),), Style.COVER_NAME),
        Paragraph(words("Partnership evidence pack"), Style.COVER_LABEL),
        Paragraph(
            (answer("Home First Reablement and Supported Discharge Service (Pathway 1)", 2, "title"),),
            Style.COVER_TITLE,
        ),
        Paragraph(words("TBN-ASC-2027-014 · Lot 2 – East locality"), Style.COVER_LINE),
        Paragraph(words("For the London Borough of Thamesbourne"), Style.COVER_LINE),
        Gap(16),
        Table(
            columns=(Column(82), Column()),
            head=(TableRow((Cell((words("Partner"),)), Cell((words("Role in this bid"),)))),),
            rows=rows,
            summary="Partners and their roles in this bid.",
            size=11,
        ),
    )


def _cover_foot() -> Table:
    head = ("Submitted", "Contact", "Submitted in confidence")
    cells = (
        (words("26 February 2027"), words("Pack version 1.0")),
        (
            words("Siân Llŷr-Evans"),
            (Link("sian.llyr-evans@ferrybank.example", "mailto:sian.llyr-evans@ferrybank.example"),),
        ),
        (words("Please ask us before release under the Freedom of Information Act 2000."),),
    )
    return Table(
        columns=(Column(36), Column(64), Column()),
        head=(TableRow(tuple(Cell((words(text),)) for text in head)),),
        rows=(TableRow(tuple(Cell(lines) for lines in cells)),),
        row_headers=False,
        summary="Date, contact and confidence.",
        size=10,
        gap=6,
    )


def _contents() -> tuple[Block, ...]:
    return (
        Paragraph(words("Partnership evidence pack"), Style.OPENER),
        Heading(1, words("Contents"), anchor="contents"),
        Paragraph(words("Page numbers are the boxed numbers at the bottom right. Every entry below is a link.")),
        Toc(
            head=("App.", "Title", "Version (2027)", "Answers", "Pages"),
            widths=(11, 0, 36, 17, 14),
            entries=(
                TocEntry("mou", "A", words("MOU with schedules"), (words("v1.0, 15 Feb"), words("Q3"))),
                TocEntry("raci", "B", words("Responsibility map (RACI)"), (words("v1.0, 12 Feb"), words("Q3 Q4"))),
                TocEntry("los", "C", words("Letter of support"), (words("v1.0, 3 Feb"), words("Q3"))),
            ),
        ),
        Paragraph(words("A dash means the document is not one that is signed."), Style.NOTE),
    )


def _clauses() -> Document:
    return Document(
        anchor="mou",
        title="Memorandum of understanding",
        letter="A",
        running=Running(
            "Ferrybank Home Support Ltd",
            "Memorandum of understanding",
            "TBN-MOU-01",
            "version 0.6 draft",
            "7a6b5c4d3e2f",
        ),
        sections=(Section((*_opening(), *_clause_blocks(), *_schedule(), *_signing())),),
    )


def _opening() -> tuple[Block, ...]:
    return (
        Paragraph(words("Appendix A · Memorandum of understanding"), Style.OPENER),
        Heading(1, (Text("Maitree Community Trust "), Text("মৈত্রী কমিউনিটি ট্রাস্ট", language="bn")), anchor="mou/title"),
        Paragraph(words("Subcontractor · Marsh ward · 5 parties"), Style.FACTS),
        Paragraph(
            (
                Text("Five partners, "),
                Text("one", bold=True),
                Text(" way of working, as set out in "),
                Text("Home First", italic=True),
                Text("."),
            ),
            Style.LEAD,
        ),
        Paragraph(
            (
                answer("Maitree Community Trust", 3, "legal_name", bold=True),
                Text(" and "),
                Value("Osierbed, the College and Kestrel", (f"{RECORD}4/legal_name", f"{RECORD}5/legal_name")),
                Text(" agree by "),
                Value("[to complete: Date of agreement]", (f"{RECORD}6/agreed_on",), missing=True),
                Text(". See "),
                CrossReference("mou/scope"),
                Text(", "),
                CrossReference("mou/schedule"),
                Text(" (“"),
                CrossReference("mou/schedule", Show.TEXT),
                Text("”), page "),
                CrossReference("mou/schedule", Show.PAGE),
                Text(" and "),
                CrossReference("raci"),
                Text(", page "),
                CrossReference("raci", Show.PAGE),
                Text(". "),
                Text(AWKWARD),
            ),
        ),
    )


def _clause_blocks() -> tuple[Block, ...]:
    return (
        Clause(1, words("Legal status"), anchor="mou/status", tags=("solicitor to check", "binding")),
        Clause(2, words("This memorandum records what we intend to do. It does not create legal duties between us.")),
        Clause(2, words("Nothing here:"), anchor="mou/nothing"),
        Clause(3, words("makes us partners in law or sets up a joint company;")),
        Clause(3, words("makes one party:"), anchor="mou/agent"),
        Clause(4, words("the agent of another; or")),
        Clause(4, words("the employer of another; or")),
        Clause(3, words("lets one party commit another.")),
        Clause(2, (Text("The people are "), *_people(), Text("."))),
        Clause(1, words("What is in and out of scope"), anchor="mou/scope"),
        Clause(
            2,
            (
                Text("Our joint work covers what "),
                CrossReference("mou/nothing"),
                Text(" and "),
                CrossReference("mou/agent"),
                Text(" leave open."),
            ),
        ),
        Heading(2, words("How we meet"), anchor="mou/meet"),
        Heading(3, words("Each week"), anchor="mou/week"),
        Bullets(
            (words("A huddle at 9:30."), (answer("Joint triage", 7, "name"), LineBreak(), Text("every Tuesday"))),
        ),
        Bullets(
            (words("Log the referral."), words("Call within 2 hours."), words("Visit within 4 hours.")), numbered=True
        ),
    )


def _people() -> tuple[Text | Value, ...]:
    parts: list[Text | Value] = []
    for number, (name, language) in enumerate(NAMES):
        parts += [Text(", ")] if number else []
        parts.append(Value(name, (f"{RECORD}8/people/{RECORD}{number}/name",), language=language))
    return tuple(parts)


def _schedule() -> tuple[Block, ...]:
    return (
        PageBreak(),
        Heading(
            2,
            words("Contributions"),
            anchor="mou/schedule",
            numbering=Numbering.SCHEDULE,
            aside=(CrossReference("mou/scope"),),
        ),
        _long_table(),
        Figure(
            PICTURE_SHA256,
            79,
            30,
            "Referrals answered in 2 hours rose from 71% to 94%.",
            words("Referrals answered in 2 hours"),
        ),
        Callout(
            words("Case study CS-01 · Back to the allotment"),
            words("May–August 2026"),
            (
                (words("Problem"), words("Two people home from hospital were going out once a week or less.")),
                (words("Effect"), (Text("Activities rose from 1 to "), answer("3", 9, "after"), Text(" a week."))),
            ),
        ),
        Heading(2, words("Reporting"), anchor="mou/second", numbering=Numbering.SCHEDULE),
        Paragraph(
            (
                Text("Read "),
                Link("the council’s page", "https://www.thamesbourne.example/a?b=c&d=é f"),
                Text(" first."),
            ),
            Style.NOTE,
        ),
    )


def _long_table() -> Table:
    rows = tuple(
        TableRow(
            (
                Cell(((answer(f"Partner {number}", 3, "short_name"),),)),
                Cell(
                    (
                        words("12 connector sessions a week from two connectors (1.4 FTE)"),
                        words("Marsh and Quayside wards"),
                    )
                ),
                Cell(
                    (words(("High", "Medium", "Low")[number % 3]),), fill=(Fill.INK, Fill.TINT, Fill.NONE)[number % 3]
                ),
                Cell((words(f"{number},310"),)),
            )
        )
        for number in range(30)
    )
    total = TableRow((Cell((words("Total"),), span=3), Cell((words("99,300"),))), total=True)
    return Table(
        columns=(Column(23), Column(), Column(28), Column(25, Align.RIGHT)),
        head=(TableRow(tuple(Cell((words(text),)) for text in ("Party", "Delivers, and how much", "Risk", "Hours"))),),
        rows=(*rows, total),
        title=words("What each partner gives"),
        note=words("Hours a year. “–” means that it does not apply."),
        summary="Each partner with what it delivers, its risk and its hours.",
        anchor="mou/table",
    )


def _signing() -> tuple[Block, ...]:
    return (
        Heading(2, words("Signed for the parties"), anchor="mou/sign"),
        Signature(
            (
                Signatory(
                    (answer("Maitree Community Trust", 3, "legal_name"),),
                    (answer("Rabeya Sultana (রাবেয়া সুলতানা)", 8, "full_name"),),
                    (answer("Chair", 8, "role"),),
                ),
                Signatory(words("Kestrel Rota & Records Ltd"), (), (), capacity="Second signatory"),
            ),
            (Text("I have read this memorandum, "), answer("TBN-MOU-01", 1, "reference"), Text(", and agree to it.")),
        ),
    )
