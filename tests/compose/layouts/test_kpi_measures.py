# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from datetime import date

from tests.compose.layouts.measuring import kpi, month, number, only_table, owned, rising, show, words

from evidencepack.blocks.blocks import Paragraph
from evidencepack.blocks.inlines import Text
from evidencepack.compose.plain import plain
from evidencepack.domain.record import Facts
from evidencepack.domain.values import Reference
from evidencepack.library.model import Library


def test_a_row_says_who_answers_how_often_and_where_it_stands(facts: Facts, library: Library) -> None:
    measure = rising(
        1,
        **owned(baseline=number(50), baseline_cases=number(40), verification="10 files a month"),
        target=number(95),
        target_by=date(2027, 9, 30),
        amber_from=number(80),
        red_from=number(60),
    )
    table = only_table(show(facts, library, "kpi_measures", measure))
    assert words(table.rows) == [
        [
            "KPI-01", "Measure 1", "Nasrin Akhtar", "Maitree", "Monthly, M4", "50%", "95% by Sep 2027", "75%, Amber",
            "10 files a month",
        ]
    ]  # fmt: skip
    assert plain(table.note).startswith("M4: Partnership Board.")
    last = table.rows[0].cells[7].lines[0][-1]
    assert isinstance(last, Text)
    assert last.bold


def test_what_is_well_is_said_in_plain_weight(facts: Facts, library: Library) -> None:
    measure = rising(1, target=number(75))
    (row,) = only_table(show(facts, library, "kpi_measures", measure)).rows
    assert plain(row.cells[7].lines[0]) == "75%, on target"
    assert not any(isinstance(inline, Text) and inline.bold for inline in row.cells[7].lines[0])


def test_required_answers_that_are_missing_leave_a_gap_that_names_them(facts: Facts, library: Library) -> None:
    (row,) = words(only_table(show(facts, library, "kpi_measures", kpi(1))).rows)
    assert row[2] == "[to complete: Who answers for it?]"
    assert row[6] == "[to complete: What is the target?]"
    assert row[7] == "No figure yet"
    assert row[3:6] == ["", "", ""]


def test_figures_from_everyone_and_a_figure_that_is_still_to_come(facts: Facts, library: Library) -> None:
    measure = rising(1, supplier_is="every_party", baseline_plan="set in month 3", party=Reference("mt"))
    (row,) = words(only_table(show(facts, library, "kpi_measures", measure)).rows)
    assert row[3] == "Everyone"
    assert row[5] == "set in month 3"


def test_the_figure_before_stands_in_counts_where_the_latest_does(facts: Facts, library: Library) -> None:
    measure = kpi(1, month(date(2026, 4, 1), met=11, cases=12), baseline=number("66.7"), baseline_cases=number(9))
    (row,) = words(only_table(show(facts, library, "kpi_measures", measure)).rows)
    assert row[5] == "6 of 9"
    assert row[7] == "11 of 12, on track"


def test_without_measures_the_kind_says_so(facts: Facts, library: Library) -> None:
    (gap,) = show(facts, library, "kpi_measures")
    assert isinstance(gap, Paragraph)
