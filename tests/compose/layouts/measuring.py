# SPDX-License-Identifier: MPL-2.0
"""A bid for the layouts of shared measures: measures with their results, promises, and a document that shows them."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from tests.compose.conftest import field, kind, table, to

from evidencepack.blocks.blocks import Block, Table, TableRow
from evidencepack.compose.layouts.registry import LAYOUTS
from evidencepack.compose.plain import plain
from evidencepack.compose.scope import Scope
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.trade import Audience
from evidencepack.domain.values import Answer, FieldType, Frequency, Number, Reference, Row, Scalar
from evidencepack.domain.values import Table as Rows
from evidencepack.library.model import Choice, Library, Schedule

UNITS = tuple(Choice(one, one) for one in ("pct", "per_1000", "mean", "score", "count", "hours", "days"))
SUPPLIERS = (Choice("one_party", "One party"), Choice("every_party", "Everyone"))
COUNTED = (Choice("people", "people"), Choice("gbp", "pounds"), Choice("pct", "per cent"))
KPI = kind(
    "kpi",
    field("name", required=True),
    field("short_name"),
    field("unit", FieldType.CHOICE, choices=UNITS, required=True),
    field("better", FieldType.CHOICE, choices=(Choice("higher", "Higher"), Choice("lower", "Lower"))),
    *(field(one, FieldType.NUMBER) for one in ("baseline", "baseline_cases", "amber_from", "red_from")),
    field("target", FieldType.NUMBER, label="What is the target?", required=True),
    field("target_by", FieldType.DATE),
    field("draw", FieldType.YES_NO),
    to("owner", "contact", label="Who answers for it?", required=True),
    field("supplier_is", FieldType.CHOICE, choices=SUPPLIERS),
    to("party", "organisation"),
    field("freq", FieldType.FREQUENCY),
    to("reviewed_at", "meeting"),
    *(field(one) for one in ("baseline_plan", "verification", "action")),
    field("cause", label="Why is it amber or red?"),
    to("action_owner", "contact"),
    field("action_due", FieldType.DATE),
    table(
        "readings",
        field("period_start", FieldType.DATE),
        field("period_end", FieldType.DATE),
        *(field(one, FieldType.NUMBER) for one in ("result", "met", "cases")),
    ),
)
COMMITMENT = kind(
    "commitment",
    field("unit", FieldType.CHOICE, choices=COUNTED),
    *(field(one, FieldType.NUMBER) for one in ("year_1", "year_2", "year_3", "total")),
    field("counted_elsewhere", FieldType.YES_NO),
)
MEETING = kind("meeting", field("name", required=True))
BOARD = Record("meet4", "meeting", "M4", "t1", {"name": "Partnership Board"})
PAGE = kind("page", table("kpis", rows_of="kpi"), table("promises", rows_of="commitment"), document=True)


def number(amount: float | str) -> Number:
    """Return a bare number."""
    return Number(Decimal(str(amount)))


def month(start: date, *, months: int = 1, **counts: float) -> Mapping[str, Scalar]:
    """Return the result of a month or of several, with its counts."""
    last = start.month + months - 1
    end = date(start.year, last, monthrange(start.year, last)[1])
    return {"period_start": start, "period_end": end, **{name: number(count) for name, count in counts.items()}}


def kpi(code: int, *readings: Mapping[str, Scalar], **more: Answer) -> Record:
    """Return a measure KPI-<code> in per cent, drawn, higher better, with these results."""
    rows = Rows(tuple(Row(f"r{place}", cells) for place, cells in enumerate(readings, start=1)))
    given: dict[str, Answer] = {"name": f"Measure {code}", "unit": "pct", "better": "higher", "draw": True, **more}
    return Record(f"k{code}", "kpi", f"KPI-{code:02}", "t1", {**given, "readings": rows})


def rising(code: int, **more: Answer) -> Record:
    """Return a measure that rose from 50% in April to 75% in June 2026, of 40 cases each."""
    counts = (20, 25, 30)
    readings = [month(date(2026, 4 + place, 1), met=met, cases=40) for place, met in enumerate(counts)]
    return kpi(code, *readings, **more)


def owned(**more: Answer) -> Mapping[str, Answer]:
    """Return who answers for a measure and where it is seen."""
    return {
        "owner": Reference("nasrin"),
        "supplier_is": "one_party",
        "party": Reference("mt"),
        "freq": Frequency.MONTHLY,
        "reviewed_at": Reference("meet4"),
        **more,
    }


def show(facts: Facts, library: Library, layout: str, *records: Record, of: str = "kpis") -> tuple[Block, ...]:
    """Return what a layout makes of measures or promises."""
    kinds = {**library.kinds, **{one.id: one for one in (KPI, COMMITMENT, MEETING, PAGE)}}
    page = Record("p1", "page", "PAGE", "t1")
    known = {**facts.records, **{one.id: one for one in (*records, BOARD, page)}}
    scope = Scope(PAGE, page, replace(facts, records=known), Library(kinds), Audience.PACK)
    return LAYOUTS[layout](Schedule("map", "Heading", layout, of, empty="Nothing yet."), scope)


def words(rows: Sequence[TableRow]) -> list[list[str]]:
    """Return the words of the cells of rows, lines joined by a slash."""
    return [[" / ".join(plain(line) for line in cell.lines if line) for cell in row.cells] for row in rows]


def only_table(blocks: tuple[Block, ...]) -> Table:
    """Return the one block, which is a table."""
    (block,) = blocks
    assert isinstance(block, Table)
    return block
