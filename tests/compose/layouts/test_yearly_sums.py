# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from tests.compose.layouts.measuring import number, only_table, show, words

from evidencepack.blocks.blocks import Paragraph
from evidencepack.blocks.inlines import Value
from evidencepack.compose.plain import plain
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Answer
from evidencepack.library.model import Library


def promise(code: int, unit: str, *amounts: float, **more: Answer) -> Record:
    years = zip(("year_1", "year_2", "year_3", "total"), amounts, strict=False)
    given = {name: number(amount) for name, amount in years}
    return Record(f"v{code}", "commitment", f"SV-{code:02}", "t1", {"unit": unit, **given, **more})


def test_each_unit_is_added_up_by_itself(facts: Facts, library: Library) -> None:
    found = (promise(1, "people", 4, 4, 4, 12), promise(2, "gbp", 58000, 60000, 62000, 180000))
    table = only_table(show(facts, library, "yearly_sums", *found, promise(3, "people", 1, 2, 3, 6), of="promises"))
    assert words(table.rows) == [
        ["people", "2", "5", "6", "7", "18"],
        ["pounds", "1", "£58,000", "£60,000", "£62,000", "£180,000"],
    ]
    assert table.note == ()


def test_shares_are_not_added_up_and_nobody_is_counted_twice(facts: Facts, library: Library) -> None:
    started, share = promise(1, "people", 4, 4, 4, 12), promise(2, "pct", 45, 55, 60, 60)
    completed = promise(3, "people", 0, 4, 6, 10, counted_elsewhere=True)
    table = only_table(show(facts, library, "yearly_sums", started, share, completed, of="promises"))
    assert words(table.rows) == [["people", "1", "4", "4", "4", "12"]]
    assert plain(table.note) == "SV-03 is left out, so that nobody is counted twice."


def test_a_sum_of_which_a_part_is_missing_is_the_mark_of_that_gap(facts: Facts, library: Library) -> None:
    found = (promise(1, "people", 4, 4), promise(2, "people", 1, 2, 3, 6))
    table = only_table(show(facts, library, "yearly_sums", *found, of="promises"))
    gap = words(table.rows)[0][4]
    assert gap.startswith("[to complete: ")
    assert words(table.rows) == [["people", "2", "5", "6", gap, gap]]
    [cell] = table.rows[0].cells[4].lines
    assert [(value.missing, value.paths) for value in cell if isinstance(value, Value)] == [(True, ("v1/year_3",))]


def test_a_total_that_contradicts_its_years_is_not_added_up(facts: Facts, library: Library) -> None:
    table = only_table(show(facts, library, "yearly_sums", promise(1, "people", 4, 4, 4, 99), of="promises"))
    assert words(table.rows) == [["people", "1", "4", "4", "4", "12"]]


def test_a_total_stands_in_for_years_of_which_one_is_missing(facts: Facts, library: Library) -> None:
    odd = Record("v1", "commitment", "SV-01", "t1", {"unit": "people", "year_1": number(4), "total": number(12)})
    table = only_table(show(facts, library, "yearly_sums", odd, promise(2, "people", 1, 2, 3, 6), of="promises"))
    assert words(table.rows)[0][5] == "18"


def test_without_anything_to_add_up_the_kind_says_so(facts: Facts, library: Library) -> None:
    (gap,) = show(facts, library, "yearly_sums", promise(1, "pct", 45, 55, 60, 60), of="promises")
    assert isinstance(gap, Paragraph)
