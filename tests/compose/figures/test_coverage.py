# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import pytest
from tests.render.figures.governance import coverage
from tests.render.wording import words

from evidencepack.blocks.figures import CoverageCell, CoverageRow, Covered
from evidencepack.compose.figures.coverage import coverage_figure


def test_the_words_count_what_is_met_and_name_every_gap() -> None:
    assert coverage().alt == (
        "4 by 5: each partner against 1 Purpose, 2 Contribution, 3 Governance, 4 Evidence, 5 Assurance. "
        "17 of 20 met. "
        "Thin: Lea Marsh College, 3 Governance; Kestrel Rota & Records Ltd, 2 Contribution. "
        "Missing: Lea Marsh College, 5 Assurance."
    )


def test_no_gap_is_said_too() -> None:
    row = CoverageRow(words("Maitree"), (CoverageCell(Covered.MET, words("3")),))
    assert coverage_figure("Partner", [(words("Purpose"),)], [row]).alt.endswith(
        "1 of 1 met. Thin: none. Missing: none."
    )


@pytest.mark.parametrize("cells", [(), (CoverageCell(Covered.MET),) * 2])
def test_every_row_has_a_cell_for_each_column(cells: tuple[CoverageCell, ...]) -> None:
    with pytest.raises(ValueError, match="a cell for each"):
        coverage_figure("Partner", [(words("Purpose"),)], [CoverageRow(words("Maitree"), cells)])
