# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from itertools import pairwise

import pytest
from tests.render.typeset.setting import LEFT, RIGHT, set_blocks, words

from evidencepack.blocks.blocks import Align, Cell, Column, Table, TableRow
from evidencepack.blocks.inlines import Link


@pytest.mark.parametrize("align", Align)
def test_a_letter_wider_than_its_column_stays_inside_the_table(align: Align) -> None:
    cells = tuple(Cell(((Link("WW", "https://example.org"),),)) for _ in range(90))
    page = set_blocks(Table((Column(align=align),) * 90, (), (TableRow(cells),))).pages[0]
    assert {run.text for run in page.runs} == {"W"}
    assert min(run.x for run in page.runs) >= LEFT - 0.01
    assert max(run.x + run.width for run in page.runs) <= RIGHT + 0.01
    assert min(rule.x0 for rule in page.rules) >= LEFT - 0.01
    assert max(rule.x1 for rule in page.rules) <= RIGHT + 0.01


def test_a_letter_with_a_soft_break_behind_it_stays_inside_the_table() -> None:
    cells = tuple(Cell((words("m\u200bm"),)) for _ in range(90))
    page = set_blocks(Table((Column(align=Align.CENTRE),) * 90, (), (TableRow(cells),))).pages[0]
    assert {run.text for run in page.runs} == {"m\u200b", "m"}
    assert min(run.x for run in page.runs) >= LEFT - 0.01


def test_white_between_narrow_columns_gives_way_to_their_words() -> None:
    columns = (Column(align=Align.RIGHT), Column()) * 11
    cells = tuple(Cell((words("ab"),)) for _ in columns)
    page = set_blocks(Table(columns, (), (TableRow(cells),) * 2)).pages[0]
    first = [run for run in page.runs if run.y == page.runs[0].y]
    assert [run.text for run in first] == ["ab"] * 22
    assert all(before.x + before.width <= after.x for before, after in pairwise(first))
