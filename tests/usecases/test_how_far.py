# SPDX-License-Identifier: MPL-2.0
"""How far a tender is: its papers, those that are ready or out for signing."""

from __future__ import annotations

from dataclasses import replace

from evidencepack.bootstrap import Program
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts
from evidencepack.domain.values import FieldType
from evidencepack.usecases.changes import SetAnswer, apply_change
from evidencepack.usecases.document_grid import PaperCount
from evidencepack.usecases.how_far import how_far


def test_complete_papers_are_counted(sample_facts: Facts, program: Program) -> None:
    before = how_far(sample_facts, program.library)
    mou = next(sample_facts.of_kind("mou"))
    facts = apply_change(sample_facts, SetAnswer(FieldPath(mou.id, "area"), FieldType.TEXT, None))

    # The data sharing agreement waits for two signatures: that is not ready, and no work either.
    assert (before.papers, before.ready, before.out, before.work) == (34, 33, 1, 0)
    assert before.packed == 24
    assert how_far(facts, program.library) == replace(before, ready=32)


def test_a_tender_without_papers_has_none(sample_facts: Facts, program: Program) -> None:
    facts = Facts(sample_facts.tender, {sample_facts.tender: sample_facts.records[sample_facts.tender]})

    assert how_far(facts, program.library) == PaperCount(0, 0, 0)
