# SPDX-License-Identifier: MPL-2.0
"""Findings in the order in which a person goes through them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import groupby

import pytest
from tests.checked import check_tender

from evidencepack.bootstrap import Program
from evidencepack.domain.record import Facts
from evidencepack.domain.trade import Severity
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.adding import add_empty, new_tender
from evidencepack.usecases.entering import set_answer
from evidencepack.usecases.readiness import Problem, Wanted, by_step, lines_of, problems_of
from evidencepack.usecases.workspaces import tender_facts

REFERENCE = "NEW-1"


@pytest.fixture
def begun(workspace: Workspace, program: Program) -> Facts:
    """A new tender with three documents in which next to nothing is answered."""
    new_tender(workspace, REFERENCE, "Home first")
    for kind in ("mou", "narrative", "case_study", "question"):
        add_empty(workspace, kind, library=program.library, tender=REFERENCE)
    return tender_facts(workspace, REFERENCE)


def checked(facts: Facts, program: Program) -> tuple[Problem, ...]:
    return problems_of(check_tender(facts, library=program.library, press=program.press), facts, program.library)


def test_missing_answers_of_a_record_are_one_line_that_opens_to_its_steps(begun: Facts, program: Program) -> None:
    problems = checked(begun, program)
    lines = lines_of(problems)
    mou = next(line for line in lines if line.home.name == "NEW-MOU-01")
    titles = [step.title for step in program.library["mou"].steps]

    missing = [(line.home.id, line.problems[0].severity) for line in lines if line.problems[0].is_missing]
    assert len(missing) == len(set(missing)) < 15
    assert len(problems) > 60
    assert len(mou.problems) > 10
    assert sum(len(line.problems) for line in lines) == len(problems)
    found = [title for title, _ in by_step(mou.problems) if title]
    assert found == [title for title in titles if title in found]
    assert mou.home.words == "Memorandum of understanding NEW-MOU-01"


def test_the_worst_come_first(begun: Facts, program: Program) -> None:
    tiers = [tier for tier, _ in groupby(checked(begun, program), key=lambda one: one.severity)]

    assert tiers == [Severity.BLOCKS, Severity.WARNS, Severity.SUGGESTS]


@pytest.mark.usefixtures("begun")
def test_what_counts_most_for_the_buyer_comes_first(workspace: Workspace, program: Program) -> None:
    day = date(2027, 1, 1)
    set_answer(workspace, "Q-01/weighting_pct", "15", library=program.library, today=day, tender=REFERENCE)
    narrative = "NEW-NAR-01/question"
    set_answer(workspace, narrative, "Q-01", library=program.library, today=day, tender=REFERENCE)

    lines = lines_of(checked(tender_facts(workspace, REFERENCE), program))

    assert lines[0].home.name == "NEW-NAR-01"
    assert (lines[0].home.question, lines[0].home.weight) == ("Q-01", Decimal(15))


def test_a_finding_says_question_step_and_what_stands_there(workspace: Workspace, program: Program) -> None:
    for path, text in (("TBN-MOU-01/area", ""), ("MT/legal_name", "Maitree 𓀀")):
        set_answer(workspace, path, text, library=program.library, today=date(2027, 1, 1))
    area, name = sorted(checked(tender_facts(workspace, ""), program), key=lambda one: one.rule)[:2]

    assert (area.rule, area.question, area.said) == ("PK-01", "Which area do you cover?", "")
    assert area.step_title == program.library["mou"].steps[area.step].title
    assert (name.rule, name.said) == ("PK-07", "Maitree 𓀀")
    assert list(name.home.partners.values()) == ["Maitree"]


def test_findings_are_chosen_by_document_partner_rule_and_words(workspace: Workspace, program: Program) -> None:
    for path, text in (("TBN-MOU-01/area", ""), ("MT/legal_name", "Maitree 𓀀")):
        set_answer(workspace, path, text, library=program.library, today=date(2027, 1, 1))
    problems = checked(tender_facts(workspace, ""), program)
    area = next(one for one in problems if one.rule == "PK-01")
    maitree = next(iter(next(one for one in problems if one.rule == "PK-07").home.partners))

    def rules(wanted: Wanted) -> set[str]:
        return {one.rule for line in lines_of(problems, wanted) for one in line.problems}

    assert rules(Wanted(home=area.home.id)) == {"PK-01", "SG-02"}
    assert "PK-07" in rules(Wanted(partner=maitree))
    assert rules(Wanted(rules={"PK-07"})) == {"PK-07"}
    assert rules(Wanted(words="which ar")) == {"PK-01"}
    assert rules(Wanted(words="nothing like it")) == set()
    assert rules(Wanted()) == {"PK-01", "PK-07", "SG-02"}
