# SPDX-License-Identifier: MPL-2.0
"""What is laid on a page (annotations, ISO 32000-2, 12.5) becomes part of it, as far as a reader shows it on the page.

Answers in form fields, stamps and lines drawn by hand stay to be seen. Notes and attached files are for whoever opens
the file, not for whoever reads the page. Works in a child only.
"""

from __future__ import annotations

import pikepdf

from evidencepack.guard.pdf.dropping import Dropped
from evidencepack.guard.pdf.layers import Layers
from evidencepack.guard.pdf.parts import inside, is_table, is_true, listed

_NOT_ON_PAPER = frozenset({"/Text", "/Popup", "/FileAttachment", "/Sound", "/PrinterMark", "/TrapNet", "/Redact"})
_COMBO = 1 << 17
_FIELDS_OF_TEXT = frozenset({"/Tx", "/Ch"})


def flatten(pdf: pikepdf.Pdf, layers: Layers, dropped: Dropped) -> None:
    """Paint what lies on the pages into them, and take it off."""
    pages: list[pikepdf.Object] = [page.obj for page in pdf.pages if "/Annots" in page.obj]
    for page in pages:
        dropped.look_at_page(page)
        _keep_what_is_seen(page, layers)
    pages = [page for page in pages if "/Annots" in page]
    if not pages:
        return
    try:
        _draw_answers(pdf, pages, dropped)
        pdf.flatten_annotations("screen")
    except (pikepdf.PdfError, RuntimeError, ValueError):
        dropped.add("marks", len(pages))


def _keep_what_is_seen(page: pikepdf.Object, layers: Layers) -> None:
    marks = [mark for mark in listed(page.get("/Annots")) if is_table(mark)]
    seen = [one for one in marks if str(one.get("/Subtype")) not in _NOT_ON_PAPER and not layers.hides(one)]
    if seen:
        page["/Annots"] = pikepdf.Array(seen)
    else:
        del page["/Annots"]


def _draw_answers(pdf: pikepdf.Pdf, pages: list[pikepdf.Object], dropped: Dropped) -> None:
    """Draw the answers in a form that says they are not drawn yet, or has none drawn.

    What qpdf cannot draw stays as whoever filled the form in drew it.
    """
    form = inside(pdf.Root, "/AcroForm")
    if form is None:
        return
    fields = [field for page in pages for field in listed(page.get("/Annots"))]
    bare = [field for field in fields if _answer(field) and not _is_drawn(field)]
    if not bare and not is_true(form.get("/NeedAppearances")):
        return
    form["/NeedAppearances"] = True
    _let_fonts_draw(inside(form, "/DR", "/Font"))
    everything = [(page, listed(page.get("/Annots"))) for page in pages]
    for page, marks in everything:
        page["/Annots"] = pikepdf.Array([mark for mark in marks if _can_draw(mark) or not _is_drawn(mark)])
    pdf.generate_appearance_streams()
    for page, marks in everything:
        page["/Annots"] = pikepdf.Array(marks)
    dropped.add("letters", sum(not _can_draw(field) for field in bare))


def _let_fonts_draw(fonts: pikepdf.Object | None) -> None:
    """Say of a form's fonts that they have the letters of Western Europe, where any reader's own font has them.

    Of a font without such a word qpdf draws English letters alone.
    """
    for font in fonts.as_dict().values() if fonts is not None else ():
        if is_table(font) and font.get("/FontDescriptor") is None and font.get("/Subtype") == "/Type1":
            font["/Encoding"] = pikepdf.Name.WinAnsiEncoding


def _answer(field: pikepdf.Object) -> str:
    """Return the text that somebody typed into a field; a field may have it from the one above."""
    above = inside(field, "/Parent")
    sort = field.get("/FT") or (above.get("/FT") if above is not None else None)
    value = field.get("/V") or (above.get("/V") if above is not None else None)
    return str(value) if str(sort) in _FIELDS_OF_TEXT and isinstance(value, pikepdf.String) else ""


def _is_drawn(field: pikepdf.Object) -> bool:
    return inside(field, "/AP", "/N") is not None


def _can_draw(field: pikepdf.Object) -> bool:
    """Whether qpdf can draw an answer: it knows the letters of Western Europe, and no lists with many lines."""
    flags = field.get("/Ff", 0)
    if str(field.get("/FT")) == "/Ch" and not (isinstance(flags, int) and flags & _COMBO):
        return False
    try:
        _answer(field).encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True
