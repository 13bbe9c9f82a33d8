# SPDX-License-Identifier: MPL-2.0
"""What the window has done in another process to read scans of what was signed; sorting what was read is done here.

The function that begins with ``do_`` runs there. What it is handed and what it returns is plain.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from evidencepack.domain.signoff import SentVersion
from evidencepack.guard.worker import Told, Work
from evidencepack.guard.working import Line
from evidencepack.signoff.intake.ink import Ink, InkReading
from evidencepack.signoff.intake.looking import Look
from evidencepack.signoff.intake.pages import Placed, ReadPage
from evidencepack.signoff.intake.sorting import Intake, sort_pages
from evidencepack.usecases.sent_text import read_versions, versions_text
from evidencepack.usecases.signed_pdf import SignedPdf, read_signed_pdf
from evidencepack.usecases.taking_in import Ground, TakenIn, Typed, take_in

Key = tuple[str, int]
"""A page of a file: its name, and the number there from 1."""

_PDF = ".pdf"


@dataclass(frozen=True, slots=True)
class SeenLook:
    """A place to sign on a page that came: its number among the areas of its copy, what it looks like, pictures."""

    key: Key
    area: int
    reading: InkReading
    scan: bytes
    blank: bytes

    def on(self, page: Placed) -> Look:
        """Return the look at it on the page that it is on."""
        return Look(page, page.sent.copy.areas[self.area], self.reading, self.scan, self.blank)


@dataclass(frozen=True, slots=True)
class Scans:
    """Scans that were read once. What somebody types for a page sorts them anew, and no file is read again."""

    sent: tuple[SentVersion, ...]
    tender: str
    reads: tuple[ReadPage, ...]
    looks: tuple[SeenLook, ...]
    pictures: Mapping[Key, bytes]
    sizes: Mapping[Key, tuple[int, int]] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    signed: tuple[SignedPdf, ...] = ()

    def typed(self, known: Typed) -> Scans:
        """Return the scans with what somebody typed from paper."""
        reads = tuple(replace(one, typed=known.get((one.file, one.number), one.typed)) for one in self.reads)
        return replace(self, reads=reads)

    def taken_in(self) -> TakenIn:
        """Return what came of them."""
        intake = sort_pages(self.reads, self.sent, self.tender)
        placed = {(page.read.file, page.read.number): page for one in intake.returned for page in one.pages}
        looks = tuple(one.on(placed[one.key]) for one in self.looks if one.key in placed)
        return TakenIn(intake, looks, self.pictures, self.sizes, self.files, self.signed)


@dataclass(frozen=True, slots=True)
class WentOut:
    """What scans are compared with: every version that ever went out, the tender, the PDFs of its copies by SHA-256."""

    sent: tuple[SentVersion, ...]
    tender: str
    pdfs: Mapping[str, bytes]


def ask_scans(work: Work, ground: WentOut, paths: Sequence[Path], told: Told) -> Scans:
    """Read scans in another process and wait for it.

    ``told(done, of, name)`` hears of each page of a file, on this thread.
    """
    sent, tender = ground.sent, ground.tender
    reads, looks, pictures, sizes, names, signed = work.do(
        do_scans, told, versions_text(sent), tender, dict(ground.pdfs), [str(one) for one in paths]
    )
    return Scans(
        sent,
        tender,
        tuple(ReadPage(file, at, tuple(squares), tuple(strips), why) for file, at, squares, strips, why in reads),
        tuple(_seen(*one) for one in looks),
        {(file, number): data for file, number, data in pictures},
        {(file, number): (wide, high) for file, number, wide, high in sizes},
        dict(names),
        tuple(read_signed_pdf(one, sent) for one in signed),
    )


def do_scans(line: Line, sent: str, tender: str, files: dict[str, bytes], paths: list[str]) -> Any:
    """Read scans, and cut out the places to sign."""
    ground = Ground(read_versions(sent), tender, files.__getitem__)
    found = take_in(ground, [Path(one) for one in paths], typed={}, progress=line.tell)
    return (
        [(one.file, one.number, list(one.squares), list(one.strips), one.refused) for one in _reads(found.intake)],
        [_plain(one) for one in found.looks],
        [(file, number, data) for (file, number), data in found.pictures.items()],
        [(file, number, *size) for (file, number), size in found.sizes.items()],
        dict(found.files),
        [one.plain() for one in found.signed],
    )


def copies_pdfs(sent: Sequence[SentVersion], tender: str) -> tuple[str, ...]:
    """Return the SHA-256 of the PDF of every copy that went out of a tender: blank originals are drawn from them."""
    copies = (copy for one in sent if one.tender == tender for copy in one.copies)
    found = (next((one for one in copy.files if one.name.casefold().endswith(_PDF)), None) for copy in copies)
    return tuple(dict.fromkeys(one.sha256 for one in found if one is not None))


def _reads(intake: Intake) -> list[ReadPage]:
    """Return what was read of each page, wherever it was put."""
    placed = [page for one in intake.returned for page in (*one.pages, *one.again)]
    reads = [*(one.read for one in placed), *(one.read for one in intake.unplaced)]
    return sorted(reads, key=lambda one: (one.file, one.number))


def _plain(one: Look) -> tuple[Any, ...]:
    read, ink = one.page.read, one.reading
    measured = (ink.ink.name, ink.width, ink.height, ink.copied)
    return read.file, read.number, one.page.sent.copy.areas.index(one.area), measured, one.scan, one.blank


def _seen(file: str, number: int, area: int, measured: tuple[str, float, float, bool], *cut: bytes) -> SeenLook:
    ink, wide, high, copied = measured
    return SeenLook((file, number), area, InkReading(Ink[ink], wide, high, copied), *cut)
