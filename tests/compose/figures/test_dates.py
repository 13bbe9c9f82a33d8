# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidencepack.compose.figures.dates import dates_from, has_dates, months_between, months_later, same_weekday
from evidencepack.domain.values import Frequency

YEAR = date(2028, 5, 1)
DATED = [often for often in Frequency if has_dates(often)]


def said(first: date, often: Frequency) -> list[str]:
    return [f"{day:%d %b}" for day in dates_from(first, often, YEAR)]


def test_a_third_thursday_comes_every_third_thursday() -> None:
    assert said(date(2027, 5, 20), Frequency.MONTHLY) == [
        "20 May", "17 Jun", "15 Jul", "19 Aug", "16 Sep", "21 Oct", "18 Nov", "16 Dec", "20 Jan", "17 Feb", "16 Mar",
        "20 Apr",
    ]  # fmt: skip


def test_six_weeks_are_counted_in_days() -> None:
    assert said(date(2027, 5, 14), Frequency.EVERY_6_WEEKS) == [
        "14 May", "25 Jun", "06 Aug", "17 Sep", "29 Oct", "10 Dec", "21 Jan", "03 Mar", "14 Apr",
    ]  # fmt: skip


def test_quarters_keep_their_weekday() -> None:
    assert said(date(2027, 7, 27), Frequency.QUARTERLY) == ["27 Jul", "26 Oct", "25 Jan", "25 Apr"]
    assert said(date(2027, 6, 7), Frequency.SIX_MONTHLY) == ["07 Jun", "06 Dec"]
    assert said(date(2026, 6, 1), Frequency.ANNUALLY) == ["01 Jun", "07 Jun"]


def test_a_fifth_weekday_stays_on_the_last_one() -> None:
    assert said(date(2027, 7, 29), Frequency.MONTHLY)[:4] == ["29 Jul", "26 Aug", "30 Sep", "28 Oct"]


@pytest.mark.parametrize("often", [Frequency.DAILY, Frequency.WEEKLY, Frequency.ON_EVENT])
def test_what_comes_too_often_or_as_needed_has_no_dates(often: Frequency) -> None:
    assert not has_dates(often)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.sampled_from(DATED))
def test_dates_go_on_on_the_same_weekday(first: date, often: Frequency) -> None:
    dates = list(dates_from(first, often, months_later(first, 25)))
    assert dates[0] == first
    assert {day.weekday() for day in dates} == {first.weekday()}
    assert all(earlier < later for earlier, later in pairwise(dates))


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 24))
def test_a_month_later_is_in_that_month(first: date, months: int) -> None:
    assert months_between(first, same_weekday(first, months)) == months
