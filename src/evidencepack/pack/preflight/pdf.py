# SPDX-License-Identifier: MPL-2.0
"""Looks into a PDF as a stranger would: two libraries open it, one for its pages, one for its objects.

Works in a child only; see ``looked``. Chapters and keys are those of ISO 32000-1.
"""

from __future__ import annotations

import ctypes
import io
import math
from collections.abc import Container, Iterator, Sequence
from typing import Any

import pikepdf
import pypdfium2
from pypdfium2 import raw

from evidencepack.pack.preflight.pdf_links import lost_links

NOT_OPENED = "it could not be opened again"

_GUEST = "/Guest"  # what our sheets call it (render/pdf/content.py), which would load all that paints
_MOST_STRINGS = 4_000_000
_MOST_LETTERS = 400
_A_FEW = 6
_ACTIONS = {
    "/JavaScript": "a script",
    "/Launch": "a program to start",
    "/SubmitForm": "a form that sends itself",
    "/ImportData": "data to fetch",
    "/Rendition": "sound or film",
    "/Movie": "sound or film",
    "/Sound": "sound or film",
    "/RichMediaExecute": "sound or film",
    "/GoToR": "a link into another file",
    "/GoToE": "a link into an attachment",
}
_REMARKS = frozenset(
    {"/Text", "/FreeText", "/Highlight", "/Underline", "/Squiggly", "/StrikeOut", "/Caret", "/Ink", "/Stamp", "/Popup"}
)


def look_into_pdf(data: bytes) -> dict[str, Any]:
    """Return what ``Looked`` has, as plain values; ``trouble`` alone where it cannot be read."""
    try:
        with pikepdf.open(io.BytesIO(data)) as file:
            pages = list(_pages(data, [_hosts(page.obj) for page in file.pages]))
            if len(file.pages) != len(pages):
                return {"trouble": NOT_OPENED}
            return {"pages": pages, **_objects(file)}
    except (pikepdf.PdfError, pypdfium2.PdfiumError, ValueError, TypeError, KeyError, RuntimeError, RecursionError):
        # All that the readers make of a file that is not what its ending says.
        return {"trouble": NOT_OPENED}


def _hosts(page: Any) -> bool:
    """Whether a page is a sheet of ours on which one from outside stands."""
    resources = page.get("/Resources")
    shown = resources.get("/XObject") if isinstance(resources, pikepdf.Dictionary) else None
    return isinstance(shown, pikepdf.Dictionary) and _GUEST in shown


def _pages(data: bytes, hosts: Sequence[bool]) -> Iterator[tuple[str, bool, bool, bool]]:
    """Yield of each page its text, whether it is blank or upside down, and whether it came from outside.

    Of a sheet on which a page from outside stands, only that page is looked at for the middle two: not our foot.
    """
    file = pypdfium2.PdfDocument(data)
    try:
        for page, is_host in zip(file, hosts, strict=True):
            text = page.get_textpage()
            # Pages of a scan have no letters, and something that is drawn.
            many = int(raw.FPDFPage_CountObjects(page))
            parts = [raw.FPDFPage_GetObject(page, at) for at in range(many)] if is_host else []
            blank = not any(map(_is_drawn, parts)) if is_host else not many
            own = {_address(one) for one in parts}
            yield text.get_text_bounded(), blank, _is_upside_down(page, text, own), is_host
            text.close()
            page.close()
    finally:
        file.close()


def _is_drawn(part: Any) -> bool:
    """Whether a part of a sheet is a page from outside with something on it, however deep."""
    if raw.FPDFPageObj_GetType(part) != raw.FPDF_PAGEOBJ_FORM:
        return False
    inside = [raw.FPDFFormObj_GetObject(part, at) for at in range(raw.FPDFFormObj_CountObjects(part))]
    return any(raw.FPDFPageObj_GetType(one) != raw.FPDF_PAGEOBJ_FORM or _is_drawn(one) for one in inside)


def _is_upside_down(page: Any, text: Any, own: Container[int]) -> bool:
    """Whether most letters of a page stand on their heads; those of the parts ``own`` are not asked."""
    many = int(text.count_chars())
    some = range(0, many, max(1, many // _MOST_LETTERS))
    shown = ((one, raw.FPDFText_GetTextObject(text, one)) for one in some)
    letters = [one for one, part in shown if part and _address(part) not in own]
    # Both count clockwise.
    turned = [math.degrees(float(raw.FPDFText_GetCharAngle(text, one))) + int(page.get_rotation()) for one in letters]
    return len(turned) >= _A_FEW and 2 * sum(abs(angle % 360 - 180) < 45 for angle in turned) > len(turned)


def _address(part: Any) -> int:
    """Return where PDFium keeps a part, which tells it from others."""
    return ctypes.addressof(part.contents)


def _objects(file: pikepdf.Pdf) -> dict[str, Any]:
    found = [one for one in file.objects if isinstance(one, pikepdf.Dictionary | pikepdf.Stream)]
    fonts = {name for one in found if one.get("/Type") == "/Font" for name in _loose(one)}
    return {
        "lost_links": list(lost_links(file)),
        "acts": sorted({words for one in found for words in _acts(one)} | set(_named(file))),
        "loose_fonts": sorted(fonts),
        "comments": sum(_is_remark(one) for one in found),
        "strings": "\n".join(_strings(file))[:_MOST_STRINGS],
    }


def _acts(found: Any) -> Iterator[str]:
    """Yield what an object could do, in words (12.6.4)."""
    kind = found.get("/S")
    if isinstance(kind, pikepdf.Name) and str(kind) in _ACTIONS:
        yield _ACTIONS[str(kind)]
    if "/XFA" in found:
        yield "a form that only one program shows"


def _named(file: pikepdf.Pdf) -> Iterator[str]:
    """Yield what the file as a whole brings along (7.7.4)."""
    names = file.Root.get("/Names")
    if isinstance(names, pikepdf.Dictionary):
        if "/EmbeddedFiles" in names:
            yield "a file inside it"
        if "/JavaScript" in names:
            yield "a script"


def _is_remark(found: Any) -> bool:
    """Whether an object is a remark that a reader shows beside the page: an annotation of such a kind (12.5.6)."""
    kind = found.get("/Subtype")
    return isinstance(kind, pikepdf.Name) and str(kind) in _REMARKS and "/Rect" in found


def _loose(font: Any) -> Iterator[str]:
    """Yield the name of a font that is not in the file (9.9): another computer puts another one in its place."""
    if font.get("/Subtype") in {"/Type3", "/Type0"}:
        return  # drawn by the file itself; or its descendant has the letters, and is an object of its own
    described = font.get("/FontDescriptor")
    inside = isinstance(described, pikepdf.Dictionary) and {"/FontFile", "/FontFile2", "/FontFile3"} & set(described)
    if not inside:
        yield str(font.get("/BaseFont", "/unnamed")).removeprefix("/")


def _strings(file: pikepdf.Pdf) -> Iterator[str]:
    """Yield all text that no page draws: strings of objects, and metadata (14.3)."""
    for found in (*file.objects, file.trailer.get("/Info")):
        if isinstance(found, pikepdf.Stream) and found.get("/Type") == "/Metadata":
            yield found.read_bytes().decode("utf-8", errors="replace")
        if isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
            yield from (str(value) for value in dict(found.items()).values() if isinstance(value, pikepdf.String))
