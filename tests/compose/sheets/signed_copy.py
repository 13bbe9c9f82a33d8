# SPDX-License-Identifier: MPL-2.0
"""A memorandum that two parties sign and some people initial, and the copy of it that one of them signs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.compose.conftest import CONTRIBUTION, KINDS, MOU, clause, field, kind, rows, table, to

from evidencepack.blocks.blocks import Block, Bullets, Cell, Heading, Paragraph, Signature, Table
from evidencepack.blocks.document import Document, Running
from evidencepack.compose.plain import plain
from evidencepack.compose.sheets.copies import CopyFor
from evidencepack.domain.record import Record
from evidencepack.domain.trade import Advice, SignatureStage, Visibility
from evidencepack.domain.values import Reference
from evidencepack.library.model import Library, SignatureLine
from evidencepack.library.templates import parse_template


def line(by: str = "each_party", stage: SignatureStage = SignatureStage.BEFORE_SUBMISSION) -> SignatureLine:
    """Return a line of boxes."""
    statement = parse_template("I have read {{ mou.reference }} <b>&.")
    return SignatureLine(by, stage, "authorised_signatory", "wet_or_digital", statement)


INITIALS = replace(line("readers", SignatureStage.ON_AWARD), kind="acknowledgement", role="reader")
KIND = replace(
    MOU,
    purpose="It says how partners work together.",
    signatures=(line(), INITIALS),
    clauses=(clause("liability", "Each bears its own.", binding=True), clause("spirit", "We are kind.")),
    fields={
        **{name: one for name, one in MOU.fields.items() if name != "own_contributions"},
        "version": field("version"),
        "readers": table("readers", to("contact", "contact")),
        "flows": table("flows", rows_of="data_flow"),
        "guarantees": table("guarantees", rows_of="guarantee"),
        "reviews": table("reviews", to("contact", "contact")),
        "overrides": table(
            "overrides", field("fact"), field("says"), field("reason"), visibility=Visibility.PARTNERSHIP
        ),
    },
)
_FLOW = kind("data_flow", to("sender", "organisation"), to("receiver", "organisation"), field("name"))
_GUARANTEE = kind("guarantee", to("party", "organisation"), field("promise"), field("how_checked"))
_GIVEN = replace(CONTRIBUTION, fields={**CONTRIBUTION.fields, "where_when": field("where_when")})
KINDS_SIGNED = Library({one.id: one for one in (*KINDS, _GIVEN, _FLOW, _GUARANTEE, KIND)})
READERS = rows("r", {"contact": Reference("nasrin")}, {"contact": Reference("rabeya")})
MAITREE, FERRYBANK = Record("mt", "organisation", "MT"), Record("fb", "organisation", "FB")
ADVISED = (Advice.LEGAL, Advice.INFORMATION_GOVERNANCE)


def copy_for(organisation: Record = MAITREE, **more: object) -> CopyFor:
    """Return whose copy it is: Maitree's, of three pages, needed back by a day."""
    settings: dict[str, object] = {"due": date(2027, 2, 20), "keeper": "Siân Llŷr-Evans", **more}
    running = Running("Ferrybank", "Memorandum", "TBN-MOU-01", "version 1.0")
    return CopyFor(organisation, "Maitree Community Trust", running, 3, "7K3M-9Q2X", "0a1b2c3d", **settings)  # type: ignore[arg-type]


def said(document: Document) -> list[str]:
    """Return what a page says, block by block."""
    return [words for block in document.sections[0].blocks for words in _said(block)]


def _said(block: Block) -> list[str]:
    match block:
        case Heading() | Paragraph():
            return [plain(block.inlines)]
        case Bullets():
            return [f"- {plain(item)}" for item in block.items]
        case Table():
            return [" | ".join(map(_cell, row.cells)) for row in (*block.head, *block.rows)]
        case Signature():
            return [f"[{plain(one.name)}] {plain(block.statement)}" for one in block.signatories]
        case _:
            return [type(block).__name__]


def _cell(cell: Cell) -> str:
    return " / ".join(map(plain, cell.lines))
