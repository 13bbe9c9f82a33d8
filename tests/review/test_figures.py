# SPDX-License-Identifier: MPL-2.0
"""Figures beside the number of a measure are its own."""

from __future__ import annotations

import pytest
from tests.review.on_sample import messages, saying

from evidencepack.domain.record import Facts


def _of(facts: Facts, words: str) -> list[str]:
    return messages(saying(facts, "TBN-LOS-MT", evidence=words), "XD-16")


def test_the_sample_is_clean(sample_facts: Facts) -> None:
    assert messages(sample_facts, "XD-16") == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("We contacted 120 people, 110 of them within two working days (KPI-08).", ["120", "110"]),
        ("90 of 90 were on time (KPI-08).", ["90 of 90"]),
        ("5 of 11 were on time (KPI-08).", ["5 of 11"]),
        ("Activities rose to 9.9 a week (KPI-07).", ["9.9"]),
        ("99% were on time (KPI-09).", ["99"]),
    ],
)
def test_other_figures_are_found_with_the_latest(words: str, said: list[str], sample_facts: Facts) -> None:
    told = _of(sample_facts, words)
    assert all(f"say “{one}”" in message for one, message in zip(said, told, strict=True))
    assert " ends with " in told[0]


@pytest.mark.parametrize(
    "words",
    [
        "From May 2026 to January 2027 we contacted 88 people, 80 of them within 2 working days (KPI-08).",
        "In week 6, on 5 August 2026, 13 of 13 were on time, and the target is 95% (KPI-08).",
        "26 of 32 were on time, and 92% in the last months (KPI-09).",
        "We met 500 people. 80 of 88 were on time (KPI-08).",
        "We met 500 people; £900 came in, and 3 of 4 were happy.",
        "500 people were met (KPI-99).",
    ],
)
def test_its_own_figures_days_and_figures_of_other_sentences_are_not(words: str, sample_facts: Facts) -> None:
    assert _of(sample_facts, words) == []


def test_a_result_that_was_put_right_reaches_the_narrative(sample_facts: Facts) -> None:
    words = "Decisions rose from 2 of 90 to 90 of 90 (KPI-09)."
    first, second = messages(saying(sample_facts, "TBN-NAR-02", p4_evidence=words), "XD-16")
    assert "say “2 of 90”" in first
    assert "say “90 of 90”" in second


def test_a_measure_without_results_holds_nothing_to_compare(sample_facts: Facts) -> None:
    facts = saying(sample_facts, "KPI-08", readings=None, baseline=None, baseline_cases=None, target=None)
    assert _of(facts, "90 of 90 were on time (KPI-08).") == []
