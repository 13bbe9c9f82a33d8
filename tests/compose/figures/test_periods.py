# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from evidencepack.blocks.figures import MOST_PERIODS, Better
from evidencepack.compose.figures.kpis import Kpi, Reading, Unit
from evidencepack.compose.figures.periods import measured, months_in, short_period, step_of
from evidencepack.compose.figures.trends import Measure, trend_figure, trend_words

APRIL = (date(2026, 4, 1), date(2026, 4, 30))
JUNE = (date(2026, 6, 1), date(2026, 6, 30))
SPRING = (date(2026, 4, 1), date(2026, 6, 30))
AUTUMN = (date(2026, 10, 1), date(2026, 12, 31))


def measure(*periods: tuple[date, date], cases: int = 40) -> Kpi:
    readings = tuple(Reading(*period, Decimal(75), 30, cases, ("k1/readings/r1/met",)) for period in periods)
    return Kpi("KPI-01", "First visit", Unit.PCT, Better.HIGHER, readings=readings)


@pytest.mark.parametrize(
    ("period", "months"),
    [(APRIL, 1), (SPRING, 3), ((date(2026, 4, 1), date(2026, 4, 29)), 0), ((date(2026, 5, 1), date(2026, 4, 30)), 0)],
)
def test_a_period_is_so_many_whole_months(period: tuple[date, date], months: int) -> None:
    assert months_in(Reading(*period)) == months


def test_periods_are_named_briefly() -> None:
    assert short_period(*APRIL) == "Apr 2026"
    assert short_period(*SPRING) == "Apr–Jun 2026"
    assert short_period(date(2026, 12, 1), date(2027, 2, 28)) == "Dec 2026–Feb 2027"


def test_periods_of_different_lengths_have_no_step() -> None:
    assert step_of(measure(APRIL, JUNE)) == 1
    assert step_of(measure(APRIL, SPRING)) == 0
    assert [one.month for one in measured(measure(APRIL, SPRING), ())] == [APRIL[0], SPRING[0]]


def test_a_month_between_has_no_figure() -> None:
    assert [one.number for one in measured(measure(APRIL, JUNE), ())] == [75, None, 75]


def test_a_quarter_between_has_no_figure_and_is_named() -> None:
    made = measured(measure(SPRING, AUTUMN), ())
    assert [one.number for one in made] == [75, None, 75]
    drawn = trend_figure(Measure("First visit", made, unit="%"))
    assert drawn.drawing is not None
    assert "No figure for July to September 2026." in drawn.alt
    assert "April 2026 to December 2026" in trend_words(Measure("First visit", made))


def test_measures_side_by_side_show_the_same_months() -> None:
    late, early, quarterly = measure(JUNE), measure(APRIL), measure(SPRING)
    assert [one.month.month for one in measured(late, (early, quarterly))] == [4, 5, 6]
    assert [one.number for one in measured(late, (early,))] == [None, None, 75]


def test_two_years_are_drawn_at_most() -> None:
    long = measure((date(2020, 1, 1), date(2020, 1, 31)), APRIL)
    assert len(measured(long, ())) == MOST_PERIODS


def test_few_cases_are_marked_and_carry_no_number() -> None:
    (few,) = measured(measure(APRIL, cases=4), ())
    assert few.few
    assert few.number is None
    empty = replace(measure(), readings=(Reading(*APRIL),))
    assert [one.few for one in measured(empty, ())] == [False]
