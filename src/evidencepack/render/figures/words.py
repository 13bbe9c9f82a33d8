# SPDX-License-Identifier: MPL-2.0
"""The words that figures print, whatever they draw."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import assert_never

from evidencepack.blocks.blocks import Figure
from evidencepack.blocks.figures import CoverageGrid, Drawing, GovernanceLevels, Level, Trend, YearCalendar
from evidencepack.blocks.inlines import Inlines


def is_table(figure: Figure) -> bool:
    """Say whether a figure is printed as a table, and numbered among them."""
    return isinstance(figure.drawing, CoverageGrid)


def inlines_of_figure(figure: Figure) -> Iterator[Inlines]:
    """Give every sequence of inlines that a figure prints, in reading order."""
    yield from (figure.title, figure.below)
    if figure.drawing is not None:
        yield from _drawn(figure.drawing)
    yield figure.note


def _drawn(drawing: Drawing) -> Iterator[Inlines]:
    """Give the inlines inside a drawing; a trend has none, only words of its own."""
    match drawing:
        case Trend():
            return
        case YearCalendar():
            for row in drawing.rows:
                yield from (row.name, *chain.from_iterable(row.months), row.band)
        case GovernanceLevels():
            yield from chain.from_iterable(map(_level, drawing.levels))
        case CoverageGrid():
            yield from chain.from_iterable(drawing.columns)
            for covered in drawing.rows:
                yield from (covered.name, *(cell.words for cell in covered.cells))
        case _:
            assert_never(drawing)


def _level(level: Level) -> Iterator[Inlines]:
    yield from (level.name, level.purpose)
    for group in level.groups:
        yield from (group.name, *group.lines)
    yield level.reached
