# SPDX-License-Identifier: MPL-2.0
"""What is claimed and is not there is found, and the sample claims no such thing."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.review.on_sample import messages, read, record_of, saying
from tests.shipped import LIBRARY

from evidencepack.domain.finding import Put
from evidencepack.domain.record import Facts
from evidencepack.domain.trade import Severity
from evidencepack.domain.values import Number, Reference, Table
from evidencepack.review.register import RULES


def words(count: int) -> Number:
    return Number(Decimal(count), "words")


@pytest.mark.parametrize("rule", ["NR-04", "KP-04", "XD-17"])
def test_the_sample_has_nothing_of_the_kind(rule: str, sample_facts: Facts) -> None:
    assert messages(sample_facts, rule) == []


def test_the_five_paragraphs_are_counted_against_their_limit(sample_facts: Facts) -> None:
    said = dict.fromkeys(("p1_purpose", "p2_delivery", "p3_governance", "p4_evidence", "p5_assurance"), "two words")
    assert messages(saying(sample_facts, "TBN-NAR-01", **said, word_limit=words(9)), "NR-04") == [
        "Partnership narrative TBN-NAR-01 has 10 words in its five paragraphs, and may have 9. "
        "What goes over the limit is not read."
    ]
    assert messages(saying(sample_facts, "TBN-NAR-01", **said, word_limit=words(10)), "NR-04") == []
    assert messages(saying(sample_facts, "TBN-NAR-01", **said, word_limit=None), "NR-04") == []


def test_two_results_are_no_trend(sample_facts: Facts) -> None:
    results = record_of(sample_facts, "KPI-01").answers["readings"]
    assert isinstance(results, Table)
    claim = saying(sample_facts, "KPI-01", claims_improvement=True, readings=Table(results.rows[:2]))
    assert messages(claim, "KP-04") == [
        "Shared measure KPI-01 is said to be getting better, and has 2 results. "
        "Two points make no line, and evaluators look for three."
    ]
    assert messages(saying(sample_facts, "KPI-01", claims_improvement=True, readings=results), "KP-04") == []
    assert messages(saying(claim, "KPI-01", claims_improvement=False), "KP-04") == []


def test_a_partner_that_was_left_out_is_party_of_no_paper(sample_facts: Facts) -> None:
    maitree = Reference(record_of(sample_facts, "MT").id)
    fits = [one for one in sample_facts.of_kind("partnership") if one.answers.get("organisation") == maitree]
    facts = sample_facts
    for fit in fits:
        facts = saying(facts, fit.reference, decision="exclude")
    found = RULES["XD-17"](read(facts), LIBRARY.rules["XD-17"])
    opening = "Memorandum of understanding TBN-MOU-01 is signed by the organisation Maitree"
    (signed,) = [one for one in found if one.message.startswith(opening)]
    assert signed.severity is Severity.BLOCKS
    (again,) = signed.fixes
    assert again.words == "Take the organisation Maitree in again"
    assert {(one.path.record, one.value) for one in again.steps if isinstance(one, Put)} == {
        (fit.id, "include") for fit in fits
    }
    assert messages(saying(facts, fits[0].reference, decision="fix_first"), "XD-17") == []
