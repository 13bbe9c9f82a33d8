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

_PLACE = (
    '<w:tblpPr w:leftFromText="0" w:rightFromText="0" w:vertAnchor="margin" w:horzAnchor="margin" '
    'w:tblpXSpec="left" w:tblpYSpec="bottom"/><w:tblOverlap w:val="never"/>'
)


def cover_foot(writing: Writing, block: Table, width: float) -> Grid:
    """Return the columns of a cover's foot: each has its own rule above, with white between."""
    gap = block.gap * MM
    widths = _widths(block, width, gap)
    rows = [
        *(row_xml(_cells(writing, row, widths, gap, "EPCoverFootHead"), head=True) for row in block.head),
        *(row_xml(_cells(writing, row, widths, gap, "EPTableText10")) for row in block.rows),
    ]
    return Grid(table_xml(TableLook("TableNormal", widths, block.summary, placing=_PLACE), rows))


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
