# SPDX-License-Identifier: MPL-2.0
"""Drawings: what a figure shows, as data. Neither lengths nor colours stand here, only what is known and what is not.

The words are those that are printed; values only say how high a dot stands. ``paths`` are FieldPaths as text.
"""

from __future__ import annotations

from enum import StrEnum
from math import isfinite
from typing import TypeAlias

from evidencepack.blocks.inlines import Inlines
from evidencepack.blocks.parts import Part, part

MOST_PERIODS = 24
"""Two years of months: more would stand closer than their dots are wide."""

MONTHS = 12
"""Columns of a year."""


class Better(StrEnum):
    """In which direction a measure gets better."""

    HIGHER = "higher"
    LOWER = "lower"


class Known(StrEnum):
    """What is known of a period: a result, none, or that there were fewer than five cases."""

    GIVEN = "given"
    MISSING = "missing"
    FEW = "few"


class Covered(StrEnum):
    """How well evidence covers a question."""

    MET = "met"
    THIN = "thin"
    MISSING = "missing"


@part
class Period(Part):
    """A month, a quarter or a year: its name in words, its sign on the axis, the year that stands below."""

    name: str
    sign: str
    year: str = ""


@part
class Result(Part):
    """The result of one period and its words ("94%")."""

    value: float = 0.0
    text: str = ""
    known: Known = Known.GIVEN
    paths: tuple[str, ...] = ()


@part
class Target(Part):
    """What is aimed at, and its words."""

    value: float
    text: str
    paths: tuple[str, ...] = ()


@part
class Series(Part):
    """A second line for comparison, by its name."""

    name: str
    results: tuple[Result, ...]


@part
class Trend(Part):
    """The results of one measure over 1 to 24 periods, one for each. ``percentages`` share one scale on a page."""

    measure: str
    periods: tuple[Period, ...]
    results: tuple[Result, ...]
    better: Better = Better.HIGHER
    percentages: bool = False
    target: Target | None = None
    beside: Series | None = None

    def __post_init__(self) -> None:
        lines = (self.results, *((self.beside.results,) if self.beside else ()))
        if not 1 <= len(self.periods) <= MOST_PERIODS or any(len(line) != len(self.periods) for line in lines):
            raise ValueError(f"a trend needs 1 to {MOST_PERIODS} periods and a result for each")
        values = [result.value for line in lines for result in line if result.known is Known.GIVEN]
        values += [self.target.value] if self.target else []
        if any(value < 0 or not isfinite(value) for value in values):
            raise ValueError("a trend shows no values below nought")


@part
class CalendarRow(Part):
    """What happens in a year: the words of each month (dates), or one band of words from a month on.

    ``strong`` is the row of the meeting that decides.
    """

    name: Inlines
    months: tuple[tuple[Inlines, ...], ...] = ()
    band: Inlines = ()
    band_from: int = 0
    strong: bool = False

    def __post_init__(self) -> None:
        if bool(self.band) == bool(self.months) or (self.months and len(self.months) != MONTHS):
            raise ValueError("a row of a calendar has twelve months or one band")
        if not 0 <= self.band_from < MONTHS:
            raise ValueError("a band begins in one of the twelve months")


@part
class YearCalendar(Part):
    """Twelve months from any: the words above the names of the rows ("2027–28"), the months' names, the rows.

    ``start`` is the number of the month, from 0, before which the upright line of the contract's start stands, or -1.
    """

    year: str
    months: tuple[str, ...]
    rows: tuple[CalendarRow, ...]
    start: int = -1

    def __post_init__(self) -> None:
        if len(self.months) != MONTHS or not self.rows or not -1 <= self.start < MONTHS:
            raise ValueError("a calendar has twelve months and at least one row")


@part
class Group(Part):
    """Who meets at a level: the name of the meeting, and lines about it."""

    name: Inlines
    lines: tuple[Inlines, ...] = ()


@part
class Level(Part):
    """A level of governance: its name, what it is for, who meets, and how a concern reaches it.

    ``reached`` stands beside the arrow that leads up to it: who decides, and in what time. ``decides`` marks the
    level with the final say.
    """

    name: Inlines
    purpose: Inlines = ()
    groups: tuple[Group, ...] = ()
    reached: Inlines = ()
    decides: bool = False


@part
class GovernanceLevels(Part):
    """Levels from the top down, a concern going up from each to the next."""

    levels: tuple[Level, ...]

    def __post_init__(self) -> None:
        if not self.levels:
            raise ValueError("governance needs a level")


@part
class CoverageCell(Part):
    """How well something is covered, and by what: a count or a few words."""

    state: Covered
    words: Inlines = ()


@part
class CoverageRow(Part):
    """One row of a coverage grid, a cell for each column."""

    name: Inlines
    cells: tuple[CoverageCell, ...]


@part
class CoverageGrid(Part):
    """Who answers what: the head of the rows, the lines of each column's head, the rows."""

    corner: str
    columns: tuple[tuple[Inlines, ...], ...]
    rows: tuple[CoverageRow, ...]

    def __post_init__(self) -> None:
        if not self.columns or not self.rows or any(len(row.cells) != len(self.columns) for row in self.rows):
            raise ValueError("a coverage grid has columns, rows, and a cell for each")


Drawing: TypeAlias = Trend | YearCalendar | GovernanceLevels | CoverageGrid
