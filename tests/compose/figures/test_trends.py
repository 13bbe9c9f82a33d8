# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from tests.render.figures.dashboard import dashboard, measure, results, states

from evidencepack.blocks.blocks import Figure
from evidencepack.blocks.figures import Better, Known, Trend
from evidencepack.blocks.inlines import LineBreak, Text, Value
from evidencepack.compose.figures.trends import (
    Measure,
    Measured,
    starts_at_fifty,
    trend_figure,
    trend_figures,
    trend_table,
    trend_words,
)
from evidencepack.compose.plain import plain

PATH = "01890000-0000-7000-8000-000000000001"


def drawing(figure: Figure) -> Trend:
    assert isinstance(figure.drawing, Trend)
    return figure.drawing


def test_the_words_name_measure_first_last_direction_target_and_what_is_missing() -> None:
    made = replace(states()[0], target_by=date(2027, 9, 30))
    assert trend_words(made) == (
        "Month missing in the middle, April 2026 to January 2027: up from 71% in April 2026 to 94% in January 2027. "
        "Target 95% or more by 30 September 2027. The last result has not reached it. No figure for August 2026."
    )


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (
            states()[1],
            "down from 6.1 in April 2026 to 1.6 in January 2027. Target 2.0 or less. The last result is better",
        ),
        (states()[2], "One period: a point, no trend word: 88% in January 2027. Target 85% or more."),
        (states()[4], "No figure at all: no figures for April 2026 to December 2026. Target 95% or more."),
        (states()[5], "Target 95% or more. The last result meets it exactly."),
        (states()[6], "unchanged, from 82% in April 2026 to 82% in September 2026"),
        (states()[7], "Fewer than 5 cases, not shown, in April 2026, May 2026, July 2026 and December 2026."),
        (states()[9], "up from 980,000 in April 2026 to 1,204,310 in June 2026."),
        (states()[11], "For comparison, a year before: 62% to 73%."),
        (states()[13], "down from 94% in April 2026 to 80% in July 2026."),
        (dashboard()[4], "up from 5 of 6 in May 2026 to 13 of 13 in January 2027."),
    ],
)
def test_every_state_is_told_in_words(made: Measure, words: str) -> None:
    assert words in trend_words(made)


@pytest.mark.parametrize("made", [*dashboard(), *states()], ids=lambda made: made.name[:30])
def test_words_and_drawing_cannot_contradict_each_other(made: Measure) -> None:
    figure = trend_figure(made)
    drawn = drawing(figure)
    given = [
        (period, result)
        for period, result in zip(drawn.periods, drawn.results, strict=True)
        if result.known is Known.GIVEN
    ]
    for period, result in given[:1] + given[-1:]:
        written = next(
            one for one in made.results if one.number is not None and not one.few and one.month == _day(period.name)
        )
        assert f"{written.words or result.text} in {period.name}" in figure.alt
    for period, result in zip(drawn.periods, drawn.results, strict=True):
        if result.known is not Known.GIVEN and given:
            assert period.name in figure.alt
    if drawn.target:
        assert f"Target {drawn.target.text}" in figure.alt


def _day(name: str) -> date:
    return next(one.month for one in results(*["1"] * 24) if _name(one.month) == name)


def _name(month: date) -> str:
    return f"{month:%B} {month.year}"


def test_the_title_tells_of_change_only_where_three_results_got_better() -> None:
    assert trend_figure(dashboard()[0]).title == (
        Text("Referrals answered in 2 hours:"),
        LineBreak(),
        Text("up from "),
        Value("71%", (f"{PATH}/results/0/result",)),
        Text(" to "),
        Value("94%", (f"{PATH}/results/9/result",)),
    )
    assert plain(trend_figure(dashboard()[3]).title) == "Missed visits per 1,000: down from 6.1 to 2.2"
    assert plain(trend_figure(dashboard()[4]).title).endswith("up from 5 of 6 to 13 of 13")
    assert plain(trend_figure(states()[3]).title).endswith("no line: 80%"), "two results are no trend"
    assert plain(trend_figure(states()[13]).title) == "Getting worse: 80%"
    assert plain(trend_figure(states()[6]).title) == "All results equal: 82%"
    assert plain(trend_figure(states()[4]).title) == "No figure at all"
    fallen = measure("x", "9", "8", "7", unit="", better=Better.LOWER)
    assert "down from 9 to 7" in plain(trend_figure(fallen).title)


def test_the_line_below_gives_code_target_and_number_of_cases() -> None:
    below = trend_figure(dashboard()[0]).below
    assert plain(below) == "KPI-01 · target 95% by Sep 2027 · n = 34"
    assert Value("95%", (f"{PATH}/target",)) in below
    assert trend_figure(measure("x", "1", target="")).below == ()


def test_results_keep_where_they_came_from() -> None:
    made = drawing(trend_figure(dashboard()[0]))
    assert made.results[0].paths == (f"{PATH}/results/0/result",)
    assert made.target is not None
    assert made.target.paths == (f"{PATH}/target",)
    assert [(period.sign, period.year) for period in made.periods[8:]] == [("D", "2026"), ("J", "2027")]


def test_the_note_says_when_percentages_do_not_start_at_nought() -> None:
    assert plain(trend_figures(dashboard()).note) == "Percentage scales start at 50%."
    assert trend_figures(dashboard()[3:4]).note == ()
    assert not starts_at_fifty((measure("x", "60", target="40"),))
    assert not starts_at_fifty((measure("x", "60", "101"),))
    assert not starts_at_fifty(())


def test_the_table_has_every_figure() -> None:
    table = trend_table((*dashboard()[:1], dashboard()[4], states()[7]))
    rows = [[plain(cell.lines[0]) for cell in row.cells] for row in table.rows]
    assert rows[0] == ["April 2026", "71%", "", "fewer than 5"]
    assert rows[1] == ["May 2026", "75%", "5 of 6", "fewer than 5"]
    assert rows[-1] == ["January 2027", "94%", "13 of 13", "90%"]
    assert [plain(cell.lines[0]) for cell in table.head[0].cells] == [
        "Month",
        "KPI-01",
        "KPI-08",
        "Fewer than five cases",
    ]
    assert table.summary.startswith("Results by month, April 2026 to January 2027: ")


def test_numbers_below_nought_are_refused() -> None:
    below = Measure("x", (Measured(date(2026, 4, 1), Decimal(-1)),))
    with pytest.raises(ValueError, match="below nought"):
        trend_figure(below)
