# SPDX-License-Identifier: MPL-2.0
"""The head of a cover, with name and logo, and its foot: columns at the foot of the page, whatever is above them."""

from __future__ import annotations

from collections.abc import Sequence

from evidencepack.blocks.blocks import Paragraph, Table, TableRow
from evidencepack.render.number import plain
from evidencepack.render.theme import MM
from evidencepack.render.typeset.page import TableShape
from evidencepack.render.word.cells import (
    CellLook,
    TableLook,
    cell_xml,
    eased,
    margins,
    padding_right,
    row_xml,
    table_xml,
)
from evidencepack.render.word.drawing import Shown, floating_xml
from evidencepack.render.word.estimate import ems
from evidencepack.render.word.flow import Grid, Par
from evidencepack.render.word.inlines import inlines
from evidencepack.render.word.paragraphs import anchored
from evidencepack.render.word.runs import Look
from evidencepack.render.word.writing import Writing

# Kept free above the foot, in points, so that a line more in Word than on the typeset page still fits the cover.
_SPARE = 14.0
_LEAST = 9.0
# The words of a column may reach so far into the white beside it, in points: a date that is held together would
# otherwise lose its last letter to the next line where a program rounds its letters up.
_REACH = 2.0
_SURE = 0.6
_NAME = "EPCoverName"
# The least size of a name beside a logo, in points.
_SMALLEST = 9.0


def cover_name(writing: Writing, block: Paragraph) -> Par:
    """Return the bidder's name, with the logo at the right margin. It is set smaller where both have no room.

    In Word the rule below the name is the paragraph's own, which would end where words had to give way to a picture.
    """
    theme, logo = writing.theme, writing.theme.logo
    if logo is None:
        return Par(_NAME, inlines(writing, block.inlines))
    cover, shape = theme.cover, theme.portrait
    width, height = logo.fitted(cover.logo_width, cover.logo_height)
    relation = writing.parts.picture(logo.sha256, writing.properties.images)
    shown = Shown(width, height, relation, writing.drawings.next(), logo.name)
    drawing = floating_xml(shown, shape.measure - width, cover.top + (cover.band - height) / 2)
    room = shape.measure - cover.logo_width - cover.logo_gap
    wide = ems(plain(block.inlines, writing.numbered.labels), bold=True) * theme.cover_name.size
    size = max(int(2 * theme.cover_name.size * room / wide) / 2, _SMALLEST) if wide > room else 0.0
    return Par(_NAME, inlines(writing, block.inlines, Look(size=size)) + drawing)


def room_above(writing: Writing, block: str) -> float:
    """Return the white space above the foot, whose first block has this name on the typeset pages.

    A table cannot stand at the foot of a page by itself in all programs: LibreOffice before 24.2 moves floating ones.
    """
    pages = writing.pages.pages if writing.pages else ()
    for page in pages:
        foot = [run.y for run in page.runs if run.element.block == block]
        above = [run.y for run in page.runs if run.element.block != block and run.y < min(foot, default=0)]
        if foot and above:
            room = min(foot) - max(above) - _taken(writing)
            # Nobody knows how high the letters of a template's font are: its foot stands a little higher.
            return max(room if writing.strips is None else room * _SURE - _SPARE, _LEAST)
    return _LEAST


def _taken(writing: Writing) -> float:
    """Return what rows take between the baselines of the last words above and the first of the foot."""
    theme, foot = writing.theme, writing.theme.cover.foot
    below = theme.cover_line.pitch - theme.cover_line.baseline + theme.table.pad
    return below + theme.table.pad + theme.cover.foot_rule + foot.baseline + _SPARE


def cover_foot(writing: Writing, block: Table, width: float, shape: TableShape | None) -> Grid:
    """Return the columns of a cover's foot, as wide as on the typeset page: each has a rule above, white between."""
    gap = block.gap * MM
    widths = eased(shape.widths) if shape else _widths(block, width, gap)
    text = f"EPTableText{writing.text_style(writing.theme.table.size(block.size))}"
    rows = [
        *(row_xml(_cells(writing, row, widths, gap, "EPCoverFootHead"), head=True) for row in block.head),
        *(row_xml(_cells(writing, row, widths, gap, text)) for row in block.rows),
    ]
    if block.anchor:
        # As in any table, the place of what refers to it is the first paragraph of its first cell.
        rows[0] = rows[0].replace("</w:pPr>", f"</w:pPr>{anchored(writing, block.anchor, '')}", 1)
    return Grid(table_xml(TableLook("TableNormal", widths, block.summary), rows))


def _widths(block: Table, width: float, gap: float) -> Sequence[float]:
    *first, last = (column.width * MM for column in block.columns)
    fixed = [column + gap for column in first]
    return [*fixed, last or width - sum(fixed)]


def _cells(writing: Writing, row: TableRow, widths: Sequence[float], gap: float, style: str) -> str:
    column, written = 0, []
    for cell in row.cells:
        column += cell.span
        look = CellLook(
            sum(widths[column - cell.span : column]),
            cell.span,
            padding="" if column == len(widths) else margins(right=padding_right(gap) - _REACH),
        )
        lines = "".join(Par(style, inlines(writing, line)).xml({}) for line in cell.lines or ((),))
        written.append(cell_xml(look, lines))
    return "".join(written)
