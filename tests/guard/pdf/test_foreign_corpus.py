# SPDX-License-Identifier: MPL-2.0
"""Hundreds of PDFs and pictures from the tests of other programs: each becomes safe pages, or is refused in words."""

from __future__ import annotations

import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pypdfium2
import pytest
from foreign_files import LIST, PDFS, PICTURES, fetch_foreign_files
from PIL import Image, ImageChops, ImageFilter
from tests.guard import pictures
from tests.guard.pdf import making, reading

from evidencepack.guard.child import limited
from evidencepack.guard.faults import RefusedFileError, TookTooLongError, TooMuchMemoryError
from evidencepack.guard.pdf.sheets import SMALLEST
from evidencepack.guard.pdf_files import MEGABYTES, SECONDS, ForeignPdf, checked_pages

FULL = os.environ.get("EVIDENCEPACK_FULL") == "1"
LISTED = [line.split(" ")[0] for line in LIST.read_text("utf-8").splitlines() if not line.startswith("#")]
PACKAGES = LISTED if FULL else ["made-here"]
FEW = {
    "plain.pdf": making.saved(making.document()),
    "armed.pdf": making.armed(),
    "signed.pdf": making.signed(),
    "cut.pdf": making.saved(making.document())[:200],
    "photo.jpg": pictures.photograph(orientation=6),
    "drawing.png": pictures.saved(pictures.drawing(), "PNG"),
    "scan.tif": pictures.saved(pictures.drawing("1"), "TIFF"),
    "cut.png": pictures.saved(pictures.drawing(), "PNG")[:-200],
}
_MOST_MEGABYTES = 512
_LOOKED_AT = 3
_DARKER = 64
_ALIKE = 0.002
_MOST_UNLIKE = 0.03


@dataclass(frozen=True, slots=True)
class Became:
    """What a file became: pages, or a refusal in words; in how many seconds, with how many megabytes."""

    file: Path
    pages: ForeignPdf | None
    refused: str
    seconds: float
    megabytes: float


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of all packages; in an ordinary run, one of a few small files that are made here."""
    if FULL:
        return fetch_foreign_files()
    folder = tmp_path_factory.mktemp("foreign")
    made = folder / "made-here"
    made.mkdir()
    for name, data in FEW.items():
        (made / name).write_bytes(data)
    return folder


def files_of(folder: Path, package: str, endings: frozenset[str]) -> list[Path]:
    of = folder / package.replace("==", "-").replace("tabula-py", "tabula_py")
    return [file for file in sorted(of.iterdir()) if file.suffix.lower() in endings]


def become(odd: ModuleType, file: Path, kind: str) -> Became:
    """Put a file before a child with the limits that it has in the program."""
    begin = time.monotonic()
    try:
        answer, megabytes = limited(odd.pages_of, file.read_bytes(), kind, seconds=SECONDS, megabytes=MEGABYTES)
    except (TookTooLongError, TooMuchMemoryError) as error:
        return Became(file, None, type(error).__name__, time.monotonic() - begin, 0)
    except RefusedFileError as error:
        assert "Nothing was changed." in error.message  # noqa: PT017 - either may be
        return Became(file, None, error.message.split(". ")[0].split(": ")[0], time.monotonic() - begin, 0)
    return Became(file, checked_pages(answer), "", time.monotonic() - begin, megabytes)


def all_of(odd: ModuleType, files: list[Path], kind: str) -> list[Became]:
    with ThreadPoolExecutor(2) as both:
        return list(both.map(lambda file: become(odd, file, kind), files))


def tell(every: list[Became], what: str, measured: Callable[[str, str, float], None]) -> None:
    measured(f"{what} became pages", "files", sum(one.pages is not None for one in every))
    for reason, number in Counter(one.refused for one in every if one.refused).items():
        measured(f"{what} refused: {reason}", "files", number)
    measured(f"{what}: slowest", "seconds", round(max(one.seconds for one in every), 2))
    measured(f"{what}: most memory", "megabytes", round(max(one.megabytes for one in every)))


@pytest.mark.parametrize("package", PACKAGES)
def test_every_foreign_pdf_becomes_safe_pages_or_is_refused(
    odd: ModuleType, folder: Path, package: str, measured: Callable[[str, str, float], None]
) -> None:
    every = all_of(odd, files_of(folder, package, PDFS), "pdf")
    if not every:
        return
    for one in every:
        assert one.megabytes < _MOST_MEGABYTES or sys.platform != "linux", one.file.name
        if one.pages is not None:
            assert reading.active(one.pages.data) == set(), one.file.name
    tell(every, f"PDFs of {package}", measured)
    seen = [alike for one in every if one.pages is not None for alike in looks_alike(one.file, one.pages)]
    measured(f"Pages of PDFs of {package} that look as they did, of {len(seen)}", "pages", sum(seen))
    assert seen.count(False) <= max(3, _MOST_UNLIKE * len(seen))


@pytest.mark.parametrize("package", PACKAGES)
def test_every_foreign_picture_becomes_a_sheet_or_is_refused(
    odd: ModuleType, folder: Path, package: str, measured: Callable[[str, str, float], None]
) -> None:
    every = all_of(odd, files_of(folder, package, PICTURES), "picture")
    if not every:
        return
    for one in every:
        assert one.megabytes < _MOST_MEGABYTES or sys.platform != "linux", one.file.name
        if one.pages is not None:
            assert reading.active(one.pages.data) == set(), one.file.name
            assert reading.size(one.pages.data)[0] > 0
    tell(every, f"Pictures of {package}", measured)


def looks_alike(file: Path, pages: ForeignPdf) -> Iterator[bool]:
    """Yield of the first pages whether PDFium shows them as it shows those of the file, where it can."""
    try:
        with pypdfium2.PdfDocument(file) as document:
            document.init_forms()
            assert len(document) == len(pages.pages), file.name
            for number in range(min(_LOOKED_AT, len(document))):
                if min(document[number].get_size()) > SMALLEST and not _has_unit(pages, document, number):
                    before = document[number].render(scale=0.5).to_pil().convert("L")
                    yield _is_alike(before, reading.shown(pages.data, number, dpi=36).convert("L"))
    except pypdfium2.PdfiumError:
        return


def _has_unit(pages: ForeignPdf, document: pypdfium2.PdfDocument, number: int) -> bool:
    """Whether a page counts in units of its own, which PDFium leaves aside."""
    return bool(abs(document[number].get_size()[0] - pages.pages[number].size.width) > 1)


def _is_alike(one: Image.Image, other: Image.Image) -> bool:
    if max(abs(one.width - other.width), abs(one.height - other.height)) > 1:
        return False
    # A hair's breadth between two ways to scale the same scan is no difference.
    soft = (picture.filter(ImageFilter.BoxBlur(1)) for picture in (one, other.resize(one.size)))
    shades = ImageChops.difference(*soft).histogram()
    return bool(sum(shades[_DARKER:]) <= _ALIKE * sum(shades))
