# SPDX-License-Identifier: MPL-2.0
"""Whoever sends, receives or processes in an agreement signs it."""

from __future__ import annotations

from tests.review.on_sample import less_row, messages, saying, without

from evidencepack.domain.record import Facts

_AGREEMENT = "TBN-DSA-01"


def test_the_sample_is_clean(sample_facts: Facts) -> None:
    assert messages(sample_facts, "DS-39") == []


def test_a_processor_that_is_no_party_is_found(sample_facts: Facts) -> None:
    (message,) = messages(less_row(sample_facts, _AGREEMENT, "parties", 5), "DS-39")
    assert "TBN-DSA-01: Kestrel takes part in F2, “Who acts for whom”, and is not among the parties." in message


def test_so_is_a_sender_and_the_buyer(sample_facts: Facts) -> None:
    (message,) = messages(less_row(sample_facts, _AGREEMENT, "parties", 3), "DS-39")
    assert "Osierbed takes part in F5, F6" in message
    (message,) = messages(less_row(sample_facts, _AGREEMENT, "parties", 7), "DS-39")
    assert "takes part in F1" in message


def test_without_flows_of_it_nobody_is_missing(sample_facts: Facts) -> None:
    facts = saying(without(less_row(sample_facts, _AGREEMENT, "parties", 5), "F2"), _AGREEMENT, processors=None)
    assert messages(facts, "DS-39") == []


def test_an_agreement_without_parties_is_a_gap_and_nothing_else(sample_facts: Facts) -> None:
    assert messages(saying(sample_facts, _AGREEMENT, parties=None), "DS-39") == []
