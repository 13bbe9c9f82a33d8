# SPDX-License-Identifier: MPL-2.0
"""What stays on one page, by the same rules in PDF and Word, so that their pages break at the same places."""

from __future__ import annotations

from collections.abc import Sequence

from evidencepack.blocks.blocks import (
    Block,
    Callout,
    Clause,
    Farewell,
    Figure,
    Figures,
    Paragraph,
    Signature,
    Style,
    Table,
    Toc,
)
from evidencepack.blocks.inlines import Inlines, Text
from evidencepack.render.number import plain
from evidencepack.render.theme import SignatureLook

WHOLE_LINES = 6
"""A heading or an introduction of more lines than this may split like a paragraph."""

FIRST_ITEM = 3
"""The level of clauses from which they are items of a list."""

_MOST = 0.75

_INTRODUCING = frozenset({Style.BODY, Style.LEAD})


def introduces(words: Inlines) -> bool:
    """Say whether words end with a colon, and so belong to what follows."""
    return plain(words[-1:]).rstrip().endswith(":")


def leads_into(block: Paragraph, following: Block | None) -> bool:
    """Say whether a paragraph stands directly before a table, a box, a figure or the end of a letter it belongs to."""
    led = Table | Signature | Farewell | Callout | Toc | Figure | Figures
    return block.style in _INTRODUCING and isinstance(following, led)


def is_labelled(words: Inlines) -> bool:
    """Say whether a paragraph of a cell begins with a bold label ("Where and when:") and stands apart from others."""
    return bool(words) and isinstance(words[0], Text) and words[0].bold and words[0].text.endswith(":")


def opens_table(block: Paragraph, following: Block | None) -> bool:
    """Say whether running text stands directly before a table, which keeps some more white above it."""
    return block.style in _INTRODUCING and isinstance(following, Table | Toc)


def has_note(following: Block | None) -> bool:
    """Say whether boxes to sign end with small print, which never stands on a page without the last of them."""
    return isinstance(following, Paragraph) and following.style is Style.NOTE


def keeps_last_item(item: Clause, rest: Sequence[Block]) -> bool:
    """Say whether an item of a list of clauses stands before the last one, which is never alone on its page."""
    after = [block.level if isinstance(block, Clause) else 0 for block in rest[:2]]
    return item.level >= FIRST_ITEM and after[:1] == [item.level] and all(level < FIRST_ITEM for level in after[1:])


def keeps_next_item(place: int, count: int) -> bool:
    """Say whether an item of a list stays with the next one: lists begin and end with two items on a page."""
    return place < count - 1 and place in {0, count - 2}


def rows_kept(heights: list[float], depth: float, *, note: bool, signed: bool = False) -> list[bool]:
    """Say of each row of a table's body whether it stays on the page of what follows it.

    A table begins with two rows, and none ends with a lone short row or a note without its row. Rows taller than a
    third of the page may split and are not held; a last row of a tenth of the page may stand alone.

    Args:
        heights: of the rows, in points.
        depth: height of the text area in points.
        note: whether small print follows the last row.
        signed: whether it is a list to sign, which stays with what is signed if most of a page can hold it.
    """
    last = len(heights) - 1
    if signed and sum(heights) <= _MOST * depth:
        return [place < last or note for place in range(len(heights))]
    kept = []
    for place, height in enumerate(heights):
        held = place == 0 < last or (place == last and note)
        if place == last - 1:
            held = held or heights[last] < depth / 10
        kept.append(held and height <= depth / 3)
    return kept


def boxes_to_sign(look: SignatureLook, count: int) -> SignatureLook:
    """Return the look of boxes for so many signatories: lower ones for more than four, so that five fit a page."""
    if count <= look.many:
        return look
    return look._replace(
        signature=look.low_signature, names=look.low_names, head_pad=look.low_head_pad, after=look.low_after
    )
