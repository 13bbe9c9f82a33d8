# SPDX-License-Identifier: MPL-2.0
"""A small bid built by hand: two partners, a council, and one memorandum whose clauses each test writes itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from evidencepack.blocks.document import Document
from evidencepack.blocks.inlines import Inlines
from evidencepack.compose.document import compose
from evidencepack.compose.evaluate import evaluate
from evidencepack.compose.scope import Edition, Scope
from evidencepack.compose.visibility import visible
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.trade import Audience, EvaluatorQuestion, Strength, Visibility
from evidencepack.domain.values import (
    Answer,
    Choices,
    Duration,
    DurationUnit,
    FieldType,
    Frequency,
    Number,
    Reference,
    Row,
    Scalar,
    Table,
)
from evidencepack.library.conditions import parse_condition
from evidencepack.library.model import Choice, Clause, Field, Kind, Library, Schedule, ScheduleColumn
from evidencepack.library.templates import parse_template

PACK = Visibility.PACK


def field(name: str, kind: FieldType = FieldType.TEXT, **more: object) -> Field:
    """Return a field that a pack may show and that need not be answered, unless told otherwise."""
    settings: dict[str, object] = {"label": name.replace("_", " ").capitalize(), "visibility": PACK, **more}
    return Field(id=name, type=kind, help="", **settings)  # type: ignore[arg-type]


def to(name: str, kind: str, **more: object) -> Field:
    """Return a field that refers to a record."""
    return field(name, FieldType.REFERENCE, to=kind, **more)


def table(name: str, *columns: Field, **more: object) -> Field:
    """Return a table field."""
    return field(name, FieldType.TABLE, columns=columns, **more)


def kind(name: str, *fields: Field, document: bool = False, **more: object) -> Kind:
    """Return a kind with these fields."""
    settings: dict[str, object] = {
        "version": 1,
        "title": name.capitalize(),
        "plain_title": name,
        "reference": name.upper(),
        "purpose": "",
        "steps": (),
        "answers": {},
        **more,
    }
    by_id = {one.id: one for one in fields}
    return Kind(id=name, document=document, fields=by_id, **settings)  # type: ignore[arg-type]


def rows(name: str, *cells: Mapping[str, Scalar]) -> Table:
    """Return a table whose rows are called <name>1, <name>2 ..."""
    return Table(tuple(Row(f"{name}{number}", cell) for number, cell in enumerate(cells, start=1)))


ORGANISATION = kind(
    "organisation",
    field("legal_name", required=True),
    field("short_name", required=True),
    field("name_other_script"),
    field("what_they_do"),
    to("signatory", "contact", required=True),
    to("named_lead", "contact"),
    to("named_deputy", "contact"),
    field("deal_breaker", visibility=Visibility.PRIVATE),
    field("night_phone", visibility=Visibility.PARTNERSHIP),
)
CONTACT = kind(
    "contact",
    field("full_name", required=True),
    field("name_other_script"),
    field("job_title"),
    to("organisation", "organisation", required=True),
    field("work_phone"),
    field("work_email"),
)
TENDER = kind(
    "tender",
    field("title", required=True),
    to("lot", "lot"),
    to("lead_provider", "organisation", required=True),
    to("buyer", "organisation", required=True),
    field("submission_deadline", FieldType.DATE),
    field("appendix_side_limit", FieldType.NUMBER),
)
LOT = kind("lot", field("name", required=True))
GOVERNANCE = kind("governance", field("capacity_alert", FieldType.DURATION), field("freq", FieldType.FREQUENCY))
PARTNERSHIP = kind(
    "partnership",
    to("organisation", "organisation"),
    field("delivery_role", FieldType.CHOICE, choices=(Choice("subcontractor", "Subcontractor"),)),
    field("spec_ref"),
)
CONTRIBUTION = kind(
    "contribution",
    to("party", "organisation", required=True),
    field("what", required=True),
    field("volume", required=True),
    field("kpi"),
    field("spec_ref"),
)
MOU = kind(
    "mou",
    table("parties", to("organisation", "organisation", required=True), to("signatory", "contact"), field("capacity")),
    table("in_scope", field("item", required=True), field("since", FieldType.DATE), label="In scope"),
    table("steps", field("step"), required=True),
    table("contributions", rows_of="contribution", required=True),
    table("own_contributions", rows_of="contribution", of_parties=True),
    field("purpose", FieldType.LONG_TEXT, label="Why are you working together?", required=True),
    field("start_date", FieldType.DATE, required=True),
    field("personal_data", FieldType.YES_NO),
    field("notice_days", FieldType.NUMBER),
    field("share", FieldType.PERCENTAGE),
    field("cost", FieldType.MONEY),
    field("review", FieldType.FREQUENCY),
    field("answer_within", FieldType.DURATION),
    field("scan", FieldType.FILE),
    field(
        "law",
        FieldType.CHOICE,
        choices=(Choice("england_wales", "England & Wales"), Choice("jersey", "the Island of Jersey")),
    ),
    field(
        "terms",
        FieldType.CHOICES,
        choices=(Choice("audit", "audit"), Choice("foi", "public access"), Choice("dspt", "security")),
    ),
    to("dsa", "mou", label="Which agreement covers it?"),
    to("chair", "contact"),
    field("secret", visibility=Visibility.PRIVATE),
    field("night_plan", visibility=Visibility.PARTNERSHIP),
    document=True,
    title="Memorandum of understanding",
    parties="parties",
    answers={EvaluatorQuestion.PURPOSE: Strength.MAIN},
)
KINDS = (ORGANISATION, CONTACT, TENDER, LOT, GOVERNANCE, PARTNERSHIP, CONTRIBUTION, MOU)

ANSWERS: Mapping[str, Answer] = {
    "parties": rows(
        "p", {"organisation": Reference("fb"), "signatory": Reference("olu")}, {"organisation": Reference("mt")}
    ),
    "in_scope": rows("s", {"item": "first visits"}, {"item": "key safes", "since": date(2027, 2, 5)}),
    "purpose": "Half the people we met had nowhere to go.",
    "start_date": date(2027, 2, 15),
    "personal_data": True,
    "notice_days": Number(Decimal(90)),
    "review": Frequency.SIX_MONTHLY,
    "answer_within": Duration(Decimal(2), DurationUnit.WORKING_DAYS, "Mon–Fri 09:00–17:00"),
    "law": "england_wales",
    "terms": Choices(("audit", "foi", "dspt")),
    "chair": Reference("rabeya"),
    "secret": "CANARY-PRIVATE",
    "night_plan": "CANARY-PARTNERSHIP",
}


_RECORDS = (
    Record(
        "t1",
        "tender",
        "TBN-014",
        "t1",
        {"title": "Home First", "lot": Reference("lot2"), "lead_provider": Reference("fb"), "buyer": Reference("lbt")},
    ),
    Record("lot2", "lot", "LOT-2", "t1", {"name": "Lot 2"}),
    Record("g1", "governance", "GOV", "t1", {"freq": Frequency.WEEKLY}),
    Record(
        "fb",
        "organisation",
        "FB",
        answers={
            "legal_name": "Ferrybank Home Support Ltd",
            "short_name": "Ferrybank",
            "signatory": Reference("olu"),
            "named_lead": Reference("sian"),
            "what_they_do": "Home support",
        },
    ),
    Record(
        "mt",
        "organisation",
        "MT",
        answers={
            "legal_name": "Maitree Community Trust",
            "short_name": "Maitree",
            "name_other_script": "মৈত্রী কমিউনিটি ট্রাস্ট",
            "signatory": Reference("rabeya"),
            "named_lead": Reference("nasrin"),
            "named_deputy": Reference("rabeya"),
            "what_they_do": "Community connectors",
            "deal_breaker": "CANARY-PRIVATE",
            "night_phone": "CANARY-PARTNERSHIP",
        },
    ),
    Record("lbt", "organisation", "LBT", answers={"legal_name": "London Borough of Thamesbourne"}),
    Record(
        "olu",
        "contact",
        "OA",
        answers={
            "full_name": "Olúmídé Adébáyọ̀",
            "job_title": "Managing Director",
            "organisation": Reference("fb"),
        },
    ),
    Record(
        "sian",
        "contact",
        "SL",
        answers={
            "full_name": "Siân Llŷr-Evans",
            "job_title": "Registered Manager",
            "organisation": Reference("fb"),
            "work_phone": "020 7946 0101",
            "work_email": "sian@ferrybank.example",
        },
    ),
    Record(
        "rabeya",
        "contact",
        "RS",
        answers={
            "full_name": "Rabeya Sultana",
            "name_other_script": "রাবেয়া সুলতানা",
            "job_title": "Chair of Trustees",
            "organisation": Reference("mt"),
        },
    ),
    Record("nasrin", "contact", "NA", answers={"full_name": "Nasrin Akhtar", "organisation": Reference("mt")}),
    Record(
        "f1",
        "partnership",
        "FIT-1",
        "t1",
        {"organisation": Reference("mt"), "delivery_role": "subcontractor", "spec_ref": "4.7"},
    ),
    Record("c1", "contribution", "CO-1", "t1", {"party": Reference("mt"), "what": "Sessions", "volume": "12 a week"}),
    Record(
        "c2",
        "contribution",
        "CO-2",
        "t1",
        {"party": Reference("lbt"), "what": "Referrals", "volume": "all", "kpi": "KPI-01"},
    ),
    Record("m1", "mou", "TBN-MOU-01", "t1", ANSWERS),
)


Say = Callable[..., Inlines]
Made = Callable[..., Document]


@pytest.fixture
def library() -> Library:
    """Return the kinds of the small bid."""
    return Library({one.id: one for one in KINDS})


@pytest.fixture
def facts() -> Facts:
    """Return the records of the small bid."""
    return Facts("t1", {record.id: record for record in _RECORDS})


@pytest.fixture
def scope(library: Library, facts: Facts) -> Callable[..., Scope]:
    """Make the scope of the memorandum, with some answers changed or, given None, taken away."""

    def make(*, audience: Audience = Audience.OWN, kind: Kind = MOU, **changed: Answer | None) -> Scope:
        record = _with(facts.records["m1"], changed)
        seen = visible(_put(facts, record), library, audience)
        return Scope(kind, seen.records["m1"], seen, library, audience)

    return make


@pytest.fixture
def say(scope: Callable[..., Scope]) -> Say:
    """Say a template about the memorandum."""

    def evaluated(text: str, **changed: Answer | None) -> Inlines:
        return evaluate(parse_template(text), scope(**changed))

    return evaluated


@pytest.fixture
def made(library: Library, facts: Facts) -> Made:
    """Compose the memorandum with clauses (key to text), schedules and other settings of its kind."""

    def make(
        clauses: Mapping[str, str] | tuple[Clause, ...] = (),
        schedules: tuple[Schedule, ...] = (),
        *,
        audience: Audience = Audience.OWN,
        answers: Mapping[str, Answer | None] | None = None,
        short: bool = False,
        **settings: object,
    ) -> Document:
        own = tuple(clause(key, text) for key, text in clauses.items()) if isinstance(clauses, Mapping) else clauses
        shaped = replace(MOU, clauses=own, schedules=schedules, **settings)  # type: ignore[arg-type]
        record = _with(facts.records["m1"], answers or {})
        kinds = Library({**library.kinds, "mou": shaped})
        return compose(
            shaped, record, facts=_put(facts, record), library=kinds, audience=audience, edition=Edition(short)
        )

    return make


def clause(key: str, text: str, *, when: tuple[str, ...] = (), **more: object) -> Clause:
    """Return a clause headed by its key."""
    conditions = tuple(parse_condition(one) for one in when)
    return Clause(key, key.capitalize(), parse_template(text), when=conditions, **more)  # type: ignore[arg-type]


def schedule(key: str, *cells: tuple[str, str], layout: str = "record_table", **more: object) -> Schedule:
    """Return a schedule headed by its key; cells are (heading, template)."""
    columns = tuple(ScheduleColumn(heading, parse_template(text)) for heading, text in cells)
    for name in ("intro", "note"):
        if isinstance(words := more.get(name), str):
            more[name] = parse_template(words)
    conditions = tuple(parse_condition(one) for one in more.pop("when", ()))  # type: ignore[attr-defined]
    return Schedule(key, key.capitalize(), layout, columns=columns, when=conditions, **more)  # type: ignore[arg-type]


@pytest.fixture
def clause_of() -> Callable[..., Clause]:
    """Make one clause."""
    return clause


@pytest.fixture
def schedule_of() -> Callable[..., Schedule]:
    """Make one schedule."""
    return schedule


def _with(record: Record, changed: Mapping[str, Answer | None]) -> Record:
    merged = {**record.answers, **changed}
    return replace(record, answers={name: answer for name, answer in merged.items() if answer is not None})


def _put(facts: Facts, record: Record) -> Facts:
    return replace(facts, records={**facts.records, record.id: record})
