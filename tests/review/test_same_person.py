# SPDX-License-Identifier: MPL-2.0
"""Who stands in is somebody else."""

from __future__ import annotations

import pytest
from tests.review.on_sample import linked, messages, saying, without

from evidencepack.domain.record import Facts


def test_the_sample_is_clean(sample_facts: Facts) -> None:
    assert messages(sample_facts, "RQ-52") == []


@pytest.mark.parametrize(
    ("reference", "first", "second"),
    [
        ("FB", "named_lead", "named_deputy"),
        ("CO-02", "named_lead", "deputy"),
        ("M4", "chair", "deputy_chair"),
    ],
)
def test_one_person_in_both_roles_is_found(reference: str, first: str, second: str, sample_facts: Facts) -> None:
    person = linked(sample_facts, "PER-02")
    (message,) = messages(saying(sample_facts, reference, **{first: person, second: person}), "RQ-52")
    assert f"{reference}: Kwabena Mensah is both “" in message


def test_nobody_is_their_own_deputy(sample_facts: Facts) -> None:
    (message,) = messages(saying(sample_facts, "PER-07", deputy=linked(sample_facts, "PER-07")), "RQ-52")
    assert message.startswith("Contact PER-07: “Who stands in for them” names the same person. When they are away")


def test_nobody_yet_is_not_the_same_person(sample_facts: Facts) -> None:
    facts = saying(sample_facts, "FB", named_lead=None, named_deputy=None)
    assert messages(facts, "RQ-52") == []
    gone = saying(sample_facts, "FB", named_lead=linked(sample_facts, "PER-02"))
    assert "one person is both" in messages(without(gone, "PER-02"), "RQ-52")[0]
