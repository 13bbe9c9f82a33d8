# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import pytest
from tests.render.typeset.setting import RIGHT, run_of, set_blocks, words

from evidencepack.blocks.blocks import Cell, Column, Entry, Table, TableRow
from evidencepack.render.theme import MM
from evidencepack.render.typeset.page import FieldKind, Role

_HEAD = TableRow(tuple(Cell((words(text),)) for text in ("Name", "Signature or initials", "Date")))


def _row(name: str) -> TableRow:
    return TableRow((Cell((words(name),)), Cell(((),), entry=Entry.SIGNATURE), Cell(((),), entry=Entry.DATE)))


def _list(*names: str) -> Table:
    return Table((Column(), Column(56), Column(32)), (_HEAD,), tuple(map(_row, names)), row_height=11.5)


def test_each_row_of_a_list_to_initial_has_fields_that_say_for_whom() -> None:
    page = set_blocks(_list("Siân Llŷr-Evans", "Rabeya Sultana")).pages[0]
    assert [(form.party, [(one.kind, one.label) for one in form.fields]) for form in page.forms] == [
        (
            name,
            [
                (FieldKind.SIGNATURE, f"Signature or initials, {name}"),
                (FieldKind.LINE, f"Date, as day, month and year, {name}"),
            ],
        )
        for name in ("Siân Llŷr-Evans", "Rabeya Sultana")
    ]
    parents = [one.element.parent for form in page.forms for one in form.fields]
    assert [parent.role if parent else None for parent in parents] == [Role.TD] * 4


def test_the_fields_of_a_row_lie_in_its_free_cells() -> None:
    page = set_blocks(_list("Siân", "Rabeya")).pages[0]
    first, second = page.forms
    for form, above in ((first, run_of(page, "Siân").y - 12), (second, run_of(page, "Rabeya").y - 12)):
        signature, date = form.fields
        assert signature.x + signature.width < date.x
        assert date.x + date.width == pytest.approx(RIGHT)
        assert signature.width >= 50 * MM
        assert above - 2 < signature.y
        assert signature.y + signature.height < above + 11.5 * MM + 4
    assert second.fields[0].y - first.fields[0].y == pytest.approx(11.5 * MM)
