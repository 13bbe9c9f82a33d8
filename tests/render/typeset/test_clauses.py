# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from tests.render.typeset.setting import LEFT, RIGHT, set_blocks, words

from evidencepack.blocks.blocks import Clause
from evidencepack.render.typeset.page import Role


def test_labels_of_a_very_long_list_stay_inside_the_margins_and_clear_of_the_text() -> None:
    pages = set_blocks(Clause(1, words("Scope")), *(Clause(3, words("One more task")) for _ in range(3000)))
    for page in pages.pages:
        ends: dict[float, float] = {}
        for run in page.runs:
            assert run.x >= LEFT - 0.01
            assert run.x + run.width <= RIGHT + 0.01
            assert ends.get(run.y, 0) <= run.x + 0.01
            ends[run.y] = run.x + run.width


def test_a_short_label_stands_beside_its_text() -> None:
    (page,) = set_blocks(Clause(2, words("One party")), Clause(3, words("One task"))).pages
    lines = {run.y: [other.element.role for other in page.runs if other.y == run.y] for run in page.runs}
    assert [roles for roles in lines.values() if roles] == [[Role.LBL, Role.LBODY], [Role.LBL, Role.LBODY]]
