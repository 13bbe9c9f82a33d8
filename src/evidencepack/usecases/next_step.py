# SPDX-License-Identifier: MPL-2.0
"""The one thing to do next in a tender, and what rests until tomorrow because a person put it off."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from evidencepack.domain.trade import Severity
from evidencepack.usecases.readiness import MISSING, Problem


def next_step(problems: Iterable[Problem], *, resting: Mapping[str, str], today: date) -> Problem | None:
    """Return what comes next: what must be fixed, then missing answers, then the rest, each by the marks it carries.

    Hints are never a next step.

    Args:
        problems: what the checks found.
        resting: until which day (ISO) a problem rests, by its id.
        today: the person's own day.
    """
    awake = (
        one
        for one in problems
        if one.severity is not Severity.SUGGESTS and resting.get(one.id, "") <= today.isoformat()
    )
    return min(awake, key=_urgency, default=None)


def _urgency(problem: Problem) -> tuple[int, int]:
    rank = 0 if problem.severity is Severity.BLOCKS else 1 if problem.rule in MISSING else 2
    return rank, -int(problem.home.weight * 100)
