# SPDX-License-Identifier: MPL-2.0
"""Scans in every format are read page by page in children; what is no scan is refused in words, and costs no other."""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from threading import Event

import pytest
from PIL import Image
from tests.guard.pictures import bomb, chunk, png_header, saved
from tests.scans.paper import Damage, scanned
from tests.scans.sending import mark, version_out
from tests.scans.sheets import SQUARE, STRIP, points, sheet

from evidencepack.guard.faults import RefusedFileError, StoppedError
from evidencepack.guard.scan_files import ScanPage, count_scan, read_scan
from evidencepack.guard.scans.opening import MOST_PAGES, opened
from evidencepack.guard.scans.perspective import Place
from evidencepack.guard.scans.reading import count_pages, read_pages

OUT = version_out()
MARKS = [mark(OUT, 0, page) for page in (1, 2, 3)]
PLACES: Mapping[str, Place] = {
    text: (595.276, 841.89, points(box)) for one in MARKS for text, box in ((one.square, SQUARE), (one.strip, STRIP))
}
HEIC = Path(__file__).with_name("sheet.heic")


@cache
def _scan(page: int) -> Image.Image:
    return scanned(sheet(MARKS[page - 1], 150), Damage(skew=1.5, noise=3), seed=page)


def _several(kind: str, pictures: list[Image.Image], **more: object) -> bytes:
    return saved(pictures[0], kind, save_all=True, append_images=pictures[1:], **more)


def _squares(pages: list[ScanPage]) -> list[list[str]]:
    return [[found.text for found in page.marks if found.is_square] for page in pages]


def test_pages_of_a_pdf_come_back_in_order_squared_up() -> None:
    data = _several("PDF", [_scan(page) for page in (2, 1, 3)], resolution=150)
    pages = list(read_scan(data, count_scan(data), PLACES))
    assert _squares(pages) == [[MARKS[page - 1].square] for page in (2, 1, 3)]
    assert [(page.number, page.squared, page.width, page.height) for page in pages] == [
        (number, True, 1240, 1754) for number in (1, 2, 3)
    ]


def test_every_page_of_many_batches_comes_once() -> None:
    blank = Image.new("1", (60, 80), 1)
    data = _several("TIFF", [blank] * 20, compression="group4")
    assert [page.number for page in read_scan(data, count_scan(data), {})] == list(range(1, 21))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP", "BMP"])
def test_a_picture_of_any_kind_is_a_page(kind: str) -> None:
    data = saved(_scan(3), kind)
    assert count_pages(data) == 1
    ((found, picture, wide, high, squared),) = read_pages(data, 0, 1, dict(PLACES))
    assert MARKS[2].square in {text for _, text, _ in found}
    assert (picture[:3], wide, high, squared) == (b"\xff\xd8\xff", 1240, 1754, True)


def test_a_photograph_in_heic_is_a_page() -> None:
    ((found, *_),) = read_pages(HEIC.read_bytes(), 0, 1, dict(PLACES))
    assert MARKS[2].square in {text for _, text, _ in found}


def test_a_page_with_a_mark_that_nobody_knows_is_shown_upright() -> None:
    data = saved(_scan(1).rotate(90, expand=True), "PNG")
    ((_, picture, wide, high, squared),) = read_pages(data, 0, 1, {})
    assert (wide < high, squared) == (True, False)
    with Image.open(io.BytesIO(picture)) as shown:
        assert shown.size == (wide, high)


def test_a_page_that_is_damaged_costs_no_other() -> None:
    data = bytearray(_several("TIFF", [_scan(1), _scan(2), _scan(3)], compression="tiff_adobe_deflate"))
    third = len(data) // 2
    data[third : third + 2000] = bytes(2000)
    pages = list(read_scan(bytes(data), 3, PLACES))
    assert [bool(page.refused) for page in pages].count(True) == 1
    assert [page.marks == () for page in pages] == [bool(page.refused) for page in pages]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b"<html><body>no scan</body></html>", "web page"),
        (b"%PDF-1.7\nnothing else", "damaged"),
        (b"PK\x03\x04 a Word file", "no picture"),
        (b"\xff\xd8\xff\xe0 cut short", "damaged"),
        (HEIC.read_bytes()[:400], "damaged"),
    ],
    ids=["empty", "web page", "PDF", "Word", "JPEG", "HEIC"],
)
def test_what_is_no_scan_is_refused_in_words(data: bytes, words: str) -> None:
    with pytest.raises(RefusedFileError, match=words):
        count_scan(data)


@pytest.mark.parametrize(
    "data", [bomb(9000, 9000), png_header(60000, 60000) + chunk(b"IDAT", bytes(9))], ids=["large", "huge"]
)
def test_a_picture_far_larger_than_paper_is_refused(data: bytes) -> None:
    with pytest.raises(RefusedFileError, match="million dots"), opened(data) as pages:
        pages.picture(0)


def test_a_file_of_more_pages_than_anybody_scans_is_refused() -> None:
    data = _several("TIFF", [Image.new("1", (8, 8), 1)] * (MOST_PAGES + 1), compression="group4")
    with pytest.raises(RefusedFileError, match="more than 500 pages"):
        count_pages(data)


def test_reading_stops_when_it_is_told_to() -> None:
    stop = Event()
    stop.set()
    with pytest.raises(StoppedError):
        next(read_scan(saved(_scan(1), "PNG"), 1, PLACES, stop=stop))
