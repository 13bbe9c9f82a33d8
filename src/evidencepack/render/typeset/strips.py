# SPDX-License-Identifier: MPL-2.0
"""Strips: what the page breaker moves about. A line of text, a row of a table, a box that never splits.

A strip knows its height and what it carries, relative to its own upper left corner on the left margin.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TypeAlias

from evidencepack.blocks.blocks import Align
from evidencepack.render.typeset.page import Box, Drawn, Furniture, Line, Picture, Rule, SetLine, SignerForm

Mark: TypeAlias = Rule | Box | Furniture | Picture | Drawn | SignerForm
"""What stands on a strip beside its words. Furniture is a sign that is not read out."""


@dataclass(slots=True, eq=False, repr=False)
class Strip:
    """The smallest thing that is placed. ``before`` is the space above it, dropped at the top of a page.

    ``keep`` holds it on the page of the next strip; ``turn`` makes it start a page. ``outline`` is (level, words) of a
    bookmark. ``again`` is shown once more above it where it starts a page, ``foot`` is shown under it where it ends one
    and more follows.
    """

    height: float
    lines: list[SetLine] = field(default_factory=list)
    before: float = 0.0
    keep: bool = False
    turn: bool = False
    marks: tuple[Mark, ...] = ()
    anchors: tuple[str, ...] = ()
    outline: tuple[int, str] | None = None
    again: Sequence[Strip] = ()
    foot: Strip | None = None


@dataclass(slots=True, eq=False, repr=False)
class SignerBox(Strip):
    """A box to sign. ``low``: it has the low one of two heights; ``other`` makes the same box in the other one.

    ``owner`` is the name of the block it belongs to.
    """

    low: bool = False
    owner: str = ""
    other: Callable[[], SignerBox] | None = None


class Down(StrEnum):
    """Where the lines of a cell stand in a row that is taller than they are."""

    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


@dataclass(slots=True, eq=False, repr=False)
class CellLines:
    """A cell ready to place: its text area, its lines, and the ground behind it.

    ``lowered`` is how far the lines of a head that spans rows stand below the top of the first of them. ``parted`` are
    the numbers of the lines above which some more white stands.
    """

    x: float
    width: float
    lines: list[Line]
    align: Align = Align.LEFT
    down: Down = Down.TOP
    fill: str = ""
    fill_x: float = 0.0
    fill_width: float = 0.0
    lowered: float = 0.0
    parted: tuple[int, ...] = ()


@dataclass(slots=True, eq=False, repr=False)
class Grid:
    """What the rows of one table share.

    ``segments`` are the stretches (x0, x1) of the rule between rows, ``whole`` those of heads and of the last row.
    ``again`` is the weight of the rule above what goes on without a head, ``part`` the white above parted lines.
    """

    pitch: float
    baseline: float
    pad: float
    segments: list[tuple[float, float]]
    whole: list[tuple[float, float]]
    heads: list[Row] = field(default_factory=list)
    again: float = 0.0
    part: float = 0.0

    @property
    def width(self) -> float:
        """Width of the table."""
        return self.whole[-1][1]


@dataclass(slots=True, eq=False, repr=False)
class Row(Strip):
    """A row of a table. ``above`` and ``below`` are weights of rules, 0 for none; ``under`` are short head rules.

    ``least`` is for how many lines there is room, whether a cell fills them or not. ``unread``: its words are for the
    eye only.
    """

    grid: Grid = field(kw_only=True)
    cells: list[CellLines] = field(kw_only=True)
    above: float = 0.0
    below: float = 0.0
    head: bool = False
    last: bool = False
    under: list[tuple[float, float]] = field(default_factory=list)
    least: int = 0
    unread: bool = False

    @property
    def line_count(self) -> int:
        """Lines of the tallest cell."""
        return self.least or max([len(cell.lines) for cell in self.cells], default=1)


def row_height(grid: Grid, lines: int) -> float:
    """Return the height of a row of so many lines, in points."""
    return 2 * grid.pad + max(lines, 1) * grid.pitch


def row_depth(grid: Grid, cells: list[CellLines]) -> float:
    """Return the height of a row that holds cells, in points."""
    words = [len(cell.lines) * grid.pitch + len(cell.parted) * grid.part for cell in cells]
    return max(row_height(grid, 1), 2 * grid.pad + max(words, default=0.0))


def split_row(row: Row, room: float, *, least: int) -> tuple[Row, Row] | None:
    """Split a row between its lines so that the first part fits into ``room`` points.

    Neither part is left with fewer than ``least`` lines; None if that cannot be.
    """
    grid, total = row.grid, row.line_count
    count = min(int((room - 2 * grid.pad) // grid.pitch), total - least)
    while count >= least and row_depth(grid, _cells(row, 0, count)) > room:
        count -= 1
    if count < least:
        return None
    return _part(row, 0, count, below=0.5), _part(row, count, total, below=row.below)


def _cells(row: Row, start: int, end: int) -> list[CellLines]:
    """Return the cells of a row with only some of its lines."""
    return [
        replace(
            cell,
            lines=cell.lines[start:end],
            down=Down.TOP,
            lowered=0.0,
            parted=tuple(line - start for line in cell.parted if start < line < end),
        )
        for cell in row.cells
    ]


def _part(row: Row, start: int, end: int, *, below: float) -> Row:
    cells = _cells(row, start, end)
    return Row(
        row_depth(row.grid, cells),
        grid=row.grid,
        cells=cells,
        before=row.before if start == 0 else 0.0,
        keep=row.keep and start > 0,
        anchors=row.anchors if start == 0 else (),
        above=row.above if start == 0 else 0.0,
        below=below,
        head=row.head,
        last=row.last and start > 0,
    )
