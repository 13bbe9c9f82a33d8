# SPDX-License-Identifier: MPL-2.0
"""A tender at a glance: facts, questions, days, and the papers of each partner."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from evidencepack.bootstrap import Program
from evidencepack.domain.record import Facts, Record
from evidencepack.usecases.tender_view import day_rows, partners_of, question_rows, tender_facts_line


def test_the_facts_are_said_in_a_few_words(sample_facts: Facts) -> None:
    assert tender_facts_line(sample_facts) == {
        "buyer": "London Borough of Thamesbourne",
        "reference": "TBN-ASC-2027-014",
        "lot": "Lot 2 – East locality",
        "files": "PDF, 25 MB each, 40 sides",
        "term": "3 years + 1 + 1 years",
    }


def test_of_a_new_tender_only_the_reference_is_said() -> None:
    facts = Facts("t", {"t": Record("t", "tender", "NEW-1")})

    assert tender_facts_line(facts) == {"reference": "NEW-1"}
    assert day_rows(facts) == ()


def test_a_question_has_its_marks_words_slots_and_papers(sample_facts: Facts, program: Program) -> None:
    questions = {one.reference: one for one in question_rows(sample_facts, program.library)}

    third = questions["Q3"]
    assert third.text == "How will you work with partners to deliver a joined-up pathway from hospital to home?"
    assert (third.weight, third.words, third.appendix) == (Decimal(15), 1000, True)
    assert third.slots == ("Quality appendices",)
    assert third.documents == third.ready > 0
    assert not questions["Q7"].appendix


def test_days_come_in_their_order_with_the_time_of_the_deadline(sample_facts: Facts) -> None:
    days = day_rows(sample_facts)

    assert [one.field for one in days][:3] == ["published", "clarification_deadline", "submission_deadline"]
    assert days[2].day == date(2027, 2, 26)
    assert days[2].time == "12:00 noon"


def test_a_partner_that_left_is_none(sample_facts: Facts) -> None:
    first = next(sample_facts.of_kind("partnership"))
    gone = replace(first, answers={**first.answers, "partner_stage": "left"})
    facts = replace(sample_facts, records={**sample_facts.records, first.id: gone})

    assert len(partners_of(facts)) == len(partners_of(sample_facts)) - 1
