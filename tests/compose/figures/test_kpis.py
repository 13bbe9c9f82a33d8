# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from evidencepack.blocks.figures import Better
from evidencepack.compose.figures.kpis import (
    Kpi,
    Reading,
    Standing,
    Unit,
    got_better,
    has_trend,
    number_of,
    result_words,
    standing,
)

DAY = date(2027, 1, 1)


def reading(number: str | None, cases: int | None = 100, met: int | None = None) -> Reading:
    return Reading(DAY, DAY, Decimal(number) if number is not None else None, met, cases)


def measure(*numbers: str, unit: Unit = Unit.PCT, better: Better = Better.HIGHER, **limits: str) -> Kpi:
    known = {name: Decimal(limit) for name, limit in limits.items()}
    made = Kpi("KPI-01", "First visit", unit, better, readings=tuple(map(reading, numbers)))
    return replace(made, target=known.get("target"), amber=known.get("amber"), red=known.get("red"))


def latest_words(made: Kpi) -> str:
    return result_words(made, made.readings[-1])


def test_a_share_and_a_rate_come_from_their_two_counts() -> None:
    assert number_of(Unit.PCT, result=None, met=Decimal(15), cases=Decimal(20)) == Decimal(75)
    assert number_of(Unit.PER_1000, result=None, met=Decimal(5), cases=Decimal(2500)) == Decimal(2)
    assert number_of(Unit.MEAN, result=Decimal("2.7"), met=None, cases=Decimal(13)) == Decimal("2.7")


def test_without_two_counts_a_share_is_what_was_entered() -> None:
    assert number_of(Unit.PCT, result=Decimal(71), met=None, cases=Decimal(20)) == Decimal(71)
    assert number_of(Unit.PCT, result=None, met=Decimal(0), cases=Decimal(0)) is None


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (measure("94.12"), "94%"),
        (measure("99.6"), "99.6%"),
        (measure("0.4"), "0.4%"),
        (measure("94.6", target="95"), "94.6%"),
        (measure("95.4", target="95"), "95%"),
        (measure("12.4", better=Better.LOWER, target="12"), "12.4%"),
        (measure("2.164", unit=Unit.PER_1000), "2.2"),
        (measure("1234.5", unit=Unit.COUNT), "1,234.5"),
        (measure("3.5", unit=Unit.HOURS), "3.5 hours"),
        (measure("2", unit=Unit.DAYS), "2 days"),
    ],
)
def test_rounding_never_says_more_than_was_reached(made: Kpi, words: str) -> None:
    assert latest_words(made) == words


def test_a_measure_of_few_cases_stands_in_counts_from_the_first_result_to_the_last() -> None:
    few = Kpi("K", "n", Unit.PCT, Better.HIGHER, readings=(reading("50", 30, 15), reading("100", 13, 13)))
    assert [result_words(few, one) for one in few.readings] == ["15 of 30", "13 of 13"]
    many = replace(few, readings=few.readings[::-1])
    assert [result_words(many, one) for one in many.readings] == ["100%", "50%"]


def test_a_count_that_was_not_entered_is_worked_out_from_the_share() -> None:
    assert result_words(measure(), reading("66.7", 9)) == "6 of 9"


def test_fewer_than_five_are_known_and_not_written() -> None:
    hidden = Kpi("K", "n", Unit.PCT, Better.HIGHER, readings=(reading("75", 4, 3),))
    assert latest_words(hidden) == "fewer than 5"
    assert hidden.latest is None
    assert standing(hidden) is Standing.FEW
    assert latest_words(measure("3", unit=Unit.COUNT)) == "fewer than 5"
    assert latest_words(measure("0", unit=Unit.COUNT)) == "0"


@pytest.mark.parametrize(
    ("made", "stands"),
    [
        (measure("95", target="95", amber="90", red="80"), Standing.ON_TARGET),
        (measure("90", target="95", amber="90", red="80"), Standing.ON_TRACK),
        (measure("89.9", target="95", amber="90", red="80"), Standing.AMBER),
        (measure("79", target="95", amber="90", red="80"), Standing.RED),
        (measure("13", better=Better.LOWER, target="12", amber="15", red="18"), Standing.ON_TRACK),
        (measure("16", better=Better.LOWER, target="12", amber="15", red="18"), Standing.AMBER),
        (measure("19", better=Better.LOWER, target="12", amber="15", red="18"), Standing.RED),
        (measure("50"), Standing.ON_TRACK),
        (measure(), Standing.NONE),
    ],
)
def test_a_result_stands_where_its_limits_say(made: Kpi, stands: Standing) -> None:
    assert standing(made) is stands


def test_three_results_make_a_trend_and_the_direction_says_what_better_is() -> None:
    assert not has_trend(measure("1", "2"))
    assert has_trend(measure("1", "2", "3"))
    assert got_better(measure("6.1", "2.2", better=Better.LOWER))
    assert not got_better(measure("6.1", "2.2"))
    assert not got_better(measure("5", "5"))
    assert not got_better(measure())
