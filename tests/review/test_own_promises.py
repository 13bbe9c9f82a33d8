# SPDX-License-Identifier: MPL-2.0
"""What a letter promises in its own words is held against what was agreed with its partner."""

from __future__ import annotations

import pytest
from tests.review.on_sample import messages, saying, without

from evidencepack.domain.record import Facts

_LETTER = "TBN-LOS-MT"


def _of(facts: Facts, words: str, rule: str) -> list[str]:
    return messages(saying(facts, _LETTER, own_role=words), rule)


@pytest.mark.parametrize("rule", ["XD-03", "XD-08"])
def test_the_letters_of_the_sample_promise_what_was_agreed(rule: str, sample_facts: Facts) -> None:
    assert messages(sample_facts, rule) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("We make first contact within 9 working days.", "9 working days"),
        ("First contact takes no time: 48 hours.", "48 hours"),
        ("We promise a 48-hour answer.", "48-hour"),
        ("We ring back in two days, at the latest.", "two days"),
    ],
)
def test_another_time_is_found_with_what_was_agreed(sample_facts: Facts, words: str, said: str) -> None:
    (message,) = _of(sample_facts, words, "XD-03")
    assert f"promise “{said}”. Agreed with Maitree: 2 working days, 1 working day, 4 hours, 1 hour." in message


@pytest.mark.parametrize(
    "words",
    [
        "We make first contact within two working days.",
        "We answer within 60 minutes.",
        "A third connector comes within 5 working days.",
        "We stay for 6 weeks and open 24 hours a day.",
        "Two days a month we are on the ward.",
        "We have a 24-hour line and 3 weeks’ notice.",
        "We come before support ends.",
    ],
)
def test_the_same_time_and_how_long_something_lasts_are_no_contradiction(sample_facts: Facts, words: str) -> None:
    assert _of(sample_facts, words, "XD-03") == []


def test_where_no_time_was_agreed_nothing_can_differ(sample_facts: Facts) -> None:
    times = [one.reference for one in sample_facts.of_kind("response_time")]
    facts = saying(without(sample_facts, *times), "TBN-GOV-01", safeguarding_report_time=None)
    for governance in facts.of_kind("governance"):
        facts = saying(facts, governance.reference, safeguarding_report_time=None)
    assert _of(facts, "We make first contact within 9 working days.", "XD-03") == []


def test_another_amount_of_the_same_things_is_found(sample_facts: Facts) -> None:
    (message,) = _of(sample_facts, "We run nine sessions a week.", "XD-08")
    assert "say “nine sessions a week”. Agreed with Maitree: 12 sessions a week." in message


@pytest.mark.parametrize(
    "words",
    [
        "We run 12 sessions a week.",
        "We run 500 sessions a year.",
        "We give 9 places.",
        "We have two connectors.",
        "Three of the sessions are in Bengali.",
    ],
)
def test_the_same_amount_another_period_and_other_things_are_no_contradiction(sample_facts: Facts, words: str) -> None:
    assert _of(sample_facts, words, "XD-08") == []


def test_figures_of_the_past_are_no_promise(sample_facts: Facts) -> None:
    facts = saying(sample_facts, _LETTER, evidence="In 2026 we ran 9 sessions a week and rang 80 people within 3 days.")
    assert messages(facts, "XD-03") == messages(facts, "XD-08") == []
