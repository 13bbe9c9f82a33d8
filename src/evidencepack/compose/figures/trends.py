# SPDX-License-Identifier: MPL-2.0
"""Trends from results: the figure with its title, and every word that stands for it, made from the same numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from evidencepack.blocks.blocks import Align, Cell, Column, Figure, Figures, Table, TableRow
from evidencepack.blocks.figures import Better, Known, Period, Result, Series, Target, Trend
from evidencepack.blocks.inlines import Inlines, LineBreak, Text, Value
from evidencepack.compose.formats import MONTHS, long_date
from evidencepack.compose.joining import and_list

_WORD_NEEDS = 3  # results: with fewer, no word of change
_FEW_WORDS = "fewer than 5"
_CUT_NOTE = "Percentage scales start at 50%."
_ABOVE = Decimal(50)


@dataclass(frozen=True, slots=True)
class Measured:
    """The result of one month: its first day, the number, "5 of 6" for few cases, and the path it came from.

    No number: there is no figure; ``few``: there were fewer than five cases, which are not shown. ``until`` is a day
    of the last month of a longer period.
    """

    month: date
    number: Decimal | None = None
    words: str = ""
    few: bool = False
    path: str = ""
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure as it is agreed: name, code, unit ("%" or none), direction, target and the date it is due, cases.

    ``compared`` are results of another time or place under a name of their own.
    """

    name: str
    results: tuple[Measured, ...]
    code: str = ""
    unit: str = ""
    better: Better = Better.HIGHER
    target: Decimal | None = None
    target_by: date | None = None
    target_path: str = ""
    cases: int = 0
    compared: tuple[str, tuple[Measured, ...]] | None = None


def trend_figure(measure: Measure) -> Figure:
    """Return the figure of one measure.

    Raises:
        ValueError: if it has no month or more than 24, or a number below nought.
    """
    drawing = _trend(measure)
    return Figure("", 0, 0, alt=trend_words(measure), title=_title(measure), below=_below(measure), drawing=drawing)


def trend_figures(measures: Sequence[Measure], *, note: Inlines = ()) -> Figures:
    """Return measures side by side; the note says so where percentages do not start at nought.

    Raises:
        ValueError: as of ``trend_figure``, or if there is no measure.
    """
    cut = (Text(f"{_CUT_NOTE} "), *note) if starts_at_fifty(measures) else note
    return Figures(tuple(map(trend_figure, measures)), result="monthly result", note=cut)


def starts_at_fifty(measures: Sequence[Measure]) -> bool:
    """Say whether every percentage, results and targets, lies above 50 and none above 100."""
    found = [number for measure in measures if measure.unit == "%" for number in _numbers(measure)]
    return bool(found) and min(found) > _ABOVE and max(found) <= 2 * _ABOVE


def trend_table(measures: Sequence[Measure], *, title: Inlines = ()) -> Table:
    """Return every figure behind the trends: a row for each month, a column for each measure."""
    months = sorted({result.month for measure in measures for result in measure.results})
    rows = tuple(
        TableRow((Cell(((Text(_month(month)),),)), *(Cell((_cell(measure, month),)) for measure in measures)))
        for month in months
    )
    heads = (((Text("Month"),),), *map(_head, measures))
    names = and_list([measure.name for measure in measures])
    return Table(
        columns=(Column(32), *(Column(0, Align.RIGHT) for _ in measures)),
        head=(TableRow(tuple(map(Cell, heads))),),
        rows=rows,
        title=title,
        summary=f"Results by month, {_month(months[0])} to {_month(months[-1])}: {names}.",
    )


def _head(measure: Measure) -> tuple[Inlines, ...]:
    """Return code and name of a measure, one below the other, for a code alone says nothing."""
    return tuple((Text(words),) for words in (measure.code, measure.name) if words)


def trend_words(measure: Measure) -> str:
    """Return what a trend shows: measure, first and last result, direction, target, months without a figure."""
    return " ".join(_sentences(measure))


def _sentences(measure: Measure) -> Iterator[str]:
    given = _given(measure.results)
    first, last = measure.results[0].month, measure.results[-1].until or measure.results[-1].month
    span = f"{_month(first)} to {_month(last)}" if _month(first) != _month(last) else _month(first)
    if not given:
        yield f"{measure.name}: no figures for {span}."
    elif len(given) == 1:
        yield f"{measure.name}: {_words(measure, given[0])} in {_period(given[0])}."
    else:
        begun, ended = (f"{_words(measure, one)} in {_period(one)}" for one in (given[0], given[-1]))
        told = f"{_change(given)} {begun} to {ended}" if len(given) >= _WORD_NEEDS else f"{begun}, {ended}"
        yield f"{measure.name}, {span}: {told}."
    if measure.target is not None:
        by = f" by {long_date(measure.target_by)}" if measure.target_by else ""
        way = "or more" if measure.better is Better.HIGHER else "or less"
        met = f" {_against(measure, given[-1].number)}" if given and given[-1].number is not None else ""
        yield f"Target {_number(measure, measure.target)} {way}{by}.{met}"
    missing = [_period(one) for one in measure.results if one.number is None and not one.few]
    few = [_period(one) for one in measure.results if one.few]
    if missing and given:
        yield f"No figure for {and_list(missing)}."
    if few:
        yield f"Fewer than 5 cases, not shown, in {and_list(few)}."
    if measure.compared:
        yield from _compared(measure, *measure.compared)


