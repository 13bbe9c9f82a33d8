# SPDX-License-Identifier: MPL-2.0
"""The one thing to do next in a tender: how it begins, then what was found; what was put off rests until tomorrow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum

from evidencepack.domain.record import Facts
from evidencepack.domain.trade import Severity
from evidencepack.library.model import Library
from evidencepack.usecases.readiness import MISSING, Problem

_DEADLINE, _PARTNERSHIP = "submission_deadline", "partnership"


class Beginning(Enum):
    """What a tender without papers waits for, in this order."""

    DEADLINE = "deadline"
    PARTNER = "partner"
    PAPER = "paper"


def beginning(facts: Facts, library: Library, *, resting: Mapping[str, str], today: date) -> Beginning | None:
    """Return what a tender without papers waits for; None once it has one: then the checks know what comes next.

    Who bids alone puts the partner off. ``resting`` and ``today`` are as for ``next_step``.
    """
    if any(library[one.kind].document for one in facts.records.values()):
        return None
    there = {
        Beginning.DEADLINE: _DEADLINE in facts.records[facts.tender].answers,
        Beginning.PARTNER: any(True for _ in facts.of_kind(_PARTNERSHIP)),
    }
    rests = {one for one in Beginning if resting.get(resting_key(facts, one), "") > today.isoformat()}
    return next(one for one in Beginning if one is Beginning.PAPER or not (there[one] or one in rests))


def resting_key(facts: Facts, one: Beginning) -> str:
    """Return the key by which a beginning is put off in a tender."""
    return f"begin {one.value} {facts.tender}"


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
