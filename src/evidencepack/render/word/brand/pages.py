# SPDX-License-Identifier: MPL-2.0
"""The page of a template: its paper, its margins as far as our pages can have them, its headers and footers."""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

from evidencepack.render.word.brand.markup import VAL, W
from evidencepack.render.word.markup import OFFICE

_R = f"{{{OFFICE}}}"
_SIDES = ("left", "right", "top", "bottom", "header", "footer")
A4 = (11906, 16838)
"""Width and height of A4 in twentieths of a point."""

_LETTER = (12240, 15840)
_NEAR = 30
_LEAST, _MOST = 283, 2835  # 5 and 50 millimetres, in twentieths of a point
_STANDARD = {"left": 1417, "right": 1134, "top": 1531, "bottom": 1531, "header": 709, "footer": 709}


class Margins(NamedTuple):
    """The margins of a page and the places of its header and footer, in points."""

    left: float
    right: float
    top: float
    bottom: float
    header: float
    footer: float


class Relations(NamedTuple):
    """The relations of headers and footers: those of a first page, and those of all others; empty for none."""

    first_header: str = ""
    header: str = ""
    first_footer: str = ""
    footer: str = ""


class Section(NamedTuple):
    """What the last section of a template says.

    ``paper`` is empty for A4 upright, else what it is, in words. ``wide``: a margin is wider than pages can have.
    """

    margins: Margins
    paper: str
    relations: Relations
    wide: bool = False


def last_section(document: etree._Element) -> Section:
    """Return what the last section of a document says.

    A section that names no header of its own has that of the section before. Without a first page of its own
    (``w:titlePg``) the first page looks like the others.
    """
    sections = [one for one in document.iter(f"{W}sectPr") if _is_real(one)]
    last = sections[-1] if sections else etree.Element(f"{W}sectPr")
    headers, footers = _references(sections, "headerReference"), _references(sections, "footerReference")
    title = last.find(f"{W}titlePg")
    kind = "first" if title is not None and title.get(VAL, "1") not in {"0", "false", "off"} else "default"
    relations = Relations(
        headers.get(kind, ""), headers.get("default", ""), footers.get(kind, ""), footers.get("default", "")
    )
    margins = last.find(f"{W}pgMar")
    return Section(_margins(last), _paper(last), relations, any(_number(margins, side) > _MOST for side in _SIDES))


def _is_real(section: etree._Element) -> bool:
    """Whether a section counts: not one that a tracked change has replaced."""
    parent = section.getparent()
    return parent is None or parent.tag != f"{W}sectPrChange"


def _references(sections: list[etree._Element], name: str) -> dict[str, str]:
    """Return the relations of headers by type; a section without one of its own has that of the section before."""
    found: dict[str, str] = {}
    for section in sections:
        for one in section.iterfind(f"{W}{name}"):
            found[one.get(f"{W}type", "default")] = one.get(f"{_R}id", "")
    return found


def _paper(section: etree._Element) -> str:
    size = section.find(f"{W}pgSz")
    if size is None:
        return ""
    wide, high = _number(size, "w"), _number(size, "h")
    if not wide or not high:
        return ""
    across = " across" if wide > high else ""
    for name, paper in (("A4", A4), ("US Letter", _LETTER)):
        if all(abs(one - other) <= _NEAR for one, other in zip(sorted((wide, high)), paper, strict=True)):
            return f"{name}{across}" if name != "A4" or across else ""
    return f"paper of {round(wide / 56.7)} × {round(high / 56.7)} mm"


def _margins(section: etree._Element) -> Margins:
    margins = section.find(f"{W}pgMar")
    return Margins(*(_within(_number(margins, side) or _STANDARD[side]) / 20 for side in _SIDES))


def _number(element: etree._Element | None, name: str) -> int:
    """Return a length in twentieths of a point; one below nothing, which lets text run over it, as if above."""
    text = "" if element is None else element.get(f"{W}{name}", "")
    digits = text.removeprefix("-").partition(".")[0]
    return int(digits) if digits.isdigit() and digits.isascii() and len(digits) < 7 else 0


def _within(length: int) -> int:
    return min(max(length, _LEAST), _MOST)
