# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TypeAlias

import pytest

from evidencepack.bootstrap import Program
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Answer
from evidencepack.pack.plan import Appendix, Plan, plan_pack

AS_OF = date(2027, 2, 15)

_FEW = frozenset({"TBN-CS-01", "TBN-DSA-01", "TBN-MOU-01", "TBN-RACI-01", "TBN-SIG-01"})
"""Papers enough for what holds for any: to compose all of the sample's takes a second."""

Answering: TypeAlias = Callable[..., Facts]


@pytest.fixture(scope="session")
def plan(program: Program, sample_facts: Facts) -> Plan:
    """Return the plan of the sample pack."""
    return plan_pack(sample_facts, program.library, as_of=AS_OF)


@pytest.fixture(scope="session")
def few_facts(program: Program, sample_facts: Facts) -> Facts:
    """Return the sample with few of its papers."""
    kept = (one for one in sample_facts.records.values() if _is_kept(program, one))
    return replace(sample_facts, records={one.id: one for one in kept})


def _is_kept(program: Program, record: Record) -> bool:
    return not program.library[record.kind].document or record.reference in _FEW


@pytest.fixture(scope="session")
def few(program: Program, few_facts: Facts) -> Plan:
    """Return the plan of a pack of few papers."""
    return plan_pack(few_facts, program.library, as_of=AS_OF)


def appendix(plan: Plan, reference: str) -> Appendix:
    """Return the appendix that is the document of a reference."""
    return next(one for one in plan.appendices if one.record.reference == reference)


@pytest.fixture(scope="session")
def answering(few_facts: Facts) -> Answering:
    """Return the facts of few papers with other answers in one record; None takes an answer away."""

    def answer(reference: str, **answers: Answer | None) -> Facts:
        record = next(one for one in few_facts.records.values() if one.reference == reference)
        kept = {name: value for name, value in {**record.answers, **answers}.items() if value is not None}
        return replace(few_facts, records={**few_facts.records, record.id: replace(record, answers=kept)})

    return answer
