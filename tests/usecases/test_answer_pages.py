# SPDX-License-Identifier: MPL-2.0
"""All answers of a document on one page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from evidencepack.bootstrap import Program
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.trade import Visibility
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.answer_pages import AnswerPart, AnswerStep, answer_steps
from evidencepack.usecases.entering import set_answer
from evidencepack.usecases.form_state import form_state
from evidencepack.usecases.forms import StepState
from evidencepack.usecases.naming import naming_desk
from evidencepack.usecases.undoing import Draft
from evidencepack.usecases.workspaces import tender_facts

TODAY = date(2027, 1, 1)


def pages(
    facts: Facts, program: Program, kind: str, drafts: dict[str, Draft] | None = None, record: Record | None = None
) -> tuple[AnswerStep, ...]:
    document = record or next(facts.of_kind(kind))
    typed = {FieldPath(document.id, name): draft for name, draft in (drafts or {}).items()}
    desk = naming_desk(facts, program.library, TODAY)
    state = form_state(facts, program.library, document, troubled=typed, problems=())
    return answer_steps(facts, program.library, document, desk=desk, drafts=typed, state=state)


def answer(steps: tuple[AnswerStep, ...], field: str) -> AnswerPart:
    return next(one for step in steps for one in step.answers if one.path.field == field)


def test_every_step_and_every_question_that_is_asked_is_there(sample_facts: Facts, program: Program) -> None:
    steps = pages(sample_facts, program, "mou")

    assert [step.view.title for step in steps] == [step.title for step in program.library["mou"].steps]
    assert {step.view.state for step in steps} == {StepState.COMPLETE}
    assert answer(steps, "area").said[0].text


def test_people_and_partners_are_called_by_name_and_tables_line_by_line(sample_facts: Facts, program: Program) -> None:
    parties = answer(pages(sample_facts, program, "mou"), "parties")

    assert len(parties.said) == 5
    assert parties.said[1].text.startswith("Maitree Community Trust · ")


def test_what_is_missing_is_marked_in_questions_and_in_lines(workspace: Workspace, program: Program) -> None:
    for path in ("TBN-MOU-01/area", "TBN-MOU-01/parties/2/organisation"):
        set_answer(workspace, path, "", library=program.library, today=TODAY)
    steps = pages(tender_facts(workspace, ""), program, "mou")

    assert answer(steps, "area").missing
    assert not answer(steps, "area").said
    assert [said.missing for said in answer(steps, "parties").said] == [0, 1, 0, 0, 0]
    assert [step.view.missing for step in steps if step.view.missing] == [1, 1]


def test_what_cannot_be_read_is_shown_as_it_was_typed_with_the_reason(sample_facts: Facts, program: Program) -> None:
    draft = Draft("sometime soon", "That is no date.")
    shown = answer(pages(sample_facts, program, "mou", {"start_date": draft}), "start_date")

    assert (shown.said[0].text, shown.problem) == ("sometime soon", "That is no date.")


def test_an_example_that_nobody_made_their_own_is_marked(sample_facts: Facts, program: Program) -> None:
    mou = replace(next(sample_facts.of_kind("mou")), example="a-starter")
    facts = replace(sample_facts, records={**sample_facts.records, mou.id: mou})

    assert answer(pages(facts, program, "mou"), "area").said[0].example
    assert not answer(pages(sample_facts, program, "mou"), "area").said[0].example


def test_it_says_who_sees_an_answer(sample_facts: Facts, program: Program) -> None:
    steps = pages(sample_facts, program, "narrative")

    assert answer(steps, "word_limit").who_sees is Visibility.PRIVATE
    assert answer(steps, "partner").who_sees is Visibility.PACK


def test_letters_are_read_out_task_by_task(sample_facts: Facts, program: Program) -> None:
    letters = answer(pages(sample_facts, program, "raci"), "letters")

    assert len(letters.said) > 10
    assert all(": " in said.text for said in letters.said)
    assert any("A/R" in said.text for said in letters.said)
