# SPDX-License-Identifier: MPL-2.0
"""Random figures: trends of any length with gaps anywhere, levels, calendars and grids full of awkward words."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from evidencepack.blocks.blocks import Figure, Figures
from evidencepack.blocks.figures import (
    CalendarRow,
    CoverageCell,
    CoverageGrid,
    CoverageRow,
    Covered,
    Drawing,
    GovernanceLevels,
    Group,
    Known,
    Level,
    Period,
    Result,
    Series,
    Target,
    Trend,
    YearCalendar,
)
from evidencepack.blocks.inlines import Inlines

Say = Callable[[int], Inlines]
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def random_figure(random: Random, say: Say) -> Figure:
    """Return a figure of any kind that is drawn; ``say`` gives so many words."""
    makers: tuple[Callable[[Random, Say], Drawing], ...] = (_trend, _levels, _calendar, _coverage)
    drawing = random.choice(makers)(random, say)
    title = say(5) if random.random() < 0.7 else ()
    note = say(9) if random.random() < 0.4 else ()
    return Figure("", 0, 0, "What it shows", title, drawing=drawing, note=note)


def random_figures(random: Random, say: Say) -> Figures:
    """Return one to eight trends side by side."""
    figures = tuple(
        Figure("", 0, 0, "What it shows", say(random.choice((2, 9))), drawing=_trend(random, say), below=say(3))
        for _ in range(random.randint(1, 8))
    )
    return Figures(figures, note=say(6) if random.random() < 0.5 else ())


def _trend(random: Random, _say: Say) -> Trend:
    count = random.randint(1, 24)
    greatest = random.choice((0.004, 1, 6, 100, 100, 100, 140, 98_765_432))
    periods = tuple(Period(_MONTHS[at % 12], _MONTHS[at % 12][0], str(2026 + at // 12)) for at in range(count))
    beside = Series("a year before", _results(random, count, greatest)) if random.random() < 0.2 else None
    aim = random.random() * greatest
    target = Target(aim, f"{aim:,.1f}%") if random.random() < 0.7 else None
    results = _results(random, count, greatest)
    return Trend("Measure", periods, results, percentages=random.random() < 0.5, target=target, beside=beside)


def _results(random: Random, count: int, greatest: float) -> tuple[Result, ...]:
    found = []
    for _ in range(count):
        known = random.choice((Known.GIVEN, Known.GIVEN, Known.GIVEN, Known.MISSING, Known.FEW))
        value = random.choice((0.0, greatest, random.random() * greatest))
        found.append(Result(value, f"{value:,.2f}", known) if known is Known.GIVEN else Result(known=known))
    return tuple(found)


def _levels(random: Random, say: Say) -> GovernanceLevels:
    longest = random.choice((4, 4, 60))
    made = [
        Level(
            say(2),
            say(random.randint(1, longest)),
            tuple(Group(say(3), (say(4), say(random.randint(1, longest)))) for _ in range(random.randint(0, 5))),
            say(random.randint(1, longest)) if random.random() < 0.8 else (),
            decides=random.random() < 0.2,
        )
        for _ in range(random.randint(1, 5))
    ]
    return GovernanceLevels(tuple(made))


def _calendar(random: Random, say: Say) -> YearCalendar:
    rows = []
    for _ in range(random.randint(1, 12)):
        if random.random() < 0.3:
            rows.append(CalendarRow(say(2), band=say(4), band_from=random.randrange(12)))
        else:
            months = tuple(tuple(say(1) for _ in range(random.choice((0, 0, 1, 3)))) for _ in range(12))
            rows.append(CalendarRow(say(3), months, strong=random.random() < 0.2))
    return YearCalendar("2027–28", _MONTHS, tuple(rows), random.randrange(-1, 12))


def _coverage(random: Random, say: Say) -> CoverageGrid:
    width = random.randint(1, 5)
    states = tuple(Covered)
    rows = tuple(
        CoverageRow(say(3), tuple(CoverageCell(random.choice(states), say(1)) for _ in range(width)))
        for _ in range(random.randint(1, 20))
    )
    return CoverageGrid("Partner", tuple((say(1), say(1)) for _ in range(width)), rows)
