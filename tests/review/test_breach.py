# SPDX-License-Identifier: MPL-2.0
"""Partners hear of a breach in time for the law, and the tasks say the same time as the agreement."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.review.on_sample import messages, saying, without

from evidencepack.domain.record import Facts
from evidencepack.domain.values import Duration, DurationUnit

_AGREEMENT, _MAP = "TBN-DSA-01", "TBN-RACI-01"


def _telling(facts: Facts, amount: int, unit: DurationUnit = DurationUnit.HOURS) -> Facts:
    return saying(facts, _AGREEMENT, breach_notify_partner=Duration(Decimal(amount), unit))


def test_the_sample_is_clean(sample_facts: Facts) -> None:
    assert messages(sample_facts, "DS-19") == []


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
