# SPDX-License-Identifier: MPL-2.0
"""The grid of documents: what there is to fix is never cut; where there is no room for both, it stands alone."""

from __future__ import annotations

import pytest

from evidencepack.ui.places.documents_cells import cell_of
from evidencepack.ui.widgets.marks import Mark
from evidencepack.usecases.badges import Badge
from evidencepack.usecases.document_grid import GridCell
from evidencepack.usecases.documents import Standing


def shown(standing: Standing, badge: Badge, partners: int) -> tuple[str, Mark | None, str]:
    cell = cell_of(GridCell(standing, ("a",)), badge, partners=partners)
    return cell.text, cell.mark, cell.tail


def test_with_a_few_partners_there_is_room_for_both() -> None:
    assert shown(Standing.COMPLETE, Badge(should=2), 3) == ("Ready", Mark.DONE, "2 should fix")


def test_with_many_partners_what_should_be_fixed_stands_alone() -> None:
    assert shown(Standing.COMPLETE, Badge(should=2), 4) == ("2 should fix", Mark.WARN, "")


@pytest.mark.parametrize("partners", [1, 4])
def test_what_must_be_fixed_stands_alone_always(partners: int) -> None:
    assert shown(Standing.COMPLETE, Badge(must=1), partners) == ("1 must fix", Mark.BLOCK, "")


def test_with_nothing_to_fix_a_cell_says_how_far_it_is() -> None:
    assert shown(Standing.COMPLETE, Badge(), 4) == ("Ready", Mark.DONE, "")
