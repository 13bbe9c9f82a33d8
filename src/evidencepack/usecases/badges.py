# SPDX-License-Identifier: MPL-2.0
"""Badges: how many findings stand beside a document or a step, without answers that are merely missing."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from evidencepack.domain.trade import Severity
from evidencepack.usecases.readiness import Problem


@dataclass(frozen=True, slots=True)
class Badge:
    """How many things must be fixed, and how many should be."""

    must: int = 0
    should: int = 0

    def __bool__(self) -> bool:
        """Whether there is anything."""
        return bool(self.must or self.should)


NO_BADGE = Badge()
"""Nothing is to be fixed."""


def badge_of(problems: Iterable[Problem], homes: Collection[str]) -> Badge:
    """Return what there is to fix in some documents, or other records, by their ids."""
    return _count(one for one in problems if one.home.id in homes)


def _count(problems: Iterable[Problem]) -> Badge:
    """Count; what is merely not answered yet stands beside its question, and suggestions nag nobody."""
    kinds = [one.severity for one in problems if not one.is_missing]
    return Badge(kinds.count(Severity.BLOCKS), kinds.count(Severity.WARNS))
