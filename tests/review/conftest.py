# SPDX-License-Identifier: MPL-2.0
"""A tender with one memorandum, and kinds made by hand so that each rule can be looked at alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

import pytest
from tests.shipped import LIBRARY as SHIPPED

from evidencepack.blocks.inlines import Value
from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.trade import Severity
from evidencepack.domain.values import Answer, FieldType, Reference, Row, Table
from evidencepack.library.conditions import parse_condition
from evidencepack.library.model import Field, Kind, Library
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.overrides import CONTRADICTIONS
from evidencepack.review.reading import Given, Reading
from evidencepack.review.register import RULES as ALL_RULES
from evidencepack.review.register import in_order
from evidencepack.review.reuse import REUSE

RULES = {
    **SHIPPED.rules,
    "NA-51": RuleWords(
        "NA-51", Severity.WARNS, "", "{document}: {nations}/{nation}; {advisers}", "", "{document}: {parts}; {advisers}"
    ),
    "NA-52": RuleWords("NA-52", Severity.WARNS, "T", "{document} {label}: {answer} in {nation}", "H"),
    "NA-53": RuleWords("NA-53", Severity.WARNS, "T", "{document} {labels}: {names} in {nation}", "H"),
    "DS-15": RuleWords("DS-15", Severity.BLOCKS, "T", "{document}, {record}: {here} for {elsewhere}, {label}", "H"),
    "DS-16": RuleWords("DS-16", Severity.BLOCKS, "T", "{document}, {label}: {labels}", "H"),
    "DS-37": RuleWords("DS-37", Severity.WARNS, "T", "{document}: {here}; {label}: {answer}", "H"),
    "DS-54": RuleWords("DS-54", Severity.BLOCKS, "T", "{document}: {answer}; {here}, {elsewhere}", "H"),
    "DS-55": RuleWords("DS-55", Severity.BLOCKS, "T", "{document}: {here}, {elsewhere}", "H"),
    "SV-09": RuleWords("SV-09", Severity.WARNS, "T", "{document}: {here}, not {answer}", "H"),
    "RQ-01": RuleWords(
        "RQ-01", Severity.WARNS, "T", "{document}: {label}", "Help.", "{document}: {table} row {row}: {label}"
    ),
    **{
        name: RuleWords(name, Severity.SUGGESTS, "T", "{document} {label}: {answer} → {instead}", "Help.", "")
        for name in ("PK-10", "LK-52", "LK-53", "LK-54", "LK-55", "LK-56", "LK-57")
    },
    "PK-07": RuleWords("PK-07", Severity.BLOCKS, "T", "{document} {label}: {characters}", "H", "{words}: {characters}"),
    "EX-51": RuleWords("EX-51", Severity.BLOCKS, "T", "{document} shows {examples}", "Help.", ""),
    "PK-01": RuleWords("PK-01", Severity.BLOCKS, "T", "{document} prints {gap}", "Help.", "{gap} of {record}"),
    **{
        name: RuleWords(
            name,
            Severity.WARNS,
            "T",
            "{document}, {fact} of {record}: {here}, not {elsewhere}. {reason}",
            "H",
            "{document}, “{fact}”: {record} {here}, not {elsewhere}",
        )
        for name in (*CONTRADICTIONS, "LO-52")
    },
    **{name: RuleWords(name, Severity.WARNS, "T", "{record}: {labels}", "H") for name in REUSE},
    "LO-51": RuleWords("LO-51", Severity.WARNS, "T", "{document}, {fact}: {problem}", "H"),
    "HW-51": RuleWords("HW-51", Severity.SUGGESTS, "T", "{reference}: “{standard}”, not “{yours}”", "H"),
    "HW-52": RuleWords("HW-52", Severity.WARNS, "T", "{reference}: {problem}", "H"),
    "HW-53": RuleWords("HW-53", Severity.WARNS, "T", "{document}, “{clause}”: {adviser}", "H"),
    "DT-51": RuleWords("DT-51", Severity.SUGGESTS, "T", "{record}, {label}: {day}, {holiday}", "H"),
    "RQ-51": RuleWords("RQ-51", Severity.WARNS, "T", "{partner}: {label}", "H"),
    "SG-51": RuleWords("SG-51", Severity.WARNS, "T", "{document} lacks {parties}", "H", "{document} has them all"),
    "SG-52": RuleWords("SG-52", Severity.WARNS, "T", "{document}: {paper}", "H", "{document}: nobody signs {paper}"),
    "MO-06": RuleWords("MO-06", Severity.BLOCKS, "T", "{document}, “{clause}” of {reference}", "H"),
}


GENERAL = frozenset({"EX", "HW", "LK", "LO", "NA", "PK", "RQ"})
"""The letters of the families that look at any kind; the others know the kinds of the program by name."""


def review_of_any_kind(reading: Reading) -> tuple[Finding, ...]:
    """Return what the rules find that look at any kind, and what MO-06 finds in clauses."""
    general = {name: rule for name, rule in ALL_RULES.items() if name[:2] in GENERAL or name == "MO-06"}
    words = reading.library.rules
    return in_order(found for name, rule in general.items() for found in rule(reading, words[name]))


def field(name: str, kind: FieldType = FieldType.TEXT, *, required: bool = False) -> Field:
    return Field(name, name.title(), kind, "Help.", required=required)


def kind(name: str, *fields: Field) -> Kind:
    return Kind(
        id=name,
        version=1,
        title=name.title(),
        plain_title=name.title(),
        reference=name[0].upper(),
        purpose="For a test.",
        document=name in {"mou", "dsa"},
        fields={one.id: one for one in fields},
        steps=(),
        answers={},
        parties="parties" if name == "mou" else "",
        one_per_tender=name in {"governance", "dsa"},
    )


PARTIES = replace(
    field("parties", FieldType.TABLE, required=True),
    columns=(
        replace(field("organisation", FieldType.REFERENCE, required=True), to="organisation"),
        replace(field("reason"), shown_when=(parse_condition("joined = late"),), required=True),
        replace(field("joined")),
        replace(field("approved"), required_when=(parse_condition("joined set"), parse_condition("formal = yes"))),
    ),
)
GIFTS = replace(field("gifts", FieldType.TABLE, required=True), rows_of="gift", of_parties=True)
MOU = kind(
    "mou",
    field("purpose", FieldType.LONG_TEXT, required=True),
    field("formal", FieldType.YES_NO),
    replace(field("how"), shown_when=(parse_condition("formal = yes"),), required=True),
    replace(field("witness"), required_when=(parse_condition("formal = yes"),)),
    PARTIES,
    GIFTS,
    replace(field("meetings", FieldType.TABLE), rows_of="meeting"),
    replace(field("dsa", FieldType.REFERENCE), to="dsa"),
    replace(field("friend", FieldType.REFERENCE), to="organisation", shown_when=(parse_condition("formal = yes"),)),
)
KINDS = (
    MOU,
    kind("dsa", field("purpose", required=True)),
    kind("tender", field("title", required=True)),
    kind("governance", field("alert", required=True)),
    kind("organisation", field("name", required=True)),
    kind("meeting", field("name", required=True)),
    kind("gift", replace(field("party", FieldType.REFERENCE), to="organisation"), field("what", required=True)),
)
FULL: Mapping[str, Answer] = {
    "purpose": "To help.",
    "parties": Table((Row("row-1", {"organisation": Reference("org-1")}),)),
}


@pytest.fixture
def reading() -> Callable[..., Reading]:
    """Make a reading: answers of the memorandum over complete ones, records beside it, gaps it would print."""

    def make(
        answers: Mapping[str, Answer] | None = None,
        *records: Record,
        without: tuple[str, ...] = (),
        missing: Mapping[str, tuple[Value, ...]] | None = None,
    ) -> Reading:
        mou = Record("mou-1", "mou", "TBN-MOU-01", "tender-1", {**FULL, **(answers or {})})
        complete = (
            mou,
            Record("tender-1", "tender", "TBN", "tender-1", {"title": "Reablement"}),
            Record("gov-1", "governance", "G", "tender-1", {"alert": "soon"}),
            Record("org-1", "organisation", "FB", "", {"name": "Ferrybank"}),
            Record("gift-1", "gift", "C1", "tender-1", {"party": Reference("org-1"), "what": "Time"}),
        )
        facts = {record.id: record for record in (*complete, *records) if record.id not in without}
        library = Library({one.id: one for one in KINDS}, RULES)
        return Reading("tender-1", (mou,), Facts("tender-1", facts), library, date(2026, 11, 22), Given(missing or {}))

    return make
