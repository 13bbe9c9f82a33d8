# SPDX-License-Identifier: MPL-2.0
"""The foot of a cover: columns with a rule above each, at the bottom of the page."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate

from evidencepack.blocks.blocks import Table
from evidencepack.render.theme import MM
from evidencepack.render.typeset.columns import Padding
from evidencepack.render.typeset.flow import Flow
from evidencepack.render.typeset.page import Element, Role
from evidencepack.render.typeset.paging import Placed, Sheet, paginate
from evidencepack.render.typeset.strips import Row, Strip
from evidencepack.render.typeset.tables import TableSetter, set_table


def set_foot(flow: Flow, table: Table) -> None:
    """Set a table of the cover's foot: a rule above each column, none between rows."""
    if table.title or table.note:
        set_table(flow, table)
        return
    look = flow.theme.cover
    last = len(table.columns) - 1
    gap = look.foot_gap / MM
    columns = tuple(
        replace(column, width=column.width + gap if column.width and number < last else column.width)
        for number, column in enumerate(table.columns)
    )
    padding = [Padding(0.0, look.foot_gap if number < last else 0.0) for number in range(len(columns))]
    element = Element(Role.TABLE, flow.root, flow.block, summary=table.summary)
    plain = replace(table, columns=columns, size=look.foot.size, gap=0.0, centred=False)
    rows = TableSetter(flow, plain, element, padding).strips()
    for row in rows:
        _plain(row)
    if rows:
        rows[0].above = look.foot_rule
        for row in rows[1:]:
            row.before = -look.foot_pull
        flow.add(rows)


def _plain(row: Row) -> None:
    """Take the open table's rules away, and stop what is left at the columns."""
    row.grid.segments = row.grid.whole = [(cell.fill_x, cell.x + cell.width) for cell in row.cells]
    row.above = row.below = 0.0


def place_foot(sheets: list[Sheet], strips: list[Strip]) -> None:
    """Put the foot at the bottom of the last page of a cover, or of one more page if that is full."""
    if not strips:
        return
    last = sheets[-1]
    y = last.shape.floor - sum(strip.height + strip.before for strip in strips) + strips[0].before
    if y < last.shape.top:
        sheets += paginate(strips, last.shape, cover=last.cover)
        return
    lowest = max((placed.y + placed.strip.height for placed in last.placed), default=last.shape.top)
    if lowest > y:
        last = Sheet(last.shape, last.cover)
        sheets.append(last)
    heights = [strip.height + after.before for strip, after in zip(strips, [*strips[1:], strips[0]], strict=True)]
    depths = accumulate(heights[:-1], initial=y)
    last.placed += [Placed(strip, depth) for strip, depth in zip(strips, depths, strict=True)]
