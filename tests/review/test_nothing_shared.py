# SPDX-License-Identifier: MPL-2.0
"""A paper that says nothing is shared is held against the flows between its own parties."""

from __future__ import annotations

from tests.review.on_sample import messages, saying, without

from evidencepack.domain.record import Facts

_PAPER = "TBN-MOU-01"


def _between_its_parties(facts: Facts) -> Facts:
    return without(facts, "F2", "F4", "F5", "F6", "F8")


def test_flows_between_its_parties_are_named_with_the_agreement(sample_facts: Facts) -> None:
    assert messages(sample_facts, "MO-51") == []
    (message,) = messages(saying(sample_facts, _PAPER, personal_data=False), "MO-51")
    assert message.startswith(
        f"Memorandum of understanding {_PAPER} says that no personal information is shared. TBN-DSA-01:"
    )
    assert "F2, F3, F4, F5, F6 and F8 run between its parties" in message


def test_counts_of_people_and_flows_with_others_are_nothing_of_the_kind(sample_facts: Facts) -> None:
    facts = _between_its_parties(saying(sample_facts, _PAPER, personal_data=False))
    assert len(messages(facts, "MO-51")) == 1
    assert messages(saying(facts, "F3", contains="anonymous"), "MO-51") == []


def test_who_has_not_answered_yet_says_nothing(sample_facts: Facts) -> None:
    assert messages(saying(sample_facts, _PAPER, personal_data=None), "MO-51") == []
