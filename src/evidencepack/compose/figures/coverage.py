# SPDX-License-Identifier: MPL-2.0
"""The coverage grid, and the words that stand for it: how many answers are met, and every gap by name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evidencepack.blocks.blocks import Figure
from evidencepack.blocks.figures import CoverageGrid, CoverageRow, Covered
from evidencepack.blocks.inlines import Inlines
from evidencepack.compose.plain import plain


def coverage_figure(
    corner: str, columns: Sequence[tuple[Inlines, ...]], rows: Sequence[CoverageRow], *, title: Inlines = ()
) -> Figure:
    """Return the figure of who answers what.

    Raises:
        ValueError: if there is no row or column, or a row has another number of cells than there are columns.
    """
    grid = CoverageGrid(corner, tuple(columns), tuple(rows))
    return Figure("", 0, 0, alt=coverage_words(grid), title=title, drawing=grid)


def coverage_words(grid: CoverageGrid) -> str:
    """Return how many answers are met, and which are thin or missing."""
    states = [cell.state for row in grid.rows for cell in row.cells]
    heads = ", ".join(_head(column) for column in grid.columns)
    opening = f"{len(grid.rows)} by {len(grid.columns)}: each {grid.corner.lower()} against {heads}."
    met = f"{states.count(Covered.MET)} of {len(states)} met."
    return " ".join([opening, met, *_gaps(grid)])


def _gaps(grid: CoverageGrid) -> Iterator[str]:
    for state, word in ((Covered.THIN, "Thin"), (Covered.MISSING, "Missing")):
        found = [
            f"{plain(row.name)}, {_head(column)}"
            for row in grid.rows
            for column, cell in zip(grid.columns, row.cells, strict=True)
            if cell.state is state
        ]
        yield f"{word}: {'; '.join(found) or 'none'}."


def _head(lines: tuple[Inlines, ...]) -> str:
    return " ".join(map(plain, lines))
