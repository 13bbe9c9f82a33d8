# SPDX-License-Identifier: MPL-2.0
"""Links from one page of a file to another (ISO 32000-2, 12.5.6.5): where each is, and to which page it leads.

They are told as plain numbers, and taken off the page; whoever prints the pages makes links of its own. Links to the
web and to other files are left to be counted as dropped. Works in a child only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pikepdf

from evidencepack.guard.pdf.layers import Layers
from evidencepack.guard.pdf.outline import Destinations, page_of
from evidencepack.guard.pdf.parts import inside, is_table, listed
from evidencepack.guard.pdf.sheets import Box, Sheet, box_of, sheet_of

MOST_LINKS = 5000
"""Of one file: a long table of contents on each of fifty pages."""

_UNSEEN = 2 | 32
"""The flags Hidden and NoView (table 167)."""

Link = tuple[int, float, float, float, float, int]
"""The page, from 0; left, bottom, right and top on the sheet as shown, in points; the page that it leads to."""


def take_links(pdf: pikepdf.Pdf, places: Mapping[tuple[int, int], int], layers: Layers) -> list[Link]:
    """Return the links between pages, and take them off the pages.

    Args:
        pdf: the file.
        places: the page numbers, by what qpdf calls the pages.
        layers: which of them are hidden.
    """
    found: list[Link] = []
    names = Destinations(pdf)
    for number, page in enumerate(pdf.pages):
        if "/Annots" not in page.obj:
            continue
        stays, sheet = list[pikepdf.Object](), sheet_of(page.obj)
        for mark in listed(page.obj["/Annots"]):
            goal = _goal(mark, names, places, layers) if len(found) < MOST_LINKS else None
            areas = [] if goal is None else list(_areas(mark, sheet))
            found += [(number, *area, goal) for area in areas if goal is not None]
            if not areas:
                stays.append(mark)
        page.obj["/Annots"] = pikepdf.Array(stays)
    return found


def _goal(
    mark: pikepdf.Object, names: Destinations, places: Mapping[tuple[int, int], int], layers: Layers
) -> int | None:
    """Return the page that a mark leads to, if it is a link that is seen, does nothing else, and leads to one here."""
    if not is_table(mark) or mark.get("/Subtype") != "/Link" or "/AA" in mark or layers.hides(mark):
        return None
    flags, action = mark.get("/F", 0), inside(mark, "/A")
    if (isinstance(flags, int) and flags & _UNSEEN) or (action is not None and "/Next" in action):
        return None
    return page_of(mark, names, places)


def _areas(mark: pikepdf.Object, sheet: Sheet) -> Iterator[Box]:
    """Yield the part of a sheet that a link covers, if it covers any."""
    box = box_of(mark.get("/Rect"))
    if box is None:
        return
    a, b, c, d, e, f = sheet.matrix
    corners = [(x * a + y * c + e, x * b + y * d + f) for x in (box[0], box[2]) for y in (box[1], box[3])]
    across, up = [x for x, _ in corners], [y for _, y in corners]
    left, right = (round(min(max(one, 0.0), sheet.width), 3) for one in (min(across), max(across)))
    low, high = (round(min(max(one, 0.0), sheet.height), 3) for one in (min(up), max(up)))
    if left < right and low < high:
        yield left, low, right, high
