# SPDX-License-Identifier: MPL-2.0
"""A figure with what it counts, as sentences say it: "95%", "£230,000", "6.1 for each 1,000", "12 people"."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from evidencepack.domain.record import Record

_FORMS: Mapping[str, str] = {
    "pct": "{}%",
    "gbp": "£{}",
    "per_1000": "{} for each 1,000",
    "fte": "{} full-time posts",
    "people": "{} people",
    "hours": "{} hours",
    "days": "{} days",
    "weeks": "{} weeks",
    "sessions": "{} sessions",
    "tco2e": "{} tonnes of CO2e",
}


def amount_text(record: Record, number: Decimal) -> str:
    """Return a figure of a measure or a promise in the unit that its record says, to one place after the point."""
    rounded = f"{number:,.1f}".removesuffix(".0")
    return _FORMS.get(str(record.answers.get("unit")), "{}").format(rounded)
