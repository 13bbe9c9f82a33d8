# SPDX-License-Identifier: MPL-2.0
"""What a letter or a narrative promises in its own words is held against what was agreed with its partner."""

from __future__ import annotations

import pytest
from tests.review.on_sample import messages, saying, without

from evidencepack.domain.record import Facts

_LETTER = "TBN-LOS-MT"


def _of(facts: Facts, words: str, rule: str) -> list[str]:
    return messages(saying(facts, _LETTER, own_role=words), rule)


@pytest.mark.parametrize("rule", ["XD-03", "LT-12", "NR-12"])
def test_the_papers_of_the_sample_promise_what_was_agreed(rule: str, sample_facts: Facts) -> None:
    assert messages(sample_facts, rule) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("We make first contact within 9 working days.", "9 working days"),
        ("First contact takes no time: 48 hours.", "48 hours"),
        ("We promise a 48-hour answer.", "48-hour"),
        ("We ring back in two days, at the latest.", "two days"),
        ("We answer within 60 minutes.", "60 minutes"),
        ("We call within an hour of every referral.", "an hour"),
        ("We visit within a fortnight.", "a fortnight"),
        ("We phone the person within two working days.", "two working days"),
        ("We make first contact the same day, or by noon the next day.", "same day” and “by noon” and “next day"),
        ("We come straight away.", "straight away"),
    ],
)
def test_another_time_is_found_with_what_was_agreed(sample_facts: Facts, words: str, said: str) -> None:
    (message,) = _of(sample_facts, words, "XD-03")
    assert f"promise “{said}”. Agreed with Maitree: 2 working days (make the first contact), 1 working day" in message


@pytest.mark.parametrize(
    "words",
    [
        "We make first contact within two working days.",
        "We phone the person within 1 working day.",
        "We report a safeguarding concern to the council within 4 hours.",
        "A third connector comes within 5 working days.",
        "Two days a month we are on the ward.",
        "We come before support ends.",
    ],
)
def test_the_agreed_time_of_the_same_act_is_no_contradiction(sample_facts: Facts, words: str) -> None:
    assert _of(sample_facts, words, "XD-03") == []


def test_where_no_time_was_agreed_nothing_can_differ(sample_facts: Facts) -> None:
    times = [one.reference for one in sample_facts.of_kind("response_time")]
    facts = saying(without(sample_facts, *times), "TBN-GOV-01", safeguarding_report_time=None)
    for governance in facts.of_kind("governance"):
        facts = saying(facts, governance.reference, safeguarding_report_time=None)
    assert _of(facts, "We make first contact within 9 working days, or the same day.", "XD-03") == []


@pytest.mark.parametrize(
    ("words", "said", "agreed"),
    [
        ("We run nine sessions a week.", "nine sessions a week", "12 sessions a week."),
        ("We have six full-time connectors.", "six full-time connectors", "two connectors"),
        ("We give forty hours a week.", "forty hours a week", "12 sessions a week from two connectors"),
        ("We lend 9 bicycles.", "9 bicycles", "12 sessions a week from two connectors"),
        ("We stay for 6 weeks.", "6 weeks", "12 sessions a week from two connectors"),
        ("We answer at all hours.", "at all hours", "12 sessions a week from two connectors"),
        ("We are there seven days a week.", "seven days a week", "12 sessions a week from two connectors"),
        ("We walk every six weeks.", "every six weeks", "Weekly"),
        ("The Partnership Board sees us on the second Friday.", "second Friday", "3rd Thursday"),
        ("We come to the Partnership Board every week.", "every week", "Monthly"),
        ("We open on Sundays.", "Sundays", "Monday to Friday"),
    ],
)
def test_what_the_partner_does_must_be_among_what_was_agreed(
    sample_facts: Facts, words: str, said: str, agreed: str
) -> None:
    (message,) = _of(sample_facts, words, "LT-12")
    assert f"say “{said}”. Agreed with Maitree: " in message
    assert agreed in message


@pytest.mark.parametrize(
    "words",
    [
        "We run 12 sessions a week.",
        "We have two connectors, 1.4 FTE.",
        "Three of the sessions are in Bengali.",
        "We come to the Partnership Board every month, on the third Thursday.",
        "We join joint triage each week.",
        "We are there from Monday to Thursday, every week.",
        "We sat together in the sun.",
    ],
)
def test_what_was_agreed_can_be_said(sample_facts: Facts, words: str) -> None:
    assert _of(sample_facts, words, "LT-12") == []


def test_a_service_day_and_night_can_be_said_to_be_one(sample_facts: Facts) -> None:
    facts = saying(sample_facts, "TBN-LOS-OH", own_role="Our key-safe service is there at all hours, 24 hours a day.")
    assert messages(facts, "LT-12") == []


def test_with_nothing_agreed_no_amount_can_differ(sample_facts: Facts) -> None:
    times = [one.reference for one in sample_facts.of_kind("response_time")]
    facts = without(sample_facts, "CO-02", *times)
    assert _of(facts, "We run nine sessions for six weeks at all hours, forty hours a week.", "LT-12") == []


def test_reasons_may_tell_of_other_things_and_contradict_nothing(sample_facts: Facts) -> None:
    facts = saying(sample_facts, _LETTER, why_it_matters="Ninety volunteers meet every Sunday, 40 hours a month.")
    assert messages(facts, "LT-12") == []
    facts = saying(sample_facts, _LETTER, why_it_matters="Our nine connectors answer by noon.")
    assert "say “nine connectors”" in messages(facts, "LT-12")[0]
    assert "promise “by noon”" in messages(facts, "XD-03")[0]


def test_figures_of_the_past_are_no_promise(sample_facts: Facts) -> None:
    facts = saying(sample_facts, _LETTER, evidence="In 2026 we ran 9 sessions a week and rang 80 people within 3 days.")
    assert messages(facts, "XD-03") == messages(facts, "LT-12") == []


def test_a_narrative_is_held_against_the_same(sample_facts: Facts) -> None:
    words = "Six connectors run 30 sessions a week. We answer within 3 hours."
    (message,) = messages(saying(sample_facts, "TBN-NAR-01", p2_delivery=words), "NR-12")
    assert "say “3 hours” and “Six connectors” and “30 sessions a week”. Agreed with Maitree: 2 working days" in message
    words = "Twelve step-down flats and a 12-hour key-safe service."
    (message,) = messages(saying(sample_facts, "TBN-NAR-02", p2_delivery=words), "NR-12")
    assert "say “12-hour” and “Twelve step-down flats”" in message


def test_another_amount_that_was_agreed_reaches_the_narrative(sample_facts: Facts) -> None:
    facts = saying(sample_facts, "CO-03", volume="Four flats and a 12-hour key-safe service")
    (message,) = messages(facts, "NR-12")
    assert message.startswith("Partnership narrative TBN-NAR-02")
