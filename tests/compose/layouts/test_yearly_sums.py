# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from tests.compose.layouts.measuring import number, only_table, show, words

from evidencepack.blocks.blocks import Paragraph
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


def test_a_sum_of_which_a_part_is_missing_stays_empty(facts: Facts, library: Library) -> None:
    found = (promise(1, "people", 4, 4), promise(2, "people", 1, 2, 3, 6))
    table = only_table(show(facts, library, "yearly_sums", *found, of="promises"))
    assert words(table.rows) == [["people", "2", "5", "6", "", ""]]


def test_without_anything_to_add_up_the_kind_says_so(facts: Facts, library: Library) -> None:
    (gap,) = show(facts, library, "yearly_sums", promise(1, "pct", 45, 55, 60, 60), of="promises")
    assert isinstance(gap, Paragraph)
