# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from math import inf

import pytest

from evidencepack.blocks.blocks import Align, Column, Table
from evidencepack.render.theme import MM, STANDARD
from evidencepack.render.typeset.columns import column_widths, paddings

LOOK = STANDARD.table


def test_words_after_numbers_begin_at_least_seven_millimetres_away() -> None:
    columns = (Column(), Column(24, Align.RIGHT), Column(24, Align.RIGHT), Column())
    found = paddings(Table(columns, (), ()), LOOK)
    assert [padding.right for padding in found] == [LOOK.right, LOOK.right, 7 * MM, 0.0]


def test_words_over_neighbouring_columns_of_a_grid_keep_two_millimetres_apart() -> None:
    grid = (Column(18, Align.CENTRE),) * 2
    left, right = paddings(Table(grid, (), (), centred=True, gap=1), LOOK)
    assert left.right + right.left == pytest.approx(2 * MM)
    assert paddings(Table(grid, (), ()), LOOK)[0].right == 1


def _widths(scale: float, *wishes: float) -> list[float]:
    columns = (Column(20), Column(), Column(20, Align.CENTRE))
    return column_widths(columns, [10.0] * 3, 100 * MM, wishes=[wish * MM for wish in wishes], scale=scale)[0]


def test_a_column_of_a_few_words_grows_with_the_type_as_far_as_it_wishes() -> None:
    assert _widths(1.2, 23, 40, 20) == pytest.approx([23 * MM, 57 * MM, 20 * MM])
    assert _widths(1.2, 30, 40, 20) == pytest.approx([24 * MM, 56 * MM, 20 * MM])
    assert _widths(1.0, 30, 40, 20) == pytest.approx([20 * MM, 60 * MM, 20 * MM])


def test_columns_share_where_larger_words_would_leave_too_little() -> None:
    few, many, letters = _widths(1.3, 38, 90, 20)
    assert letters == pytest.approx(20 * MM)
    assert few == pytest.approx(38 * MM)
    assert many == pytest.approx(42 * MM)


def test_a_column_of_long_text_and_one_for_the_hand_stay_as_wide_as_they_are() -> None:
    assert _widths(1.3, 90, 90, 20)[0] == pytest.approx(20 * MM)
    assert _widths(1.3, inf, 90, 20)[0] == pytest.approx(20 * MM)
