# SPDX-License-Identifier: MPL-2.0
"""Who is called a controller or a processor has that role in a flow."""

from __future__ import annotations

import pytest
from tests.review.on_sample import messages, saying, without

from evidencepack.domain.record import Facts


def test_the_sample_is_clean(sample_facts: Facts) -> None:
    assert messages(sample_facts, "XD-09") == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Kestrel hosts our data as joint controller.", "say “joint controller”. In the flows Kestrel is processor."),
        ("Kestrel is the controller.", "say “controller”. In the flows Kestrel is processor."),
        ("We are a processor.", "say “processor”. In the flows Maitree is controller."),
    ],
)
def test_another_role_is_found(words: str, said: str, sample_facts: Facts) -> None:
    (letter,) = messages(saying(sample_facts, "TBN-LOS-MT", own_role=words), "XD-09")
    assert said in letter
    (narrative,) = messages(saying(sample_facts, "TBN-NAR-01", p2_delivery=words), "XD-09")
    assert said in narrative


@pytest.mark.parametrize(
    "words",
    [
        "Kestrel is the processor of our records.",
        "We are a controller.",
        "We are no processor.",
        "A word-processor writes our minutes for us.",
        "The controller decides.",
    ],
)
def test_the_same_role_and_other_words_are_not(words: str, sample_facts: Facts) -> None:
    assert messages(saying(sample_facts, "TBN-LOS-MT", own_role=words), "XD-09") == []


def test_without_flows_there_is_nothing_to_differ_from(sample_facts: Facts) -> None:
    flows = [one.reference for one in sample_facts.of_kind("data_flow")]
    facts = saying(without(sample_facts, *flows), "TBN-LOS-MT", own_role="We are a processor.")
    assert messages(facts, "XD-09") == []
