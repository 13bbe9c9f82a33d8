# SPDX-License-Identifier: MPL-2.0
"""Who is said to lead or to stand in is the one whom the partner named."""

from __future__ import annotations

import pytest
from tests.review.on_sample import messages, saying

from evidencepack.domain.record import Facts


@pytest.mark.parametrize("rule", ["XD-06", "NR-13"])
def test_the_sample_is_clean(rule: str, sample_facts: Facts) -> None:
    assert messages(sample_facts, rule) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Our work is led by Imran Chowdhury.", "led by Imran Chowdhury”. For Maitree it is Nasrin Akhtar."),
        ("Imran leads the work.", "Imran leads”. For Maitree it is Nasrin Akhtar."),
        ("We work with Siân as deputy.", "Siân as deputy”. For Maitree it is Imran Chowdhury."),
        ("Nasrin Akhtar covers.", "Nasrin Akhtar covers”. For Maitree it is Imran Chowdhury."),
    ],
)
def test_another_lead_or_deputy_is_found(words: str, said: str, sample_facts: Facts) -> None:
    (letter,) = messages(saying(sample_facts, "TBN-LOS-MT", own_role=words), "XD-06")
    assert said in letter
    (narrative,) = messages(saying(sample_facts, "TBN-NAR-01", p2_delivery=words), "NR-13")
    assert said in narrative


@pytest.mark.parametrize(
    "words",
    [
        "Nasrin Akhtar leads, with Imran Chowdhury as deputy.",
        "Joint triage is led by Róisín O’Shaughnessy.",
        "Siân Llŷr-Evans rings us each week.",
        "Imranlike leads pull.",
    ],
)
def test_the_right_people_and_other_work_are_not(words: str, sample_facts: Facts) -> None:
    assert messages(saying(sample_facts, "TBN-LOS-MT", own_role=words), "XD-06") == []


def test_a_first_name_that_two_people_have_says_nothing(sample_facts: Facts) -> None:
    facts = saying(sample_facts, "PER-01", full_name="Imran Evans")
    assert messages(saying(facts, "TBN-LOS-MT", own_role="Imran leads."), "XD-06") == []


def test_while_nobody_is_named_nobody_differs(sample_facts: Facts) -> None:
    facts = saying(sample_facts, "MT", named_lead=None)
    facts = saying(saying(facts, "CO-02", named_lead=None), "TBN-LOS-MT", own_role="Imran Chowdhury leads.")
    assert messages(facts, "XD-06") == []
