# SPDX-License-Identifier: MPL-2.0
"""The pack of a tender, composed, with the count of missing answers that every place gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from evidencepack.domain.record import Facts
from evidencepack.domain.trade import Audience
from evidencepack.library.model import Library
from evidencepack.pack.plan import Earlier, Plan, plan_pack
from evidencepack.pack.slip import says_answers
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.clock import as_of
from evidencepack.usecases.missing import needed_in_papers

NOTHING_EARLIER: Earlier = MappingProxyType[int, Mapping[str, str]]({})
"""What a pack is compared with that does not say what its answers said before."""


def plan_of(
    facts: Facts, library: Library, *, audience: Audience = Audience.PACK, earlier: Earlier = NOTHING_EARLIER
) -> Plan:
    """Return the pack of a tender, every paper of it marked with how many answers are missing in it.

    ``earlier`` are the papers of the issues with which it is compared (``earlier_papers``).
    """
    missing = needed_in_papers(facts, library)
    plan = plan_pack(facts, library, as_of=as_of(facts), audience=audience, needed=missing)
    return replace(plan, earlier=earlier) if earlier else plan


def earlier_papers(workspace: Workspace, facts: Facts) -> Earlier:
    """Return what the papers of the last two issues said, if the pack is to show that; else nothing."""
    if facts.issued is None or not says_answers(facts):
        return NOTHING_EARLIER
    wanted = {facts.issued.number, facts.issued.before.number if facts.issued.before else 0}
    return {
        one.number: {paper.record: paper.short_blocks or paper.blocks for paper in one.documents}
        for one in workspace.issues(facts.tender)
        if one.number in wanted
    }
