# SPDX-License-Identifier: MPL-2.0
"""What runs out before the tender needs it is found, and so is somebody who has left and is still named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.pack.annexed import annex, joined
from tests.review.on_sample import messages, saying
from tests.shipped import LIBRARY

from evidencepack.domain.record import Facts
from evidencepack.domain.values import Answer, FieldType
from evidencepack.review.freshness import NOW

JUERGEN = "PER-16"


@pytest.mark.parametrize("rule", ["SG-06", "DT-54", "XD-02"])
def test_the_sample_has_nothing_of_the_kind(rule: str, sample_facts: Facts) -> None:
    assert messages(sample_facts, rule) == []


def test_a_paper_that_runs_out_is_found_by_what_it_misses(sample_facts: Facts) -> None:
    facts = saying(sample_facts, "TBN-MOU-01", expiry_date=date(2027, 2, 25))
    assert messages(facts, "SG-06") == [
        "Memorandum of understanding TBN-MOU-01 runs out on 25 February 2027, and the tender must be in on "
        "26 February 2027. What has run out proves nothing."
    ]
    facts = saying(sample_facts, "TBN-MOU-01", expiry_date=date(2027, 6, 30))
    assert messages(facts, "SG-06") == [
        "Memorandum of understanding TBN-MOU-01 runs out on 30 June 2027, and the contract starts on 1 July 2027. "
        "The buyer asks for it on the first day."
    ]
    assert messages(saying(sample_facts, "TBN-MOU-01", expiry_date=date(2027, 7, 1)), "SG-06") == []


def test_cover_that_lapses_before_the_contract_starts_is_found(sample_facts: Facts) -> None:
    assert messages(saying(sample_facts, "FB", insurance_expiry=date(2020, 1, 1)), "SG-06") == [
        "Organisation FB (Ferrybank): “When does the first policy end” says 1 January 2020. "
        "It is needed on 26 February 2027, and what has run out proves nothing."
    ]
    assert messages(saying(sample_facts, "FB", insurance_expiry=date(2027, 7, 1)), "SG-06") == []


def test_evidence_is_needed_at_the_deadline_and_at_the_start_unless_somebody_renews_it(sample_facts: Facts) -> None:
    assert len(messages(saying(sample_facts, "EV-03", expires=date(2027, 2, 25)), "SG-06")) == 1
    assert messages(saying(sample_facts, "EV-03", expires=date(2027, 2, 26)), "SG-06") == []
    assert len(messages(saying(sample_facts, "EV-03", renewal=None), "SG-06")) == 1


def test_an_annex_is_needed_at_the_deadline_and_at_the_start_if_it_goes_along(sample_facts: Facts) -> None:
    def found(until: date, **answers: Answer) -> list[str]:
        one = annex("AN-01", note="x", title="Employers’ liability", what="insurance", expires=until).record
        return messages(joined(sample_facts, replace(one, answers={**one.answers, **answers})), "SG-06")

    assert found(date(2027, 2, 25)) == [
        "Annex AN-01 (Employers’ liability): “What is its last day” says 25 February 2027. "
        "It is needed on 26 February 2027, and what has run out proves nothing."
    ]
    assert len(found(date(2027, 6, 30))) == 1
    assert found(date(2027, 7, 1)) == []
    assert found(date(2027, 2, 25), in_pack=False) == []
    assert found(date(2027, 2, 25), what="buyers_form") == []


def test_a_paper_nobody_looked_at_again_is_a_hint(sample_facts: Facts) -> None:
    assert messages(saying(sample_facts, "TBN-MOU-01", review_date=date(2027, 2, 14)), "DT-54") == [
        "Memorandum of understanding TBN-MOU-01 was to be looked at again by 14 February 2027. "
        "Evaluators take a paper that nobody reads again for an old one."
    ]
    assert messages(saying(sample_facts, "TBN-MOU-01", review_date=date(2027, 2, 15)), "DT-54") == []


def test_somebody_who_has_left_is_found_wherever_they_are_still_named(sample_facts: Facts) -> None:
    message, *in_words = messages(saying(sample_facts, JUERGEN, left_on=date(2027, 2, 1)), "XD-02")
    assert "left on 1 February 2027 and is still named: " in message
    assert "in Organisation " in message
    assert in_words
    assert all(one.startswith("Jürgen Weiß left on 1 February 2027") for one in in_words)


def test_somebody_who_leaves_before_the_contract_starts_is_found_in_other_words(sample_facts: Facts) -> None:
    (message,) = messages(saying(sample_facts, JUERGEN, left_on=date(2027, 6, 30)), "XD-02")
    assert "leaves on 30 June 2027, before the contract starts, and is named: " in message
    assert messages(saying(sample_facts, JUERGEN, left_on=date(2027, 7, 1)), "XD-02") == []


def test_every_place_that_names_people_for_what_is_to_come_is_asked_somewhere() -> None:
    fields = [field for kind in LIBRARY.kinds.values() for field in kind.fields.values()]
    asked = {one.id for field in fields for one in (field, *field.columns) if one.type is FieldType.REFERENCE}
    assert asked >= NOW
