# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from collections import Counter

import pytest
from tests.render.typeset.setting import set_blocks, words

from evidencepack.blocks.blocks import Cell, Column, Table, TableRow
from evidencepack.render.typeset.heads import spanning
from evidencepack.render.typeset.page import Element


def _row(*cells: tuple[str, int]) -> TableRow:
    return TableRow(tuple(Cell((words(text),) if text else (), span=span) for text, span in cells))


def test_a_head_below_an_empty_cell_spans_both_rows() -> None:
    assert spanning((_row(("", 1), ("May", 2)), _row(("Party", 1), ("1", 1), ("2", 1)))) == {0}
    assert spanning((_row(("", 2), ("May", 1)), _row(("Party", 1), ("Role", 1), ("2", 1)))) == {0, 1}


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ((("a", 1), ("", 2), ("c", 1)), (("d", 2), ("e", 2))),
        ((("a", 2), ("", 1)), (("d", 1), ("e", 2))),
        ((("", 1), ("c", 2)), (("d", 2), ("e", 1))),
    ],
)
def test_a_head_that_also_stands_below_words_spans_nothing(
    above: tuple[tuple[str, int], ...], below: tuple[tuple[str, int], ...]
) -> None:
    head = (_row(*above), _row(*below))
    assert spanning(head) == frozenset()
    columns = sum(span for _, span in above)
    pages = set_blocks(Table((Column(),) * columns, head, (_row(*((f"r{n}", 1) for n in range(columns))),)))
    cells = dict.fromkeys(run.element for page in pages.pages for run in page.runs)
    widths: Counter[Element | None] = Counter()
    for cell in cells:
        widths[cell.parent] += cell.own.column_span
    assert [*widths.values()] == [columns] * 3
    assert {cell.own.row_span for cell in cells} == {1}
