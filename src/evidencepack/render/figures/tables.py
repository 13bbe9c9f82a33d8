# SPDX-License-Identifier: MPL-2.0
"""Figures that are read cell by cell, as tables: the year of meetings, and what evidence covers.

Whoever listens to a page can then ask for one meeting or one month, which no sentence about the whole would give.
"""

from __future__ import annotations

from evidencepack.blocks.blocks import Align, Cell, Column, Figure, Fill, Ruling, Table, TableRow
from evidencepack.blocks.figures import MONTHS, CalendarRow, CoverageCell, CoverageGrid, Covered, YearCalendar
from evidencepack.blocks.inlines import Inlines, LineBreak, Text
from evidencepack.render.emphasis import bold

_NAMES, _PARTNERS = 29.0, 46.0  # millimetres
_CALENDAR_SIZE, _COVERAGE_SIZE = 9.0, 9.5
_STATES = {
    Covered.MET: ("Met", Fill.NONE),
    Covered.THIN: ("Thin", Fill.TINT),
    Covered.MISSING: ("Missing", Fill.INK),
}


def as_table(figure: Figure) -> Table | None:
    """Return the table that a figure is set as, or None where it is drawn."""
    match figure.drawing:
        case YearCalendar():
            return _calendar(figure, figure.drawing)
        case CoverageGrid():
            return _coverage(figure, figure.drawing)
        case _:
            return None


def _calendar(figure: Figure, calendar: YearCalendar) -> Table:
    heads = (calendar.year, *calendar.months)
    return Table(
        columns=(Column(_NAMES), *(Column(0.0, Align.CENTRE) for _ in calendar.months)),
        head=(TableRow(tuple(Cell(((Text(head),),)) for head in heads)),),
        rows=tuple(_calendar_row(row, calendar.start) for row in calendar.rows),
        title=figure.title,
        note=figure.note,
        summary=figure.alt,
        size=_CALENDAR_SIZE,
        centred=True,
        label=figure.label,
        ruling=Ruling.CALENDAR,
        heavy=calendar.start + 1,
    )


def _calendar_row(row: CalendarRow, start: int) -> TableRow:
    name = Cell((row.name,))
    if row.band:
        return TableRow((name, *_band(row, start)))
    months = (tuple(map(bold, lines)) if row.strong else lines for lines in row.months)
    return TableRow((name, *(Cell(lines or ((),)) for lines in months)))


def _band(row: CalendarRow, start: int) -> tuple[Cell, ...]:
    """Return the cells of a band: it parts where the contract starts, and its words stand in the longer part."""
    before = tuple(Cell(((),)) for _ in range(row.band_from))
    if not row.band_from < start:
        return (*before, Cell((row.band,), Fill.BAND, MONTHS - row.band_from))
    spans = (start - row.band_from, MONTHS - start)
    words: tuple[Inlines, Inlines] = (row.band, ()) if spans[0] > spans[1] else ((), row.band)
    return (*before, *(Cell((line,), Fill.BAND, span) for line, span in zip(words, spans, strict=True)))


def _coverage(figure: Figure, grid: CoverageGrid) -> Table:
    corner = Cell(((Text(grid.corner),),))
    return Table(
        columns=(Column(_PARTNERS), *(Column() for _ in grid.columns)),
        head=(TableRow((corner, *(Cell((_lines(lines),)) for lines in grid.columns))),),
        rows=tuple(TableRow((Cell((row.name,)), *map(_covered, row.cells))) for row in grid.rows),
        title=figure.title,
        note=figure.note,
        summary=figure.alt,
        size=_COVERAGE_SIZE,
        centred=True,
        label=figure.label,
        ruling=Ruling.GRID,
    )


def _lines(lines: tuple[Inlines, ...]) -> Inlines:
    """Return lines of a head as one paragraph, all of it bold."""
    return tuple(inline for place, line in enumerate(lines) for inline in ((LineBreak(), *line) if place else line))


def _covered(cell: CoverageCell) -> Cell:
    word, fill = _STATES[cell.state]
    return Cell(((Text(word), *((Text(" · "), *cell.words) if cell.words else ())),), fill)
