# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import hashlib
import struct
import zlib

import pytest
from tests.render.logos import picture

from evidencepack.render.logo import UnreadableLogoError, read_logo


def _empty_png(across: int, down: int) -> bytes:
    """Return the head of a PNG of so many pixels, and none of them."""
    head = b"IHDR" + struct.pack(">IIBBBBB", across, down, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head))


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_a_logo_knows_its_size_and_whose_it_is(form: str) -> None:
    data = picture(800, 300, form)
    logo = read_logo(data, "Ferrybank")
    assert (logo.across, logo.down, logo.name) == (800, 300, "Ferrybank")
    assert logo.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    ("across", "down", "width", "height"),
    [(800, 300, 40, 15), (300, 300, 18, 18), (100, 500, 3.6, 18), (20, 9, 40, 18)],
)
def test_a_logo_is_as_large_as_its_box_allows(across: int, down: int, width: float, height: float) -> None:
    assert read_logo(picture(across, down), "Ferrybank").fitted(40, 18) == pytest.approx((width, height))


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"GIF89a", b"\x89PNG\r\n\x1a\n", b"<svg/>"])
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableLogoError, match="Ferrybank is not a PNG or JPEG"):
        read_logo(data, "Ferrybank")


@pytest.mark.parametrize(("across", "down"), [(6000, 6000), (20_000, 20_000), (2_000_000_000, 2)])
def test_a_picture_of_too_many_pixels_is_refused_unopened(across: int, down: int) -> None:
    with pytest.raises(UnreadableLogoError, match="Choose another picture"):
        read_logo(_empty_png(across, down), "Ferrybank")
