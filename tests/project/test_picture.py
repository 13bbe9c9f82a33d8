# SPDX-License-Identifier: MPL-2.0
"""The picture of the README."""

from __future__ import annotations

from picture import side_by_side
from PIL import Image


def test_pages_stand_side_by_side_with_a_gap() -> None:
    portrait, landscape = Image.new("RGB", (450, 640), "white"), Image.new("RGB", (640, 450), "white")

    picture = side_by_side([portrait, landscape])

    assert picture.size == (450 + 640 + 3 * 24, 640 + 2 * 24)
    assert picture.getpixel((24, 24)) == (255, 255, 255)
    assert picture.getpixel((24 + 450 + 24, 24 + 95)) == (255, 255, 255)
