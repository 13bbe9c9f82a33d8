# SPDX-License-Identifier: MPL-2.0
"""The square and the strip, beside what others make of the same text and what a reader of codes reads from them."""

from __future__ import annotations

import hashlib

import pytest
import zxingcpp
from PIL import Image
from reportlab.graphics.barcode import code128, qrencoder

from evidencepack.domain.page_mark import HIGHEST, PageMark, stub_of
from evidencepack.domain.short_code import short_code
from evidencepack.signoff import symbols
from evidencepack.signoff.symbols import MOST, SIDE, SQUARE_QUIET, STRIP_QUIET


def _mark(number: int) -> PageMark:
    digest = hashlib.sha256(str(number).encode()).digest()
    of = 1 + digest[0]
    return PageMark(short_code(digest), 1 + digest[1] % HIGHEST, 1 + digest[2] % of, of, stub_of(str(number)))


MARKS = tuple(map(_mark, range(12)))


def _read(image: Image.Image) -> list[tuple[str, str]]:
    return [(one.format.name, one.text) for one in zxingcpp.read_barcodes(image)]


@pytest.mark.parametrize("text", [*(one.square for one in MARKS), "A", "AB", " $%*+-./:", "Z" * MOST])
def test_a_square_is_module_by_module_what_reportlab_makes_with_one_of_the_masks(text: str) -> None:
    # Which of the eight it takes is weighed a little differently there.
    theirs = qrencoder.QRCode(2, qrencoder.QRErrorCorrectLevel.M)
    theirs.addData(qrencoder.QRAlphaNum(text))
    masked = []
    for mask in range(8):
        theirs.makeImpl(False, mask)
        masked.append([list(map(bool, row)) for row in theirs.modules])
    assert [list(row) for row in symbols.square(text)] in masked


@pytest.mark.parametrize("mark", MARKS, ids=lambda one: one.code)
def test_a_reader_reads_square_and_strip_as_they_were_meant(mark: PageMark) -> None:
    size = SIDE + 2 * SQUARE_QUIET
    square = Image.new("L", (size, size), 255)
    for row, modules in enumerate(symbols.square(mark.square)):
        for column, dark in enumerate(modules):
            square.putpixel((column + SQUARE_QUIET, row + SQUARE_QUIET), 0 if dark else 255)
    bars = [0 if dark else 255 for dark in symbols.strip(mark.strip)]
    white = [255] * STRIP_QUIET
    strip = Image.new("L", (len(bars) + 2 * STRIP_QUIET, 1))
    strip.putdata([*white, *bars, *white])
    assert _read(square.resize((size * 4, size * 4), Image.Resampling.NEAREST)) == [("QRCode", mark.square)]
    assert _read(strip.resize((strip.width * 3, 60), Image.Resampling.NEAREST)) == [("Code128", mark.strip)]


@pytest.mark.parametrize("mark", MARKS, ids=lambda one: one.code)
def test_a_strip_is_module_by_module_what_reportlab_makes(mark: PageMark) -> None:
    theirs = code128.Code128(mark.strip, quiet=0)
    theirs.validate()
    theirs.encode()
    theirs.decompose()
    drawn = [sign.isupper() for sign in theirs.decomposed for _ in range("ABCD".index(sign.upper()) + 1)]
    assert [*symbols.strip(mark.strip)] in (drawn, [not dark for dark in drawn])


@pytest.mark.parametrize("text", ["", "a", "É", "Z" * (MOST + 1), "A\n", "<B>&{{"])
def test_what_no_square_holds_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="a square holds"):
        symbols.square(text)


@pytest.mark.parametrize("digits", ["", "123", "12", "1" * 26, "12a4" * 6, "१२" * 12, "1 " * 12])
def test_what_no_strip_holds_is_refused(digits: str) -> None:
    with pytest.raises(ValueError, match="a strip holds"):
        symbols.strip(digits)
