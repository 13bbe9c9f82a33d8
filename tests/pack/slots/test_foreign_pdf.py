# SPDX-License-Identifier: MPL-2.0
"""What is measured of PDFs from others: words, scans, sizes as they stand on the page, the nearest edge."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from evidencepack.pack.slots.foreign_pdf import read_foreign_pdf

Draw = Callable[[Canvas], None]


def drawn(*pages: Draw) -> bytes:
    """Return a PDF of pages of 200 by 100 points."""
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=(200, 100), invariant=True)
    for draw in pages:
        canvas.setFont("Helvetica", 10)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return written.getvalue()


def saying(*lines: str, size: float = 10, left: float = 30) -> Draw:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", size)
        for number, line in enumerate(lines):
            canvas.drawString(left, 60 - 14 * number, line)

    return draw


def blank(_: Canvas) -> None:
    pass


def scan(canvas: Canvas) -> None:
    canvas.drawImage(ImageReader(Image.new("RGB", (20, 10), "grey")), 0, 0, 200, 100)


def test_words_are_counted_page_by_page_and_a_scan_has_none() -> None:
    found = read_foreign_pdf(drawn(saying("Zoë says so"), scan, blank))
    assert (found["pages"], found["words"]) == (3, [{"body": 3}, {"body": 0}, {"body": 0}])
    assert found["scans"] == 1
    assert found["first"] == "Zoë says so"


def test_a_word_that_is_parted_at_the_end_of_a_line_is_one() -> None:
    found = read_foreign_pdf(drawn(saying("It is regis-", "tered here")))
    assert found["words"] == [{"body": 4}]
    assert found["first"] == "It is registered here"


def test_sizes_are_those_on_the_page_and_what_nobody_can_read_is_not_measured() -> None:
    def scaled(canvas: Canvas) -> None:
        canvas.scale(2, 2)
        canvas.setFont("Helvetica", 6)
        canvas.drawString(20, 20, "Twice!")

    found = read_foreign_pdf(drawn(saying("Ten 10"), scaled, saying("small print", size=3)))
    assert found["sizes"] == {"body": {"10.0": 5, "12.0": 5}}
    assert read_foreign_pdf(drawn(saying("tiny", size=2)))["sizes"] == {}


def test_the_edge_is_that_of_what_is_seen_of_the_page() -> None:
    whole = drawn(saying("Words", left=30))
    with pikepdf.open(io.BytesIO(whole)) as pdf:
        pdf.pages[0].cropbox = pikepdf.Array([20, 0, 200, 100])
        written = io.BytesIO()
        pdf.save(written)
    assert read_foreign_pdf(whole)["edge"] == pytest.approx(30, abs=1.5)
    assert read_foreign_pdf(written.getvalue())["edge"] == pytest.approx(10, abs=1.5)
    assert read_foreign_pdf(drawn(saying("Words that go beyond", left=-5)))["edge"] == 0.0
    assert read_foreign_pdf(drawn(blank))["edge"] == 0.0


def test_the_first_words_are_twelve_over_as_many_pages_as_that_takes() -> None:
    found = read_foreign_pdf(drawn(*[saying("one two three four five")] * 4))
    assert found["first"] == "one two three four five one two three four five one two"


def test_what_is_no_pdf_is_an_error() -> None:
    with pytest.raises(pypdfium2.PdfiumError):
        read_foreign_pdf(b"%PDF-1.7 rubbish")
