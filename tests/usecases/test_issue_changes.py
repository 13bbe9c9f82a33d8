# SPDX-License-Identifier: MPL-2.0
"""What has changed since an issue: two papers of the sample are issued once, and changed for each test."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from evidencepack.bootstrap import Program
from evidencepack.compose.signed_words import without_changed
from evidencepack.domain.issue import Issue
from evidencepack.domain.record import Facts
from evidencepack.domain.values import Answer
from evidencepack.pack.issue import Stamp, issue
from evidencepack.usecases.carrying import facts_bytes
from evidencepack.usecases.issue_changes import (
    change_content,
    change_sentences,
    changes_between,
    changes_since,
    from_plain,
    to_plain,
)
from evidencepack.usecases.planning import plan_of
from evidencepack.usecases.signed_papers import PaperWords

_PAPERS = frozenset({"TBN-CS-01", "TBN-CS-02"})


def issued(facts: Facts, program: Program, number: int) -> Issue:
    said = without_changed(facts, PaperWords(program.library).changed(facts))
    stamp = Stamp(f"i{number}", number, f"2027-02-1{number}T10:00:00.000000Z", "Siân", "0.1")
    return issue(plan_of(said, program.library), (), stamp, answers=facts_bytes(facts).decode())


@pytest.fixture(scope="module")
def facts(program: Program, sample_facts: Facts) -> Facts:
    records = {
        name: one
        for name, one in sample_facts.records.items()
        if not program.library[one.kind].document or one.reference in _PAPERS
    }
    return replace(sample_facts, records=records)


@pytest.fixture(scope="module")
def first(facts: Facts, program: Program) -> Issue:
    return issued(facts, program, 1)


def answering(facts: Facts, reference: str, **answers: Answer) -> Facts:
    record = next(one for one in facts.records.values() if one.reference == reference)
    changed = replace(record, answers={**record.answers, **answers})
    return replace(facts, records={**facts.records, record.id: changed})


def test_nothing_has_changed_where_nothing_was_changed(facts: Facts, first: Issue, program: Program) -> None:
    found = changes_since(first, facts, program.library)
    assert found.is_empty
    assert list(change_sentences(found)) == ["Nothing has changed since issue 1."]


def test_each_changed_answer_is_told_with_its_question_as_it_was_and_is(
    facts: Facts, first: Issue, program: Program
) -> None:
    now = answering(facts, "TBN-CS-01", effect="Falls went from 9 to 2 <b>&{{")
    found = changes_since(first, now, program.library)
    said = list(change_sentences(found))
    assert said[:2] == [
        "Since issue 1 of 11 February 2027:",
        "  Replaced: Appendix A, Case study: Back to the allotment",
    ]
    (answer,) = found.papers[0].answers
    assert answer.question == program.library["case_study"].fields["effect"].label
    assert answer.after == ("Falls went from 9 to 2 <b>&{{",)
    assert any(one == f"    was: {answer.before[0]}" for one in said)
    assert json.loads(json.dumps(change_content(found)))["answers"][0]["after"] == ["Falls went from 9 to 2 <b>&{{"]


def test_two_issues_are_compared_with_each_other(facts: Facts, first: Issue, program: Program) -> None:
    second = issued(answering(facts, "TBN-CS-02", in_pack=False), program, 2)
    found = changes_between(first, second, program.library)
    assert [one.reference for one in found.late.withdrawn] == ["TBN-CS-02"]
    assert next(iter(change_sentences(found))) == "Since issue 1 of 11 February 2027 until issue 2:"
    back = changes_between(second, first, program.library)
    assert [one.reference for one in back.late.added] == ["TBN-CS-02"]


def test_what_changed_goes_to_another_process_and_comes_back(facts: Facts, first: Issue, program: Program) -> None:
    now = answering(answering(facts, "TBN-CS-01", title="Another title"), "TBN-CS-02", in_pack=False)
    found = changes_since(first, now, program.library)
    assert from_plain(json.loads(json.dumps(to_plain(found)))) == found


def test_an_issue_of_before_its_order_was_listed_is_compared_by_its_papers(
    facts: Facts, first: Issue, program: Program
) -> None:
    old = replace(first, manifest='{"issue": {"number": 1}}')
    assert changes_since(old, facts, program.library).is_empty
    gone = changes_since(old, answering(facts, "TBN-CS-01", in_pack=False), program.library)
    assert [one.reference for one in gone.late.withdrawn] == ["TBN-CS-01"]
