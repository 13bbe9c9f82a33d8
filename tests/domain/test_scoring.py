# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from decimal import Decimal

import pytest

from evidencepack.domain.scoring import Band, band_of


@pytest.mark.parametrize(
    ("score", "band"),
    [(1, Band.LOW), (7, Band.LOW), (8, Band.MEDIUM), (14, Band.MEDIUM), (15, Band.HIGH), (25, Band.HIGH)],
)
def test_a_band_begins_at_its_threshold(score: int, band: Band) -> None:
    assert band_of(Decimal(score), medium_from=Decimal(8), high_from=Decimal(15)) is band


def test_thresholds_are_the_partnerships_own() -> None:
    assert band_of(Decimal(9), medium_from=Decimal(5), high_from=Decimal(9)) is Band.HIGH
