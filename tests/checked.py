# SPDX-License-Identifier: MPL-2.0
"""What a check of a tender finds and leaves open: what most tests ask of it."""

from __future__ import annotations

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Facts
from evidencepack.library.model import Library
from evidencepack.pack.press import Press
from evidencepack.review.reading import Reused
from evidencepack.usecases.checking import check_all


def check_tender(
    facts: Facts, *, library: Library, press: Press, reused: tuple[Reused, ...] = ()
) -> tuple[Finding, ...]:
    """Return the open findings of a tender, the worst first."""
    return check_all(facts, library=library, press=press, reused=reused).findings
