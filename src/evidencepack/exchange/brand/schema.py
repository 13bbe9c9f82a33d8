# SPDX-License-Identifier: MPL-2.0
"""The order in which Word wants what describes looks, as ISO/IEC 29500-1 (annex A) has it.

Other programs write it in another order, or with elements of their own, and Word refuses a whole file for that.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from lxml import etree

from evidencepack.render.word.brand.markup import VAL, W, remove
from evidencepack.render.word.brand.ordered import PARAGRAPH, RUN, STYLE

_TABLE = (
    "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd "
    "tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription"
)
_BORDERS = "top left start bottom right end insideH insideV tl2br tr2bl between bar"
_SIDES = "top left start bottom right end"
_ORDERS: Mapping[str, str] = MappingProxyType(
    {
        "styles": "docDefaults latentStyles style",
        "docDefaults": "rPrDefault pPrDefault",
        "rPrDefault": "rPr",
        "pPrDefault": "pPr",
        "latentStyles": "lsdException",
        "style": STYLE,
        "tblStylePr": "pPr rPr tblPr trPr tcPr",
        "pPr": PARAGRAPH,
        "rPr": RUN,
        "tblPr": _TABLE,
        "trPr": "gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc",
        "tcPr": "tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
        "pBdr": "top left bottom right between bar",
        "tblBorders": _BORDERS,
        "tcBorders": _BORDERS,
        "tblCellMar": _SIDES,
        "tcMar": _SIDES,
        "numPr": "ilvl numId",
        "tabs": "tab",
        "tblGrid": "gridCol",
        "numbering": "abstractNum num",
        "abstractNum": "nsid multiLevelType tmpl name lvl",
        "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlJc pPr rPr",
        "num": "abstractNumId",
    }
)
_PLACES = {name: {f"{W}{one}": at for at, one in enumerate(order.split())} for name, order in _ORDERS.items()}
_MANY = frozenset(f"{W}{name}" for name in ("style", "tblStylePr", "tab", "gridCol", "lsdException", "lvl", "num"))
_REPEATED = _MANY | {f"{W}abstractNum"}
_LENGTHS = frozenset(
    (
        "w",
        "h",
        "ilvl",
        "before",
        "after",
        "line",
        "left",
        "right",
        "start",
        "end",
        "hanging",
        "firstLine",
        "pos",
        "space",
        "sz",
    )
)
_LENGTH = re.compile(r"(-?\d{1,9})(?:\.\d+)?")
_COUNTS = frozenset(
    ("sz", "szCs", "kern", "position", "spacing", "w", "outlineLvl", "ilvl", "numId", "uiPriority", "gridSpan")
)
_HEX = re.compile("[0-9A-Fa-f]{6}|auto")
# Flags of styles; what has a value if nobody says one; what is nothing without one.
_FLAGS = frozenset(("autoRedefine", "hidden", "semiHidden", "unhideWhenUsed", "qFormat", "locked"))
_DEFAULTS: Mapping[str, str] = MappingProxyType({"shd": "clear", "u": "single"})
_SAID = frozenset(
    (
        "jc",
        "sz",
        "szCs",
        "outlineLvl",
        "numId",
        "ilvl",
        "vertAlign",
        "highlight",
        "em",
        "kern",
        "position",
        "tab",
        "suff",
    )
) | frozenset(("numFmt", "lvlJc", "uiPriority", "vAlign"))
_LINES = ("Bdr", "Borders")
_ODDITIES: Mapping[str, str] = MappingProxyType({"start": "left", "end": "right"})


def in_order(element: etree._Element) -> etree._Element:
    """Put what describes looks within an element into Word's order; what Word does not know there goes."""
    order = _PLACES.get(str(element.tag).removeprefix(W))
    if order is not None:
        seen: set[str] = set()
        for child in list(element):
            tag = str(child.tag)
            if tag not in order or (tag in seen and tag not in _REPEATED):
                element.remove(child)
            seen.add(tag)
        element[:] = sorted(element, key=lambda child: order[str(child.tag)])
    elif str(element.tag).startswith(W) and len(element) and str(element.tag) not in _HOLDERS:
        # What only carries values holds nothing.
        element[:] = []
    for child in list(element):
        in_order(child)
        _settle(child)
    return element


_HOLDERS = frozenset(f"{W}{name}" for name in ("hdr", "ftr", "p", "r", "tbl", "tr", "tc", "drawing", "num"))


def _settle(element: etree._Element) -> None:
    """Make the values of an element such as Word reads; one without any that it can read goes."""
    name, value = str(element.tag).removeprefix(W), element.get(VAL, "")
    if name != "lsdException":
        _settle_attributes(element)
    if name in _FLAGS:
        _settle_flag(element, value)
    elif name in _DEFAULTS or name in _SAID or _is_line(element):
        _say(element, _DEFAULTS.get(name, ""))
    if name == "jc" and value:
        element.set(VAL, _ODDITIES.get(value, value))
    elif name == "color" and value and not _HEX.fullmatch(value):
        remove(element)
    elif name in _COUNTS and value:
        found = _LENGTH.match(value)
        element.set(VAL, found[1] if found else "")
        if found is None:
            remove(element)


def _settle_flag(element: etree._Element, value: str) -> None:
    """Write a flag of a style as Word does: there or not, without a value."""
    element.attrib.clear()
    if value == "0":
        remove(element)


def _is_line(element: etree._Element) -> bool:
    """Whether an element is a line round something; that of a cell's margins has the same name."""
    parent = element.getparent()
    return parent is not None and str(parent.tag).endswith(_LINES)


def _say(element: etree._Element, default: str) -> None:
    """Give an element that must have a value its default; without one it goes."""
    if not element.get(VAL) and default:
        element.set(VAL, default)
    elif not element.get(VAL):
        remove(element)


def _settle_attributes(element: etree._Element) -> None:
    for attribute, said in list(element.attrib.items()):
        own, text = str(attribute).removeprefix(W), str(said)
        found = _LENGTH.match(text)
        if own in {"color", "fill"} and not _HEX.fullmatch(text):
            element.set(attribute, "auto")
        elif own in _LENGTHS and found is None:
            del element.attrib[attribute]
        elif own in _LENGTHS and found is not None:
            element.set(attribute, found[1])
