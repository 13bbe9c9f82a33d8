# SPDX-License-Identifier: MPL-2.0
"""Versions that went out to be signed, made of nothing but what scans are sorted by."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from tests.scans.sheets import DATE, NAME, SIGNATURE, points, sheets_pdf

from evidencepack.domain.issue import IssuedFile
from evidencepack.domain.page_mark import PageMark, stub_of
from evidencepack.domain.short_code import short_code
from evidencepack.domain.signoff import InkArea, SentCopy, SentPage, SentVersion
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
    return SentCopy(code, party, party, (), sent, tuple(_areas(party, pages)), ())


def _areas(party: str, page: int) -> Iterator[InkArea]:
    """Yield where ink is expected: on the last page."""
    for what, box in (("signature", SIGNATURE), ("date", DATE), ("name", NAME)):
        left, top, right, bottom = points(box)
        yield InkArea(what, page, left, top, right - left, bottom - top, f"{what.capitalize()}, signing for {party}")


def mark(version: SentVersion, copy: int, page: int) -> PageMark:
    """Return the mark of a page, the copy counted from 0 and the page from 1."""
    one = version.copies[copy]
    return PageMark(one.code, version.number, page, len(one.pages), one.pages[page - 1].stub)


def read(version: SentVersion, copy: int, page: int, *, file: str = "scan.pdf", at: int = 0) -> ReadPage:
    """Return that page as it is read from a scan, by default at its own place."""
    found = mark(version, copy, page)
    return ReadPage(file, at or page, (found.square,), (found.strip,))


def with_files(version: SentVersion) -> tuple[SentVersion, dict[str, bytes]]:
    """Return the version with a PDF for each copy, and the bytes of those by their names."""
    files: dict[str, bytes] = {}
    copies = []
    for number, copy in enumerate(version.copies):
        name = f"{version.reference}-for-{copy.organisation}.pdf"
        data = sheets_pdf([mark(version, number, page) for page in range(1, len(copy.pages) + 1)])
        files[name] = data
        about = IssuedFile(name, hashlib.sha256(data).hexdigest(), len(data), len(copy.pages))
        copies.append(replace(copy, files=(about,)))
    return replace(version, copies=tuple(copies)), files
