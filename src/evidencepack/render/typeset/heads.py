# SPDX-License-Identifier: MPL-2.0
"""Heads of tables that span two rows: which they are, and how they are read with the first of the rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate

from evidencepack.blocks.blocks import Cell, TableRow
from evidencepack.blocks.inlines import LineBreak
from evidencepack.render.typeset.strips import CellLines, Down, Row, row_depth

_ROWS = 2
_MOST = 0.5  # of a page: how high heads may be that are read with the row above theirs


def speaks(cell: Cell) -> bool:
    """Say whether a cell has words: an empty one is no head of others."""
    return any(not isinstance(inline, LineBreak) for line in cell.lines for inline in line)


def spanning(head: tuple[TableRow, ...]) -> frozenset[int]:
    """Return the columns of heads in the second of two rows that stand below empty cells, and so span both."""
    if len(head) != _ROWS:
        return frozenset()
    below = dict(_with_columns(head[1]))
    found: set[int] = set()
    for column, cell in _with_columns(head[0]):
        reach = range(column, column + cell.span)
        under = {place: below[place] for place in reach if place in below}
        # A head that begins further left, or ends further right, stands below others too.
        whole = column in under and sum(one.span for one in under.values()) == cell.span
        if not speaks(cell) and whole and all(map(speaks, under.values())):
            found |= set(under)
    return frozenset(found) if len(found) < len(below) else frozenset()


def _with_columns(row: TableRow) -> Iterator[tuple[int, Cell]]:
    return zip(accumulate((cell.span for cell in row.cells), initial=0), row.cells, strict=False)


def lift(heads: list[Row], spans: list[bool], depth: float) -> None:
    """Read heads that span two rows with the first of them; they stay where they stand.

    Where heads fill most of a page, of which ``depth`` is the height in points, they stand at the top: a page may then
    end between the rows.
    """
    above, below = heads
    tall = above.height + below.height > depth * _MOST
    above.least, below.least = above.line_count, below.line_count
    lifted = []
    for cell, both in zip(below.cells, spans, strict=True):
        if both:
            spare = 0 if cell.down is Down.TOP else below.least - len(cell.lines)
            lowered = 0.0 if tall else above.height + spare * below.grid.pitch
            lifted.append(replace(cell, down=Down.TOP, lowered=lowered))
    below.cells = [cell for cell, both in zip(below.cells, spans, strict=True) if not both]
    reached = {cell.x for cell in lifted}
    above.cells = sorted((*lifted, *(cell for cell in above.cells if cell.x not in reached)), key=_left)
    if tall:
        above.least = below.least = 0
        for row in heads:
            row.height = row_depth(row.grid, row.cells)


def _left(cell: CellLines) -> float:
    return cell.x
