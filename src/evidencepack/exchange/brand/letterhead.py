# SPDX-License-Identifier: MPL-2.0
"""A template's header or footer: words, tables and pictures of pixels in their places; nothing that acts or points."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from lxml import etree

from evidencepack.exchange.brand.drawn import drawing_of, old_picture, picture_in, settled
from evidencepack.exchange.brand.ids import repoint
from evidencepack.exchange.brand.schema import in_order
from evidencepack.render.word.brand.markup import VAL, W, drop, remove, word_only
from evidencepack.render.word.cells import SIDE_BY_SIDE
from evidencepack.render.word.markup import DRAWING, OFFICE, PICTURE, PLACING, WORD

_NAMESPACES = {"w": WORD, "r": OFFICE, "a": DRAWING, "pic": PICTURE, "wp": PLACING}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# What is kept with its attributes, kept whole, or left out so that what it holds stays.
_KEPT = ("p", "r", "tab", "br", "cr", "noBreakHyphen", "softHyphen", "tbl", "tr", "tc")
_LETTERHEAD = "Letterhead"
_WHOLE = ("pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr")
_UNWRAPPED = ("ins", "moveTo", "hyperlink", "smartTag", "sdt", "sdtContent", "customXml")
_NOT_IN_PROPERTIES = ("framePr", "sectPr", "ins", "del", "lang", "numPr", "cnfStyle", "vanish", "pageBreakBefore")
DRAWINGS, PICTURES, FIELDS = "drawings", "pictures", "fields"
_PAGES = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION"})
# What stands round a page number: in English and the languages of our neighbours.
_ROUND_PAGES = re.compile(
    r"(?i)^[\s|/·•–—\-:,.()\[\]]*(?:(?:page|p|of|seite|s|von|strona|str|z|ze|página|de|pagina|di|van|tudalen|o|sur)(?:\s*\d{1,3})?"
    r"[\s|/·•–—\-:,.()\[\]]*)*$"
)


@dataclass(slots=True)
class Pictures:
    """The pictures of headers and footers, each kept once, and what of them was left out."""

    kept: list[bytes] = field(default_factory=list)
    lost: set[str] = field(default_factory=set)

    def number(self, data: bytes) -> int:
        """Return the number of a picture, from 1."""
        if data not in self.kept:
            self.kept.append(data)
        return self.kept.index(data) + 1


@dataclass(slots=True)
class Reader:
    """Reads one header or footer. ``find`` returns a picture drawn anew by its relation there, or nothing."""

    renamed: Mapping[str, str]
    find: Callable[[str], bytes]
    pictures: Pictures
    _paged: list[etree._Element] = field(default_factory=list)

    def read(self, part: etree._Element) -> etree._Element:
        """Return what is kept; its pictures have the relations rId1, rId2 ... by their numbers."""
        clean = etree.Element(f"{W}{'ftr' if part.tag == f'{W}ftr' else 'hdr'}", nsmap=_NAMESPACES)
        self._take(part, clean)
        for paragraph in self._paged:
            _without_page_words(paragraph)
        _end_in_paragraphs(clean)
        repoint(clean, self.renamed)
        for table in clean.iter(f"{W}tbl"):
            _describe(table)
        return in_order(clean)

    def _take(self, source: etree._Element, into: etree._Element) -> None:
        """Put what is kept of an element's children into another.

        Of fields only the results of links are kept, which are words; what others say, such as the page or the name of
        the file, our pages say for themselves.
        """
        fields: list[str] = []
        for child in list(source):
            marks = [one.get(f"{W}fldCharType") for one in child.iter(f"{W}fldChar")] if child.tag == f"{W}r" else []
            if "begin" in marks:
                fields.append("")
            elif fields and any(True for _ in child.iter(f"{W}instrText")):
                fields[-1] += "".join(one.text or "" for one in child.iter(f"{W}instrText"))
            elif "end" in marks and fields:
                self._note(fields.pop(), into)
            elif not marks and all(one.split()[:1] == ["HYPERLINK"] for one in fields):
                self._take_one(child, into)

    def _note(self, instruction: str, into: etree._Element) -> None:
        """Remember that a field is gone, and where page numbers were."""
        kind = next(iter(instruction.split()), "").upper()
        if kind in _PAGES:
            self._paged += [into] if into.tag == f"{W}p" and into not in self._paged else []
        elif kind != "HYPERLINK":
            self.pictures.lost.add(FIELDS)

    def _take_one(self, child: etree._Element, into: etree._Element) -> None:
        name = child.tag.rpartition("}")[2] if isinstance(child.tag, str) else ""
        own = child.tag == f"{W}{name}"
        if own and name in _WHOLE:
            drop(word_only(child), *_NOT_IN_PROPERTIES)
            into.append(child)
        elif own and name == "drawing":
            self._draw(child, into)
        elif own and name == "t":
            etree.SubElement(into, child.tag, {_SPACE: "preserve"}).text = child.text
        elif own and name == "fldSimple":
            self._note(child.get(f"{W}instr", ""), into)
        elif own and name in _KEPT:
            self._take(child, _begun(child, into))
        elif own and name in _UNWRAPPED:
            self._take(child, into)
        elif name in {"AlternateContent", "pict", "object"}:
            self._draw_other(child, into)

    def _draw_other(self, element: etree._Element, into: etree._Element) -> None:
        """Put in the picture that newer and older ways of Word show; of anything else say that it is lost."""
        drawing = drawing_of(element)
        old = None if drawing is not None else old_picture(element)
        data = self.find(old.relation) if old else b""
        if drawing is not None:
            self._draw(drawing, into)
        elif old and data:
            into.append(old.drawing(self.pictures.number(data)))
        else:
            self.pictures.lost.add(DRAWINGS)

    def _draw(self, drawing: etree._Element, into: etree._Element) -> None:
        relation = picture_in(drawing)
        data = self.find(relation) if relation else b""
        if data:
            into.append(settled(drawing, self.pictures.number(data)))
        else:
            self.pictures.lost.add(PICTURES if relation else DRAWINGS)


def _begun(element: etree._Element, into: etree._Element) -> etree._Element:
    """Return an element like another, with nothing in it yet and nothing about who edited it."""
    begun = etree.SubElement(into, element.tag)
    for name, text in element.attrib.items():
        if element.tag == f"{W}br" and str(name).startswith(W) and text == "textWrapping":
            begun.set(name, text)
    return begun


def _without_page_words(paragraph: etree._Element) -> None:
    """Take "Page" and "of" away where the numbers that stood beside them are gone; our footer has its own."""
    for text in list(paragraph.iter(f"{W}t")):
        if _ROUND_PAGES.match(text.text or ""):
            remove(text)
        else:
            text.text = re.sub(
                r"(?i)[\s|·•–—,\-]*\b(?:page|seite|strona|página|pagina|tudalen)\s*$", "", text.text or ""
            )


def _end_in_paragraphs(part: etree._Element) -> None:
    """See to it that cells and the part itself end in a paragraph, as Word asks for, and tables have rows and cells."""
    for name, within in (("tr", "tc"), ("tbl", "tr")):
        for holder in [one for one in part.iter(f"{W}{name}") if one.find(f"{W}{within}") is None]:
            remove(holder)
    for holder in (*part.iter(f"{W}tc"), part):
        if len(holder) == 0 or holder[-1].tag != f"{W}p":
            etree.SubElement(holder, f"{W}p")


def _describe(table: etree._Element) -> None:
    """Have a table say to those who cannot see it that its rows and columns mean nothing."""
    properties = table.find(f"{W}tblPr")
    if properties is None:
        properties = etree.Element(f"{W}tblPr")
        table.insert(0, properties)
    drop(properties, "tblLook", "tblCaption", "tblDescription")
    flags = {"val": "0680", "firstRow": "0", "lastRow": "0", "firstColumn": "1", "lastColumn": "0"}
    flags |= {"noHBand": "1", "noVBand": "1"}
    etree.SubElement(properties, f"{W}tblLook", {f"{W}{name}": flag for name, flag in flags.items()})
    etree.SubElement(properties, f"{W}tblCaption", {VAL: _LETTERHEAD})
    etree.SubElement(properties, f"{W}tblDescription", {VAL: SIDE_BY_SIDE})


def is_empty(part: etree._Element) -> bool:
    """Whether nothing can be seen of a header or footer."""
    words = any((one.text or "").strip() for one in part.iter(f"{W}t"))
    return not words and next(part.iter(f"{W}drawing"), None) is None
