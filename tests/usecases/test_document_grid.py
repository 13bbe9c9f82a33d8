# SPDX-License-Identifier: MPL-2.0
"""The grid of papers: for whom each is, how far it is, and which ones the partners suggest."""

from __future__ import annotations

from dataclasses import replace

from evidencepack.bootstrap import Program
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts
from evidencepack.domain.values import FieldType, Reference
from evidencepack.usecases.changes import SetAnswer, apply_change
from evidencepack.usecases.document_grid import Grid, GridCell, Standing, document_grid, new_paper


def cell(grid: Grid, kind: str, column: int) -> GridCell:
    return next(row for row in grid.rows if row.kind == kind).cells[column]


def without(facts: Facts, kind: str) -> Facts:
    left = {name: record for name, record in facts.records.items() if record.kind != kind}
    return replace(facts, records=left)


def test_papers_stand_under_the_partner_they_are_about(sample_facts: Facts, program: Program) -> None:
    grid = document_grid(sample_facts, program.library)

    assert list(grid.partners.values()) == ["Maitree", "Osierbed", "Lea Marsh", "Kestrel"]
    letter = cell(grid, "letter_of_support", 1)
    assert letter.standing is Standing.SIGNED
    assert sample_facts.records[letter.documents[0]].reference == "TBN-LOS-MT"
    assert cell(grid, "letter_of_support", 0).standing is Standing.NOT_NEEDED


def test_a_paper_of_everybody_is_one_for_all(sample_facts: Facts, program: Program) -> None:
    grid = document_grid(sample_facts, program.library)

    assert cell(grid, "mou", 0).standing is Standing.SIGNED
    assert cell(grid, "mou", 0).tail == "v1.0"
    assert cell(grid, "mou", 1).standing is Standing.ONE_FOR_ALL
    assert cell(grid, "dsa", 0).standing is Standing.OUT


def test_what_partners_suggest_and_nobody_began_is_not_started(sample_facts: Facts, program: Program) -> None:
    grid = document_grid(without(without(sample_facts, "letter_of_support"), "mou"), program.library)

    assert {cell(grid, "letter_of_support", at).standing for at in range(1, 5)} == {Standing.NOT_STARTED}
    assert cell(grid, "mou", 0) == GridCell(Standing.NOT_STARTED)


def test_a_paper_with_missing_answers_is_in_progress(sample_facts: Facts, program: Program) -> None:
    mou = next(sample_facts.of_kind("mou"))
    facts = apply_change(sample_facts, SetAnswer(FieldPath(mou.id, "area"), FieldType.TEXT, None))

    found = cell(document_grid(facts, program.library), "mou", 0)

    assert (found.standing, found.missing, found.tail) == (Standing.STARTED, 1, "")


def test_the_least_far_of_several_papers_counts(sample_facts: Facts, program: Program) -> None:
    study = next(sample_facts.of_kind("case_study"))
    rows = document_grid(sample_facts, program.library, troubled=[FieldPath(study.id, "title")]).rows

    cells = next(row.cells for row in rows if row.kind == "case_study")
    found = next(one for one in cells if study.id in one.documents)

    assert found.standing is Standing.ATTENTION
    assert found.documents[0] == study.id


def test_a_new_paper_is_for_the_partner_it_was_begun_under(sample_facts: Facts, program: Program) -> None:
    partner = next(iter(document_grid(sample_facts, program.library).partners))
    name, changes = new_paper(sample_facts, program.library, "letter_of_support", partner)
    facts = sample_facts
    for change in changes:
        facts = apply_change(facts, change)

    assert facts.records[name].answers["partner"] == Reference(partner)
    assert facts.records[name].reference not in {one.reference for one in sample_facts.of_kind("letter_of_support")}


def test_a_tender_without_papers_and_partners_has_an_empty_grid(program: Program, sample_facts: Facts) -> None:
    tender = sample_facts.records[sample_facts.tender]
    facts = Facts(tender.id, {tender.id: tender})

    assert document_grid(facts, program.library) == Grid({}, ())
