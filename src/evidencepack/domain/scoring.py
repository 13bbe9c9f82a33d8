# SPDX-License-Identifier: MPL-2.0
"""Scores of risks: likelihood times impact, each from 1 to 5, and the word that a score is called by."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum


class Band(StrEnum):
    """What a score is called. The word says it; weight and ground only repeat it."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


def band_of(score: Decimal, *, medium_from: Decimal, high_from: Decimal) -> Band:
    """Return the word for a score; each partnership says itself from which score a risk is medium, and high."""
    if score >= high_from:
        return Band.HIGH
    return Band.MEDIUM if score >= medium_from else Band.LOW
