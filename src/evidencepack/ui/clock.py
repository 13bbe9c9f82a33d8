# SPDX-License-Identifier: MPL-2.0
"""The person's own time: the one place of the window that asks what time it is."""

from __future__ import annotations

from datetime import date, datetime


def now() -> datetime:
    """Return the time where the person sits, without a zone."""
    return datetime.now()  # noqa: DTZ005 - the clock on the person's wall


def today() -> date:
    """Return the person's own day."""
    return now().date()
