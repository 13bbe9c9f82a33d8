# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from itertools import pairwise

from tests.render.figures.governance import full_levels, levels
from tests.render.typeset.setting import set_blocks
from tests.render.wording import words

from evidencepack.blocks.blocks import Figure
from evidencepack.blocks.figures import GovernanceLevels, Level
from evidencepack.compose.figures.levels import levels_figure
from evidencepack.render.figures.drawing import Area, Stroke
from evidencepack.render.theme import MM, STANDARD
from evidencepack.render.typeset.page import Drawn, Page, Pages, Role

LEFT = STANDARD.portrait.left


def drawn(figure: Figure) -> tuple[Pages, Page, Drawn]:
    pages = set_blocks(figure)
    (page,) = [page for page in pages.pages if page.drawings]
    (found,) = page.drawings
    return pages, page, found


def boxes(found: Drawn) -> list[Stroke]:
    return [shape for shape in found.shapes if isinstance(shape, Stroke) and len(shape.points) == 5]


def test_each_level_is_a_box_beside_its_name_and_the_one_that_decides_is_heavier() -> None:
    _, page, found = drawn(levels())
    made = boxes(found)
    assert [box.weight for box in made] == [1.5, 0.75, 0.75]
    lefts = [box.points[0][0] - box.weight / 2 for box in made]
    assert all(abs(left - 31 * MM) < 0.01 for left in lefts)
    rights = [box.points[1][0] + box.weight / 2 for box in made]
    assert all(abs(right - 165 * MM) < 0.01 for right in rights)
    names = [run for run in page.runs if run.text.startswith(("Strategic", "Risk and", "Operational"))]
    assert [(run.x, run.size) for run in names] == [(LEFT, 10)] * 3


def test_between_two_boxes_is_an_arrow_up_and_who_decides_beside_it() -> None:
    _, page, found = drawn(levels())
    arrows = [shape for shape in found.shapes if isinstance(shape, Area) and len(shape.points) == 3]
    assert len(arrows) == 3
    for tip, left, right in (arrow.points for arrow in arrows):
        assert tip[1] < left[1] == right[1], "it points up"
        assert (right[0] - left[0], left[1] - tip[1]) == (5.0, 5.0)
    gaps = [
        lower.points[0][1] - lower.weight / 2 - upper.points[2][1] - upper.weight / 2
        for upper, lower in pairwise(boxes(found))
    ]
    assert all(abs(gap - 9 * MM) < 0.01 for gap in gaps)
    second = next(run for run in page.runs if run.text.startswith("Level 2"))
    y = second.y - found.y
    assert boxes(found)[1].points[2][1] < y < boxes(found)[2].points[0][1]


def test_answers_in_the_figure_keep_where_they_came_from() -> None:
    _, page, _ = drawn(levels())
    assert {run.paths for run in page.runs if "Dvořák" in run.text} == {("01890000-0000-7000-8000-000000000004/chair",)}
    _, page, _ = drawn(full_levels())
    assert [run.missing for run in page.runs if run.text.startswith("[to complete")] == [True]


def test_every_word_is_part_of_the_figure() -> None:
    _, page, found = drawn(levels())
    inside = [run for run in page.runs if found.y <= run.y <= found.y + found.height]
    for run in inside:
        element = run.element
        while element.role is not Role.FIGURE:
            assert element.parent is not None
            element = element.parent
        assert element.own.alt == levels().alt


def test_levels_too_tall_for_a_page_are_made_smaller() -> None:
    long = Level(words("Level"), words("purpose " * 60), (), words("who decides " * 60))
    pages, page, found = drawn(levels_figure([long] * 5))
    assert len(pages.pages) == 1
    assert found.y + found.height <= STANDARD.portrait.floor
    assert min(run.size for run in page.runs if run.text.strip()) < 9
    assert max(run.y for run in page.runs) <= STANDARD.portrait.floor


def test_one_level_alone_has_no_arrow() -> None:
    _, _, found = drawn(levels_figure([Level(words("Only"))]))
    assert len(found.shapes) == 2
    assert isinstance(levels_figure([Level(words("Only"))]).drawing, GovernanceLevels)
