# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from datetime import date

from tests.compose.layouts.measuring import kpi, month, only_table, rising, show, words

from evidencepack.blocks.blocks import Paragraph
from evidencepack.domain.record import Facts
from evidencepack.library.model import Library

YEAR = {"period_start": date(2025, 1, 1), "period_end": date(2025, 12, 31)}


def test_a_column_for_each_month_and_a_quarter_over_its_three(facts: Facts, library: Library) -> None:
    quarter = kpi(2, month(date(2026, 4, 1), months=3, met=30, cases=40))
    table = only_table(show(facts, library, "kpi_figures", rising(1), quarter))
    assert words(table.head) == [["Ref", "Measure", "Apr 2026", "May", "Jun"]]
    assert words(table.rows) == [
        ["KPI-01", "Measure 1", "50%", "63%", "75%"],
        ["KPI-02", "Measure 2", "Apr–Jun: 75%"],
    ]
    assert [cell.span for cell in table.rows[1].cells] == [1, 1, 3]


def test_longer_periods_are_named_in_words(facts: Facts, library: Library) -> None:
    yearly = kpi(2, {**month(date(2025, 1, 1), met=7, cases=8), **YEAR})
    table = only_table(show(facts, library, "kpi_figures", rising(1), yearly))
    assert words(table.rows)[1] == ["KPI-02", "Measure 2", "Jan–Dec 2025: 7 of 8"]
    assert table.rows[1].cells[2].span == 3
    alone = only_table(show(facts, library, "kpi_figures", yearly))
    assert words(alone.head) == [["Ref", "Measure", "Results"]]


def test_the_last_twelve_months_are_shown(facts: Facts, library: Library) -> None:
    old = kpi(2, month(date(2025, 1, 1), met=30, cases=40))
    table = only_table(show(facts, library, "kpi_figures", rising(1), old))
    assert len(table.columns) == 14
    assert words(table.head)[0][-7:] == ["Dec", "Jan 2026", "Feb", "Mar", "Apr", "May", "Jun"]
    assert "75%" not in words(table.rows)[1]


def test_few_cases_are_not_shown_and_a_month_without_a_figure_is_empty(facts: Facts, library: Library) -> None:
    measure = kpi(1, month(date(2026, 4, 1), met=2, cases=3), month(date(2026, 6, 1), met=30, cases=40))
    table = only_table(show(facts, library, "kpi_figures", measure))
    assert words(table.rows) == [["KPI-01", "Measure 1", "fewer than 5", "", "75%"]]


def test_measures_without_results_have_no_row(facts: Facts, library: Library) -> None:
    (gap,) = show(facts, library, "kpi_figures", kpi(1))
    assert isinstance(gap, Paragraph)
    assert len(only_table(show(facts, library, "kpi_figures", kpi(1), rising(2))).rows) == 1
