# SPDX-License-Identifier: MPL-2.0
"""The grid of papers: for whom each is, how far it is, and which ones the partners suggest."""

from __future__ import annotations

from dataclasses import replace

from evidencepack.bootstrap import Program
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts
from evidencepack.domain.values import FieldType, Reference
from evidencepack.usecases.changes import SetAnswer, apply_change, rows_of
from evidencepack.usecases.document_grid import (
    Grid,
    GridCell,
    document_grid,
    first_to_begin,
    new_paper,
    paper_count,
    partner_papers,
)
from evidencepack.usecases.documents import Seen, Standing
from evidencepack.usecases.tender_view import WHOLE


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


def test_a_new_memorandum_has_all_parties_the_lead_first(sample_facts: Facts, program: Program) -> None:
    name, changes = new_paper(sample_facts, program.library, "mou")
    facts = sample_facts
    for change in changes:
        facts = apply_change(facts, change)

    parties = [row.cells["organisation"] for row in rows_of(facts.records[name], "parties")]
    lead = sample_facts.records[sample_facts.tender].answers["lead_provider"]
    partners = document_grid(sample_facts, program.library).partners
    assert parties == [lead, *map(Reference, partners)]


def test_with_a_single_partner_a_memorandum_is_that_of_the_whole_partnership(
    sample_facts: Facts, program: Program
) -> None:
    _, *others = sample_facts.of_kind("partnership")
    gone = {one.id for one in (*others, *sample_facts.of_kind("mou"))}
    left = {name: one for name, one in sample_facts.records.items() if name not in gone}
    facts = replace(sample_facts, records=left)
    _, changes = new_paper(facts, program.library, "mou")
    for change in changes:
        facts = apply_change(facts, change)

    grid = document_grid(facts, program.library)

    assert len(grid.partners) == 1
    assert cell(grid, "mou", 0).standing is Standing.STARTED
    assert cell(grid, "mou", 1).standing is Standing.ONE_FOR_ALL


def test_the_memorandum_is_the_first_paper_to_begin(sample_facts: Facts, program: Program) -> None:
    facts = without(without(sample_facts, "letter_of_support"), "mou")

    assert first_to_begin(document_grid(facts, program.library)) == ("mou", WHOLE)
    assert first_to_begin(Grid({}, ())) is None


def test_a_tender_without_papers_and_partners_has_an_empty_grid(program: Program, sample_facts: Facts) -> None:
    tender = sample_facts.records[sample_facts.tender]
    facts = Facts(tender.id, {tender.id: tender})

    assert document_grid(facts, program.library) == Grid({}, ())


def test_papers_are_counted_for_the_partner_they_are_about_alone(sample_facts: Facts, program: Program) -> None:
    rows = partner_papers(document_grid(sample_facts, program.library))

    assert [one.name for one in rows] == ["Maitree", "Osierbed", "Lea Marsh", "Kestrel", ""]
    assert all(one.count.ready == one.count.papers and not one.waiting for one in rows[:-1])
    assert rows[-1].waiting == "Data sharing agreement"


def test_a_paper_that_is_not_complete_is_named(sample_facts: Facts, program: Program) -> None:
    letter = next(sample_facts.of_kind("letter_of_support"))
    field = next(
        one for one in program.library["letter_of_support"].fields.values() if one.required and one.id == "version"
    )
    facts = apply_change(sample_facts, SetAnswer(FieldPath(letter.id, field.id), FieldType.TEXT, None))

    maitree = partner_papers(document_grid(facts, program.library))[0]

    assert maitree.count.papers - maitree.count.ready == 1
    assert maitree.waiting == "Letter of support"


def test_every_place_counts_the_same_papers(sample_facts: Facts, program: Program) -> None:
    """Those that were withdrawn are no longer counted; one that is to be begun is."""
    library = program.library
    mou = next(sample_facts.of_kind("mou"))
    gone = apply_change(sample_facts, SetAnswer(FieldPath(mou.id, "status"), FieldType.CHOICE, "withdrawn"))
    begun = without(sample_facts, "mou")

    assert paper_count(gone, library).papers == paper_count(sample_facts, library).papers - 1
    assert paper_count(begun, library).papers == paper_count(sample_facts, library).papers
    for facts in (sample_facts, gone, begun):
        parts = [one.count for one in partner_papers(document_grid(facts, library))]
        whole = paper_count(facts, library)
        assert (sum(one.papers for one in parts), sum(one.ready for one in parts)) == (whole.papers, whole.ready)


def test_a_paper_that_was_changed_since_it_was_signed_is_no_longer_ready(sample_facts: Facts, program: Program) -> None:
    mou = next(sample_facts.of_kind("mou"))
    before = paper_count(sample_facts, program.library)
    seen = Seen(frozenset({mou.id}))
    after = paper_count(sample_facts, program.library, seen=seen)

    assert cell(document_grid(sample_facts, program.library, seen=seen), "mou", 0).standing is Standing.CHANGED
    assert (after.ready, after.changed, after.work) == (before.ready - 1, 1, 0)
