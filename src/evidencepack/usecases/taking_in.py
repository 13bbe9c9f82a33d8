# SPDX-License-Identifier: MPL-2.0
"""Taking in scans of what was signed: read in children, sorted by what went out, and shown where somebody must look."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Event

from evidencepack.domain.signoff import INITIALS, SentVersion
from evidencepack.guard.faults import CannotStartError, GuardError, StoppedError
from evidencepack.guard.pdf_words import PageSays
from evidencepack.guard.scan_files import MOST_BYTES, ScanPage, count_scan, read_scan
from evidencepack.guard.scans.perspective import Place
from evidencepack.signoff.intake.looking import SIGNATURE, Look, look_at
from evidencepack.signoff.intake.originals import original_pages
from evidencepack.signoff.intake.pages import Placed, ReadPage
from evidencepack.signoff.intake.placing import places_of
from evidencepack.signoff.intake.sorting import Intake, sort_pages
from evidencepack.signoff.marking import place_of_square, place_of_strip
from evidencepack.usecases.export_steps import Progress
from evidencepack.usecases.reading_files import UnreadableFileError, read_file
from evidencepack.usecases.sent_pages import Originals
from evidencepack.usecases.signed_pdf import SignedPdf, signed_pdf
from evidencepack.usecases.taken_words import own_pages, words_told

Typed = Mapping[tuple[str, int], tuple[str, int]]
"""What somebody typed from paper: for a page of a file (its name, the number there) the short code and the page."""

_PDF = ".pdf"


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came of scans: how they were sorted, the places to sign, and a picture (JPEG) of each page, upright.

    ``sizes`` are those of the pictures, in dots; ``files`` the SHA-256 of each file that could be read, by its name.
    ``signed`` are the PDFs that began as copies which went out; somebody may look at their pages as at those of scans.
    """

    intake: Intake
    looks: tuple[Look, ...]
    pictures: Mapping[tuple[str, int], bytes]
    sizes: Mapping[tuple[str, int], tuple[int, int]] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    signed: tuple[SignedPdf, ...] = ()

    @property
    def is_clear(self) -> bool:
        """Whether every page was put to a copy, and nothing has to be asked about any."""
        return not self.intake.unplaced and not self.intake.remarks and all(_is_clear(one) for one in self.signed)


@dataclass(frozen=True, slots=True)
class Ground:
    """What scans are compared with: every version that ever went out, the tender, and the bytes of files that did.

    ``roots`` are certificates (DER) that the person trusts, for digital signatures.
    """

    sent: tuple[SentVersion, ...]
    tender: str
    file_bytes: Callable[[str], bytes]
    roots: tuple[bytes, ...] = ()


def take_in(
    ground: Ground, scans: Sequence[Path], *, typed: Typed, progress: Progress, stop: Event | None = None
) -> TakenIn:
    """Read scans and photographs, and sort their pages; nothing is kept or changed.

    A file, or a page, that cannot be read is among those put nowhere, and costs no other.

    Args:
        ground: what they are compared with.
        scans: the files, in any order: PDF, JPEG, PNG, TIFF, HEIC, WebP or BMP.
        typed: short codes that somebody typed for pages that no machine can read.
        progress: hears of each page, and may raise to cancel.
        stop: ends the reading soon after another thread sets it.

    Raises:
        StoppedError: if ``stop`` was set.
        CannotStartError: if the system gives no process to read them in.
    """
    places = _places(ground.sent)
    read: list[ReadPage] = []
    found: dict[tuple[str, int], ScanPage] = {}
    files: dict[str, str] = {}
    signed: list[SignedPdf] = []
    ours: dict[str, tuple[PageSays, ...]] = {}
    for name, path in _named(scans).items():
        progress(0, 1, name)
        data = _file(path)
        if isinstance(data, bytes):
            files[name] = hashlib.sha256(data).hexdigest()
            ours[name] = own_pages(data, stop=stop)
            one = signed_pdf(name, data, ground.sent, ground.roots, stop=stop)
            if one is not None and one.came.version.tender == ground.tender:
                signed.append(one)
        for page in _pages(data, name, places, progress, stop):
            key = name, page.number
            found[key] = page
            read.append(_read(name, page, typed.get(key)))
    intake = sort_pages(read, ground.sent, ground.tender)
    other_words = words_told(ours, intake.returned, Originals(ground.file_bytes))
    intake = replace(intake, remarks=(*intake.remarks, *other_words))
    looks = tuple(look for one in intake.returned for look in _looks(one.pages, found, ground))
    pictures = {key: page.picture for key, page in found.items()}
    return TakenIn(
        intake, looks, pictures, {key: (page.width, page.height) for key, page in found.items()}, files, tuple(signed)
    )


def _is_clear(one: SignedPdf) -> bool:
    return one.holds and not one.others and one.came.newest


def _places(sent: Sequence[SentVersion]) -> Mapping[str, Place]:
    """Return where each mark that went out stands on its page."""
    found: dict[str, Place] = {}
    for text, one in places_of(sent).items():
        page = one.page
        at = place_of_strip(page.height) if text.isdigit() else place_of_square(page.width)
        found[text] = page.width, page.height, (at.x, at.y, at.x + at.width, at.y + at.height)
    return found


def _named(scans: Sequence[Path]) -> Mapping[str, Path]:
    """Return the files by their names; where two have the same, by their whole paths."""
    names = [path.name for path in scans]
    return {path.name if names.count(path.name) == 1 else str(path): path for path in scans}


def _file(path: Path) -> bytes | str:
    """Return what a file holds, or why it cannot be read."""
    try:
        return read_file(path, most=MOST_BYTES)
    except UnreadableFileError as error:
        return str(error)


def _pages(
    data: bytes | str, name: str, places: Mapping[str, Place], progress: Progress, stop: Event | None
) -> list[ScanPage]:
    if isinstance(data, str):
        return [ScanPage(1, refused=data)]
    try:
        count = count_scan(data, stop=stop)
    except (StoppedError, CannotStartError):
        raise
    except GuardError as error:
        return [ScanPage(1, refused=str(error))]
    pages = []
    for page in read_scan(data, count, places, stop=stop):
        pages.append(page)
        progress(len(pages), count, name)
    return pages


def _read(name: str, page: ScanPage, typed: tuple[str, int] | None) -> ReadPage:
    squares = tuple(mark.text for mark in page.marks if mark.is_square)
    strips = tuple(mark.text for mark in page.marks if not mark.is_square)
    return ReadPage(name, page.number, squares, strips, page.refused, typed)


def _looks(pages: Sequence[Placed], found: Mapping[tuple[str, int], ScanPage], ground: Ground) -> list[Look]:
    """Return the places to sign on the pages of a copy that were squared up."""
    scans = {one: found[one.read.file, one.read.number] for one in pages}
    signed = [one for one, scan in scans.items() if scan.squared and _is_signed(one)]
    if not signed:
        return []
    copy = signed[0].sent.copy
    file = next(one for one in copy.files if one.name.casefold().endswith(_PDF))
    originals = original_pages(ground.file_bytes(file.sha256), len(copy.pages), {one.sent.number for one in signed})
    return [
        look
        for one in signed
        if one.sent.number in originals
        for look in look_at(one, scans[one].picture, originals[one.sent.number])
    ]


def _is_signed(page: Placed) -> bool:
    return any(one.page == page.sent.number and one.what in {SIGNATURE, INITIALS} for one in page.sent.copy.areas)
