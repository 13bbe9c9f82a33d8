# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from evidencepack.bootstrap import Program
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts
from evidencepack.domain.values import FieldType, Reference
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.adding import new_tender
from evidencepack.usecases.document_grid import document_grid
from evidencepack.usecases.paper_choices import GROUPS, OTHERS, WANTED, PaperGroup, paper_choices


def choices(facts: Facts, program: Program) -> dict[str, PaperGroup]:
    groups = paper_choices(facts, program.library, document_grid(facts, program.library))
    return {one.title: one for one in groups}


def test_every_kind_of_paper_stands_in_one_group_with_a_line_that_fits(program: Program) -> None:
    listed = [kind for some in GROUPS.values() for kind in some]

    assert sorted(listed) == sorted(kind.id for kind in program.library.kinds.values() if kind.document)
    assert [line for some in GROUPS.values() for line in some.values() if len(line) > 92 or line.count(".") != 2] == []


def test_what_the_partners_suggest_and_nobody_has_begun_comes_first(workspace: Workspace, program: Program) -> None:
    tender = new_tender(workspace, "NEW-1", "Extra care")
    assert WANTED not in choices(workspace.facts(tender.id), program)
    every = workspace.facts(tender.id).of_kind("organisation")
    partner = next(one for one in every if one.answers.get("short_name") == "Maitree")
    named = workspace.add_record("partnership", "NEW-PS-1", tender=tender.id).id
    workspace.write(FieldPath(named, "organisation"), FieldType.REFERENCE, Reference(partner.id))

    found = choices(workspace.facts(tender.id), program)

    assert next(iter(found)) == WANTED
    assert found[WANTED].choices[0].kind == "mou"
    letters = [one for one in found[WANTED].choices if one.kind == "letter_of_support"]
    assert [(one.partner, one.whose) for one in letters] == [(partner.id, "Maitree")]


def test_a_paper_that_a_tender_has_one_of_is_led_to(sample_facts: Facts, program: Program) -> None:
    found = choices(sample_facts, program)

    there = {one.kind: one.there for group in found.values() for one in group.choices}
    assert there["risk_register"] == next(sample_facts.of_kind("risk_register")).id
    many = {one.kind: one.many for group in found.values() for one in group.choices}
    assert (there["case_study"], many["case_study"]) == ("", len(list(sample_facts.of_kind("case_study"))))
    assert OTHERS not in found
