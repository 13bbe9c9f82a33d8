# SPDX-License-Identifier: MPL-2.0
"""Each deliberate mistake of the sample is found by the rule it was made for, as soon as the program has that rule."""

from __future__ import annotations

import pytest
from tests.whole.mistakes import MISTAKES, Mistake, record

from evidencepack.bootstrap import Program
from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Facts
from evidencepack.review.reading import Reading
from evidencepack.review.required import RULES, review
from evidencepack.usecases.checking import check_tender
from evidencepack.usecases.clock import as_of

PRINTED = "PK-02"
_MADE_FOR = """
XD-01 RC-01 RC-02 XD-03 DS-02 DS-04 DS-19 XD-04 PD-01 PD-05 CS-02 SG-02 XD-02 VG-01 LT-03 SV-09 DS-25 SG-11 MO-11 PK-04
GV-10 RK-01 PR-02 PK-02
"""


def found(facts: Facts, program: Program, rule: str) -> list[Finding]:
    """Return what a rule finds; only one that is about pages needs them."""
    if rule == PRINTED:
        findings = check_tender(facts, library=program.library, press=program.press)
    else:
        papers = tuple(one for one in facts.records.values() if program.library[one.kind].document)
        findings = review(Reading(facts.tender, papers, facts, program.library, as_of(facts)))
    return [one for one in findings if one.rule == f"CHK-{rule}"]


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
    at = record(sample_facts, mistake.at).id
    where = {part for one in found(mistake.made(sample_facts), program, rule) for part in (one.record, one.field[:36])}
    assert at in where
    assert rule == PRINTED or not found(sample_facts, program, rule)


def test_a_rule_that_has_come_stands_in_for_no_other() -> None:
    assert {one.rule for one in MISTAKES if one.rule in RULES and one.meanwhile} == set()
    assert {one.meanwhile for one in MISTAKES if one.meanwhile} <= set(RULES)
