# SPDX-License-Identifier: MPL-2.0
"""A case study that is a template, or that may not be told, is found while the pack tells it."""

from __future__ import annotations

import pytest
from tests.review.on_sample import messages, saying

from evidencepack.domain.record import Facts

_CASE = "TBN-CS-01"


@pytest.mark.parametrize("rule", ["CS-06", "CS-07"])
def test_the_sample_is_clean(rule: str, sample_facts: Facts) -> None:
    assert messages(sample_facts, rule) == []


def test_a_template_in_the_pack_is_found(sample_facts: Facts) -> None:
    (message,) = messages(saying(sample_facts, _CASE, localise_status="template_not_localised"), "CS-06")
    assert message.startswith(f"Case study {_CASE}: “Is it your own, or a template?” says “Still a template”.")


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ({"permission_status": "refused"}, "“Is there permission to tell it?” says “Refused”"),
        ({"identifiability": "identifiable"}, "“Could anyone be recognised?” says “A person could be recognised”"),
    ],
)
def test_a_story_that_may_not_be_told_is_found(sample_facts: Facts, answer: dict[str, str], said: str) -> None:
    (message,) = messages(saying(sample_facts, _CASE, **answer), "CS-07")
    assert said in message


@pytest.mark.parametrize("state", ["not_needed_aggregate", "written", "verbal_recorded", "best_interests_recorded"])
def test_every_other_permission_is_none_of_its_business(sample_facts: Facts, state: str) -> None:
    assert messages(saying(sample_facts, _CASE, permission_status=state), "CS-07") == []


def test_a_case_left_out_of_the_pack_is_still_told_by_whatever_tells_it(sample_facts: Facts) -> None:
    facts = saying(sample_facts, _CASE, permission_status="refused", in_pack=False)
    for teller in ("TBN-NAR-01", "TBN-CSB-01", "TBN-LOS-MT"):
        (message,) = messages(facts, "CS-07")
        assert f"{teller} tells it in the pack" in message
        facts = saying(facts, teller, in_pack=False)
    assert messages(facts, "CS-07") == []


def test_a_case_that_was_withdrawn_is_told_where_an_answer_names_it(sample_facts: Facts) -> None:
    withdrawn = saying(sample_facts, _CASE, permission_status="refused", status="withdrawn")
    (message,) = messages(withdrawn, "CS-07")
    assert "TBN-NAR-01 tells it in the pack" in message
    nowhere = saying(saying(withdrawn, "TBN-NAR-01", case=None), "TBN-LOS-MT", case=None)
    assert messages(nowhere, "CS-07") == []
