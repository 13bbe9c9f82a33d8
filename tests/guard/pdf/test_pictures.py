# SPDX-License-Identifier: MPL-2.0
"""Photographs and scans as sheets of A4: upright, sharp, and with nothing said about where they were taken."""

from __future__ import annotations

import io

import pikepdf
import pytest
from PIL import Image
from tests.guard import pictures
from tests.guard.pdf import reading

from evidencepack.guard.faults import RefusedFileError
from evidencepack.guard.pdf.pictures import A4, MARGIN, print_pictures
from evidencepack.guard.pdf_files import MOST_BYTES
from evidencepack.guard.picture_files import read_picture

DARK = (0x20, 0x50, 0x80)


def drawn(data: bytes) -> tuple[float, float, float, float]:
    """Return where the picture stands on its sheet: left, bottom, width, height in points."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        matrix = pikepdf.parse_content_stream(pdf.pages[0], "cm")[0].operands
        wide, _, _, high, left, bottom = (float(number) for number in matrix)
        return left, bottom, wide, high


def kept(data: bytes) -> tuple[int, int, str]:
    """Return width, height and packing of the picture on the first page."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        picture = pdf.pages[0].obj.Resources.XObject.Picture
        return int(picture.Width), int(picture.Height), str(picture.Filter)


def test_a_photograph_stands_upright_on_a_sheet_without_its_place() -> None:
    data = pictures.photograph(orientation=6)
    read = read_picture(data)
    assert [page.has_text for page in read.pages] == [False]
    assert read.dropped == ("what it says about place, time and camera",)
    assert reading.active(read.data) == set()
    assert not [one for one in reading.contents(read.data) if pictures.PLACE.encode() in one]
    assert b"Exif" not in read.data


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "WEBP", "GIF", "BMP"])
def test_every_sort_of_picture_is_taken(kind: str) -> None:
    cleaned = print_pictures(pictures.saved(pictures.drawing(size=(1200, 600)), kind))
    assert cleaned[1] == [(A4[1], A4[0], False, 0)]
    sheet = reading.shown(cleaned[0])
    left, right = sheet.getpixel((200, 300)), sheet.getpixel((640, 300))
    assert isinstance(left, tuple)
    assert isinstance(right, tuple)
    assert all(abs(one - other) < 12 for one, other in zip(left, DARK, strict=True))
    assert min(right) > 190
    assert sheet.getpixel((10, 10)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("size", "room"),
    [
        ((6000, 3000), (A4[1] - 2 * MARGIN, 3225 / 2)),
        ((300, 150), (300 * 72 / 150, 150)),
        ((1, 1), (72 / 150, 1)),
        ((1500, 3000), (386.9, 3225)),
    ],
)
def test_a_picture_is_as_large_as_it_is_sharp(size: tuple[int, int], room: tuple[float, float]) -> None:
    data, pages, *_ = print_pictures(pictures.saved(Image.new("RGB", size, "red"), "PNG"))
    left, bottom, wide, high = drawn(data)
    assert wide == pytest.approx(room[0], abs=0.2)
    assert wide / high == pytest.approx(size[0] / size[1], rel=0.01)
    assert (left, bottom) >= (MARGIN - 0.1, MARGIN - 0.1)
    assert left * 2 + wide == pytest.approx(pages[0][0], abs=0.1)
    dots = kept(data)[0] / (wide / 72)
    assert 149 < dots < 301


def test_a_scan_of_many_pages_gives_many_pages() -> None:
    first, *others = [Image.new("1", (1654, 2339), number % 2) for number in range(5)]
    data, pages, *_ = print_pictures(
        pictures.saved(first, "TIFF", save_all=True, append_images=others, compression="group4")
    )
    assert len(pages) == 5
    assert [reading.shown(data, number).getpixel((300, 400)) for number in (0, 1)] == [(0, 0, 0), (255, 255, 255)]
    assert kept(data)[2] == "/FlateDecode"
    assert len(data) < 20_000


def test_a_thumbnail_in_a_scan_is_no_page() -> None:
    small = Image.new("L", (10, 10), 90)
    small.encoderinfo = {"tiffinfo": {254: 1}}
    data = pictures.saved(Image.new("L", (100, 100), 90), "TIFF", save_all=True, append_images=[small])
    with Image.open(io.BytesIO(data)) as scan:
        assert getattr(scan, "n_frames", 1) == 2
    assert len(print_pictures(data)[1]) == 1


def test_a_photograph_stays_a_photograph_and_a_drawing_keeps_its_pixels() -> None:
    noise = Image.merge("RGB", [Image.effect_noise((600, 300), spread) for spread in (20, 40, 60)])
    assert kept(print_pictures(pictures.saved(noise, "TIFF"))[0])[2] == "/DCTDecode"
    assert kept(print_pictures(pictures.saved(pictures.drawing(), "PNG"))[0])[2] == "/FlateDecode"


def test_what_moves_shows_its_first_picture_and_says_so() -> None:
    cleaned = print_pictures(pictures.animation(3))
    assert len(cleaned[1]) == 1
    assert cleaned[4] == ["all but its first picture"]


def test_what_is_clear_becomes_paper() -> None:
    data = print_pictures(pictures.saved(Image.new("RGBA", (600, 600), (255, 0, 0, 0)), "PNG"))[0]
    assert reading.shown(data).getcolors() == [(596 * 842, (255, 255, 255))]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (bytes(MOST_BYTES + 1), "larger than 50 MB"),
        (b"\0\0\0\x18ftypheic" + bytes(50), "photograph in HEIC"),
        (b"<svg xmlns='x'/>", "drawing in SVG"),
        (b"words", "no picture"),
        (b"\x89PNG\r\n\x1a\nrest", "damaged"),
        (pictures.saved(pictures.drawing(), "PNG")[:-200], "damaged"),
    ],
)
def test_what_is_no_picture_is_refused_with_what_to_do(data: bytes, reason: str) -> None:
    with pytest.raises(RefusedFileError) as refused:
        read_picture(data)
    assert reason in refused.value.message
    assert "Nothing was changed. " in refused.value.message


def test_a_picture_of_too_many_pixels_is_refused() -> None:
    with pytest.raises(RefusedFileError, match="more than 60 million pixels"):
        print_pictures(pictures.saved(Image.new("1", (20_000, 3_001)), "PNG"))


def test_the_same_picture_gives_the_same_bytes() -> None:
    data = pictures.photograph()
    assert print_pictures(data)[0] == print_pictures(data)[0]
