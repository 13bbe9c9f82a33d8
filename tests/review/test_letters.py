# SPDX-License-Identifier: MPL-2.0
"""A letter is its partner's own, signed by one of its people, and in the pack only where the partner agrees."""

from __future__ import annotations

import pytest
from tests.review.on_sample import linked, messages, saying

from evidencepack.domain.record import Facts

_LETTER = "TBN-LOS-MT"


@pytest.mark.parametrize("rule", ["LT-01", "LT-51"])
def test_the_sample_is_clean(rule: str, sample_facts: Facts) -> None:
    assert messages(sample_facts, rule) == []


def test_somebody_of_the_lead_cannot_sign(sample_facts: Facts) -> None:
    facts = saying(sample_facts, _LETTER, signatory=linked(sample_facts, "PER-01"))
    (message,) = messages(facts, "LT-01")
    assert message.startswith(
        f"Letter of support {_LETTER} is Maitree’s letter, and Siân Llŷr-Evans of Ferrybank signs it."
    )


def test_any_person_of_the_partner_can(sample_facts: Facts) -> None:
    assert messages(saying(sample_facts, _LETTER, signatory=linked(sample_facts, "PER-07")), "LT-01") == []


def test_a_person_of_nobody_knows_where_is_left_alone(sample_facts: Facts) -> None:
    facts = saying(sample_facts, _LETTER, signatory=linked(sample_facts, "PER-01"))
    assert messages(saying(facts, "PER-01", organisation=None), "LT-01") == []


def test_the_lead_cannot_write_to_support_itself(sample_facts: Facts) -> None:
    (message,) = messages(saying(sample_facts, _LETTER, partner=linked(sample_facts, "FB")), "LT-01")
    assert "is written by Ferrybank, which leads the bid" in message


def test_without_the_partners_yes_a_letter_stays_out(sample_facts: Facts) -> None:
    refused = saying(sample_facts, _LETTER, consent_to_share=False)
    (message,) = messages(refused, "LT-51")
    assert "says no, and the letter is in the pack" in message
    assert messages(saying(refused, _LETTER, in_pack=False), "LT-51") == []
    assert messages(saying(refused, _LETTER, status="withdrawn"), "LT-51") == []


def test_what_nobody_has_asked_yet_is_a_gap_and_no_refusal(sample_facts: Facts) -> None:
    assert messages(saying(sample_facts, _LETTER, consent_to_share=None), "LT-51") == []
