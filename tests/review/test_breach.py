# SPDX-License-Identifier: MPL-2.0
"""Partners hear of a breach in time for the law, and the tasks say the same time as the agreement."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.review.on_sample import messages, saying, saying_in_row, without

from evidencepack.domain.record import Facts
from evidencepack.domain.values import Duration, DurationUnit

_AGREEMENT, _MAP = "TBN-DSA-01", "TBN-RACI-01"


def _telling(facts: Facts, amount: int, unit: DurationUnit = DurationUnit.HOURS) -> Facts:
    return saying(facts, _AGREEMENT, breach_notify_partner=Duration(Decimal(amount), unit))


@pytest.mark.parametrize("rule", ["DS-19", "XD-04"])
def test_the_sample_is_clean(rule: str, sample_facts: Facts) -> None:
    assert messages(sample_facts, rule) == []


@pytest.mark.parametrize(
    ("amount", "unit"),
    [(72, DurationUnit.HOURS), (3, DurationUnit.DAYS), (3, DurationUnit.WORKING_DAYS), (1, DurationUnit.WEEKS)],
)
def test_72_hours_leave_a_controller_none(amount: int, unit: DurationUnit, sample_facts: Facts) -> None:
    (message,) = messages(_telling(sample_facts, amount, unit), "DS-19")
    assert "“Tell partners of a breach within” says " in message


@pytest.mark.parametrize(
    ("amount", "unit"),
    [(71, DurationUnit.HOURS), (2, DurationUnit.DAYS), (80, DurationUnit.WORKING_HOURS)],
)
def test_a_shorter_time_is_in_time(amount: int, unit: DurationUnit, sample_facts: Facts) -> None:
    assert messages(_telling(sample_facts, amount, unit), "DS-19") == []


def test_where_nobody_is_a_controller_the_law_gives_no_time(sample_facts: Facts) -> None:
    flows = [one.reference for one in sample_facts.of_kind("data_flow")]
    assert messages(without(_telling(sample_facts, 96), *flows), "DS-19") == []


def test_a_task_that_goes_with_the_agreement_says_its_time(sample_facts: Facts) -> None:
    (message,) = messages(_telling(sample_facts, 12), "XD-04")
    assert "task R-15 says “Within 24 hours”. It goes with TBN-DSA-01, which says 12 hours." in message


def test_a_task_that_goes_with_something_else_may_say_another(sample_facts: Facts) -> None:
    facts = _telling(sample_facts, 12)
    assert messages(saying_in_row(facts, _MAP, "activities", 15, linked="M6"), "XD-04") == []
    assert messages(saying_in_row(facts, _MAP, "activities", 15, activity="Answer requests"), "XD-04") == []
    assert messages(saying_in_row(facts, _MAP, "activities", 15, timing="At once, in 12 hours"), "XD-04") == []
