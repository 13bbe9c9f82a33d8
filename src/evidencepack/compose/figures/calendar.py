# SPDX-License-Identifier: MPL-2.0
"""The year of meetings: real dates, worked out from how often and from when, and the words that stand for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from evidencepack.blocks.blocks import Figure
from evidencepack.blocks.figures import MONTHS, CalendarRow, YearCalendar
from evidencepack.blocks.inlines import Inlines, Text, Value
from evidencepack.compose import formats
from evidencepack.compose.figures.dates import dates_from, has_dates, months_between, months_later
from evidencepack.compose.plain import plain
from evidencepack.domain.values import Frequency

_MOBILISATION = 2  # months before the contract's start that a calendar shows


@dataclass(frozen=True, slots=True)
class Meetings:
    """A series of meetings: its name, how often and from which date, as far as that is known, and when in the day.

    ``paths`` are the FieldPaths that frequency and first date came from. ``decides``: the board, whose row is bold.
    """

    name: Inlines
    often: Frequency | None
    first: date | None = None
    when: Inlines = ()
    paths: tuple[str, ...] = ()
    decides: bool = False


@dataclass(frozen=True, slots=True)
class Milestone:
    """A date that comes once: its short name ("G1") and the path it came from."""

    name: str
    day: date
    path: str = ""


@dataclass(frozen=True, slots=True)
class Milestones:
    """A row of dates that come once."""

    name: Inlines
    dates: tuple[Milestone, ...]


Row = Meetings | Milestones


def calendar_figure(
    rows: Sequence[Row], *, begin: date, contract: date | None = None, title: Inlines = (), note: Inlines = ()
) -> Figure:
    """Return the calendar of the twelve months from that of ``begin``, with a line where the contract starts.

    Raises:
        ValueError: if there is no row.
    """
    begin = months_later(begin, 0)
    place = months_between(begin, contract) if contract else -1
    months = tuple(formats.MONTHS[months_later(begin, number).month - 1][:3] for number in range(MONTHS))
    start = place if 0 <= place < MONTHS else -1
    calendar = YearCalendar(_year(begin), months, tuple(_row(row, begin) for row in rows), start)
    line = (Text(f"Numbers are dates.{_line(contract, start)}"),)
    return Figure(
        *("", 0, 0),
        alt=" ".join(_sentences(rows, begin, contract)),
        title=title,
        drawing=calendar,
        note=(*line, *((Text(" "), *note) if note else ())),
    )


def first_month(rows: Sequence[Row], contract: date | None) -> date | None:
    """Return when a calendar begins: with the first date, at most two months before the contract; None without any."""
    firsts = [day for row in rows for day in _firsts(row)]
    if contract is None:
        return min(firsts, default=None)
    earliest = months_later(contract, -_MOBILISATION)
    return max(earliest, min([*firsts, contract]))


def _firsts(row: Row) -> list[date]:
    if isinstance(row, Milestones):
        return [milestone.day for milestone in row.dates]
    return [row.first] if row.first else []


def _year(begin: date) -> str:
    """Return "2027" or "2027–28"."""
    last = months_later(begin, MONTHS - 1)
    return str(begin.year) if last.year == begin.year else f"{begin.year}–{last.year % 100:02}"


def _line(contract: date | None, start: int) -> str:
    if contract is None or start < 0:
        return ""
    return f" The heavy upright line is contract start, {formats.long_date(contract)}."


def _row(row: Row, begin: date) -> CalendarRow:
    if isinstance(row, Milestones):
        words = [
            (one.day, (Text(one.name, bold=True), Text(" "), _shown(one.day, (one.path,) if one.path else ())))
            for one in row.dates
        ]
        return CalendarRow(row.name, _by_month(words, begin))
    if row.first is None or row.often is None or not has_dates(row.often):
        from_month = months_between(begin, row.first) if row.first else 0
        return CalendarRow(row.name, band=_band(row), band_from=min(max(from_month, 0), MONTHS - 1), strong=row.decides)
    dates = [(day, (_shown(day, row.paths),)) for day in _dates(row, begin)]
    return CalendarRow(row.name, _by_month(dates, begin), strong=row.decides)


def _shown(day: date, paths: tuple[str, ...]) -> Text | Value:
    return Value(str(day.day), paths) if paths else Text(str(day.day))


def _dates(row: Meetings, begin: date) -> list[date]:
    if row.first is None or row.often is None:
        return []
    return [day for day in dates_from(row.first, row.often, months_later(begin, MONTHS)) if day >= begin]


def _by_month(words: Sequence[tuple[date, Inlines]], begin: date) -> tuple[tuple[Inlines, ...], ...]:
    months = [months_between(begin, day) for day, _ in words]
    return tuple(
        tuple(line for month, (_, line) in zip(months, words, strict=True) if month == number)
        for number in range(MONTHS)
    )


def _band(row: Meetings) -> Inlines:
    if row.often is None:
        return row.when or (Text("no dates yet"),)
    often = formats.how_often(row.often)
    shown = Value(often, row.paths) if row.paths else Text(often)
    return (shown, *((Text(", "), *row.when) if row.when else ()))


def _sentences(rows: Sequence[Row], begin: date, contract: date | None) -> Iterator[str]:
    last = months_later(begin, MONTHS - 1)
    names = formats.MONTHS
    yield f"Calendar, {names[begin.month - 1]} {begin.year} to {names[last.month - 1]} {last.year}."
    if contract:
        yield f"The contract starts on {formats.long_date(contract)}."
    for row in rows:
        yield f"{plain(row.name)}: {_said(row, begin)}."


def _said(row: Row, begin: date) -> str:
    if isinstance(row, Milestones):
        return "; ".join(f"{one.name} on {formats.long_date(one.day)}" for one in row.dates) or "none"
    if row.first is None or row.often is None or not has_dates(row.often):
        since = f", from {formats.long_date(row.first)}" if row.first else ""
        return f"{plain(_band(row))}{since}"
    dates = _dates(row, begin)
    if not dates:
        return "none in these months"
    if len(dates) == 1:
        return f"once, on {formats.long_date(dates[0])}"
    return f"{len(dates)} dates, from {formats.long_date(dates[0])} to {formats.long_date(dates[-1])}"
