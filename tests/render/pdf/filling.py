# SPDX-License-Identifier: MPL-2.0
"""A document to sign, and two ways in which people's programs fill it in: pdfium's (Chrome, Edge) and poppler's."""

from __future__ import annotations

import ctypes
import io
import subprocess
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image
from tests.conformance.conforming import claimed
from tests.render.everything import properties
from tests.render.typeset.setting import FONTS, set_blocks, words

from evidencepack.blocks.blocks import Heading, Signatory, Signature
from evidencepack.render.theme import STANDARD
from evidencepack.render.typeset.page import Pages

Tool = Callable[[str], Path]
Box = tuple[float, float, float, float]  # left, bottom, right and top in PDF coordinates
DPI = 100


class Found(NamedTuple):
    """A field of a file: its whole name, its rectangle, its page's index, its dictionary."""

    name: str
    box: Box
    page: int
    widget: pikepdf.Object


def signatory(party: str, *, capacity: str = "Signatory") -> Signatory:
    return Signatory(words(party) if party else (), words("Rabeya Sultana"), words("Chair of Trustees"), capacity)


def boxes(*parties: str) -> Pages:
    """Return pages with a box to sign for each party."""
    return set_blocks(Heading(2, words("Signatures")), Signature(tuple(map(signatory, parties))))


def printed(pages: Pages, *, fillable: bool = True, reference: str = "TBN-MOU-01") -> bytes:
    """Return the PDF, with the claim that it conforms."""
    return claimed(pages, STANDARD, FONTS, replace(properties(), reference=reference, fillable=fillable))


def fields(file: pikepdf.Pdf) -> list[Found]:
    """Return the fields in the order of the pages' annotations."""
    return [
        Found(name_of(widget), _corners(widget), index, widget)
        for index, page in enumerate(file.pages)
        for widget in page.get("/Annots", [])
        if widget.Subtype == "/Widget"
    ]


def _corners(widget: pikepdf.Object) -> Box:
    left, bottom, right, top = (float(number) for number in widget.Rect)
    return left, bottom, right, top


def name_of(widget: pikepdf.Object) -> str:
    """Return the fully qualified name of a field (ISO 32000-1 12.7.3.2)."""
    own = str(widget.T)
    return f"{name_of(widget.Parent)}.{own}" if "/Parent" in widget else own


def values(data: bytes) -> dict[str, str]:
    with pikepdf.open(io.BytesIO(data)) as file:
        return {field.name: str(field.widget.get("/V", "")) for field in fields(file)}


def filled_in_pdfium(data: bytes, typed: Mapping[str, str]) -> bytes:
    """Click into each field, type and leave it, and save: as somebody in a browser does."""
    with pikepdf.open(io.BytesIO(data)) as file:
        places = {field.name: (field.page, field.box) for field in fields(file)}
    with pypdfium2.PdfDocument(data) as document:
        document.init_forms()
        for name, text in typed.items():
            index, (left, bottom, right, top) = places[name]
            page = document[index]
            _type(document, page, ((left + right) / 2, (bottom + top) / 2), text)
            page.close()
        saved = io.BytesIO()
        document.save(saved)
    return saved.getvalue()


def _type(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, place: tuple[float, float], text: str) -> None:
    environment = document.formenv.raw
    for act in (pdfium.FORM_OnMouseMove, pdfium.FORM_OnLButtonDown, pdfium.FORM_OnLButtonUp):
        act(environment, page.raw, 0, *place)
    pdfium.FORM_SelectAllText(environment, page.raw)
    letters = ctypes.create_string_buffer(f"{text}\0".encode("utf-16-le"))
    pdfium.FORM_ReplaceSelection(environment, page.raw, ctypes.cast(letters, ctypes.POINTER(pdfium.FPDF_WCHAR)))
    pdfium.FORM_ForceToKillFocus(environment)


def filled_for_poppler(data: bytes, typed: Mapping[str, str]) -> bytes:
    """Give fields their values and take their looks away: poppler (Okular, Evince) then makes the looks itself."""
    with pikepdf.open(io.BytesIO(data)) as file:
        for field in fields(file):
            if field.name in typed:
                field.widget.V = pikepdf.String(typed[field.name])
                del field.widget["/AP"]
        saved = io.BytesIO()
        file.save(saved)
    return saved.getvalue()


def seen_in_pdfium(data: bytes) -> Iterator[Image.Image]:
    """Yield the pages as a browser shows them, fields and all."""
    with pypdfium2.PdfDocument(data) as document:
        document.init_forms()
        for page in document:
            yield page.render(scale=DPI / 72, may_draw_forms=True).to_pil().convert("L")
            page.close()


def seen_in_poppler(data: bytes, folder: Path, tool: Tool) -> list[Image.Image]:
    """Return the pages as poppler prints them."""
    (folder / "seen.pdf").write_bytes(data)
    command = [str(tool("pdftoppm")), "-r", str(DPI), "-gray", str(folder / "seen.pdf"), str(folder / "seen")]
    subprocess.run(command, check=True, capture_output=True)
    return [Image.open(file) for file in sorted(folder.glob("seen*.pgm"))]


def read_by_poppler(data: bytes, box: Box, folder: Path, tool: Tool) -> str:
    """Return the words that stand in a rectangle of the first page."""
    (folder / "read.pdf").write_bytes(data)
    left, bottom, right, top = box
    area = {"-x": left, "-y": STANDARD.portrait.height - top, "-W": right - left, "-H": top - bottom}
    arguments = [word for name, value in area.items() for word in (name, str(round(value)))]
    command = [str(tool("pdftotext")), "-layout", "-l", "1", *arguments, str(folder / "read.pdf"), "-"]
    said = subprocess.run(command, check=True, capture_output=True, text=True)
    return " ".join(said.stdout.split())


def ink(image: Image.Image, box: Box) -> int:
    """Return how many dark dots stand in a rectangle of a page, two dots away from what is printed round it."""
    left, bottom, right, top = (number * DPI / 72 for number in box)
    place = (round(left), round(image.height - top) + 2, round(right), round(image.height - bottom) - 2)
    part = image.crop(place)
    return sum(part.histogram()[:128])
