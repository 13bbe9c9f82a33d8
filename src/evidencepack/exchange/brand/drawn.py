# SPDX-License-Identifier: MPL-2.0
"""Pictures in a template's headers and footers, in the places that it gives them."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

from evidencepack.render.word.brand.markup import remove
from evidencepack.render.word.drawing import Shown, inline_xml
from evidencepack.render.word.markup import DRAWING, NAMESPACES, OFFICE, PICTURE, PLACING, WORD

_R, _A, _PIC, _WP = (f"{{{name}}}" for name in (OFFICE, DRAWING, PICTURE, PLACING))
_FIRST = 900_001
"""The number of the first picture of a letterhead: far behind any that our pages have."""

_PLACES = (
    *("inline", "anchor", "simplePos", "positionH", "positionV", "align", "posOffset", "extent", "effectExtent"),
    *("wrapNone", "wrapSquare", "wrapTopAndBottom", "wrapTight", "wrapThrough", "wrapPolygon", "start", "lineTo"),
    *("docPr", "cNvGraphicFramePr"),
)
_SHAPES = (
    *("graphicFrameLocks", "graphic", "graphicData", "blip", "srcRect", "stretch", "fillRect", "xfrm", "off", "ext"),
    *("prstGeom", "avLst"),
)
_PICTURES = ("pic", "nvPicPr", "cNvPr", "cNvPicPr", "blipFill", "spPr")
_KNOWN = frozenset(
    f"{space}{name}" for space, names in ((_WP, _PLACES), (_A, _SHAPES), (_PIC, _PICTURES)) for name in names
)
# What is left out without a word: looks of the frame, links, and what only newer versions of Word read.
_ADORNMENTS = ("extLst", "picLocks", "ln", "noFill", "solidFill", "effectLst", "hlinkClick", "hlinkHover")
_QUIET = frozenset(f"{_A}{name}" for name in _ADORNMENTS)
_NEWER = "{http://schemas.microsoft.com/office/"


def picture_in(drawing: etree._Element) -> str:
    """Return the relation of the one picture that a drawing shows; nothing if it shows more, or something else."""
    blips = list(drawing.iter(f"{_A}blip"))
    for one in [one for one in drawing.iter() if one.tag in _QUIET or _is_newer(one) or _is_effect(one)]:
        remove(one)
    known = all(one is drawing or one.tag in _KNOWN for one in drawing.iter())
    return blips[0].get(f"{_R}embed", "") if len(blips) == 1 and known else ""


def settled(drawing: etree._Element, number: int) -> etree._Element:
    """Return the drawing as the picture of this number, from 1, in a header of ours."""
    for one in drawing.iter():
        for name in one.attrib:
            if str(name).startswith("{"):
                del one.attrib[name]
    place = str(_FIRST + number - 1)
    for one in drawing.iter(f"{_WP}docPr", f"{_PIC}cNvPr"):
        one.set("id", place)
        one.set("name", f"Picture {place}")
    for one in drawing.iter(f"{_WP}docPr"):
        one.set("descr", one.get("descr", "") or "Letterhead")
    for one in drawing.iter(f"{_A}blip"):
        one.set(f"{_R}embed", f"rId{number}")
    drawing.tail = None
    return drawing


_OLD = "{urn:schemas-microsoft-com:vml}"
_STYLE = re.compile(r"(?:^|;)\s*(width|height)\s*:\s*(\d{1,4}(?:\.\d+)?)(pt|in|cm|mm|px)?", re.ASCII)
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 7.2 / 2.54, "px": 0.75, "": 0.75}


class OldPicture(NamedTuple):
    """A picture as Word wrote it before 2007: its relation, the words for it, its size in points."""

    relation: str
    alt: str
    width: float
    height: float

    def drawing(self, number: int) -> etree._Element:
        """Return it as a drawing in a line, as the picture of this number."""
        shown = Shown(self.width, self.height, f"rId{number}", _FIRST + number - 1, self.alt or "Letterhead")
        drawing = etree.fromstring(f"<w:x {NAMESPACES}>{inline_xml(shown)}</w:x>")[0][0]
        if drawing.getparent() is not None:
            remove(drawing)
        return drawing


def drawing_of(element: etree._Element) -> etree._Element | None:
    """Return the drawing of one picture in what newer versions of Word show; None if there is none."""
    found = element.find(f".//{{{WORD}}}drawing")
    return found if found is not None and picture_in(found) else None


def old_picture(element: etree._Element) -> OldPicture | None:
    """Return the one picture that an old drawing (VML) shows; None if it shows anything else, or has no size."""
    pictures = list(element.iter(f"{_OLD}imagedata"))
    shape = pictures[0].getparent() if len(pictures) == 1 else None
    if shape is None or element.find(f".//{{{WORD}}}txbxContent") is not None:
        return None
    sizes = {name: float(size) * _POINTS[unit] for name, size, unit in _STYLE.findall(shape.get("style", ""))}
    if not (sizes.get("width") and sizes.get("height")):
        return None
    return OldPicture(pictures[0].get(f"{_R}id", ""), shape.get("alt", ""), sizes["width"], sizes["height"])


def _is_newer(element: etree._Element) -> bool:
    """Whether an element belongs to a newer Word, such as a size relative to the page; a shape of its own does not."""
    parent = element.getparent()
    placed = parent is not None and parent.tag in {f"{_WP}anchor", f"{_WP}inline"}
    return placed and isinstance(element.tag, str) and element.tag.startswith(_NEWER)


def _is_effect(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == f"{_A}blip"
