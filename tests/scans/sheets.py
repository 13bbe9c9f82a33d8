# SPDX-License-Identifier: MPL-2.0
"""Pages as they go out for signature, drawn plainly: marks in their places, words, and boxes to sign in."""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import cache
from random import Random

import pypdfium2
from PIL import Image
from reportlab.graphics import renderPDF
from reportlab.graphics.barcode.code128 import Code128
from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from evidencepack.domain.page_mark import PageMark

A4 = (210.0, 297.0)
SQUARE = (155.0, 13.0, 185.0, 43.0)
STRIP = (40.0, 271.0, 123.5, 277.0)
SIGNATURE = (25.0, 150.0, 120.0, 174.0)
DATE = (120.0, 150.0, 190.0, 174.0)
NAME = (25.0, 174.0, 120.0, 186.0)
_WORDS = (
    *("partners", "share", "care", "people", "visit", "week", "lead", "risk", "board", "review"),
    *("promise", "measure", "home", "staff", "plan", "council", "answer", "data", "evening", "record"),
    *("trust", "meeting", "support", "record", "contact", "summer", "safely", "answers", "agreed", "monthly"),
    *("report", "figures", "who", "when"),
)


def sheets_pdf(marks: Sequence[PageMark]) -> bytes:
    """Return pages that bear marks, each with words of its own and a box for a signature."""
    into = io.BytesIO()
    canvas = Canvas(into, pagesize=(A4[0] * mm, A4[1] * mm), invariant=1)
    for mark in marks:
        _draw(canvas, mark)
        canvas.showPage()
    canvas.save()
    return into.getvalue()


def _draw(canvas: Canvas, mark: PageMark) -> None:
    rng = Random(mark.square)  # noqa: S311 - the same words each time
    canvas.setFont("Helvetica-Bold", 18)
    canvas.drawString(25 * mm, 245 * mm, f"Sign-off sheet {mark.page}")
    canvas.setFont("Helvetica", 11)
    for y in (*range(235, 152, -6), *range(104, 40, -6)):
        if rng.random() < 0.85:
            line = " ".join(rng.choice(_WORDS) for _ in range(rng.randrange(6, 24)))
            while canvas.stringWidth(line) > 158 * mm:
                line = line.rpartition(" ")[0]
            canvas.drawString(25 * mm, y * mm, line)
    _marks(canvas, mark)
    _boxes(canvas)
    canvas.drawRightString(145 * mm, 270 * mm, f"version {mark.version}.0, page {mark.page} of {mark.of}")


def _marks(canvas: Canvas, mark: PageMark) -> None:
    left, _, right, bottom = SQUARE
    side = (right - left) * mm
    square = QrCodeWidget(mark.square, barLevel="M", barBorder=0, barWidth=side, barHeight=side)
    canvas.setFillColorRGB(1, 1, 1)
    canvas.rect((left - 5) * mm, (A4[1] - bottom - 5) * mm, side + 10 * mm, side + 10 * mm, stroke=0, fill=1)
    drawing = Drawing(side, side)
    drawing.add(square)
    canvas.setFillColorRGB(0, 0, 0)
    renderPDF.draw(drawing, canvas, left * mm, (A4[1] - bottom) * mm)
    strip = Code128(mark.strip, barWidth=0.5 * mm, barHeight=(STRIP[3] - STRIP[1]) * mm, quiet=0)
    strip.drawOn(canvas, STRIP[0] * mm, (A4[1] - STRIP[3]) * mm)


def _boxes(canvas: Canvas) -> None:
    canvas.setFontSize(9)
    for (left, top, right, bottom), label in (
        (SIGNATURE, "Signature"),
        (DATE, "Date"),
        (NAME, "Full name in capitals"),
    ):
        canvas.rect(left * mm, (A4[1] - bottom) * mm, (right - left) * mm, (bottom - top) * mm)
        canvas.drawString((left + 1.5) * mm, (A4[1] - top - 4) * mm, label)


@cache
def sheet(mark: PageMark, dpi: int = 300) -> Image.Image:
    """Return the page as it is printed, in grey."""
    with pypdfium2.PdfDocument(sheets_pdf([mark])) as pdf:
        drawn: Image.Image = pdf[0].render(scale=dpi / 72, grayscale=True).to_pil()
        return drawn.convert("L")


def points(box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    """Return a box in points."""
    left, top, right, bottom = (edge / 25.4 * 72 for edge in box)
    return left, top, right, bottom
