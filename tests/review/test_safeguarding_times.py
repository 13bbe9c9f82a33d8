# SPDX-License-Identifier: MPL-2.0
"""Answers about safeguarding promise the times of the ways of working."""

from __future__ import annotations

import pytest
from tests.review.on_sample import messages, saying, without

from evidencepack.domain.record import Facts


def _of(facts: Facts, words: str) -> list[str]:
    return messages(saying(facts, "TBN-MOU-01", safeguarding_summary=words), "XD-12")


def test_the_sample_is_clean(sample_facts: Facts) -> None:
    assert messages(sample_facts, "XD-12") == []


def test_another_time_is_found(sample_facts: Facts) -> None:
    (message,) = _of(sample_facts, "Tell the council within 9 working days.")
    assert "say “9 working days”. The ways of working say 4 hours and 1 hour." in message


@pytest.mark.parametrize("words", ["Tell the council within four hours.", "Tell the council.", "We train for 3 days."])
def test_the_same_time_and_no_time_are_not(words: str, sample_facts: Facts) -> None:
    assert _of(sample_facts, words) == []


def test_while_no_time_is_agreed_none_differs(sample_facts: Facts) -> None:
    times = [one.reference for one in sample_facts.of_kind("response_time")]
    facts = saying(
        without(sample_facts, *times), "TBN-GOV-01", safeguarding_report_time=None, safeguarding_tell_lead_time=None
    )
    assert _of(facts, "Tell the council within 9 working days.") == []
