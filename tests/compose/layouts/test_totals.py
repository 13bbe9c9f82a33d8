# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal

import pytest

from evidencepack.blocks.blocks import Table
from evidencepack.blocks.inlines import Value
from evidencepack.compose.layouts.record_table import record_table
from evidencepack.compose.plain import plain
from evidencepack.compose.scope import Scope
from evidencepack.domain.values import FieldType, Money, Number, Row, Scalar
from evidencepack.domain.values import Table as Rows
from evidencepack.library.model import Field, Kind, Library, Schedule

PEOPLE, VISITS = Number(Decimal(12), "people"), Number(Decimal(3), "visits")


@pytest.fixture
def table(scope: Callable[..., Scope], library: Library, schedule_of: Callable[..., Schedule]) -> Callable[..., Table]:
    """Set a table of items with an amount each, which is added up."""

    def make(*cells: Mapping[str, Scalar], required: bool = False) -> Table:
        amount = Field("amount", "Amount", FieldType.NUMBER, "Help.", required=required)
        kind: Kind = library["mou"]
        items = replace(kind.fields["in_scope"], columns=(*kind.fields["in_scope"].columns, amount))
        shaped = replace(kind, fields={**kind.fields, "in_scope": items})
        schedule = schedule_of("scope", ("Item", "{{ row.item }}"), ("Much", "{{ row.amount }}"), of="in_scope")
        columns = (schedule.columns[0], replace(schedule.columns[1], total=True, align="right"))
        rows = Rows(tuple(Row(str(number), one) for number, one in enumerate(cells)))
        of = scope(kind=shaped)
        own = replace(of.record, answers={**of.record.answers, "in_scope": rows})
        (found,) = record_table(replace(schedule, columns=columns), replace(of, record=own))
        assert isinstance(found, Table)
        return found

    return make


def last(found: Table) -> list[list[str]]:
    return [[plain(line) for line in cell.lines] for cell in found.rows[-1].cells]


def test_numbers_are_added_up_in_a_last_row_called_total(table: Callable[..., Table]) -> None:
    found = table({"item": "a", "amount": PEOPLE}, {"item": "b", "amount": PEOPLE})
    assert [row.total for row in found.rows] == [False, False, True]
    assert last(found) == [["Total"], ["24 people"]]
    paths = ("m1/in_scope/0/amount", "m1/in_scope/1/amount")
    assert found.rows[-1].cells[1].lines == ((Value("24 people", paths),),)


def test_each_unit_has_its_own_sum(table: Callable[..., Table]) -> None:
    rows = [{"item": "a", "amount": one} for one in (PEOPLE, VISITS, PEOPLE)]
    assert last(table(*rows)) == [["Total"], ["24 people", "3 visits"]]


def test_money_is_added_up_with_the_decimals_of_its_column(table: Callable[..., Table]) -> None:
    found = table({"item": "a", "amount": Money(8550)}, {"item": "b", "amount": Money(100000)})
    assert [plain(row.cells[1].lines[0]) for row in found.rows] == ["£85.50", "£1,000.00", "£1,085.50"]


def test_a_sum_that_would_be_too_small_is_not_printed(table: Callable[..., Table]) -> None:
    rows = ({"item": "a", "amount": PEOPLE}, {"item": "b"})
    assert last(table(*rows, required=True)) == [["Total"], []]
    assert last(table(*rows)) == [["Total"], ["12 people"]]


def test_one_row_is_its_own_sum(table: Callable[..., Table]) -> None:
    assert not table({"item": "a", "amount": PEOPLE}).rows[-1].total
