# SPDX-License-Identifier: MPL-2.0
"""What a check says of partners in the bid that name nobody."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from tests.review.conftest import KINDS, RULES, field, kind

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Answer, FieldType, Reference
from evidencepack.library.model import Library
from evidencepack.review.register import Reading, review

PEOPLE = (field("named_lead", FieldType.REFERENCE), field("named_deputy", FieldType.REFERENCE))
OTHERS = (kind("organisation", *PEOPLE), kind("partnership"), kind("contact"))
LIBRARY = Library({one.id: one for one in (*KINDS, *OTHERS)}, RULES)


def found(organisation: Mapping[str, Answer], *partnerships: Mapping[str, Answer]) -> list[Finding]:
    records = [
        Record("tender-1", "tender", "TBN", "tender-1", {"title": "Home First"}),
        Record("org-1", "organisation", "MT", "", {"name": "Maitree", **organisation}),
        Record("p1", "contact", "PER-1", "", {}),
        *(Record(f"f{place}", "partnership", "FIT", "tender-1", one) for place, one in enumerate(partnerships)),
    ]
    facts = Facts("tender-1", {record.id: record for record in records})
    reading = Reading("tender-1", (), facts, LIBRARY, date(2027, 2, 15))
    return [one for one in review(reading) if one.rule == "CHK-RQ-51"]


PARTNER: Mapping[str, Answer] = {"organisation": Reference("org-1")}
LEAD: Mapping[str, Answer] = {"named_lead": Reference("p1")}


def test_a_partner_needs_a_lead_and_a_deputy() -> None:
    assert [one.message for one in found({}, PARTNER)] == [
        "the organisation Maitree: Named_Lead",
        "the organisation Maitree: Named_Deputy",
    ]
    assert [one.field for one in found(LEAD, PARTNER)] == ["org-1/named_deputy"]
    assert found({**LEAD, "named_deputy": Reference("p1")}, PARTNER) == []


def test_somebody_who_was_removed_is_nobody() -> None:
    gone: Mapping[str, Answer] = {**LEAD, "named_deputy": Reference("p2")}
    assert [one.record for one in found(gone, PARTNER)] == ["org-1"]


@pytest.mark.parametrize("said", [{"decision": "exclude"}, {"partner_stage": "left"}, {"organisation": "?"}])
def test_one_that_is_left_out_has_left_or_is_nobody_needs_none(said: Mapping[str, Answer]) -> None:
    assert found({}, {**PARTNER, **said}) == []


def test_an_organisation_that_is_no_partner_needs_none_and_one_named_twice_is_found_once() -> None:
    assert found({}) == []
    assert len(found(LEAD, PARTNER, PARTNER)) == 1
