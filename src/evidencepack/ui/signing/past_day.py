# SPDX-License-Identifier: MPL-2.0
"""A day that has been: what somebody signed on, or what happened to a copy."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

from evidencepack.library.entry_dates import day_text, read_full_date
from evidencepack.library.entry_slip import SlipError
from evidencepack.library.near_dates import read_date
from evidencepack.ui.words import say


def read_past_day(text: str, today: date) -> tuple[date | None, str]:
    """Return the day that is typed (None: none), and what was understood, or why nothing was.

    A day without its year is the last that was.
    """
    if not text.strip():
        return None, ""
    try:
        found = read_date(text, today)
    except SlipError as slip:
        return None, str(slip)
    if found > today and not _has_year(text):
        with suppress(ValueError):
            found = found.replace(year=found.year - 1)
    if found > today:
        return None, say("That day is still to come.")
    return found, day_text(found)


def _has_year(text: str) -> bool:
    try:
        read_full_date(" ".join(text.split()))
    except SlipError:
        return False
    return True