def _compared(measure: Measure, name: str, results: tuple[Measured, ...]) -> Iterator[str]:
    given = _given(results)
    if given:
        yield f"For comparison, {name}: {_words(measure, given[0])} to {_words(measure, given[-1])}."


def _against(measure: Measure, last: Decimal) -> str:
    target = measure.target if measure.target is not None else last
    if last == target:
        return "The last result meets it exactly."
    ahead = (last > target) == (measure.better is Better.HIGHER)
    return "The last result is better than that." if ahead else "The last result has not reached it."


def _change(given: Sequence[Measured]) -> str:
    first, last = given[0].number, given[-1].number
    if first is None or last is None or first == last:
        return "unchanged, from"
    return "up from" if last > first else "down from"


def _title(measure: Measure) -> Inlines:
    """Return the measure, and its change where there are three results and it got better; else its latest figure."""
    given = _given(measure.results)
    if not given:
        return (Text(measure.name),)
    last = _value(measure, given[-1])
    first = given[0]
    if len(given) >= _WORD_NEEDS and _got_better(measure, given):
        return (
            Text(f"{measure.name}:"),
            LineBreak(),
            Text(f"{_change(given)} "),
            *_value(measure, first),
            Text(" to "),
            *last,
        )
    return (Text(f"{measure.name}:"), LineBreak(), *last)


def _got_better(measure: Measure, given: Sequence[Measured]) -> bool:
    first, last = given[0].number, given[-1].number
    if first is None or last is None:
        return False
    return last > first if measure.better is Better.HIGHER else last < first


def _below(measure: Measure) -> Inlines:
    parts: list[Inlines] = [(Text(measure.code),)] if measure.code else []
    if measure.target is not None:
        words = _number(measure, measure.target)
        shown = Value(words, (measure.target_path,)) if measure.target_path else Text(words)
        by = f" by {_short(measure.target_by)}" if measure.target_by else ""
        parts.append((Text("target "), shown, Text(by)))
    if measure.cases:
        parts.append((Text(f"n = {measure.cases:,}"),))
    return tuple(inline for place, part in enumerate(parts) for inline in ((Text(" · "), *part) if place else part))


def _trend(measure: Measure) -> Trend:
    periods = tuple(Period(_period(one), _sign(one), str(one.month.year)) for one in measure.results)
    target = None
    if measure.target is not None:
        paths = (measure.target_path,) if measure.target_path else ()
        target = Target(float(measure.target), _number(measure, measure.target), paths)
    beside = None
    if measure.compared:
        name, others = measure.compared
        beside = Series(name, tuple(_result(measure, one) for one in others))
    results = tuple(_result(measure, one) for one in measure.results)
    return Trend(measure.name, periods, results, measure.better, measure.unit == "%", target, beside)


def _result(measure: Measure, one: Measured) -> Result:
    paths = (one.path,) if one.path else ()
    if one.number is None or one.few:
        return Result(known=Known.FEW if one.few else Known.MISSING, paths=paths)
    return Result(float(one.number), _number(measure, one.number), Known.GIVEN, paths)


def _given(results: Sequence[Measured]) -> list[Measured]:
    return [one for one in results if one.number is not None and not one.few]


def _numbers(measure: Measure) -> Iterator[Decimal]:
    for one in (*_given(measure.results), *(_given(measure.compared[1]) if measure.compared else ())):
        if one.number is not None:
            yield one.number
    if measure.target is not None:
        yield measure.target


def _value(measure: Measure, one: Measured) -> Inlines:
    words = _words(measure, one)
    return (Value(words, (one.path,)),) if one.path else (Text(words),)


def _words(measure: Measure, one: Measured) -> str:
    """Return "13 of 13" where a number stands for few cases, else the number with its unit."""
    return one.words or (_number(measure, one.number) if one.number is not None else "")


def _number(measure: Measure, number: Decimal) -> str:
    return f"{number:,f}{'%' if measure.unit == '%' else ''}"


def _cell(measure: Measure, month: date) -> Inlines:
    one = next((one for one in measure.results if one.month == month), None)
    if one is None or (one.number is None and not one.few):
        return ()
    return (Text(_FEW_WORDS),) if one.few else _value(measure, one)


def _period(one: Measured) -> str:
    """Return April 2026, April to June 2026, December 2026 to February 2027."""
    first, last = one.month, one.until or one.month
    if _month(first) == _month(last):
        return _month(first)
    begun = MONTHS[first.month - 1] if first.year == last.year else _month(first)
    return f"{begun} to {_month(last)}"


def _sign(one: Measured) -> str:
    """Return A for April, A–J for April to June."""
    begun, ended = (MONTHS[day.month - 1][0] for day in (one.month, one.until or one.month))
    return begun if _period(one) == _month(one.month) else f"{begun}–{ended}"


def _month(month: date) -> str:
    return f"{MONTHS[month.month - 1]} {month.year}"


def _short(day: date) -> str:
    return f"{MONTHS[day.month - 1][:3]} {day.year}"
