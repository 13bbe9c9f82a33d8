# SPDX-License-Identifier: MPL-2.0
"""Who is no party of an agreement any more, and is still named in it; a processor that is none any more."""

from __future__ import annotations

import pytest
from tests.review.on_sample import less_row, messages, saying, saying_in_row, without

from evidencepack.domain.record import Facts


@pytest.mark.parametrize("rule", ["RF-52", "DS-51"])
def test_the_sample_is_clean(rule: str, sample_facts: Facts) -> None:
    assert messages(sample_facts, rule) == []


def test_words_that_name_a_party_that_is_gone_are_found(sample_facts: Facts) -> None:
    (message,) = messages(less_row(sample_facts, "TBN-MOU-01", "parties", 2), "RF-52")
    assert message.startswith(
        "Memorandum of understanding TBN-MOU-01 names Maitree under “Will money pass between partners”"
    )


def test_rows_and_flows_that_name_it_are_found_and_counted(sample_facts: Facts) -> None:
    (message,) = messages(less_row(sample_facts, "TBN-DSA-01", "parties", 3), "RF-52")
    assert "names Osierbed under “How does information move (F5)”" in message
    assert " more, and Osierbed is not among its parties." in message


def test_the_buyer_and_others_who_do_not_bid_may_be_named_anywhere(sample_facts: Facts) -> None:
    facts = saying(sample_facts, "TBN-MOU-01", purpose="To help people whom Thamesbourne and Queen Philippa send us.")
    assert messages(facts, "RF-52") == []


def test_a_name_inside_another_word_is_not_the_name(sample_facts: Facts) -> None:
    facts = less_row(sample_facts, "TBN-MOU-01", "parties", 5)
    (named,) = messages(saying(facts, "TBN-MOU-01", purpose="Kestrel helps."), "RF-52")
    (other,) = messages(saying(facts, "TBN-MOU-01", purpose="Kestrels nest here."), "RF-52")
    assert "Why are you working together" in named
    assert "Why are you working together" not in other


def test_information_kept_as_a_processor_needs_a_flow_to_one(sample_facts: Facts) -> None:
    (message,) = messages(without(sample_facts, "F2"), "DS-51")
    assert "how long Kestrel keeps “Care record held as processor”" in message
    facts = saying_in_row(without(sample_facts, "F2"), "TBN-DSA-01", "retention", 5, what="Invoices")
    assert messages(facts, "DS-51") == []
