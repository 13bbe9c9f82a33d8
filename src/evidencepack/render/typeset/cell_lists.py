# SPDX-License-Identifier: MPL-2.0
"""Lists inside the cells of a table: their elements, and items whose words stand beside their signs."""

from __future__ import annotations

from collections.abc import Sequence

from evidencepack.render.fonts.fontset import REGULAR, FontSet
from evidencepack.render.typeset.attributes import Attributes
from evidencepack.render.typeset.flow import Flow
from evidencepack.render.typeset.page import Element, Line, Role

BULLET = "•"
HANG, AFTER_SIGN = 0.9, 0.25  # ems: 3 mm at the size of tables, and the least white after a sign


def indent(signs: Sequence[str], fonts: FontSet) -> float:
    """Return how far the words of items stand from their signs, in thousandths of an em; 0 without a list."""
    width = fonts.faces[REGULAR].width
    return max(1000 * HANG, *(width(sign) + 1000 * AFTER_SIGN for sign in signs)) if any(signs) else 0.0


def item_elements(flow: Flow, cell: Element, signs: Sequence[str]) -> list[tuple[Element | None, Element]]:
    """Return the elements of the sign and of the words of each line; a line that is no item is a paragraph."""
    found: list[tuple[Element | None, Element]] = []
    parent, before = cell, ""
    for sign in signs:
        if not sign:
            found.append((None, flow.element(Role.P, cell)))
        else:
            if not before or (before == BULLET) is not (sign == BULLET) or sign == "1":
                numbering = "Disc" if sign == BULLET else "Decimal"
                parent = Element(Role.L, cell, flow.block, Attributes(list_numbering=numbering))
            entry = flow.element(Role.LI, parent)
            found.append((flow.element(Role.LBL, entry), flow.element(Role.LBODY, entry)))
        before = sign
    return found


def hung(label: Line, lines: Sequence[Line], hang: float) -> list[Line]:
    """Return the lines of an item with its sign; the words stand ``hang`` points to the right of it."""
    moved = [tuple(piece._replace(dx=piece.dx + hang) for piece in line) for line in lines]
    return [(*label, *moved[0]), *moved[1:]]
