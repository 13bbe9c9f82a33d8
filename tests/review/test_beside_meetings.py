# SPDX-License-Identifier: MPL-2.0
"""How often a meeting is, said beside its name, is what its record says."""

from __future__ import annotations

import pytest
from tests.review.on_sample import messages, saying

from evidencepack.domain.record import Facts
from evidencepack.domain.values import Frequency


def _of(facts: Facts, words: str) -> list[str]:
    return messages(saying(facts, "TBN-NAR-01", p3_governance=words), "XD-22")


def test_the_sample_is_clean(sample_facts: Facts) -> None:
    assert messages(sample_facts, "XD-22") == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("She sits on the quarterly Partnership Board.", "quarterly Partnership Board"),
        ("The Partnership Board meets every week.", "Partnership Board meets every week"),
        ("The fortnightly Board hears it.", "fortnightly Board"),
        ("At joint triage, daily, we ask.", "joint triage, daily"),
    ],
)
def test_another_rhythm_beside_the_name_is_found(words: str, said: str, sample_facts: Facts) -> None:
    (message,) = _of(sample_facts, words)
    assert f"say “{said}”. The record of " in message


@pytest.mark.parametrize(
    "words",
    [
        "She sits on the monthly Partnership Board.",
        "Kestrel comes to joint triage once a month.",
        "The Partnership Board reads it, and quarterly we count.",
        "A quarterly board of another body.",
        "The Quarterly learning review hears it.",
        "The monthly Boarding list.",
    ],
)
def test_the_same_rhythm_and_other_things_are_not(words: str, sample_facts: Facts) -> None:
    assert _of(sample_facts, words) == []


def test_a_meeting_that_is_held_less_often_now_leaves_no_old_words_unseen(sample_facts: Facts) -> None:
    found = messages(saying(sample_facts, "M4", freq=Frequency.QUARTERLY), "XD-22")
    assert any("monthly Partnership Board" in one for one in found)


def test_a_meeting_that_is_held_nobody_knows_how_often_contradicts_nothing(sample_facts: Facts) -> None:
    assert _of(saying(sample_facts, "M4", freq=None), "The weekly Partnership Board.") == []
