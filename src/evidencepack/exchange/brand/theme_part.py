# SPDX-License-Identifier: MPL-2.0
"""The colours and fonts of a template's theme, in a theme part that has nothing else of the template's."""

from __future__ import annotations

from lxml import etree

from evidencepack.render.theme import STANDARD
from evidencepack.render.word.brand.markup import root_of
from evidencepack.render.word.dressing import palette
from evidencepack.render.word.markup import DRAWING

_A = f"{{{DRAWING}}}"
_KEPT = ("clrScheme", "fontScheme")


def clean_theme(part: bytes | None) -> etree._Element:
    """Return a theme with the colours and fonts of another; ours where there is none."""
    ours = root_of(palette(STANDARD).encode())
    found = root_of(part) if part else None
    (elements,) = ours.iterfind(f"{_A}themeElements")
    for name in _KEPT if found is not None else ():
        theirs = next(found.iter(f"{_A}{name}"), None) if found is not None else None
        (own,) = elements.iterfind(f"{_A}{name}")
        if theirs is not None and [one.tag for one in _plain(theirs)][:2] == [one.tag for one in own][:2]:
            elements.replace(own, theirs)
    return ours


def _plain(element: etree._Element) -> etree._Element:
    """Take away what is not DrawingML's own."""
    element.tail = None
    for child in list(element):
        if not isinstance(child.tag, str) or not child.tag.startswith(_A) or child.tag == f"{_A}extLst":
            element.remove(child)
        else:
            _plain(child)
    for name in element.attrib:
        if str(name).startswith("{"):
            del element.attrib[name]
    return element
