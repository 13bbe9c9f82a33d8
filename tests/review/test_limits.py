# SPDX-License-Identifier: MPL-2.0
"""CHK-PR-05: more sides than the buyer reads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from evidencepack.domain.record import Record
from evidencepack.domain.trade import Severity
from evidencepack.domain.values import Number
from evidencepack.review.measures import Measures
from evidencepack.review.reading import Given
from evidencepack.review.register import Reading, review

REST = "A buyer may refuse to read the rest."


def said(reading: Reading, *, sides: int, limit: int | None) -> list[tuple[Severity, str]]:
    tender = reading.facts.records["tender-1"]
    answers = dict(tender.answers)
    if limit is not None:
        answers["appendix_side_limit"] = Number(Decimal(limit))
    records = {**reading.facts.records, "tender-1": Record("tender-1", "tender", "TBN", "tender-1", answers)}
    found = review(
        replace(reading, facts=replace(reading.facts, records=records), given=Given(measures=Measures(sides)))
    )
    return [(one.severity, one.message) for one in found if one.rule == "CHK-PR-05"]


@pytest.mark.parametrize(("limit", "sides"), [(40, 40), (40, 0), (None, 500), (0, 500)])
def test_as_many_as_are_allowed_are_right(reading: Callable[..., Reading], limit: int | None, sides: int) -> None:
    assert said(reading(), limit=limit, sides=sides) == []


def test_one_more_is_one_too_many(reading: Callable[..., Reading]) -> None:
    ((severity, message),) = said(reading(), limit=40, sides=41)
    assert severity is Severity.BLOCKS
    assert message == f"The appendices take 41 sides, and the tender allows 40: 1 side too many. {REST}"


def test_many_more_are_counted(reading: Callable[..., Reading]) -> None:
    ((_, message),) = said(reading(), limit=40, sides=1_078)
    assert message == f"The appendices take 1,078 sides, and the tender allows 40: 1,038 sides too many. {REST}"
