# SPDX-License-Identifier: MPL-2.0
"""Bank holidays as gov.uk/bank-holidays lists them."""

from __future__ import annotations

from datetime import date

import pytest

from evidencepack.domain.bank_holidays import bank_holidays, easter_day
from evidencepack.domain.trade import Nation


def days(year: int, nation: Nation) -> list[str]:
    return [f"{day:%d %b}" for day in bank_holidays(year, nation)]


@pytest.mark.parametrize(
    ("year", "nation", "listed"),
    [
        (2026, Nation.ENGLAND, "01 Jan,03 Apr,06 Apr,04 May,25 May,31 Aug,25 Dec,28 Dec"),
        (2027, Nation.WALES, "01 Jan,26 Mar,29 Mar,03 May,31 May,30 Aug,27 Dec,28 Dec"),
        (2022, Nation.ENGLAND, "03 Jan,15 Apr,18 Apr,02 May,02 Jun,29 Aug,26 Dec,27 Dec"),
        (2022, Nation.SCOTLAND, "03 Jan,04 Jan,15 Apr,02 May,02 Jun,01 Aug,30 Nov,26 Dec,27 Dec"),
        (2023, Nation.SCOTLAND, "02 Jan,03 Jan,07 Apr,01 May,29 May,07 Aug,30 Nov,25 Dec,26 Dec"),
        (2024, Nation.SCOTLAND, "01 Jan,02 Jan,29 Mar,06 May,27 May,05 Aug,02 Dec,25 Dec,26 Dec"),
        (2024, Nation.NORTHERN_IRELAND, "01 Jan,18 Mar,29 Mar,01 Apr,06 May,27 May,12 Jul,26 Aug,25 Dec,26 Dec"),
        (2020, Nation.ENGLAND, "01 Jan,10 Apr,13 Apr,08 May,25 May,31 Aug,25 Dec,28 Dec"),
    ],
)
def test_a_year_has_the_days_that_the_government_lists(year: int, nation: Nation, listed: str) -> None:
    assert days(year, nation) == listed.split(",")


@pytest.mark.parametrize(
    "day", [date(2000, 4, 23), date(2008, 3, 23), date(2011, 4, 24), date(2027, 3, 28), date(2038, 4, 25)]
)
def test_easter_is_on_the_day_of_the_almanac(day: date) -> None:
    assert easter_day(day.year) == day


def test_a_day_is_called_by_what_it_is_or_stands_for() -> None:
    found = bank_holidays(2027, Nation.ENGLAND)
    assert found[date(2027, 5, 3)] == "the early May bank holiday"
    assert found[date(2027, 12, 27)] == "the day off for Christmas Day"


@pytest.mark.parametrize("nation", Nation)
def test_no_bank_holiday_is_at_a_weekend_and_none_is_lost(nation: Nation) -> None:
    for year in range(2000, 2061):
        found = bank_holidays(year, nation)
        assert all(day.weekday() < 5 for day in found)
        assert len(found) == {Nation.SCOTLAND: 9, Nation.NORTHERN_IRELAND: 10}.get(nation, 8)
