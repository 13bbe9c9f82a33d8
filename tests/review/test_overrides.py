# SPDX-License-Identifier: MPL-2.0
"""What a check says of a paper that differs from the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

import pytest
from tests.review.conftest import KINDS, RULES, field, kind
from tests.shipped import LIBRARY as SHIPPED

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Answer, FieldType, Frequency, Row, Table
from evidencepack.library.model import Library
from evidencepack.review.overrides import _RULES, CONTRADICTIONS, rule_of
from evidencepack.review.register import Reading, review

PAPER = kind("mou", replace(field("overrides", FieldType.TABLE), columns=tuple(map(field, ("fact", "says", "reason")))))
MEETING = kind(
    "meeting", field("freq", FieldType.FREQUENCY), replace(field("chair", FieldType.REFERENCE), to="contact")
)
CONTACT = kind("contact", field("full_name"))
PLACE = kind("place", field("name"))
LIBRARY = Library({one.id: one for one in (*KINDS, replace(PAPER, parties=""), MEETING, CONTACT, PLACE)}, RULES)


def found(*said: tuple[str, str, str]) -> Iterator[Finding]:
    """Yield what a check says of a memorandum that says these things in another way."""
    rows = (
        Row(f"row-{place}", dict(zip(("fact", "says", "reason"), one, strict=True))) for place, one in enumerate(said)
    )
    answers: Mapping[str, Answer] = {"overrides": Table(tuple(rows))}
    records = (
        Record("tender-1", "tender", "TBN", "tender-1", {"title": "Home First"}),
        Record("m1", "meeting", "M1", "tender-1", {"freq": Frequency.MONTHLY}),
        Record("p1", "contact", "PER-1", "", {"full_name": "Rabeya Sultana"}),
        Record("pl1", "place", "HUB", "tender-1", {"name": "The hub"}),
        Record("mou-1", "mou", "TBN-MOU-01", "tender-1", answers),
    )
    facts = Facts("tender-1", {record.id: record for record in records})
    reading = Reading("tender-1", (records[-1],), facts, LIBRARY, date(2027, 2, 15))
    return (one for one in review(reading) if one.rule[4:6] in {"XD", "LO"})


def test_a_paper_that_differs_is_found_with_both_answers_the_record_and_the_reason() -> None:
    [finding] = found(("M1/freq", "quarterly", "They meet less often."))
    assert finding.message == (
        "Mou TBN-MOU-01, Freq of the meeting M1: Every three months, not Monthly. "
        "The reason given: “They meet less often.”"
    )
    assert (finding.rule, finding.record) == ("CHK-XD-01", "mou-1")
    assert finding.field == str(FieldPath("mou-1", "overrides", "row-0", "says"))


def test_a_difference_without_a_reason_and_of_what_nobody_answered_is_found_too() -> None:
    [finding] = found(("M1/chair", "PER-1", ""))
    assert finding.rule == "CHK-XD-06"
    assert finding.message.endswith(
        "Chair of the meeting M1: the contact Rabeya Sultana, not nothing yet. No reason is given."
    )


@pytest.mark.parametrize(
    ("fact", "says", "rule"),
    [("TBN/title", "Another", "CHK-XD-11"), ("HUB/name", "Another", "CHK-XD-51"), ("HUB/name", "The hub", "CHK-LO-52")],
)
def test_each_fact_falls_under_the_rule_of_its_kind(fact: str, says: str, rule: str) -> None:
    assert [finding.rule for finding in found((fact, says, "So it is."))] == [rule]


def test_a_row_that_cannot_be_used_is_said_to_be_so() -> None:
    first, second = found(("M9/freq", "weekly", ""), ("M1/freq", "now and then", ""))
    assert first.message == "Mou TBN-MOU-01, M9/freq: Nothing is called “M9”."
    assert second.message.startswith("Mou TBN-MOU-01, M1/freq: “now and then” is not one of")


def test_nothing_is_said_of_a_paper_that_does_not_differ() -> None:
    assert list(found()) == []


def test_every_rule_is_about_fields_that_there_are() -> None:
    kinds = SHIPPED.kinds
    assert {(kind, name) for kind, rules in _RULES.items() for name in rules if kind not in kinds} == set()
    assert {
        (kind, name) for kind, rules in _RULES.items() for name in rules if name and name not in kinds[kind].fields
    } == set()


def test_every_fact_of_every_kind_falls_under_a_rule() -> None:
    kinds = SHIPPED.kinds
    rules = {rule_of(kind.id, one) for kind in kinds.values() for one in kind.fields.values()}
    assert rules == set(CONTRADICTIONS)
