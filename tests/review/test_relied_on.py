# SPDX-License-Identifier: MPL-2.0
"""CHK-RF-54: what a paper of the pack relies on was withdrawn or replaced."""

from __future__ import annotations

import pytest
from tests.review.on_sample import messages, saying

from evidencepack.domain.record import Facts


def test_the_sample_is_clean(sample_facts: Facts) -> None:
    assert messages(sample_facts, "RF-54") == []


@pytest.mark.parametrize("state", ["withdrawn", "superseded"])
def test_a_memorandum_that_names_an_agreement_that_is_over_is_found(sample_facts: Facts, state: str) -> None:
    found = messages(saying(sample_facts, "TBN-DSA-01", status=state), "RF-54")
    assert (
        "Memorandum of understanding TBN-MOU-01: “Which data sharing agreement covers it?” names "
        "Data sharing agreement TBN-DSA-01, which was withdrawn or replaced. A paper that is over proves nothing."
    ) in found
    assert any(one.startswith("Information flow and access TBN-IFA-01") for one in found)


def test_a_paper_that_is_still_a_draft_may_be_relied_on(sample_facts: Facts) -> None:
    assert messages(saying(sample_facts, "TBN-DSA-01", status="draft"), "RF-54") == []


def test_what_is_not_in_the_pack_relies_on_what_it_likes(sample_facts: Facts) -> None:
    facts = saying(sample_facts, "TBN-CS-01", status="withdrawn")
    assert len(messages(facts, "RF-54")) == 2
    for paper in ("TBN-NAR-01", "TBN-LOS-MT"):
        facts = saying(facts, paper, in_pack=False)
    assert messages(facts, "RF-54") == []
