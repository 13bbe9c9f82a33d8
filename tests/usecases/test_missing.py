# SPDX-License-Identifier: MPL-2.0
"""Missing answers have one number, wherever it stands; who reads "ready" has nothing left to do."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evidencepack.bootstrap import Program
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.trade import Severity
from evidencepack.pack.front import front_matter
from evidencepack.usecases.documents import DocumentRow, Standing, document_rows
from evidencepack.usecases.form_state import form_state
from evidencepack.usecases.missing import still_missing
from evidencepack.usecases.overview import Overview, look_over
from evidencepack.usecases.planning import plan_of
from evidencepack.usecases.readiness import Line, in_tier, lines_of, number_of, tiers_of

_TAKEN = {
    "mou": ("area", "purpose"),
    "governance": ("capacity_alert", "readers"),
    "partnership": ("decision",),
}
"""What is taken out of the sample: of a paper that pulls another one's facts in, of that one, and of a shared row."""


@pytest.fixture(scope="module")
def facts(sample_facts: Facts) -> Facts:
    poorer = dict(sample_facts.records)
    for kind, names in _TAKEN.items():
        one = next(sample_facts.of_kind(kind))
        poorer[one.id] = replace(one, answers={name: said for name, said in one.answers.items() if name not in names})
    return replace(sample_facts, records=poorer)


@pytest.fixture(scope="module")
def found(facts: Facts, program: Program) -> Overview:
    return look_over(facts, program.library, program.press)


@pytest.fixture(scope="module")
def rows(facts: Facts, program: Program, found: Overview) -> dict[str, DocumentRow]:
    return {one.id: one for one in document_rows(facts, program.library, seen=found.seen)}


def of(facts: Facts, kind: str) -> Record:
    return next(facts.of_kind(kind))


def test_a_paper_lacks_as_much_in_lists_on_its_pages_in_readiness_and_beside_its_form(
    facts: Facts, program: Program, found: Overview, rows: dict[str, DocumentRow]
) -> None:
    lines: dict[str, Line] = {one.home.id: one for one in lines_of(found.problems) if one.problems[0].is_missing}
    lacking = [one for one in plan_of(facts, program.library).documents if one.missing]
    assert {one.kind.id for one in lacking} >= {"mou", "governance"}
    for one in lacking:
        number = len(one.missing)
        state = form_state(facts, program.library, one.record, troubled=(), problems=found.problems)
        assert rows[one.record.id].missing == len(lines[one.record.id].problems) == state.lacks == number
        assert one.document.running.draft == one.packed.running.draft == f"Draft: {number} missing"


def test_what_several_papers_lack_is_one_thing_in_the_pack_and_among_findings(
    facts: Facts, program: Program, found: Overview
) -> None:
    plan = plan_of(facts, program.library)
    together = frozenset(path for one in plan.appendices for path in one.missing)
    assert sum(len(one.missing) for one in plan.appendices) > len(together)
    assert front_matter(plan, pages=3)[0].running.draft == f"Draft: {len(together)} missing"
    missing = [one for one in found.problems if one.is_missing]
    assert number_of(missing) == len({one.path for one in missing}) < len(missing)
    assert tiers_of(found.problems)[Severity.BLOCKS] == number_of(in_tier(found.problems, Severity.BLOCKS))


def test_an_answer_that_has_come_since_the_pages_were_made_counts_no_more(facts: Facts, sample_facts: Facts) -> None:
    path = f"{of(facts, 'governance').id}/capacity_alert"
    assert still_missing(facts, [path]) == {path}
    assert still_missing(sample_facts, [path]) == frozenset()


def test_a_paper_in_which_something_must_be_fixed_is_not_ready(
    sample_facts: Facts, program: Program, found: Overview
) -> None:
    paper = of(sample_facts, "raci").id
    before = next(one for one in document_rows(sample_facts, program.library) if one.id == paper)
    assert before.is_ready
    seen = replace(found.seen, blocked=frozenset({paper}), gaps={})
    after = next(one for one in document_rows(sample_facts, program.library, seen=seen) if one.id == paper)
    assert after.standing is Standing.ATTENTION
