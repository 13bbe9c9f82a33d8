# SPDX-License-Identifier: MPL-2.0
"""The years of a promise against its total."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from tests.shipped import LIBRARY

from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Answer, Number
from evidencepack.review.promises import wrong_totals
from evidencepack.review.reading import Reading

NAMES = ("year_1", "year_2", "year_3", "total")


def found(unit: str, *amounts: str) -> list[str]:
    numbers: dict[str, Answer] = {name: Number(Decimal(one)) for name, one in zip(NAMES, amounts, strict=True) if one}
    promise = Record("v", "commitment", "SV-01", "t", {"unit": unit, **numbers})
    facts = Facts("t", {"t": Record("t", "tender", "TBN"), "v": promise})
    reading = Reading("t", (), facts, LIBRARY, date(2027, 2, 15))
    return [finding.message for finding in wrong_totals(reading, LIBRARY.rules["SV-09"])]


@pytest.mark.parametrize(
    ("unit", "amounts"),
    [
        ("people", ("4", "4", "4", "12")),
        ("gbp", ("58000.5", "1", "1", "58002.5")),
        ("pct", ("45", "55", "60", "60")),
        ("people", ("4", "4", "", "12")),
        ("people", ("4", "4", "4", "")),
    ],
)
def test_what_adds_up_or_cannot_be_added_up_is_no_finding(unit: str, amounts: tuple[str, ...]) -> None:
    assert found(unit, *amounts) == []


def test_a_total_that_contradicts_its_years_is_found() -> None:
    assert found("gbp", "58000", "4", "4", "12") == [
        "Social value promise SV-01: the three years add up to 58,008. “How much in all?” says 12."
    ]
