# SPDX-License-Identifier: MPL-2.0
"""Files as one stack of paper: in their order, and each on a right-hand page where both sides are printed."""

from __future__ import annotations

import io

import pikepdf
import pytest

from evidencepack.pack.stack import stacked


def pdf(wide: float, pages: int) -> bytes:
    into = io.BytesIO()
    with pikepdf.new() as made:
        for _ in range(pages):
            made.add_blank_page(page_size=(wide, 800))
        made.save(into)
    return into.getvalue()


def widths(data: bytes) -> list[int]:
    with pikepdf.open(io.BytesIO(data)) as read:
        return [round(float(page.mediabox[2])) for page in read.pages]


@pytest.mark.parametrize(
    ("duplex", "expected"),
    [(False, [501, 501, 501, 502, 503]), (True, [501, 501, 501, 501, 502, 502, 503])],
)
def test_each_file_follows_the_one_before(duplex: bool, expected: list[int]) -> None:  # noqa: FBT001 - a parameter
    data, pages = stacked([pdf(501, 3), pdf(502, 1), pdf(503, 1)], duplex=duplex)
    assert (widths(data), pages) == (expected, len(expected))


def test_one_file_alone_stays_as_it_is_to_the_byte() -> None:
    only = pdf(501, 3)
    assert stacked([only], duplex=True) == (only, 3)
