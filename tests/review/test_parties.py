# SPDX-License-Identifier: MPL-2.0
"""Nobody signs for an organisation that is not theirs, and no organisation is a party twice."""

from __future__ import annotations

import pytest
from tests.review.on_sample import linked, messages, saying, saying_in_row

from evidencepack.domain.record import Facts


@pytest.mark.parametrize("rule", ["SG-54", "RF-53"])
def test_the_sample_is_clean(rule: str, sample_facts: Facts) -> None:
    assert messages(sample_facts, rule) == []


@pytest.mark.parametrize(
    ("paper", "table", "column"),
    [
        ("TBN-MOU-01", "parties", "signatory"),
        ("TBN-DSA-01", "parties", "signatory"),
        ("TBN-CS-01", "partners", "approver"),
    ],
)
def test_somebody_of_another_organisation_is_found(sample_facts: Facts, paper: str, table: str, column: str) -> None:
    facts = saying_in_row(sample_facts, paper, table, 2, **{column: linked(sample_facts, "PER-03")})
    (message,) = messages(facts, "SG-54")
    assert "Olúmídé Adébáyọ̀ of Ferrybank stands for Maitree" in message


def test_another_person_of_the_same_organisation_may_sign(sample_facts: Facts) -> None:
    facts = saying_in_row(sample_facts, "TBN-MOU-01", "parties", 2, signatory=linked(sample_facts, "PER-07"))
    assert messages(facts, "SG-54") == []


def test_where_people_alone_are_listed_each_belongs_to_a_party_or_to_the_lead(sample_facts: Facts) -> None:
    facts = saying_in_row(sample_facts, "TBN-HOT-01", "signatories", 1, signatory=linked(sample_facts, "PER-15"))
    (message,) = messages(facts, "SG-54")
    assert "of Kestrel is to sign, and Kestrel is no party" in message


def test_an_organisation_that_is_there_twice_is_found_once(sample_facts: Facts) -> None:
    facts = saying_in_row(sample_facts, "TBN-DSA-01", "parties", 4, organisation=linked(sample_facts, "FB"))
    (message,) = messages(facts, "RF-53")
    assert message.startswith("Data sharing agreement TBN-DSA-01: Ferrybank stands more than once")


def test_two_organisations_of_one_short_name_are_found_once(sample_facts: Facts) -> None:
    assert messages(sample_facts, "RF-55") == []
    (message,) = messages(saying(sample_facts, "MT", short_name=" ferrybank "), "RF-55")
    assert "are both called" in message
    assert "Ferrybank Home Support Ltd" in message
    assert "Maitree Community Trust" in message
