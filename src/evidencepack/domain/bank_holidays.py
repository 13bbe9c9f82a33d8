# SPDX-License-Identifier: MPL-2.0
"""Bank holidays of each nation, worked out for any year from 2000 on.

Sources: Banking and Financial Dealings Act 1971 Schedule 1; St Andrew's Day Bank Holiday (Scotland) Act 2007; the
substitute days of gov.uk/bank-holidays. A day that is proclaimed for one year only, such as a coronation, cannot be
known.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cache

from evidencepack.domain.trade import Nation

_DAY = timedelta(days=1)
_MONDAY, _SATURDAY = 0, 5
_NEW_YEAR, _SECOND, _PATRICK, _BOYNE = "New Year’s Day", "2 January", "St Patrick’s Day", "the Battle of the Boyne"
_ANDREW, _CHRISTMAS, _BOXING = "St Andrew’s Day", "Christmas Day", "Boxing Day"
_GOOD_FRIDAY, _EASTER_MONDAY = "Good Friday", "Easter Monday"
_EARLY_MAY, _SPRING, _SUMMER = "the early May bank holiday", "the spring bank holiday", "the summer bank holiday"
_FIXED: Mapping[Nation, Sequence[tuple[int, int, str]]] = {
    Nation.ENGLAND: (),
    Nation.WALES: (),
    Nation.SCOTLAND: ((1, 2, _SECOND), (11, 30, _ANDREW)),
    Nation.NORTHERN_IRELAND: ((3, 17, _PATRICK), (7, 12, _BOYNE)),
}
_EVERYWHERE = ((1, 1, _NEW_YEAR), (12, 25, _CHRISTMAS), (12, 26, _BOXING))
_MOVED_IN_2020 = date(2020, 5, 8)  # the early May day stood on a Friday, for the end of the war in Europe


@cache
def bank_holidays(year: int, nation: Nation) -> Mapping[date, str]:
    """Return the days on which banks are closed, by their dates, with what each is called in a sentence."""
    easter = easter_day(year)
    found = {easter - 2 * _DAY: _GOOD_FRIDAY, **_mondays(year, nation)}
    if nation is not Nation.SCOTLAND:
        found[easter + _DAY] = _EASTER_MONDAY
    fixed = {date(year, month, day): name for month, day, name in (*_EVERYWHERE, *_FIXED[nation])}
    found.update({day: name for day, name in fixed.items() if day.weekday() < _SATURDAY})
    for day in sorted(day for day in fixed if day.weekday() >= _SATURDAY):
        found[_instead(day, found)] = f"the day off for {fixed[day]}"
    return dict(sorted(found.items()))


def easter_day(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (the anonymous algorithm; Nature, 20 April 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def _mondays(year: int, nation: Nation) -> dict[date, str]:
    early = _MOVED_IN_2020 if year == _MOVED_IN_2020.year else _monday_from(date(year, 5, 1))
    spring = _spring(year)
    summer = _monday_from(date(year, 8, 1) if nation is Nation.SCOTLAND else date(year, 8, 25))
    return {early: _EARLY_MAY, spring: _SPRING, summer: _SUMMER}


def _spring(year: int) -> date:
    """Return the last Monday in May, or the day to which a jubilee moved it."""
    return {2012: date(2012, 6, 4), 2022: date(2022, 6, 2), 2002: date(2002, 6, 4)}.get(
        year, _monday_from(date(year, 5, 25))
    )


def _monday_from(day: date) -> date:
    return day + (_MONDAY - day.weekday()) % 7 * _DAY


def _instead(day: date, taken: Mapping[date, str]) -> date:
    """Return the next weekday that is not a holiday itself."""
    while day.weekday() >= _SATURDAY or day in taken:
        day += _DAY
    return day
