# SPDX-License-Identifier: MPL-2.0
"""One document of a pack as PDF objects, in a range of object numbers of its own.

The range depends only on what stands before it, and page numbers of the pack live in a second content stream: so all
that is made here stays the same, byte for byte, while the document and its place do.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from evidencepack.render.pdf.content import GUEST, LinkArea, PagePainter, PaintedPage
from evidencepack.render.pdf.file import Packed, PdfFile, pack, stream
from evidencepack.render.pdf.forms import Form, PageAnnotation, numbers_taken, without_signs
from evidencepack.render.pdf.structure import Annotation, Tree, write_tree
from evidencepack.render.pdf.syntax import number, text_string
from evidencepack.render.typeset.attributes import Attributes
from evidencepack.render.typeset.guests import Guest
from evidencepack.render.typeset.page import Element, Page, Place, Span

RANGE = 512  # documents own object numbers in multiples of this
_PER_PAGE = 3  # page, its content, its header and footer

PAGES, DOCUMENT, FONTS = 2, 5, 10  # objects of the whole file that a document's objects point at


class PaintedDocument(NamedTuple):
    """What the file needs of one document: page objects, root element, leaf of the parent tree, named elements."""

    pages: tuple[int, ...]
    root: int
    leaf: int
    last_key: int
    top: int
    names: tuple[tuple[str, int], ...]


class Places(NamedTuple):
    """The places that links of a file lead to, and how many pages of other files are counted before its own."""

    anchors: Mapping[str, Place]
    before: int = 0

    def leads(self, link: Attributes) -> bool:
        """Whether a link leads anywhere from here: to the web, or to a place in this file."""
        return not link.href.startswith("#") or link.href[1:] in self.anchors

    def said(self, link: Attributes) -> str:
        """Say where a link leads: "Appendix H, page 28", "Email office@maitree.example" (ISO 14289-1 7.18.5)."""
        href = link.href
        if href.startswith("#"):
            return f"{link.target}, page {self.before + self.anchors[href[1:]].page + 1}".removeprefix(", ")
        return f"Email {href.removeprefix('mailto:')}" if href.startswith("mailto:") else f"Web page {href}"


class DocumentPainter:
    """Paints the documents of one file, one after another.

    ``places`` are those its links lead to, ``guests`` the numbers of the pages from outside.
    """

    def __init__(
        self,
        file: PdfFile,
        painter: PagePainter,
        images: Mapping[str, int],
        places: Places,
        form: Form | None,
        guests: Mapping[Guest, int] = MappingProxyType({}),
    ) -> None:
        self._file, self._painter, self._images, self._places, self._form = file, painter, images, places, form
        self._guests = guests

    def paint(self, span: Span, sheets: Sequence[Page], base: int) -> PaintedDocument:
        """Write the document's objects from number ``base``; ``sheets`` are its pages."""
        tree = Tree(span.root)
        bare = map(without_signs, sheets) if self._form else sheets
        painted = [self._painter.paint(sheet, index, tree) for index, sheet in enumerate(bare)]
        numbers = [base + 2 + _PER_PAGE * index for index in range(len(sheets))]
        for page, at in zip(painted, numbers, strict=True):
            self._file.put(at + 1, stream(page.content))
            self._file.put(at + 2, stream(page.running))
        first = base + 2 + _PER_PAGE * len(sheets)
        annotations = _links(painted, first, tree, self._places)
        first += len(annotations)
        if self._form:
            annotations += self._form.place(sheets, numbers, first, tree)
            first += numbers_taken(sheets)
        elements, bodies = write_tree(tree, first=first, parent=DOCUMENT, pages=numbers)
        leaf, last_key = _leaf(painted, numbers, annotations, elements)
        objects = [(base, leaf), *((one.number, one.body) for one in annotations), *enumerate(bodies, first)]
        annotations.sort(key=lambda one: elements[one.element])
        objects += [
            (at, self._page(sheet, page, at, [one.number for one in annotations if one.page == index]))
            for index, (sheet, page, at) in enumerate(zip(sheets, painted, numbers, strict=True))
        ]
        packed: Packed = pack(base + 1, objects)
        self._file.put_packed(packed)
        names = tuple((element.own.id, at) for element, at in elements.items() if element.own.id)
        return PaintedDocument(tuple(numbers), elements[span.root], base, last_key, first + len(bodies), names)

    def _page(self, sheet: Page, painted: PaintedPage, at: int, annotated: Sequence[int]) -> str:
        pictures = "".join(f"/I{n} {self._images[sha256]} 0 R" for n, sha256 in enumerate(painted.images))
        if sheet.guest:
            pictures += f"/{GUEST} {self._guests[sheet.guest.seat.guest]} 0 R"
        resources = f"/Font {FONTS} 0 R" + (f"/XObject<<{pictures}>>" if pictures else "")
        annotations = f"/Annots[{' '.join(f'{one} 0 R' for one in annotated)}]" if annotated else ""
        return (
            f"<</Type/Page/Parent {PAGES} 0 R/MediaBox[0 0 {number(sheet.width)} {number(sheet.height)}]"
            f"/Resources<<{resources}>>/Contents[{at + 1} 0 R {at + 2} 0 R]/StructParents {at}/Tabs/S{annotations}>>"
        )


def _links(painted: Sequence[PaintedPage], first: int, tree: Tree, places: Places) -> list[PageAnnotation]:
    found = ((index, area) for index, page in enumerate(painted) for area in page.links)
    # Words that lead to another volume say its page, and are no link.
    areas = [(index, area) for index, area in found if places.leads(area.element.own)]
    for at, (index, area) in enumerate(areas, first):
        tree.add(area.element, Annotation(index, at))
    return [
        PageAnnotation(at, index, area.element, _link_object(area, at, places))
        for at, (index, area) in enumerate(areas, first)
    ]


def _link_object(area: LinkArea, at: int, places: Places) -> str:
    href = area.element.own.href
    inside = href.startswith("#")
    action = f"/Dest{text_string(href[1:])}" if inside else f"/A<</S/URI/URI{text_string(href)}>>"
    words = text_string(places.said(area.element.own))
    box = " ".join(map(number, (area.left, area.bottom, area.right, area.top)))
    return f"<</Type/Annot/Subtype/Link/Border[0 0 0]/F 4/Rect[{box}]/StructParent {at}/Contents{words}{action}>>"


def _leaf(
    painted: Sequence[PaintedPage],
    numbers: Sequence[int],
    annotations: Sequence[PageAnnotation],
    elements: Mapping[Element, int],
) -> tuple[str, int]:
    """Return the document's leaf of the parent tree and its greatest key."""
    rows = [
        f"{at}[{' '.join(f'{elements[mark]} 0 R' for mark in page.marks)}]"
        for page, at in zip(painted, numbers, strict=True)
    ]
    rows += [f"{one.number} {elements[one.element]} 0 R" for one in annotations]
    last = annotations[-1].number if annotations else numbers[-1]
    return f"<</Limits[{numbers[0]} {last}]/Nums[{' '.join(rows)}]>>", last
