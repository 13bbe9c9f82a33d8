# SPDX-License-Identifier: MPL-2.0
"""Widths and padding of table columns, in points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import sqrt
from typing import NamedTuple

from evidencepack.blocks.blocks import Align, Column, Fill, Ruling, Table
from evidencepack.render.theme import MM, TableLook

_LONGEST_WORD = 0.4
_MANY = 8
_SHORT = 2  # columns that could hold their words on two lines


class Padding(NamedTuple):
    """White space left and right of a column's text."""

    left: float
    right: float

    @property
    def both(self) -> float:
        """Left and right together."""
        return self.left + self.right

    def within(self, width: float) -> Padding:
        """Return the padding of a column so narrow that white may take no more than half of it."""
        part = min(width / 2 / self.both, 1.0) if self.both else 1.0
        return Padding(self.left * part, self.right * part)


def paddings(table: Table, look: TableLook) -> list[Padding]:
    """Return the padding of each column.

    Text starts exactly on the margin; a filled cell has its own padding, and the column after it starts further in.
    """
    count = len(table.columns)
    if table.ruling is Ruling.GRID:
        return [Padding(0.0, look.filled_left), *(Padding(look.filled_left, look.grid_right) for _ in range(count - 1))]
    filled = _filled(table)
    found = []
    for number, column in enumerate(table.columns):
        if column.align is Align.CENTRE:
            side = max(table.gap / 2 + 1, look.grid_side if table.gap else 0.0)
            found.append(Padding(side, side))
        elif number in filled:
            found.append(Padding(look.filled_left, look.filled_right))
        else:
            after = number - 1 in filled and table.columns[number - 1].align is not Align.CENTRE
            found.append(Padding(look.after_filled if after else 0.0, _right(table, number, look)))
    return found


def _right(table: Table, number: int, look: TableLook) -> float:
    """Return the white space after a column: words that begin where others end need more of it, the last needs none."""
    following = table.columns[number + 1 : number + 2]
    if not following:
        return 0.0
    if table.columns[number].align is Align.RIGHT and following[0].align is Align.LEFT:
        return look.after_right
    return look.narrow_right if len(table.columns) > _MANY else look.right


def _filled(table: Table) -> set[int]:
    """Return the columns in which any cell has a ground."""
    found: set[int] = set()
    for row in table.rows:
        at = 0
        for cell in row.cells:
            if cell.fill is not Fill.NONE:
                found.update(range(at, at + cell.span))
            at += cell.span
    return found


def column_widths(
    columns: tuple[Column, ...],
    needs: list[float],
    measure: float,
    *,
    most: float = _LONGEST_WORD,
    wishes: Sequence[float] = (),
    scale: float = 1.0,
) -> tuple[list[float], bool]:
    """Share the measure among columns, and say whether every longest word fits.

    Fixed columns get their width, wider only for a longest word (``needs``, with padding); columns of no width share
    the rest by what they hold. Where there is not enough room, columns give up what they do not need, then the widest
    are levelled down. No column asks for more than ``most`` of the measure.

    Args:
        columns: of the table.
        needs: width of each column's longest word with its padding, in points.
        measure: width of the table in points.
        most: part of the measure that a longest word may ask for.
        wishes: width of each column with its longest paragraph on one line; none: shares are equal.
        scale: how much larger the text is than at the standard theme.
    """
    needs = [min(need, most * measure) for need in needs]
    if wishes and scale > 1:
        columns = _eased(columns, needs, wishes, measure, scale)
    widths = [max(column.width * MM, need) for column, need in zip(columns, needs, strict=True)]
    sharing = [number for number, column in enumerate(columns) if not column.width]
    if sharing:
        _share(widths, needs, wishes or [measure] * len(columns), sharing, measure)
    missing = measure - sum(widths)
    if missing > 0:
        wide = sum(widths)
        return [width * measure / wide if wide else measure / len(widths) for width in widths], True
    slack = [max(width - need, 0.0) for width, need in zip(widths, needs, strict=True)]
    if -missing <= sum(slack):
        give = -missing / sum(slack) if sum(slack) else 0.0
        return [width - spare * give for width, spare in zip(widths, slack, strict=True)], True
    return _levelled(needs, measure), False


def _eased(
    columns: tuple[Column, ...], needs: Sequence[float], wishes: Sequence[float], measure: float, scale: float
) -> tuple[Column, ...]:
    """Return columns for larger text: fixed ones of a few words grow as far as those of no width can spare it.

    Where these cannot have what they wish for, all share what there is.
    """
    short = [
        column.width * MM > 0 and column.align is not Align.CENTRE and wish <= _SHORT * column.width * MM
        for column, wish in zip(columns, wishes, strict=True)
    ]
    grown = tuple(
        replace(column, width=min(column.width * scale, max(column.width, wish / MM))) if few else column
        for column, wish, few in zip(columns, wishes, short, strict=True)
    )
    asked = [
        max(column.width * MM, need) if column.width else wish
        for column, need, wish in zip(grown, needs, wishes, strict=True)
    ]
    if sum(asked) <= measure:
        return grown
    return tuple(replace(column, width=0.0) if few else column for column, few in zip(columns, short, strict=True))


def _levelled(needs: list[float], measure: float) -> list[float]:
    """Give small columns what they need, and level the large ones down until all fit."""
    widths, rest = [0.0] * len(needs), measure
    for turn, number in enumerate(sorted(range(len(needs)), key=needs.__getitem__)):
        widths[number] = min(needs[number], rest / (len(needs) - turn))
        rest -= widths[number]
    return widths


def _share(
    widths: list[float], needs: list[float], wishes: Sequence[float], sharing: list[int], measure: float
) -> None:
    """Give columns of no width their part of the rest, but none less than its longest word.

    Equal parts where these hold every wish, else wishes with equal parts of what is left over. Where there is too
    little, the columns that wish for less get that, and those with more to say share by the root of it: twice the
    width for four times the words, as a row is as tall as its tallest cell.
    """
    rest = measure - sum(width for number, width in enumerate(widths) if number not in sharing)
    wished = {number: max(wishes[number], needs[number]) for number in sharing}
    waiting = sorted(sharing, key=wished.__getitem__)
    if wished[waiting[-1]] <= rest / len(waiting) or not sum(wished.values()):
        parts = dict.fromkeys(waiting, 1.0)
    else:
        spare = max(rest - sum(wished.values()), 0.0) / len(waiting)
        while len(waiting) > 1 and (spare or wished[waiting[0]] <= rest / len(waiting)):
            number = waiting.pop(0)
            widths[number] = wished[number] + spare
            rest -= widths[number]
        parts = {number: sqrt(max(wished[number], 1.0)) for number in waiting}
    for number in sorted(waiting, key=lambda number: -needs[number] / parts[number]):
        whole = sum(parts.values())
        widths[number] = max(needs[number], rest * parts.pop(number) / whole)
        rest -= widths[number]
