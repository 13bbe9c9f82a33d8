# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import pytest

from evidencepack.render.theme import MM, STANDARD, PageShape, TextStyle


@pytest.mark.parametrize(("shape", "across", "down"), [(STANDARD.portrait, 165, 243), (STANDARD.landscape, 252, 156)])
def test_text_areas_are_those_of_the_art_direction(shape: PageShape, across: float, down: float) -> None:
    assert shape.measure == pytest.approx(across * MM)
    assert shape.floor - shape.top == pytest.approx(down * MM)


def test_body_text_is_a_hundred_and_fifty_millimetres_wide() -> None:
    assert STANDARD.portrait.measure - STANDARD.body.right == pytest.approx(150 * MM)
    clause = STANDARD.clauses[1]
    assert STANDARD.portrait.measure - clause.text_at - clause.style.right == pytest.approx(150 * MM)


def test_a_baseline_leaves_the_same_white_above_and_below_the_letters() -> None:
    style = TextStyle(10, 20)
    above = style.baseline - 0.905 * style.size
    below = style.pitch - style.baseline - 0.212 * style.size
    assert above == pytest.approx(below)


def test_nothing_is_smaller_than_nine_points() -> None:
    sizes = [value.size for value in STANDARD if isinstance(value, TextStyle)]
    assert min([*sizes, *STANDARD.table.pitches, STANDARD.running.text.size, STANDARD.signature.label.size]) >= 9


@pytest.mark.parametrize(("size", "pitch"), [(9, 11.5), (9.5, 12), (10, 13), (10.5, 13.5), (11, 14), (12, 15)])
def test_tables_have_a_pitch_for_every_size(size: float, pitch: float) -> None:
    assert STANDARD.table.pitch(size) == pitch


def test_headings_below_the_third_level_are_as_large_and_lighter() -> None:
    third, *deeper = (STANDARD.heading(level) for level in range(3, 7))
    assert [(look.size, look.bold) for look in deeper] == [(third.size, third.bold)] * 3
    assert {look.colour for look in deeper} == {"ink2"}
