# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidencepack.render.figures.labels import Field, first_free, pushed_apart

APART = 10.5


@pytest.mark.parametrize(
    ("heights", "found"),
    [
        ([20.0, 40.0], [20.0, 40.0]),
        ([21.0, 20.0], [25.75, 15.25]),
        ([20.0, 20.0], [14.75, 25.25]),
        ([20.0, 21.0, 60.0], [15.25, 25.75, 60.0]),
        ([20.0, 20.0, 29.0], [12.5, 23.0, 33.5]),
        ([], []),
    ],
)
def test_words_that_would_touch_are_pushed_apart_the_higher_one_up(heights: list[float], found: list[float]) -> None:
    assert pushed_apart(heights, APART) == pytest.approx(found)


@given(st.lists(st.floats(0, 100), max_size=5))
def test_no_two_touch_and_none_passes_another(heights: list[float]) -> None:
    found = pushed_apart(heights, APART)
    assert all(low - high >= APART - 1e-6 for high, low in pairwise(sorted(found)))
    pairs = sorted(zip(heights, found, strict=True))
    assert [one for _, one in pairs] == sorted(found) or len(set(heights)) < len(heights)


@pytest.mark.parametrize(
    ("line", "meets"),
    [
        (((0, 5), (20, 5)), True),
        (((0, 0), (20, 20)), True),
        (((0, 15), (20, 15)), False),
        (((0, 30), (30, 12)), False),
        (((5, 5), (5, 5)), True),
        (((50, 5), (50, 5)), False),
    ],
)
def test_words_know_which_lines_they_would_hide(line: tuple[tuple[float, float], ...], meets: bool) -> None:  # noqa: FBT001 - a table's column
    assert Field(4, 0, 16, 10).meets(line) is meets


def test_the_first_place_that_hides_nothing_is_taken() -> None:
    below, above = Field(0, 20, 10, 28), Field(0, 0, 10, 8)
    line = ((0.0, 24.0), (10.0, 24.0))
    assert first_free([below, above], [], 0, 30) == 0
    assert first_free([below, above], [line], 0, 30) == 1
    assert first_free([below, above], [line], 5, 30) == 0, "where there is no room at all, the usual place"
    assert first_free([below, above], [], 0, 25) == 1, "words do not leave the plot"
