# SPDX-License-Identifier: MPL-2.0
"""The interactive form of a file: a widget for each field, with its name, its words for the ear and its empty look.

ISO 32000-1 12.7; ISO 14289-1 7.18.4 (each stands in a Form element and has a description); ISO 19005-2 6.3.3 and 6.4.1
(each has an appearance and no action, and nobody is asked to make appearances anew).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import NamedTuple

from evidencepack.render.fonts.face import Face
from evidencepack.render.pdf.content import PagePainter
from evidencepack.render.pdf.file import PdfFile, stream
from evidencepack.render.pdf.fonts import embed
from evidencepack.render.pdf.structure import Annotation, Tree
from evidencepack.render.pdf.syntax import number, text_string
from evidencepack.render.typeset.page import Element, FieldKind, FormField, Furniture, Kind, Page

FORM, FONT = 13, 112  # objects of the whole file: the form with the field above all others; the first one of its font
_ROOT = 14
# pdfium, which Chrome and Edge show forms with, sets letters beyond its own code page in a field's font only if the
# font's name in the file is that of a font of signs; else it sets them in a font of the system, or leaves them out.
FONT_NAME = "Wingdings"
_MULTILINE = 1 << 12
_SIGNATURES_EXIST = 1
_LONGEST = 60  # characters of a name; parties may have legal names of a whole line
# Latin with its accents and marks, Greek, Cyrillic; punctuation, currency and the number sign.
_LETTERS = "[\u0020-\u007e\u00a1-\u052f\u1e00-\u1eff\u2010-\u205e\u20a0-\u20cf\u2116]"


class PageAnnotation(NamedTuple):
    """An annotation: its object number (also its key in the parent tree), page in the document, element, body."""

    number: int
    page: int
    element: Element
    body: str


@dataclass(slots=True, eq=False, repr=False)
class Form:
    """Collects the fields of one file. ``reference`` is what people call the file; every name begins with it."""

    file: PdfFile
    painter: PagePainter
    fonts: int
    reference: str
    _names: set[str] = field(default_factory=set)
    _signers: list[tuple[int, str, list[int]]] = field(default_factory=list)

    def place(self, sheets: Sequence[Page], pages: Sequence[int], first: int, tree: Tree) -> list[PageAnnotation]:
        """Write the appearances of a document's fields and return their widgets, in reading order.

        Args:
            sheets: the pages as typeset.
            pages: their object numbers.
            first: the first free object number; the fields take ``numbers_taken(sheets)``.
            tree: where the widgets join their elements.
        """
        widgets: list[PageAnnotation] = []
        for index, sheet in enumerate(sheets):
            for form in sheet.forms:
                signer, count = first, len(form.fields)
                name, which = self._name(form.party)
                kids = [signer + 1 + 2 * place for place in range(count)]
                self._signers.append((signer, name, kids))
                for at, one in zip(kids, form.fields, strict=True):
                    self.file.put(at + 1, self._appearance(sheet, one))
                    tree.add(one.element, Annotation(index, at))
                    body = _widget(one, at, signer, _box(sheet, one), f"/P {pages[index]} 0 R", which)
                    widgets.append(PageAnnotation(at, index, one.element, body))
                first += 1 + 2 * count
        return widgets

    def objects(self, face: Face) -> list[tuple[int, str]]:
        """Return the form, the names above the fields and the font that is typed in; nothing without fields."""
        if not self._signers:
            return []
        kids = " ".join(f"{at} 0 R" for at, _, _ in self._signers)
        return [
            (
                FORM,
                f"<</Fields[{_ROOT} 0 R]/SigFlags {_SIGNATURES_EXIST}/DR<</Font {self.fonts} 0 R>>"
                f"/DA(/{FONT_NAME} 0 Tf 0 g)>>",
            ),
            (_ROOT, f"<</T{text_string(_plain(self.reference) or 'document')}/Kids[{kids}]>>"),
            *(
                (at, f"<</T{text_string(name)}/Parent {_ROOT} 0 R/Kids[{' '.join(f'{kid} 0 R' for kid in kids)}]>>")
                for at, name, kids in self._signers
            ),
            *embed(self.file, face, typed_letters(face), FONT, name=f"{face.name}-Forms"),
        ]

    def _name(self, party: str) -> tuple[str, int]:
        """Return a name that no other signatory of the file has, and how many have had the same party before it."""
        plain = _plain(party).lower() or "party"
        name, which = plain, 1
        while name in self._names:
            which += 1
            name = f"{plain}-{which}"
        self._names.add(name)
        return name, which

    def _appearance(self, sheet: Page, one: FormField) -> bytes:
        """Return what shows while nothing is typed: nothing, or the signs for the hand. Typing takes their place."""
        left, floor, right, top = _box(sheet, one)
        signs = [sign for sign in sheet.artifacts if _covers(one, sign)]
        words = f"q {self.painter.signs(signs, left, sheet.height - floor)} Q " if signs else ""
        content = "" if one.kind is FieldKind.SIGNATURE else f"/Tx BMC {words}EMC"
        return stream(
            content.encode("latin-1"),
            f"/Type/XObject/Subtype/Form/BBox[0 0 {number(right - left)} {number(top - floor)}]"
            f"/Resources<</Font {self.fonts} 0 R>>",
        )


def numbers_taken(sheets: Sequence[Page]) -> int:
    """Return how many object numbers the fields of a document take: one for each signatory, two for each field."""
    return sum(1 + 2 * len(form.fields) for sheet in sheets for form in sheet.forms)


def without_signs(sheet: Page) -> Page:
    """Return a page without the signs that the appearances of its fields show."""
    fields = [one for form in sheet.forms for one in form.fields]
    kept = [sign for sign in sheet.artifacts if not any(_covers(one, sign) for one in fields)]
    return replace(sheet, artifacts=kept) if fields else sheet


@cache
def typed_letters(face: Face) -> Mapping[int, str]:
    """Return the glyphs of the letters that people may type, each with its letter."""
    letters = (letter for letter in sorted(face.cmap, reverse=True) if re.match(_LETTERS, letter))
    return {face.cmap[letter]: letter for letter in letters}


def _covers(one: FormField, sign: Furniture) -> bool:
    across, down = sign.x - one.x, sign.y - one.y
    return sign.kind is Kind.SIGN and 0 <= across <= one.width and 0 <= down <= one.height


def _box(sheet: Page, one: FormField) -> tuple[float, float, float, float]:
    """Return left, bottom, right and top of a field in PDF coordinates, as they are written."""
    low = sheet.height - one.y - one.height
    return round(one.x, 2), round(low, 2), round(one.x + one.width, 2), round(low + one.height, 2)


def _widget(
    one: FormField, at: int, signer: int, box: tuple[float, float, float, float], where: str, which: int
) -> str:
    kind = f"/FT/Tx/DA(/{FONT_NAME} {one.size:g} Tf 0 g)"
    if one.kind is FieldKind.WORDS:
        kind += f"/Ff {_MULTILINE}"
    if one.kind is FieldKind.SIGNATURE:
        kind = "/FT/Sig"
    label = one.label if which == 1 else f"{one.label}, box {which}"
    return (
        f"<</Type/Annot/Subtype/Widget{kind}/Parent {signer} 0 R/T{text_string(one.name)}/TU{text_string(label)}"
        f"/F 4/BS<</W 0>>/Rect[{' '.join(map(number, box))}]{where}/StructParent {at}/AP<</N {at + 1} 0 R>>>>"
    )


def _plain(words: str) -> str:
    """Return words as a part of a field's name: Latin letters, digits and hyphens (ISO 32000-1 12.7.3.2)."""
    letters = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode("ascii")
    return re.sub("[^A-Za-z0-9]+", "-", letters)[:_LONGEST].strip("-")
