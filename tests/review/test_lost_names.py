# SPDX-License-Identifier: MPL-2.0
"""Words that name what was removed are found; what only looks like a code is not."""

from __future__ import annotations

import pytest
from tests.review.on_sample import messages, saying, without

from evidencepack.domain.record import Facts

_PAPER = "TBN-NAR-01"


def _of(facts: Facts, words: str) -> list[str]:
    return messages(saying(facts, _PAPER, p2_delivery=words), "RF-51")


def test_the_sample_names_nothing_that_is_not_there(sample_facts: Facts) -> None:
    assert messages(sample_facts, "RF-51") == []


@pytest.mark.parametrize(
    ("gone", "places"),
    [
        ("F2", {"TBN-DSA-01": 4}),
        ("KPI-07", {"TBN-CS-01": 1, "TBN-NAR-01": 1, "CO-02": 1}),
        ("RK-01", {"TBN-RSK-01": 1}),
    ],
)
def test_each_place_that_names_what_was_removed_is_found(
    sample_facts: Facts, gone: str, places: dict[str, int]
) -> None:
    found = messages(without(sample_facts, gone), "RF-51")
    assert all(f" name {gone}, and this tender has no " in message for message in found)
    assert {place: sum(place in message for message in found) for place in places} == places
    assert len(found) == sum(places.values())


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("See KPI-99.", "KPI-99"),
        ("F12 and RK-40 show it.", "F12 and RK-40"),
        ("The task is R-77.", "R-77"),
        ("As TBN-MOU-07 says.", "TBN-MOU-07"),
    ],
)
def test_a_code_that_was_never_there_is_found(sample_facts: Facts, words: str, codes: str) -> None:
    (message,) = _of(sample_facts, words)
    assert f"name {codes}, and this tender has no" in message


@pytest.mark.parametrize(
    "words",
    [
        "See KPI-08, F2 and R-06.",
        "From KPI-8 on.",
        "In H9 2026 we began.",
        "They live near M8 4AB.",
        "We drove down the M8.",
        "On the M25.",
        "Version F2.5 of the form.",
        "Old paper TBN-PIL-DSA-01.",
        "Question Q1 asks for it.",
        "A-level and COVID-19.",
    ],
)
def test_what_is_there_or_only_looks_like_a_code_is_left_alone(sample_facts: Facts, words: str) -> None:
    assert _of(sample_facts, words) == []


def test_where_the_last_of_a_kind_is_gone_its_code_is_known_still(sample_facts: Facts) -> None:
    risks = [one.reference for one in sample_facts.of_kind("risk")]
    found = messages(without(sample_facts, *risks), "RF-51")
    assert any("name RK-01, and this tender has no shared risk" in message for message in found)
