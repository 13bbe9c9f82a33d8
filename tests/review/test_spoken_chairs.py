# SPDX-License-Identifier: MPL-2.0
"""Who is said to chair a meeting is named in its record."""

from __future__ import annotations

import pytest
from tests.review.on_sample import messages, saying

from evidencepack.domain.record import Facts


def _of(facts: Facts, words: str) -> list[str]:
    return messages(saying(facts, "TBN-NAR-01", p3_governance=words), "XD-24")


def test_the_sample_is_clean(sample_facts: Facts) -> None:
    assert messages(sample_facts, "XD-24") == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("The Partnership Board meets, chaired by Imran Chowdhury.", "chaired by Imran Chowdhury"),
        ("Imran Chowdhury chairs joint triage.", "Imran Chowdhury chairs"),
    ],
)
def test_another_chair_is_found(words: str, said: str, sample_facts: Facts) -> None:
    (message,) = _of(sample_facts, words)
    assert f"say “{said}”. The record of " in message


@pytest.mark.parametrize(
    "words",
    [
        "The Partnership Board meets, chaired by Olúmídé Adébáyọ̀.",
        "Nasrin comes to joint triage, chaired by Róisín O’Shaughnessy, and then to the Partnership Board.",
        "A meeting of another body is chaired by Imran Chowdhury.",
        "Imran Chowdhury moves chairs for the Partnership Board.",
    ],
)
def test_its_own_chair_and_other_meetings_are_not(words: str, sample_facts: Facts) -> None:
    assert _of(sample_facts, words) == []


def test_a_meeting_without_a_chair_contradicts_nothing(sample_facts: Facts) -> None:
    facts = saying(sample_facts, "M4", chair=None, deputy_chair=None)
    assert _of(facts, "The Partnership Board meets, chaired by Imran Chowdhury.") == []
