# SPDX-License-Identifier: MPL-2.0
"""The foot of a cover: columns that stand at the foot of the page, whatever is above them."""

from __future__ import annotations

from collections.abc import Sequence

from evidencepack.blocks.blocks import Table, TableRow
from evidencepack.render.theme import MM
from evidencepack.render.word.cells import CellLook, TableLook, cell_xml, margins, row_xml, table_xml
from evidencepack.render.word.flow import Grid, Par
from evidencepack.render.word.inlines import inlines
from evidencepack.render.word.writing import Writing

# Kept free above the foot, in points, so that a line more in Word than on the typeset page still fits the cover.
_SPARE = 14.0
_LEAST = 9.0


def room_above(writing: Writing, block: str) -> float:
    """Return the white space above the foot, whose first block has this name on the typeset pages.

    A table cannot stand at the foot of a page by itself in all programs: LibreOffice before 24.2 moves floating ones.
    """
    pages = writing.pages.pages if writing.pages else ()
    for page in pages:
        foot = [run.y for run in page.runs if run.element.block == block]
        above = [run.y for run in page.runs if run.element.block != block and run.y < min(foot, default=0)]
        if foot and above:
            return max(min(foot) - max(above) - _taken(writing), _LEAST)
    return _LEAST


def _taken(writing: Writing) -> float:
    """Return what rows take between the baselines of the last words above and the first of the foot."""
    theme, foot = writing.theme, writing.theme.cover.foot
    below = theme.cover_line.pitch - theme.cover_line.baseline + theme.table.pad
    return below + theme.table.pad + theme.cover.foot_rule + foot.baseline + _SPARE


def cover_foot(writing: Writing, block: Table, width: float) -> Grid:
    """Return the columns of a cover's foot: each has its own rule above, with white between."""
    gap = block.gap * MM
    widths = _widths(block, width, gap)
    text = f"EPTableText{writing.text_style(writing.theme.table.size(block.size))}"
    rows = [
        *(row_xml(_cells(writing, row, widths, gap, "EPCoverFootHead"), head=True) for row in block.head),
        *(row_xml(_cells(writing, row, widths, gap, text)) for row in block.rows),
    ]
    return Grid(table_xml(TableLook("TableNormal", widths, block.summary), rows))


def _widths(block: Table, width: float, gap: float) -> Sequence[float]:
    *first, last = (column.width * MM for column in block.columns)
    fixed = [column + gap for column in first]
    return [*fixed, last or width - sum(fixed)]


def _cells(writing: Writing, row: TableRow, widths: Sequence[float], gap: float, style: str) -> str:
    last = len(widths) - 1
    return "".join(
        cell_xml(
            CellLook(widths[place], padding="" if place == last else margins(right=gap)),
            "".join(Par(style, inlines(writing, line)).xml({}) for line in cell.lines or ((),)),
        )
        for place, cell in enumerate(row.cells)
    )
