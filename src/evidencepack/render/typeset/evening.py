# SPDX-License-Identifier: MPL-2.0
"""Boxes to sign on their sheets: one height on a page, the high one where there is room."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from evidencepack.render.typeset.page import BoxShape
from evidencepack.render.typeset.paging import Placed, Sheet
from evidencepack.render.typeset.strips import SignerBox

# What a page keeps free, in points: Word measures lines a little differently.
_FREE = 12.0


def even_boxes(sheets: Sequence[Sheet]) -> dict[str, tuple[BoxShape, ...]]:
    """Give all boxes of a sheet the high form if that fits, else the low one, and return how those of blocks stand."""
    shapes: dict[str, list[BoxShape]] = {}
    for sheet in sheets:
        boxes = [placed.strip for placed in sheet.placed if isinstance(placed.strip, SignerBox)]
        if not boxes:
            continue
        if any(box.low for box in boxes):
            _even(sheet, boxes)
        for made in boxes:
            # What makes the other form holds the whole document, and that the box: only the collector would end it.
            made.other = None
        here = [placed.strip for placed in sheet.placed if isinstance(placed.strip, SignerBox)]
        for before, box in pairwise((None, *here)):
            if box is not None:
                turned = box.owner in shapes and (before is None or before.owner != box.owner)
                shapes.setdefault(box.owner, []).append(BoxShape(turned, box.low))
    return {owner: tuple(found) for owner, found in shapes.items()}


def _even(sheet: Sheet, boxes: Sequence[SignerBox]) -> None:
    low = not _growth(boxes) <= sheet.shape.floor - _foot(sheet) - _FREE
    placed, moved = [], 0.0
    for one in sheet.placed:
        strip = _in_form(one.strip, low=low) if isinstance(one.strip, SignerBox) else one.strip
        placed.append(Placed(strip, one.y + moved, one.repeated))
        moved += strip.height - one.strip.height
    sheet.placed = placed


def _foot(sheet: Sheet) -> float:
    last = sheet.placed[-1]
    return last.y + last.strip.height


def _growth(boxes: Sequence[SignerBox]) -> float:
    """Return how much higher the boxes are in their high form, in points."""
    return sum(_in_form(box, low=False).height - box.height for box in boxes)


def _in_form(box: SignerBox, *, low: bool) -> SignerBox:
    return box if box.low == low or box.other is None else box.other()
