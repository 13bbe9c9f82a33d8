# SPDX-License-Identifier: MPL-2.0
"""The pack of a tender, composed, with the count of missing answers that every place gives."""

from __future__ import annotations

from evidencepack.domain.record import Facts
from evidencepack.domain.trade import Audience
from evidencepack.library.model import Library
from evidencepack.pack.plan import Plan, plan_pack
from evidencepack.usecases.clock import as_of
from evidencepack.usecases.missing import needed_in_papers


def plan_of(facts: Facts, library: Library, *, audience: Audience = Audience.PACK) -> Plan:
    """Return the pack of a tender, every paper of it marked with how many answers are missing in it."""
    return plan_pack(facts, library, as_of=as_of(facts), audience=audience, needed=needed_in_papers(facts, library))
