# SPDX-License-Identifier: MPL-2.0
"""The year of meetings as a calendar, a row for each series, with its dates worked out from how often and from when."""

from __future__ import annotations

from datetime import date

from evidencepack.blocks.blocks import Block, Paragraph
from evidencepack.blocks.inlines import Inlines, Text
from evidencepack.compose.bound import Answered, Bound, Item, Unanswered
from evidencepack.compose.figures.calendar import Meetings, Milestone, Milestones, Row, calendar_figure, first_month
from evidencepack.compose.figures.dates import months_later
from evidencepack.compose.formats import MONTHS
from evidencepack.compose.layouts.parts import no_rows, note_of
from evidencepack.compose.plain import plain
from evidencepack.compose.printing import missing, printed
from evidencepack.compose.scope import Scope
from evidencepack.domain.values import Frequency
from evidencepack.library.model import Schedule

_STRATEGIC, _GATEWAYS = "strategic", "gateways"
_LAST_MONTH = 11


def year_calendar(schedule: Schedule, scope: Scope) -> tuple[Block, ...]:
    """Return the calendar of the twelve months from the first meeting, at most two months before the contract starts.

    The first series that steers is the board's; its row is bold. A last row has the dates of the table ``gateways``,
    where the kind has one. Without any date there is the mark of a gap.
    """
    rows = scope.rows(schedule.of)
    if not rows.items:
        return no_rows(schedule, rows)
    board = next((place for place, item in enumerate(rows.items) if _tier(scope, item) == _STRATEGIC), -1)
    series: list[Row] = [
        _meetings(scope.of_row(item), item, decides=place == board) for place, item in enumerate(rows.items)
    ]
    series.extend(_gateways(scope))
    start = scope.find(("tender", "contract_start"))
    contract = _date(start)
    begin = first_month(series, contract)
    if begin is None:
        return (Paragraph(missing(start)),) if isinstance(start, Unanswered) else ()
    last = months_later(begin, _LAST_MONTH)
    title = f"The year, {MONTHS[begin.month - 1]} {begin.year} to {MONTHS[last.month - 1]} {last.year}"
    note = note_of(schedule, scope)
    return (calendar_figure(series, begin=begin, contract=contract, title=(Text(title),), note=note),)


def _meetings(scope: Scope, item: Item, *, decides: bool) -> Meetings:
    often, first, when = (scope.step(item, name) for name in ("freq", "first_date", "day_time"))
    paths = tuple(bound.path for bound in (often, first) if isinstance(bound, Answered))
    shown = printed(scope, when) if isinstance(when, Answered) else ()
    if not isinstance(often, Answered) or not isinstance(often.value, Frequency):
        gap = missing(often) if isinstance(often, Unanswered) else ()
        return Meetings(_name(scope, item), None, when=gap or shown, decides=decides)
    return Meetings(_name(scope, item), often.value, _date(first), shown, paths, decides=decides)


def _gateways(scope: Scope) -> tuple[Milestones, ...]:
    """Return the row of gateways: the records of that table that have a reference and a date."""
    if _GATEWAYS not in scope.kind.fields:
        return ()
    found = ((scope.step(item, "gate_date"), _reference(scope, item)) for item in scope.rows(_GATEWAYS).items)
    dates = tuple(
        Milestone(plain(name), bound.value, bound.path)
        for bound, name in found
        if name and isinstance(bound, Answered) and isinstance(bound.value, date)
    )
    return (Milestones((Text("Gateways"),), dates),) if dates else ()


def _name(scope: Scope, item: Item) -> Inlines:
    """Return "M4 Board": the reference of a record, where it has one, and its name, the short one if there is one."""
    short = _optional(scope, item, "short_name")
    name = printed(scope, short if isinstance(short, Answered) else scope.step(item, "name"))
    reference = _reference(scope, item)
    return (*reference, Text(" "), *name) if reference else name


def _reference(scope: Scope, item: Item) -> Inlines:
    reference = _optional(scope, item, "reference")
    return printed(scope, reference) if isinstance(reference, Answered) else ()


def _tier(scope: Scope, item: Item) -> str:
    tier = _optional(scope, item, "tier")
    return tier.value if isinstance(tier, Answered) and isinstance(tier.value, str) else ""


def _optional(scope: Scope, item: Item, name: str) -> Bound | None:
    try:
        return scope.step(item, name)
    except KeyError:
        return None


def _date(bound: object) -> date | None:
    return bound.value if isinstance(bound, Answered) and isinstance(bound.value, date) else None
