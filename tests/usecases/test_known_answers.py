# SPDX-License-Identifier: MPL-2.0
"""What is known before anybody is asked: a new paper begins with it, and says where it came from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import reduce

import pytest

from evidencepack.bootstrap import Program
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Answer, Duration, DurationUnit, Reference
from evidencepack.usecases.changes import apply_change, rows_of
from evidencepack.usecases.document_grid import new_paper
from evidencepack.usecases.forms import unanswered
from evidencepack.usecases.known_answers import known_at, known_fields


def begun(facts: Facts, program: Program, kind: str) -> tuple[Facts, Record]:
    name, changes = new_paper(facts, program.library, kind)
    facts = reduce(apply_change, changes, facts)
    return facts, facts.records[name]


def told(facts: Facts, **answers: Answer | None) -> Facts:
    """Return facts in which the tender says something else; None for nothing."""
    tender = facts.records[facts.tender]
    said = {name: one for name, one in {**tender.answers, **answers}.items() if one is not None}
    return replace(facts, records={**facts.records, tender.id: replace(tender, answers=said)})


def test_a_memorandum_begins_with_what_tender_lead_and_partners_say(sample_facts: Facts, program: Program) -> None:
    facts, mou = begun(sample_facts, program, "mou")
    tender = facts.records[facts.tender].answers

    assert mou.answers["area"] == tender["area"]
    assert (mou.answers["end_date"], mou.answers["law"]) == (date(2030, 6, 30), "england_wales")
    assert (mou.answers["version"], mou.answers["status"]) == ("0.1", "draft")
    parties = rows_of(mou, "parties")
    assert parties[0].cells["capacity"] == "lead provider"
    assert all("signatory" in one.cells for one in parties)
    # Of a memorandum with five parties, 36 answers were asked for before.
    assert len(unanswered(facts, program.library, mou)) <= 20


def test_each_says_where_it_came_from(sample_facts: Facts, program: Program) -> None:
    facts, mou = begun(sample_facts, program, "mou")
    row = rows_of(mou, "parties")[0]

    def says(*path: str) -> str:
        known = known_at(facts, program.library, FieldPath(mou.id, *path))
        return known.says if known else ""

    assert says("area") == says("end_date") == says("law") == "From the tender."
    assert says("owner") == "From the record of who leads."
    assert says("parties", row.id, "signatory") == "From the record of this organisation."
    assert says("purpose") == says("parties", row.id, "board_approval") == ""
    assert known_at(facts, program.library, FieldPath(facts.tender, "area")) is None


@pytest.mark.parametrize(
    ("end", "term", "known"),
    [
        (date(2031, 1, 1), None, date(2031, 1, 1)),
        (None, Duration(Decimal(18), DurationUnit.MONTHS), date(2028, 12, 31)),
        (None, Duration(Decimal("2.5"), DurationUnit.MONTHS), None),
        (None, Duration(Decimal(90), DurationUnit.DAYS), None),
        (None, None, None),
    ],
)
def test_the_end_is_that_of_the_first_term(
    sample_facts: Facts, program: Program, end: date | None, term: Duration | None, known: date | None
) -> None:
    facts = told(sample_facts, contract_end=end, initial_term=term)
    found = known_fields(facts, program.library["mou"]).get("end_date")

    assert (found and found.value) == known


def test_what_nobody_has_said_is_asked(sample_facts: Facts, program: Program) -> None:
    facts = told(
        sample_facts, area=None, nation=None, lead_provider=Reference("nobody"), contract_start=None, contract_end=None
    )
    facts, mou = begun(facts, program, "mou")

    assert {"area", "law", "owner", "end_date"}.isdisjoint(mou.answers)
    assert "capacity" in rows_of(mou, "parties")[0].cells


def test_other_papers_begin_as_drafts_with_their_keeper(sample_facts: Facts, program: Program) -> None:
    _, letter = begun(sample_facts, program, "letter_of_support")

    assert {"version", "status", "owner"} <= letter.answers.keys()
    assert "area" not in letter.answers
