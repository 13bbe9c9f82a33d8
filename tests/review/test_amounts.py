# SPDX-License-Identifier: MPL-2.0
"""A figure is said with what it counts."""

from __future__ import annotations

from decimal import Decimal

import pytest

from evidencepack.domain.record import Record
from evidencepack.review.amounts import amount_text


@pytest.mark.parametrize(
    ("unit", "number", "words"),
    [
        ("pct", "94.117", "94.1%"),
        ("gbp", "230000", "£230,000"),
        ("per_1000", "2.0", "2 for each 1,000"),
        ("people", "12", "12 people"),
        ("score", "-1.25", "-1.2"),
        ("", "0", "0"),
    ],
)
def test_a_figure_is_said_with_its_unit(unit: str, number: str, words: str) -> None:
    assert amount_text(Record("k", "kpi", "KPI-1", "t", {"unit": unit}), Decimal(number)) == words
