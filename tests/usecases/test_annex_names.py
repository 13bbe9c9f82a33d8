# SPDX-License-Identifier: MPL-2.0
"""What the names of files say of annexes, and which files are here twice."""

from __future__ import annotations

from datetime import date
from functools import reduce

from evidencepack.bootstrap import Program
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts
from evidencepack.domain.values import Attachment
from evidencepack.usecases.annex_names import entering_annexes, naming, twin_sentence, twins_of
from evidencepack.usecases.changes import apply_change

COVER, POLICY = Attachment("a" * 64, "2026-03-14 Cover.pdf"), Attachment("b" * 64, "Safeguarding_policy.docx")


def test_each_file_becomes_an_annex_with_what_its_name_says(program: Program, sample_facts: Facts) -> None:
    facts = reduce(apply_change, entering_annexes(sample_facts, program.library, (COVER, POLICY)), sample_facts)
    first, second = (one for one in facts.of_kind("annex") if one.id not in sample_facts.records)
    assert first.answers == {"title": "Cover", "dated": date(2026, 3, 14), "file": COVER}
    assert second.answers == {"title": "Safeguarding policy", "file": POLICY}
    assert first.reference != second.reference


def test_a_name_answers_only_what_nobody_has(program: Program, sample_facts: Facts) -> None:
    library = program.library
    facts = reduce(apply_change, entering_annexes(sample_facts, library, (POLICY,)), sample_facts)
    (annex,) = (one for one in facts.of_kind("annex") if one.id not in sample_facts.records)
    (dated,) = naming(facts, library, FieldPath(annex.id, "file"), COVER.name)
    assert (dated.path, dated.value) == (FieldPath(annex.id, "dated"), date(2026, 3, 14))
    assert naming(facts, library, FieldPath(facts.tender, "file"), COVER.name) == ()
    assert naming(facts, library, FieldPath(annex.id, "title"), COVER.name) == ()


def test_a_file_that_is_there_twice_has_twins(program: Program, sample_facts: Facts) -> None:
    facts = reduce(apply_change, entering_annexes(sample_facts, program.library, (COVER, COVER)), sample_facts)
    first, second = (one for one in facts.of_kind("annex") if one.id not in sample_facts.records)
    assert twins_of(facts, COVER.sha256, but=first.id) == (f"{second.reference} “Cover”",)
    assert len(twins_of(facts, COVER.sha256)) == 2
    assert twin_sentence(twins_of(facts, POLICY.sha256)) == ""
    assert "slip" in twin_sentence(("AN-01 “Cover”",))
