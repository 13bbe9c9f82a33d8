# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from datetime import date

from tests.compose.layouts.measuring import kpi, month, number, rising, show

from evidencepack.blocks.blocks import Figures, Paragraph
from evidencepack.blocks.figures import Known, Trend
from evidencepack.blocks.inlines import Text, Value
from evidencepack.compose.plain import plain
from evidencepack.domain.record import Facts
from evidencepack.library.model import Library

LIMITS = {"target": number(80), "amber_from": number(70), "red_from": number(60)}


def test_each_drawn_measure_has_a_figure_of_its_own_results(facts: Facts, library: Library) -> None:
    other = rising(2, short_name="Second", draw=False)
    _, figures = show(facts, library, "kpi_trends", rising(1, target_by=date(2027, 9, 30), **LIMITS), other)
    assert isinstance(figures, Figures)
    (figure,) = figures.figures
    assert plain(figure.title) == "Measure 1: up from 50% to 75%"
    assert plain(figure.below) == "KPI-01 · target 80% by Sep 2027 · n = 40"
    assert isinstance(figure.drawing, Trend)
    assert figure.drawing.results[0].paths == ("k1/readings/r1/met",)
    assert figures.result == "monthly result"
    assert plain(figures.note) == "n is the number of cases in the last period."


def test_a_sentence_says_where_the_measures_stand(facts: Facts, library: Library) -> None:
    red = kpi(2, month(date(2026, 4, 1), met=10, cases=40), **LIMITS)
    first, *_ = show(facts, library, "kpi_trends", rising(1, **LIMITS), rising(4, **LIMITS), red, kpi(3))
    assert isinstance(first, Paragraph)
    assert plain(first.inlines) == (
        "We share four measures: two are on track, one is red and one has no figure yet. "
        "All two with three results or more got better."
    )


def test_what_did_not_get_better_is_not_hidden(facts: Facts, library: Library) -> None:
    falling = rising(1, better="lower", **LIMITS)
    first, *_ = show(facts, library, "kpi_trends", falling, rising(2, **LIMITS))
    assert isinstance(first, Paragraph)
    assert plain(first.inlines).endswith("One of the two with three results or more got better.")
    alone, *_ = show(facts, library, "kpi_trends", falling)
    assert isinstance(alone, Paragraph)
    assert plain(alone.inlines) == (
        "We share one measure: one is red. The one with three results or more did not get better."
    )
    none, *_ = show(facts, library, "kpi_trends", falling, rising(2, better="lower"))
    assert isinstance(none, Paragraph)
    assert plain(none.inlines).endswith("None of the two with three results or more got better.")


def test_a_measure_that_began_later_has_crosses_before_and_is_named(facts: Facts, library: Library) -> None:
    late = kpi(2, month(date(2026, 6, 1), met=30, cases=40))
    _, figures = show(facts, library, "kpi_trends", rising(1), late)
    assert isinstance(figures, Figures)
    assert plain(figures.note).startswith("KPI-02 began in June 2026. ")
    drawing = figures.figures[1].drawing
    assert isinstance(drawing, Trend)
    assert [one.known for one in drawing.results] == [Known.MISSING, Known.MISSING, Known.GIVEN]


def test_months_and_quarters_side_by_side_share_a_key_for_both(facts: Facts, library: Library) -> None:
    quarter = kpi(2, month(date(2026, 4, 1), months=3, met=30, cases=40))
    _, figures = show(facts, library, "kpi_trends", rising(1), quarter)
    assert isinstance(figures, Figures)
    assert figures.result == "result"
    _, alone = show(facts, library, "kpi_trends", quarter)
    assert isinstance(alone, Figures)
    assert alone.result == "quarterly result"


def test_nothing_is_drawn_without_a_result_or_below_nought(facts: Facts, library: Library) -> None:
    below = kpi(2, month(date(2026, 4, 1), result=-1, cases=9), unit="mean")
    few = kpi(3, month(date(2026, 4, 1), met=2, cases=3))
    assert len(show(facts, library, "kpi_trends", kpi(1), below, few)) == 1


def test_without_measures_the_kind_says_so(facts: Facts, library: Library) -> None:
    (gap,) = show(facts, library, "kpi_trends")
    assert isinstance(gap, Paragraph)
    assert plain(gap.inlines) == "Nothing yet."


def test_the_sentence_comes_from_the_results_so_that_those_who_signed_need_not_agree_to_each(
    facts: Facts, library: Library
) -> None:
    first, *_ = show(facts, library, "kpi_trends", rising(1, **LIMITS), rising(2, **LIMITS), kpi(3))
    assert isinstance(first, Paragraph)
    (said,) = first.inlines
    assert isinstance(said, Value)
    assert said.paths == ("k1/readings", "k2/readings")
    (without, *_) = show(facts, library, "kpi_trends", kpi(3))
    assert isinstance(without, Paragraph)
    assert [type(one) for one in without.inlines] == [Text]
