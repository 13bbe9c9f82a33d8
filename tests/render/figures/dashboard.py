# SPDX-License-Identifier: MPL-2.0
"""Figures for tests: the dashboard of six measures, every state a trend can be in, and figures that strain the page."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from evidencepack.blocks.figures import Better
from evidencepack.compose.figures.trends import Measure, Measured

_GAPS = {"": (None, False), "x": (None, False), "<5": (None, True)}
RECORD = "01890000-0000-7000-8000-00000000000"


def months(count: int, first: date = date(2026, 4, 1)) -> list[date]:
    """Return the first days of so many months."""
    at = first.year * 12 + first.month - 1
    return [date((at + number) // 12, (at + number) % 12 + 1, 1) for number in range(count)]


def results(*words: str, first: date = date(2026, 4, 1)) -> tuple[Measured, ...]:
    """Return results by month: numbers, "x" for no figure, "<5" for fewer than five cases."""
    found = []
    for number, (month, word) in enumerate(zip(months(len(words), first), words, strict=True)):
        value, few = _GAPS[word] if word in _GAPS else (Decimal(word), False)
        found.append(Measured(month, value, few=few, path=f"{RECORD}1/results/{number}/result"))
    return tuple(found)


def measure(name: str, *words: str, unit: str = "%", target: str = "95", **more: object) -> Measure:
    """Return a measure with its results by month from April 2026."""
    aim = Decimal(target) if target else None
    return Measure(name, results(*words), unit=unit, target=aim, **more)  # type: ignore[arg-type]


def dashboard() -> tuple[Measure, ...]:
    """Return six measures of a pilot, as a board would see them."""
    counted = results("x", "83", "86", "88", "89", "89", "91", "92", "92", "100")
    few = (*counted[:1], _said(counted[1], "5 of 6"), *counted[2:-1], _said(counted[-1], "13 of 13"))
    ninth, twelfth = date(2027, 9, 30), date(2027, 12, 31)
    return (
        measure(
            "Referrals answered in 2 hours",
            *("71", "75", "80", "82", "85", "87", "90", "91", "94", "94"),
            code="KPI-01",
            target_by=ninth,
            cases=34,
            target_path=f"{RECORD}1/target",
        ),
        measure(
            "First visit within 4 hours of home",
            *("74", "77", "83", "85", "88", "89", "90", "93", "94", "94"),
            code="KPI-02",
            target_by=ninth,
            cases=32,
        ),
        measure(
            "Handover checklist complete",
            *("63", "68", "74", "81", "84", "89", "93", "93", "97", "97"),
            code="KPI-03",
            target="98",
            target_by=twelfth,
            cases=32,
        ),
        measure(
            "Missed visits per 1,000",
            *("6.1", "5.6", "4.7", "4.2", "3.8", "3.4", "2.8", "2.7", "2.1", "2.2"),
            code="KPI-04",
            unit="",
            target="2.0",
            target_by=twelfth,
            cases=2310,
            better=Better.LOWER,
        ),
        Measure(
            "Connector contact in 2 working days",
            few,
            code="KPI-08",
            unit="%",
            target=Decimal(95),
            target_by=ninth,
            cases=13,
        ),
        measure(
            "Activities a week at week 6",
            *("x", "1.0", "1.3", "1.6", "1.9", "2.1", "2.3", "2.5", "2.6", "2.7"),
            code="KPI-07",
            unit="",
            target="3.0",
            target_by=date(2028, 6, 30),
            cases=13,
        ),
    )


def _said(one: Measured, words: str) -> Measured:
    return Measured(one.month, one.number, words, path=one.path)


def states() -> tuple[Measure, ...]:
    """Return one measure for each state a trend can be in."""
    gone = ("x",) * 9
    return (
        measure("Month missing in the middle", *("71", "75", "80", "82", "x", "87", "90", "91", "94", "94")),
        measure(
            "Lower is better, target passed",
            *("6.1", "5.6", "4.7", "4.2", "3.8", "3.4", "2.8", "2.7", "2.1", "1.6"),
            unit="",
            target="2.0",
            better=Better.LOWER,
        ),
        measure("One period: a point, no trend word", *gone, "88", target="85"),
        measure("Two periods: points, no line", *gone[:7], "74", "x", "80", target="85"),
        measure("No figure at all", *gone),
        measure("The last result is the target", *("70", "80", "90", "95")),
        measure("All results equal", *("82",) * 6),
        measure("Fewer than five cases", *("<5", "<5", "70", "<5", "75", "x", "80", "82", "<5", "90")),
        measure("Above a hundred per cent", *("80", "96", "104", "131"), target="100"),
        measure("Large numbers, no target", *("980000", "1120000", "1204310"), unit="", target=""),
        measure(
            "Two years of months, a missing one and few cases",
            *(str(60 + number) if number not in {5, 11, 12} else ("x", "<5", "<5")[number % 3] for number in range(24)),
        ),
        measure(
            "Small cases compared with another time",
            *("71", "75", "80", "82", "85", "90"),
            compared=("a year before", results("62", "64", "x", "70", "71", "73")),
        ),
        measure(
            "Odpowiedź w ciągu dwóch godzin – Małgorzata Świętochłowska i মৈত্রী কমিউনিটি ট্রাস্ট, a name of many words",
            *("0", "0", "0"),
        ),
        measure("Getting worse", *("94", "90", "85", "80"), cases=1234567),
    )
