# SPDX-License-Identifier: MPL-2.0
"""The date of a tender's content: its own fixed date, else the day of its newest revision. Never today's."""

from __future__ import annotations

from datetime import date

from evidencepack.domain.record import Facts

AS_OF = "as_of"


def as_of(facts: Facts) -> date:
    """Return the date that files of this tender carry, and that date rules compare with."""
    fixed = facts.records[facts.tender].answers.get(AS_OF)
    return fixed if isinstance(fixed, date) else facts.changed
