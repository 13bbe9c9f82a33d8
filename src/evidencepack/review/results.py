# SPDX-License-Identifier: MPL-2.0
"""The results of a measure, in the shape in which words can be held against them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from evidencepack.domain.record import Record
from evidencepack.domain.values import Answer, Number, Scalar
from evidencepack.library.entry_dates import MONTHS
from evidencepack.review.telling import rows

_FACTORS = {"pct": Decimal(100), "per_1000": Decimal(1000)}
_NAMES = ("met", "cases", "result")


@dataclass(frozen=True, slots=True)
class Result:
    """The result of one period: its measure, its first and last month ("Apr"), the year, and its figures."""

    measure: str
    months: tuple[str, str]
    year: int
    met: Decimal | None
    cases: Decimal | None
    figures: frozenset[Decimal]
    shown: str


def results_of(measure: Record) -> tuple[Result, ...]:
    """Return the results of a measure whose months are known."""
    return tuple(_results(measure))


def pairs_of(measure: Record) -> frozenset[tuple[Decimal, Decimal]]:
    """Return how many cases were met of how many: in each period, and in periods that follow each other together."""
    counted = [(met, cases) for row in rows(measure, "readings") for met, cases in _pair(row.cells)]
    sums = set()
    for first in range(len(counted)):
        met, cases = Decimal(0), Decimal(0)
        for more_met, more_cases in counted[first:]:
            met, cases = met + more_met, cases + more_cases
            sums.add((met, cases))
    return frozenset(sums)


def figures_of(measure: Record) -> frozenset[Decimal]:
    """Return every figure that a measure holds: its first one, its target, its results, alone and together."""
    found = {
        one.amount for name in ("baseline", "baseline_cases", "target") for one in _number(measure.answers.get(name))
    }
    for row in rows(measure, "readings"):
        found |= {one.amount for name in ("result", "met", "cases") for one in _number(row.cells.get(name))}
    for met, cases in pairs_of(measure):
        found |= {met, cases, *_shares(met, cases, _FACTORS.get(str(measure.answers.get("unit")), Decimal(100)))}
    return frozenset(found)


def shown(measure: Record) -> str:
    """Return the latest result of a measure and its target."""
    last = [_shown(row.cells) for row in rows(measure, "readings")][-1:]
    target = next(_number(measure.answers.get("target")), None)
    said = f"{measure.reference} ends with {last[0]}" if last else f"{measure.reference} has no result"
    return said if target is None else f"{said}, target {target.amount:f}"


def _results(measure: Record) -> Iterator[Result]:
    factor = _FACTORS.get(str(measure.answers.get("unit")), Decimal(100))
    for row in rows(measure, "readings"):
        start, end = row.cells.get("period_start"), row.cells.get("period_end")
        if isinstance(start, date) and isinstance(end, date):
            met, cases, result = (next((one.amount for one in _number(row.cells.get(name))), None) for name in _NAMES)
            figures = {one for one in (met, cases, result) if one is not None}
            figures |= set(_shares(met, cases, factor)) if met is not None and cases else set()
            months = MONTHS[start.month - 1][:3], MONTHS[end.month - 1][:3]
            yield Result(measure.id, months, end.year, met, cases, frozenset(figures), _shown(row.cells))


def _shares(met: Decimal, cases: Decimal | None, factor: Decimal) -> Iterator[Decimal]:
    if cases:
        yield from ((met * factor / cases).quantize(Decimal(step), ROUND_HALF_UP) for step in ("1", "0.1", "0.01"))


def _shown(cells: Mapping[str, Scalar]) -> str:
    met, cases, result = (next((one.amount for one in _number(cells.get(name))), None) for name in _NAMES)
    return f"{met:f} of {cases:f}" if met is not None and cases is not None else f"{result or 0:f}"


def _pair(cells: Mapping[str, Scalar]) -> Iterator[tuple[Decimal, Decimal]]:
    for met in _number(cells.get("met")):
        for cases in _number(cells.get("cases")):
            yield met.amount, cases.amount


def _number(answer: Answer | None) -> Iterator[Number]:
    if isinstance(answer, Number):
        yield answer
