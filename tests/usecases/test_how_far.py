# SPDX-License-Identifier: MPL-2.0
"""How far a tender is: papers of its pack, complete ones, answers needed."""

from __future__ import annotations

from evidencepack.bootstrap import Program
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts
from evidencepack.domain.values import FieldType
from evidencepack.usecases.changes import SetAnswer, apply_change
from evidencepack.usecases.how_far import HowFar, how_far


def test_complete_papers_and_needed_answers_are_counted(sample_facts: Facts, program: Program) -> None:
    before = how_far(sample_facts, program.library)
    mou = next(sample_facts.of_kind("mou"))
    facts = apply_change(sample_facts, SetAnswer(FieldPath(mou.id, "area"), FieldType.TEXT, None))

    assert before.ready == before.papers > 20
    assert how_far(facts, program.library) == HowFar(before.papers, before.papers - 1, 1)


def test_a_tender_without_papers_has_none(sample_facts: Facts, program: Program) -> None:
    facts = Facts(sample_facts.tender, {sample_facts.tender: sample_facts.records[sample_facts.tender]})

    assert how_far(facts, program.library) == HowFar(0, 0, 0)
