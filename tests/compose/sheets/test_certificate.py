# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from dataclasses import replace
from datetime import date

from evidencepack.blocks.blocks import Heading, Paragraph, Table
from evidencepack.blocks.document import Document, Running
from evidencepack.compose.plain import plain
from evidencepack.compose.sheets.certificate import Certified, CertifiedCopy, CertifiedVersion, certificate

HOSTILE = "<b>&{{ Ní Bhriain"
RUNNING = Running("Sign-off", "Memorandum", "TBN-MOU-01-CERTIFICATE", "version 2.0")
COPY = CertifiedCopy(
    HOSTILE,
    ("Ada, Chair, before submission", "Ben"),
    "7K3M-9Q2X",
    "2.0",
    "copy",
    17,
    "ab" * 32,
    "accepted",
    ("1 Feb 2027 drafted; noted by Ann", "3 Feb 2027 accepted; by A. Deputy; Minute 7; noted by Ann"),
)
CERTIFIED = Certified(
    "Memorandum",
    "TBN-MOU-01 · tender TBN",
    date(2027, 2, 3),
    (CertifiedVersion("2.0", date(2027, 2, 1), HOSTILE, "cd" * 32),),
    (COPY,),
    signed=(HOSTILE,),
    awaited=("Osier", "Lea"),
    other=("Kestrel",),
)


def _lines(made: Document) -> list[str]:
    return [plain(one.inlines) for one in made.sections[0].blocks if isinstance(one, Heading | Paragraph)]


def _rows(made: Document) -> list[list[list[str]]]:
    tables = (one for one in made.sections[0].blocks if isinstance(one, Table))
    return [[[plain(line) for line in cell.lines] for cell in row.cells] for one in tables for row in one.rows]


def test_it_says_how_the_paper_stands_and_with_whom() -> None:
    assert _lines(certificate(CERTIFIED, RUNNING))[3] == (
        f"As of 3 February 2027: signed by one organisation, {HOSTILE}; awaited from two organisations, Osier and Lea; "
        "not signed by one organisation, Kestrel."
    )
    alone = replace(CERTIFIED, awaited=(), other=())
    many = replace(CERTIFIED, signed=("A", "B", "C", "D"), awaited=(), other=())
    assert _lines(certificate(many, RUNNING))[3] == "As of 3 February 2027: signed by four organisations."
    assert _lines(certificate(alone, RUNNING))[3].endswith(f"signed by one organisation, {HOSTILE}.")


def test_it_lists_versions_copies_hashes_signers_and_events() -> None:
    version, copy = _rows(certificate(CERTIFIED, RUNNING))
    assert version == [["2.0"], [f"1 Feb 2027, by {HOSTILE}"], ["cd" * 32]]
    assert copy == [
        [HOSTILE, *COPY.people],
        ["7K3M-9Q2X, copy 2.0, 17 pages", "ab" * 16, "ab" * 16],
        ["Accepted", *COPY.events],
    ]
