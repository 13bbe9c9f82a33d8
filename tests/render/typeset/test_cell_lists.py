# SPDX-License-Identifier: MPL-2.0
"""Lists inside cells are lists to the ear, and their words stand beside their signs."""

from __future__ import annotations

from tests.render.typeset.setting import set_blocks
from tests.render.wording import words

from evidencepack.blocks.blocks import Cell, Column, Table, TableRow
from evidencepack.render.typeset.page import Element, Role, Run


def _runs(*lines: str, signs: tuple[str, ...], width: float = 0.0) -> list[Run]:
    cell = Cell(tuple(words(line) for line in lines), signs=signs)
    return (
        set_blocks(Table((Column(width), Column()), (), (TableRow((cell, Cell(((),)))),), row_headers=False))
        .pages[0]
        .runs
    )


def _above(element: Element) -> list[Role]:
    found: list[Role] = []
    above: Element | None = element
    while above is not None and above.role is not Role.TD:
        found.append(above.role)
        above = above.parent
    return found


def test_items_of_a_cell_are_a_list_between_its_paragraphs() -> None:
    runs = [run for run in _runs("We do:", "visit", "call", "Done.", signs=("", "•", "•", "")) if run.text]
    assert [(run.text.strip(), _above(run.element)) for run in runs] == [
        ("We do:", [Role.P]),
        ("•", [Role.LBL, Role.LI, Role.L]),
        ("visit", [Role.LBODY, Role.LI, Role.L]),
        ("•", [Role.LBL, Role.LI, Role.L]),
        ("call", [Role.LBODY, Role.LI, Role.L]),
        ("Done.", [Role.P]),
    ]
    lists = {run.element.parent.parent for run in runs if run.element.role is Role.LBL and run.element.parent}
    assert [one.own.list_numbering for one in lists if one] == ["Disc"]


def test_numbers_after_bullets_are_another_list() -> None:
    runs = _runs("a", "b", "c", "d", signs=("•", "1", "2", "1"))
    lists = [run.element.parent.parent for run in runs if run.element.role is Role.LBL and run.element.parent]
    assert [one.own.list_numbering for one in lists if one] == ["Disc", "Decimal", "Decimal", "Decimal"]
    assert len(set(lists)) == 3


def test_the_words_of_an_item_stand_one_under_the_other() -> None:
    runs = [run for run in _runs("word " * 30, signs=("•",), width=40) if run.text]
    sign, *rest = runs
    assert len(rest) > 3
    assert {round(run.x - sign.x, 2) for run in rest} == {8.55}
