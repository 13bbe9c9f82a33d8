# SPDX-License-Identifier: MPL-2.0
"""Versions that went out to be signed, made of nothing but what scans are sorted by."""

from __future__ import annotations

from evidencepack.domain.page_mark import PageMark, stub_of
from evidencepack.domain.short_code import short_code
from evidencepack.domain.signoff import SentCopy, SentPage, SentVersion
from evidencepack.signoff.intake.pages import ReadPage

A4 = (595.276, 841.89)


def version_out(
    title: str = "Memorandum",
    number: int = 1,
    parties: tuple[str, ...] = ("Maitree", "Osier"),
    *,
    pages: int = 3,
    tender: str = "bid",
) -> SentVersion:
    """Return a version with a copy for each party."""
    return SentVersion(
        id=f"{tender} {title} {number}",
        tender=tender,
        record=f"{tender} {title}",
        reference=title[:3].upper(),
        title=title,
        kind="mou",
        kind_version=1,
        number=number,
        at=f"2026-11-{number:02}T09:00:00Z",
        by="Ann",
        as_of="2026-11-01",
        made_with="0.1.0",
        content_hash="",
        copies=tuple(_copy(f"{tender} {title} {number} {party}", party, pages) for party in parties),
    )


def _copy(whole: str, party: str, pages: int) -> SentCopy:
    code = short_code(stub_of(whole).encode())
    sent = tuple(SentPage(stub_of(whole, str(number)), *A4) for number in range(1, pages + 1))
    return SentCopy(code, party, party, (), sent, (), ())


def mark(version: SentVersion, copy: int, page: int) -> PageMark:
    """Return the mark of a page, the copy counted from 0 and the page from 1."""
    one = version.copies[copy]
    return PageMark(one.code, version.number, page, len(one.pages), one.pages[page - 1].stub)


def read(version: SentVersion, copy: int, page: int, *, file: str = "scan.pdf", at: int = 0) -> ReadPage:
    """Return that page as it is read from a scan, by default at its own place."""
    found = mark(version, copy, page)
    return ReadPage(file, at or page, (found.square,), (found.strip,))
