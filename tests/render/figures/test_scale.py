# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.render.figures.dashboard import measure

from evidencepack.blocks.figures import Known, Period, Result, Target, Trend
from evidencepack.compose.figures.trends import trend_figure
from evidencepack.render.figures.scale import Scale, scales_of


def trend(*values: float, percentages: bool = False, target: float | None = None) -> Trend:
    periods = tuple(Period("May 2026", "M", "2026") for _ in values)
    aim = Target(target, str(target)) if target is not None else None
    return Trend(
        "x", periods, tuple(Result(value, str(value)) for value in values), percentages=percentages, target=aim
    )


def words(*trends: Trend) -> list[list[str]]:
    return [[scale.words(tick) for tick in scale.ticks] for scale in scales_of(trends)]


@pytest.mark.parametrize(
    ("greatest", "ticks"),
    [
        (6.1, ["0", "2", "4", "6", "8"]),
        (3.0, ["0", "1", "2", "3", "4"]),
        (0.04, ["0.00", "0.01", "0.02", "0.03", "0.04"]),
        (10, ["0.0", "2.5", "5.0", "7.5", "10.0"]),
        (2310, ["0", "1,000", "2,000", "3,000"]),
        (1_204_310, ["0", "500,000", "1,000,000", "1,500,000"]),
        (0, ["0", "1", "2"]),
    ],
)
def test_a_number_has_three_to_five_round_ticks_from_nought(greatest: float, ticks: list[str]) -> None:
    assert words(trend(greatest / 2, greatest)) == [ticks]


def test_percentages_share_one_scale_from_fifty_where_all_lie_above() -> None:
    above, below = trend(71, 94, percentages=True, target=95), trend(51, 52, percentages=True)
    assert words(above, below) == [["50", "75", "100"]] * 2
    assert scales_of([above])[0].cut
    hundred = [["0", "25", "50", "75", "100"]]
    assert words(above, trend(50, percentages=True)) == hundred * 2
    assert words(trend(80, percentages=True, target=40)) == hundred
    assert words(trend(80, 131, percentages=True)) == [["0", "50", "100", "150"]]
    assert not scales_of([below, trend(3)])[1].cut


def test_percentages_without_any_result_go_from_nought_to_a_hundred() -> None:
    gone = Trend("x", (Period("May", "M"),), (Result(known=Known.MISSING),), percentages=True)
    assert words(gone) == [["0", "25", "50", "75", "100"]]


@given(st.floats(min_value=0, max_value=1e12, allow_nan=False))
def test_every_value_stands_on_its_scale(greatest: float) -> None:
    (scale,) = scales_of([trend(greatest, 0)])
    assert 3 <= len(scale.ticks) <= 5
    assert 0 <= scale.share(greatest) <= 1 + 1e-9
    assert len({scale.words(tick) for tick in scale.ticks}) == len(scale.ticks)


def test_a_share_is_how_high_a_value_stands() -> None:
    assert Scale((50.0, 75.0, 100.0)).share(75) == 0.5


@pytest.mark.parametrize("value", [-0.1, float("inf"), float("nan")])
def test_what_cannot_be_drawn_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="below nought"):
        trend(value)


def test_a_trend_has_one_to_twenty_four_months() -> None:
    for words_ in ((), ("1",) * 25):
        with pytest.raises(ValueError, match="1 to 24 periods"):
            trend_figure(measure("x", *words_))
