# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import pytest

from evidencepack.blocks.blocks import Align, Cell, Column, TableRow
from evidencepack.blocks.inlines import Inline, Text, Value
from evidencepack.compose.layouts.decimals import evened

_RIGHT = Column(align=Align.RIGHT)


def _rows(*texts: str) -> tuple[TableRow, ...]:
    return tuple(TableRow((Cell(((Text("Who"),),)), Cell(((Value(text, ("r/f",)),),)))) for text in texts)


def _texts(rows: tuple[TableRow, ...]) -> list[str]:
    found: list[Inline] = [row.cells[1].lines[0][0] for row in rows]
    return [inline.text for inline in found if isinstance(inline, Value)]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        (("£1,250", "£85.50"), ["£1,250.00", "£85.50"]),
        (("95%", "97.5%", "100%"), ["95.0%", "97.5%", "100.0%"]),
        (("£5,000,000", "£1,000,000"), ["£5,000,000", "£1,000,000"]),
        (("3", "–", "2.25"), ["3.00", "–", "2.25"]),
        (("12 sessions", "1.5"), ["12 sessions", "1.5"]),
    ],
)
def test_numbers_of_a_column_have_the_same_decimals(typed: tuple[str, ...], printed: list[str]) -> None:
    assert _texts(evened((Column(), _RIGHT), _rows(*typed))) == printed


def test_other_columns_and_gaps_stay_as_they_are() -> None:
    rows = _rows("3", "2.25")
    assert evened((Column(), Column()), rows) == rows
    gap = TableRow((Cell(()), Cell(((Value("1", ("r/f",), missing=True),),))))
    assert evened((Column(), _RIGHT), (gap, *rows))[0] == gap


def test_a_number_keeps_the_answer_it_came_from() -> None:
    changed = evened((Column(), _RIGHT), _rows("3", "2.25"))[0].cells[1].lines[0][0]
    assert changed == Value("3.00", ("r/f",))
