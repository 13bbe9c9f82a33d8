# SPDX-License-Identifier: MPL-2.0
"""A bid for the layouts that draw: meetings, levels of escalation, results, and a document that shows them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from tests.compose.conftest import TENDER, field, kind, table, to

from evidencepack.blocks.blocks import Block
from evidencepack.compose.layouts.registry import LAYOUTS
from evidencepack.compose.scope import Scope
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.trade import Audience
from evidencepack.domain.values import (
    Answer,
    Duration,
    DurationUnit,
    FieldType,
    Frequency,
    Number,
    Percentage,
    Reference,
    Scalar,
)
from evidencepack.library.model import Choice, Library, Schedule

TIERS = (Choice("strategic", "Steers"), Choice("operational", "Runs the work"), Choice("risk", "Watches risk"))
STATES = (Choice("met", "Met"), Choice("thin", "Thin"), Choice("missing", "Missing"), Choice("odd", "Odd"))
MEETING = kind(
    "meeting",
    field("name", required=True),
    field("short_name"),
    field("tier", FieldType.CHOICE, choices=TIERS),
    field("freq", FieldType.FREQUENCY, label="How often?", required=True),
    field("first_date", FieldType.DATE),
    field("day_time", required=True),
    to("chair", "contact", required=True),
)
LEVEL = kind(
    "escalation_level",
    field("level", FieldType.NUMBER),
    field("who_decides", required=True),
    field("decide_within", FieldType.DURATION, required=True),
)
GATEWAY = kind("gateway", field("gate_date", FieldType.DATE))
PLAN = kind(
    "plan",
    table("meetings", rows_of="meeting"),
    table("gateways", rows_of="gateway"),
    table("escalation_levels", rows_of="escalation_level"),
    table(
        "results",
        field("month", FieldType.DATE),
        field("result", FieldType.PERCENTAGE),
        field("cases", FieldType.NUMBER),
    ),
    table(
        "measures",
        field("measure"),
        field("month", FieldType.DATE),
        field("result", FieldType.PERCENTAGE),
        field("target", FieldType.PERCENTAGE),
    ),
    table(
        "coverage",
        field("who", label="Partner"),
        field("question"),
        field("state", FieldType.CHOICE, choices=STATES),
        field("found"),
    ),
    table("counts", field("month", FieldType.DATE), field("result", FieldType.NUMBER)),
    field("target", FieldType.PERCENTAGE),
    field("target_by", FieldType.DATE),
    field("better", FieldType.CHOICE, choices=(Choice("higher", "Higher"), Choice("lower", "Lower"))),
    document=True,
)


def meeting(number: int, **answers: Answer) -> Record:
    """Return a meeting of the bid, M1, M2 ..."""
    given: dict[str, Answer] = {"day_time": "Tuesday 10:00", "chair": Reference("sian"), **answers}
    return Record(f"meet{number}", "meeting", f"M{number}", "t1", given)


MEETINGS = (
    meeting(1, name="Daily huddle", tier="operational", freq=Frequency.DAILY, day_time="08:30"),
    meeting(3, name="Risk review", tier="risk", freq=Frequency.FORTNIGHTLY, first_date=date(2027, 5, 12)),
    meeting(4, name="Board", tier="strategic", freq=Frequency.MONTHLY, first_date=date(2027, 5, 20)),
    meeting(5, name="Learning", tier="strategic", freq=Frequency.QUARTERLY, first_date=date(2027, 7, 27)),
)


def gateway(number: int, gate_date: date | None) -> Record:
    """Return a gateway, G0, G1 ..., with or without its date."""
    return Record(f"gate{number}", "gateway", f"G{number}", "t1", {"gate_date": gate_date} if gate_date else {})


def step(number: int, who: str, hours: int) -> Record:
    """Return a level of escalation."""
    within = Duration(Decimal(hours), DurationUnit.WORKING_HOURS)
    answers: Mapping[str, Answer] = {"level": Number(Decimal(number)), "who_decides": who, "decide_within": within}
    return Record(f"el{number}", "escalation_level", f"EL{number}", "t1", answers)


STEPS = (step(2, "both leads", 4), step(1, "whoever sees it", 1), step(4, "the chair", 16), step(3, "Siân", 8))


def result(month: date, per_cent: str, **more: Scalar) -> Mapping[str, Scalar]:
    """Return a row of results."""
    return {"month": month, "result": Percentage(Decimal(per_cent)), **more}


def draw(
    facts: Facts,
    library: Library,
    layout: str,
    of: str,
    *records: Record,
    heading: str = "Heading",
    contract: date | None = None,
    **answers: Answer,
) -> tuple[Block, ...]:
    """Return what a layout makes of the records and the document's own answers."""
    scope = plan_scope(facts, library, *records, contract=contract, **answers)
    return LAYOUTS[layout](Schedule("map", heading, layout, of), scope)


def plan_scope(
    facts: Facts, library: Library, *records: Record, contract: date | None = None, **answers: Answer
) -> Scope:
    """Return the scope of the document, with these records and its own answers."""
    tender = replace(TENDER, fields={**TENDER.fields, "contract_start": field("contract_start", FieldType.DATE)})
    kinds = {**library.kinds, **{one.id: one for one in (MEETING, LEVEL, GATEWAY, PLAN, tender)}}
    plan = Record("p1", "plan", "PLAN", "t1", answers)
    dated = {**facts.records["t1"].answers, **({"contract_start": contract} if contract else {})}
    known = {**facts.records, "t1": replace(facts.records["t1"], answers=dated)}
    known |= {record.id: record for record in (*records, plan)}
    return Scope(PLAN, plan, replace(facts, records=known), Library(kinds), Audience.PACK)
