# SPDX-License-Identifier: MPL-2.0
"""Typeset pages to the bytes of a tagged PDF. Same pages, same bytes."""

from __future__ import annotations

from collections.abc import Sequence

from evidencepack.render.fonts.fontset import REGULAR, FontSet
from evidencepack.render.pdf.content import PagePainter
from evidencepack.render.pdf.document import DOCUMENT, FONTS, PAGES, RANGE, DocumentPainter, PaintedDocument, Places
from evidencepack.render.pdf.file import PdfFile, pack, plain_stream, stream
from evidencepack.render.pdf.fonts import OBJECTS, embed
from evidencepack.render.pdf.forms import FONT, FONT_NAME, FORM, Form
from evidencepack.render.pdf.guests import Carried, Carry, carry_nothing
from evidencepack.render.pdf.images import image
from evidencepack.render.pdf.metadata import information, xmp
from evidencepack.render.pdf.outline import bookmarks, names
from evidencepack.render.pdf.syntax import text_string
from evidencepack.render.properties import Properties
from evidencepack.render.theme import Theme
from evidencepack.render.typeset.page import Pages

_CATALOG, _TREE, _PARENTS, _OUTLINE, _XMP, _DESTINATIONS = 1, 4, 6, 7, 8, 11
_PROFILE, _INFORMATION, _OWN, _FIRST_FACE, _XREF = 12, 18, 19, 20, 127
# PDF/A's output intent (ISO 19005-2 6.2.3): what the numbers of colours mean, on paper and on screen.
_INTENT = (
    "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)"
    f"/Info(sRGB IEC61966-2.1)/DestOutputProfile {_PROFILE} 0 R>>]"
)
_FIXED = 512  # object numbers below this are the file's own


def paint(
    pages: Pages,
    theme: Theme,
    fonts: FontSet,
    properties: Properties,
    *,
    profile: bytes = b"",
    carry: Carry = carry_nothing,
) -> bytes:
    """Return the PDF of typeset pages.

    Args:
        pages: what ``typeset`` made; painted once, in order.
        theme: gives the colours.
        fonts: the faces the pages were measured with.
        properties: title, author, date and pictures of the file, and whether it claims conformance.
        profile: the ICC profile of sRGB, which the colours are numbers of; without it the file names no output intent.
        carry: writes the pages from outside that stand on sheets.
    """
    file = PdfFile()
    images = {sha256: _FIXED // 2 + index for index, sha256 in enumerate(_pictures(pages))}
    for sha256, at in images.items():
        file.put(at, image(properties.images[sha256]))
    painter = PagePainter(fonts, theme)
    form = Form(file, painter, FONTS, properties.reference) if properties.fillable else None
    documents = _documents(file, painter, pages, images, form, carry(file, _FIXED))
    fields = form.objects(fonts.faces[REGULAR]) if form else []
    if profile:
        file.put(_PROFILE, stream(profile, "/N 3"))
    further = (_INTENT if profile else "") + (f"/AcroForm {FORM} 0 R" if fields else "")
    objects = [
        *_faces(file, painter, fonts, typed=bool(fields)),
        *fields,
        *_catalogue(pages, documents, properties, further),
    ]
    file.put_packed(pack(_OWN, objects))
    file.put(_XMP, plain_stream(xmp(properties, file.digest), "/Type/Metadata/Subtype/XML"))
    return file.finish(_XREF, root=_CATALOG, info=_INFORMATION)


def _pictures(pages: Pages) -> list[str]:
    shown = (
        sha256
        for page in pages.pages
        for sha256 in (*(one.sha256 for one in page.pictures), *(one.sha256 for one in page.ornaments))
    )
    return list(dict.fromkeys(shown))


def _documents(
    file: PdfFile, painter: PagePainter, pages: Pages, images: dict[str, int], form: Form | None, carried: Carried
) -> list[PaintedDocument]:
    places = Places(pages.anchors, pages.before)
    document_painter = DocumentPainter(file, painter, images, places, form, carried.forms)
    found, base = [], _next_range(carried.free)
    for span in pages.documents:
        if not span.count + span.blank:
            continue  # a heading of the outline alone
        end = span.first + span.count + span.blank
        painted = document_painter.paint(span, pages.pages[span.first : end], base)
        found.append(painted)
        base = _next_range(painted.top)
    return found


def _next_range(top: int) -> int:
    """Return the first number from this one on at which a document may begin."""
    return -(-top // RANGE) * RANGE


def _faces(file: PdfFile, painter: PagePainter, fonts: FontSet, *, typed: bool) -> list[tuple[int, str]]:
    objects, resources = [], f"/{FONT_NAME} {FONT} 0 R" if typed else ""
    for index, face in enumerate(fonts.faces):
        used = painter.show.used(index)
        if used:
            objects += embed(file, face, used, _FIRST_FACE + OBJECTS * index, drawn=painter.show.drawn(index))
            resources += f"/F{index} {_FIRST_FACE + OBJECTS * index} 0 R"
    return [*objects, (FONTS, f"<<{resources}>>")]


def _catalogue(
    pages: Pages, documents: Sequence[PaintedDocument], properties: Properties, further: str
) -> list[tuple[int, str]]:
    numbers = [at for document in documents for at in document.pages]
    first_bookmark = _next_range(documents[-1].top)
    kids = " ".join(f"{at} 0 R" for at in numbers)
    roots = " ".join(f"{document.root} 0 R" for document in documents)
    leaves = " ".join(f"{document.leaf} 0 R" for document in documents)
    begins = f"/St {pages.before + 1}" if pages.before else ""
    both = "/Duplex/DuplexFlipLongEdge" if pages.duplex else ""
    return [
        (
            _CATALOG,
            f"<</Type/Catalog/Pages {PAGES} 0 R/Lang({properties.language})/MarkInfo<</Marked true>>"
            f"/StructTreeRoot {_TREE} 0 R/Outlines {_OUTLINE} 0 R/Metadata {_XMP} 0 R"
            f"/ViewerPreferences<</DisplayDocTitle true{both}>>/PageMode/UseOutlines"
            f"/PageLabels<</Nums[0<</S/D{begins}>>]>>/Names<</Dests {_DESTINATIONS} 0 R>>{further}>>",
        ),
        (PAGES, f"<</Type/Pages/Count {len(numbers)}/Kids[{kids}]>>"),
        (
            _TREE,
            f"<</Type/StructTreeRoot/K {DOCUMENT} 0 R/ParentTree {_PARENTS} 0 R"
            f"/ParentTreeNextKey {max(document.last_key for document in documents) + 1}{_names(documents)}>>",
        ),
        (DOCUMENT, f"<</S/Document/P {_TREE} 0 R/K[{roots}]>>"),
        (_PARENTS, f"<</Kids[{leaves}]>>"),
        (_DESTINATIONS, names(pages.anchors, numbers, pages.pages)),
        (_INFORMATION, information(properties)),
        *bookmarks(pages.outline, _OUTLINE, first_bookmark, numbers, pages.pages),
    ]


def _names(documents: Sequence[PaintedDocument]) -> str:
    """Return the tree of element ids, which header cells are named by (ISO 32000-1 14.7.2)."""
    rows = sorted((text_string(name), at) for document in documents for name, at in document.names)
    return f"/IDTree<</Names[{''.join(f'{name} {at} 0 R ' for name, at in rows)}]>>" if rows else ""
