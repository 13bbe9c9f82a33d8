# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import pytest
from tests.render.figures.governance import full_levels, levels
from tests.render.wording import words

from evidencepack.blocks.blocks import Figure
from evidencepack.blocks.figures import GovernanceLevels, Level
from evidencepack.blocks.walk import inlines_in
from evidencepack.compose.figures.levels import levels_figure
from evidencepack.compose.plain import plain


def test_the_words_go_the_way_of_a_concern_from_the_lowest_level_up() -> None:
    said = levels().alt
    assert said.startswith("Three levels, from the lowest up: Operational, Risk and information, Strategic. ")
    order = [
        "Level 1 anyone",
        "Daily huddle (M1)",
        "Level 2 both",
        "Shared risk review",
        "Level 3 Siân",
        "Level 4 Board",
    ]
    places = [said.index(part) for part in order]
    assert places == sorted(places)
    assert "An arrow leads up to Strategic: Level 3 Siân Llŷr-Evans, 1 working day." in said
    assert "Strategic (decides scope, cost, staffing), the level with the final say: Partnership Board (M4), " in said


@pytest.mark.parametrize("figure", [levels(), full_levels()], ids=["three", "five"])
def test_every_word_of_the_figure_is_in_its_words(figure: Figure) -> None:
    assert isinstance(figure.drawing, GovernanceLevels)
    lines = [
        line
        for level in figure.drawing.levels
        for line in (
            level.name,
            level.purpose,
            level.reached,
            *(part for group in level.groups for part in (group.name, *group.lines)),
        )
    ]
    assert [plain(line) for line in lines if plain(line) not in figure.alt] == []
    assert len(list(inlines_in(figure))) >= len(lines)


def test_a_level_may_have_nothing_but_a_name() -> None:
    assert levels_figure([Level(words("Board"))]).alt == "One level, from the lowest up: Board. Board."


def test_there_is_at_least_one_level() -> None:
    with pytest.raises(ValueError, match="needs a level"):
        levels_figure([])
