# SPDX-License-Identifier: MPL-2.0
"""Rhythms in days, the longest that each can be."""

from __future__ import annotations

from collections.abc import Mapping

from evidencepack.domain.values import Frequency

_DAYS: Mapping[Frequency, int] = {
    Frequency.DAILY: 1,
    Frequency.WEEKLY: 7,
    Frequency.FORTNIGHTLY: 14,
    Frequency.MONTHLY: 31,
    Frequency.EVERY_6_WEEKS: 42,
    Frequency.QUARTERLY: 92,
    Frequency.SIX_MONTHLY: 184,
    Frequency.ANNUALLY: 366,
}


def days_of(often: Frequency) -> int:
    """Return the most days from one time to the next; 0 for what happens only when it is needed."""
    return _DAYS.get(often, 0)
