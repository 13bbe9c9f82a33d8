# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import pytest

from evidencepack.bootstrap import Program
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.values import FieldType
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.adding import add_empty, new_tender
from evidencepack.usecases.finding_anything import MOST, Anything, Result, Sort, find_anything
from evidencepack.usecases.naming_lines import NamingLines
from evidencepack.usecases.workspaces import tender_facts


def found(workspace: Workspace, program: Program, typed: str) -> Anything:
    return find_anything(workspace, typed, facts=tender_facts(workspace, "TBN-ASC-2027-014"), library=program.library)


def of(anything: Anything, sort: Sort) -> list[Result]:
    return [one for one in anything.results if one.sort is sort]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("llyr", "Siân Llŷr-Evans"),
        ("Llŷr", "Siân Llŷr-Evans"),
        ("নাসরিন", "Nasrin Akhtar"),
        ("swietoch malg", "Małgorzata Świętochłowska"),
        ("maitree comm", "Maitree Community Trust"),
    ],
)
def test_people_and_partners_are_found_in_any_script_with_and_without_accents(
    workspace: Workspace, program: Program, typed: str, name: str
) -> None:
    assert name in [one.title for one in of(found(workspace, program, typed), Sort.RECORD)]


def test_a_document_is_found_by_its_title_and_by_its_reference(workspace: Workspace, program: Program) -> None:
    for typed in ("memorandum", "tbn-mou", "what we will do together"):
        titles = [one.title for one in of(found(workspace, program, typed), Sort.DOCUMENT)]
        assert "Memorandum of understanding TBN-MOU-01" in titles


def test_a_step_is_found_with_the_words_of_its_document(workspace: Workspace, program: Program) -> None:
    (step,) = of(found(workspace, program, "mou escalation"), Sort.STEP)

    assert step.title == program.library["mou"].steps[step.step].title == "Meetings, response times and escalation"
    assert step.second == "Memorandum of understanding TBN-MOU-01"


def test_a_question_is_found_by_its_own_words_answered_or_not(workspace: Workspace, program: Program) -> None:
    (template,) = of(found(workspace, program, "word template"), Sort.QUESTION)
    assert (template.title, template.second) == ("Word template", "Organisation Ferrybank Home Support Ltd")
    assert template.path.endswith("/word_template")
    asked = of(found(workspace, program, "insurance partner hold"), Sort.QUESTION)
    assert [one.title for one in asked] == ["What insurance must each partner hold?"]


def test_the_page_of_all_answers_is_found(workspace: Workspace, program: Program) -> None:
    (check,) = of(found(workspace, program, "check answers mou"), Sort.CHECK)

    assert (check.title, check.second) == ("Check your answers", "Memorandum of understanding TBN-MOU-01")


def test_an_answer_says_its_question_and_the_words_around(workspace: Workspace, program: Program) -> None:
    answers = of(found(workspace, program, "breach log"), Sort.ANSWER)

    assert ("Which tasks? How do you know it was done?", "Responsibility map (RACI) TBN-RACI-01 · breach log") in [
        (one.title, one.second) for one in answers
    ]


def test_a_name_is_listed_once_not_again_as_the_answer_that_it_is(workspace: Workspace, program: Program) -> None:
    anything = found(workspace, program, "nasrin akhtar")

    assert len(of(anything, Sort.RECORD)) == 1
    assert "Full name" not in [one.title for one in anything.results]


def test_what_is_spelt_nearly_so_is_offered_with_how_often_it_is_there(workspace: Workspace, program: Program) -> None:
    anything = found(workspace, program, "safegaurding")

    assert (anything.results, anything.meant) == ((), "safeguarding")
    assert anything.often == len(found(workspace, program, "safeguarding").results) > 10


@pytest.mark.parametrize("typed", ["zzzzzzzz", "", "  "])
def test_nothing_is_offered_where_nothing_is_near(workspace: Workspace, program: Program, typed: str) -> None:
    assert not found(workspace, program, typed).meant


def test_answers_of_other_tenders_are_left_out_and_the_tenders_are_found(
    workspace: Workspace, program: Program
) -> None:
    new = new_tender(workspace, "NEW-1", "Extra care at the quayside")
    add_empty(workspace, "mou", library=program.library, tender="NEW-1")
    facts = tender_facts(workspace, "NEW-1")

    here = find_anything(workspace, "homecoming", facts=facts, library=program.library)
    assert [one for one in here.results if one.sort is Sort.ANSWER] == []
    assert of(found(workspace, program, "homecoming"), Sort.ANSWER)
    assert [one.path for one in of(found(workspace, program, "quayside"), Sort.TENDER)] == [new.id]


def test_without_a_tender_the_tenders_are_found(workspace: Workspace) -> None:
    anything = find_anything(workspace, "home first", facts=None, library=None)

    assert [one.sort for one in anything.results] == [Sort.TENDER]


@pytest.mark.parametrize("typed", ["🙂", "&{{", "\"'", "**"])
def test_signs_and_pictures_alone_mean_nothing(workspace: Workspace, program: Program, typed: str) -> None:
    assert found(workspace, program, typed) == Anything(())


def test_no_more_than_anybody_reads_is_handed_out_and_all_are_counted(workspace: Workspace, program: Program) -> None:
    tender = new_tender(workspace, "BIG-1", "Many papers")
    with workspace.together():
        for at in range(MOST + 7):
            workspace.add_record("case_study", f"BIG-CS-{at:03}", tender=tender.id)

    anything = find_anything(workspace, "big cs", facts=workspace.facts(tender.id), library=program.library)

    assert len(of(anything, Sort.DOCUMENT)) == MOST
    assert anything.counts[Sort.DOCUMENT] == MOST + 7


def test_names_are_read_again_once_a_record_is_another_one(workspace: Workspace, program: Program) -> None:
    facts, lines = tender_facts(workspace, "TBN-ASC-2027-014"), NamingLines()
    person = next(facts.of_kind("contact"))

    def titles(typed: str) -> list[str]:
        now = tender_facts(workspace, "TBN-ASC-2027-014")
        anything = find_anything(workspace, typed, facts=now, library=program.library, lines=lines)
        return [one.title for one in of(anything, Sort.RECORD)]

    assert titles("quillfeather") == []
    workspace.write(FieldPath(person.id, "full_name"), FieldType.TEXT, "Quillfeather Marsh")

    assert titles("quillfeather") == ["Quillfeather Marsh"]
