# SPDX-License-Identifier: MPL-2.0
"""A measure, a task and a contribution name the time of the response time that they go with."""

from __future__ import annotations

from decimal import Decimal

from tests.review.on_sample import messages, saying, saying_in_row

from evidencepack.domain.record import Facts
from evidencepack.domain.values import Duration, DurationUnit


def test_the_sample_is_clean(sample_facts: Facts) -> None:
    assert messages(sample_facts, "XD-23") == []


def test_a_time_that_changed_is_found_wherever_words_still_say_the_old_one(sample_facts: Facts) -> None:
    found = messages(saying(sample_facts, "RT2", within=Duration(Decimal(5), DurationUnit.HOURS)), "XD-23")
    assert [one.split(" says ")[0] for one in found] == [
        "Shared measure KPI-02",
        "Contribution CO-01",
        "Responsibility map (RACI) TBN-RACI-01",
    ]
    assert all("It goes with RT2, which says 5 hours." in one for one in found)


def test_a_measure_with_another_time_in_its_name_is_found(sample_facts: Facts) -> None:
    (message,) = messages(saying(sample_facts, "KPI-08", name="First contact within 3 working days"), "XD-23")
    assert "It goes with RT4, which says 2 working days." in message


def test_words_without_a_time_or_with_the_same_one_are_not(sample_facts: Facts) -> None:
    assert messages(saying(sample_facts, "KPI-08", name="First contact in time"), "XD-23") == []
    assert messages(saying(sample_facts, "KPI-02", name="First visit within 240 minutes"), "XD-23") == []
    assert messages(saying(sample_facts, "KPI-04", name="Visits missed and made good within 9 hours"), "XD-23") == []


def test_a_task_without_that_measure_may_say_any_time(sample_facts: Facts) -> None:
    facts = saying_in_row(sample_facts, "TBN-RACI-01", "activities", 4, timing="Within 9 hours")
    assert len(messages(facts, "XD-23")) == 1
    assert messages(saying_in_row(facts, "TBN-RACI-01", "activities", 4, linked="M2"), "XD-23") == []
