# SPDX-License-Identifier: MPL-2.0
"""Each deliberate mistake of the sample is found by the rule it was made for, as soon as the program has that rule."""

from __future__ import annotations

from functools import reduce

import pytest
from tests.checked import check_tender
from tests.whole.mistakes import MISTAKES, Mistake, record

from evidencepack.bootstrap import Program
from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Facts
from evidencepack.review.reading import Reading
from evidencepack.review.register import RULES, review
from evidencepack.usecases.changes import apply_change
from evidencepack.usecases.clock import as_of
from evidencepack.usecases.signed_papers import PaperWords, notes

PRINTED, SIGNED = "PK-07", "SG-02"
_MADE_FOR = """
XD-01 RC-01 RC-02 XD-03 DS-02 DS-04 DS-19 XD-04 PD-01 PD-05 CS-02 SG-02 XD-02 VG-01 LT-03 SV-09 DS-25 SG-06 PK-04
GV-10 RK-01 PR-02 PK-07
"""


def found(facts: Facts, program: Program, rule: str) -> list[Finding]:
    """Return what a rule finds; only what is about pages and signed words needs them."""
    if rule in {PRINTED, SIGNED}:
        findings = check_tender(facts, library=program.library, press=program.press)
    else:
        papers = tuple(one for one in facts.records.values() if program.library[one.kind].document)
        findings = review(Reading(facts.tender, papers, facts, program.library, as_of(facts)))
    return [one for one in findings if one.rule == f"CHK-{rule}"]


def signed(facts: Facts, program: Program) -> Facts:
    """Return the facts with what was noted of the words that people signed."""
    words = PaperWords(program.library)
    changes = notes(facts, program.library, lambda one: words.of(one.paper.id, facts).words)
    return reduce(apply_change, changes, facts)


def test_every_mistake_of_the_list_is_kept() -> None:
    assert [one.rule for one in MISTAKES] == _MADE_FOR.split()


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda one: f"{one.rule}, {one.what}")
def test_a_mistake_changes_one_record_of_the_sample(mistake: Mistake, sample_facts: Facts) -> None:
    made, before = mistake.made(sample_facts), record(sample_facts, mistake.at)
    changed = {key for key, one in sample_facts.records.items() if made.get(key) != one}
    assert changed == {before.id}


@pytest.mark.parametrize(
    "mistake",
    [one for one in MISTAKES if {one.rule, one.meanwhile} & set(RULES)],
    ids=lambda one: f"{one.rule}, {one.what}",
)
def test_a_mistake_is_found_where_it_is_and_the_sample_is_clean_of_it(
    mistake: Mistake, sample_facts: Facts, program: Program
) -> None:
    rule = mistake.rule if mistake.rule in RULES else mistake.meanwhile
    facts = signed(sample_facts, program) if rule == SIGNED else sample_facts
    at = record(facts, mistake.found_at or mistake.at).id
    where = {part for one in found(mistake.made(facts), program, rule) for part in (one.record, one.field[:36])}
    assert at in where
    assert rule == PRINTED or not found(facts, program, rule)


def test_a_rule_that_has_come_stands_in_for_no_other() -> None:
    assert {one.rule for one in MISTAKES if one.rule in RULES and one.meanwhile} == set()
    assert {one.meanwhile for one in MISTAKES if one.meanwhile} <= set(RULES)
