# SPDX-License-Identifier: MPL-2.0
"""Small real files for pre-flight: PDFs drawn by ReportLab and spoilt by pikepdf, Word files zipped by hand."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from zipfile import ZipFile

import pikepdf
from reportlab.pdfgen.canvas import Canvas

from evidencepack.render.pdf.content import GUEST

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def pdf(*pages: Callable[[Canvas], None], spoil: Callable[[pikepdf.Pdf], None] | None = None) -> bytes:
    """Return a PDF whose pages are drawn by functions; ``spoil`` changes it before it is saved."""
    drawn = io.BytesIO()
    canvas = Canvas(drawn, pagesize=(595, 842))
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    if spoil is None:
        return drawn.getvalue()
    saved = io.BytesIO()
    with pikepdf.open(drawn) as file:
        spoil(file)
        file.save(saved)
    return saved.getvalue()


def saying(words: str, *, degrees: float = 0) -> Callable[[Canvas], None]:
    """Return what draws a page that says something, turned by some degrees."""

    def draw(canvas: Canvas) -> None:
        canvas.translate(300, 420)
        canvas.rotate(degrees)
        canvas.drawString(0, 0, words)

    return draw


def blank(canvas: Canvas) -> None:
    """Draw nothing."""
    del canvas


def scan(canvas: Canvas) -> None:
    """Draw what a scan is to a machine: something without letters."""
    canvas.rect(50, 50, 400, 600, fill=1)


def hosting(draw: Callable[[Canvas], None]) -> bytes:
    """Return a PDF of one sheet as a bundle has it: a page from outside as a form, and our foot below it."""

    def sheet(canvas: Canvas) -> None:
        canvas.beginForm("outside")
        draw(canvas)
        canvas.endForm()
        canvas.doForm("outside")
        canvas.drawString(20, 20, "Appendix C · Licence · Ferrybank Home Support Ltd · Page 1 of 3 · 76")

    return pdf(sheet, spoil=_call_form_guest)


def _call_form_guest(file: pikepdf.Pdf) -> None:
    """Name the form on the first page as our sheets do; ReportLab names it itself."""
    page = file.pages[0]
    ((name, form),) = page.Resources.XObject.items()
    page.Resources.XObject = pikepdf.Dictionary({f"/{GUEST}": form})
    page.Contents = file.make_stream(page.Contents.read_bytes().replace(name.encode(), f"/{GUEST}".encode()))


def word(body: str, parts: Mapping[str, str] | None = None) -> bytes:
    """Return a Word file with this inside its body, and with further parts by name."""
    saved = io.BytesIO()
    with ZipFile(saved, "w") as file:
        file.writestr("word/document.xml", f"<w:document {_W}><w:body>{body}</w:body></w:document>")
        for name, text in (parts or {}).items():
            file.writestr(name, text.replace(">", f" {_W}>", 1))
    return saved.getvalue()


def paragraph(words: str, properties: str = "") -> str:
    """Return a paragraph of one run."""
    return f"<w:p><w:r><w:rPr>{properties}</w:rPr><w:t>{words}</w:t></w:r></w:p>"
