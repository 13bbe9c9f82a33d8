# SPDX-License-Identifier: MPL-2.0
"""How wide the columns of a sheet are and how high its rows: so that all can be read without pulling at edges."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from evidencepack.exchange.registers.table import Amount, Cell, Sheet

_NARROWEST, _WIDEST = 11, 48  # characters
_HEAD = 22
_SHORT, _SHORT_HEAD = 4, 15
_LINE, _AROUND, _HIGHEST = 13.0, 4.0, 409.0  # points; Excel's rows are no higher


def column_width(sheet: Sheet, at: int) -> float:
    """Return the width of a column in characters: as its longest line asks, within reason."""
    longest = max((_longest_line(row[at]) for row in sheet.rows), default=0)
    head = min(len(sheet.heads[at]) + 3, _SHORT_HEAD if longest <= _SHORT else _HEAD)
    return min(_WIDEST, max(_NARROWEST, head, longest + 2))


def row_height(cells: Sequence[Cell], widths: Sequence[float]) -> float:
    """Return the height of a row in points, with room for every line that its texts wrap into."""
    lines = max((_lines(cell, width) for cell, width in zip(cells, widths, strict=True)), default=1)
    return min(_HIGHEST, lines * _LINE + _AROUND)


def _lines(cell: Cell, width: float) -> int:
    """Return how many lines a cell takes; words are not cut, so that each line may lack the half of one."""
    if not isinstance(cell, str):
        return 1
    return sum(_wrapped(line, width - 1) for line in cell.split("\n"))


def _wrapped(line: str, width: float) -> int:
    count, used = 1, 0.0
    for word in line.split():
        room = len(word) + (1 if used else 0)
        if used and used + room > width:
            count, used, room = count + 1, 0.0, len(word)
        count += int(room // width) if not used and room > width else 0
        used += room
    return count


def _longest_line(cell: Cell) -> int:
    match cell:
        case None:
            return 0
        case Amount():
            return len(f"{cell.number:,f}") + 2
        case date():
            return len("30 Sep 2027")
        case _:
            return max(map(len, cell.split("\n")))
