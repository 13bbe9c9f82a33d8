# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from tests.compose.conftest import rows
from tests.compose.layouts.drawn import draw

from evidencepack.blocks.blocks import Figure, Paragraph
from evidencepack.blocks.figures import CoverageGrid, Covered
from evidencepack.blocks.inlines import Value
from evidencepack.compose.plain import plain
from evidencepack.domain.record import Facts
from evidencepack.library.model import Library

COVERAGE = rows(
    "c",
    {"who": "Maitree", "question": "Purpose", "state": "met", "found": "3"},
    {"who": "Maitree", "question": "Evidence", "state": "thin", "found": "1"},
    {"who": "Osierbed", "question": "Purpose", "state": "odd", "found": "2"},
)


def test_rows_meet_columns_and_what_nobody_answered_is_missing(facts: Facts, library: Library) -> None:
    (figure,) = draw(facts, library, "coverage_grid", "coverage", coverage=COVERAGE)
    assert isinstance(figure, Figure)
    grid = figure.drawing
    assert isinstance(grid, CoverageGrid)
    assert grid.corner == "Partner"
    assert [plain(line) for (line,) in grid.columns] == ["Purpose", "Evidence"]
    assert [[cell.state for cell in row.cells] for row in grid.rows] == [
        [Covered.MET, Covered.THIN],
        [Covered.MISSING, Covered.MISSING],
    ]
    assert grid.rows[0].cells[0].words == (Value("3", ("p1/coverage/c1/found",)),)
    assert grid.rows[1].cells[0].words == ()
    assert grid.rows[0].name == (Value("Maitree", ("p1/coverage/c1/who",)),)
    assert figure.alt.endswith("1 of 4 met. Thin: Maitree, Evidence. Missing: Osierbed, Purpose; Osierbed, Evidence.")


def test_without_rows_there_is_the_mark_of_a_gap(facts: Facts, library: Library) -> None:
    (gap,) = draw(facts, library, "coverage_grid", "coverage")
    assert isinstance(gap, Paragraph)
