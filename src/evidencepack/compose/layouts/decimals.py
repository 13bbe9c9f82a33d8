# SPDX-License-Identifier: MPL-2.0
"""Numbers of a column with the same decimals, so that they stand one under the other: £1,250.00 above £85.50."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from evidencepack.blocks.blocks import Align, Cell, Column, TableRow
from evidencepack.blocks.inlines import Text, Value

_NUMBER = re.compile(r"(?P<whole>£?[\d,]+)(?:\.(?P<decimals>\d+))?(?P<sign>%?)")


def evened(columns: Sequence[Column], rows: tuple[TableRow, ...]) -> tuple[TableRow, ...]:
    """Return the rows of a table whose cells are one column each, numbers of right-aligned columns evened.

    Only cells that are a number and nothing else change: amounts of pounds, percentages, bare numbers.
    """
    for place, column in enumerate(columns):
        if column.align is Align.RIGHT:
            cells = _evened([row.cells[place] for row in rows])
            rows = tuple(
                replace(row, cells=(*row.cells[:place], cell, *row.cells[place + 1 :]))
                for row, cell in zip(rows, cells, strict=True)
            )
    return rows


def _evened(cells: list[Cell]) -> list[Cell]:
    numbers = [_number(cell) for cell in cells]
    most = max((len(number["decimals"] or "") for number in numbers if number), default=0)
    return [_with_decimals(cell, number, most) if number else cell for cell, number in zip(cells, numbers, strict=True)]


def _number(cell: Cell) -> re.Match[str] | None:
    match cell.lines:
        case ((Text(text=text) | Value(text=text, missing=False),),):
            return _NUMBER.fullmatch(text)
    return None


def _with_decimals(cell: Cell, number: re.Match[str], most: int) -> Cell:
    point = "." if most else ""
    text = f"{number['whole']}{point}{(number['decimals'] or '').ljust(most, '0')}{number['sign']}"
    match cell.lines:
        case ((Text() | Value() as words,),):
            return replace(cell, lines=((replace(words, text=text),),))
    return cell
