# SPDX-License-Identifier: MPL-2.0
"""Every rule has a case in which it fires and a near miss in which it does not."""

from __future__ import annotations

import ast
from dataclasses import replace
from pathlib import Path

import pytest
from tests.review.cases_read import Case, Elsewhere, cases, elsewhere
from tests.review.on_sample import read, record_of
from tests.shipped import LIBRARY

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Facts
from evidencepack.review.measures import Measures
from evidencepack.review.reading import Given
from evidencepack.review.register import RULES

ROOT = Path(__file__).parent.parent.parent
CASES, ELSEWHERE = cases(), elsewhere()


def found(facts: Facts, case: Case) -> set[Finding]:
    """Return what the rule of a case finds."""
    reading = read(facts)
    if case.sides:
        reading = replace(reading, given=Given(measures=Measures(case.sides)))
    return set(RULES[case.rule](reading, LIBRARY.rules[case.rule]))


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_rule_fires_where_its_case_says_and_is_silent_in_a_near_miss(case: Case, sample_facts: Facts) -> None:
    facts = case.made(sample_facts)
    new = found(facts, case) - found(sample_facts, case)
    homes = {one.record for one in new} | {one.field.partition("/")[0] for one in new}
    assert not new if not case.at else {record_of(facts, name).id for name in case.at} <= homes, new
    assert all(one.rule == f"CHK-{case.rule}" for one in new)


def test_every_rule_has_a_case_that_fires_and_a_near_miss() -> None:
    fires = {one.rule for one in CASES if one.at} | {one.rule for one in ELSEWHERE if one.fires}
    silent = {one.rule for one in CASES if not one.at} | {one.rule for one in ELSEWHERE if one.silent}
    assert sorted(set(RULES) - fires) == [], "has no case that fires"
    assert sorted(set(RULES) - silent) == [], "has no near miss"
    assert fires | silent <= set(RULES)


@pytest.mark.parametrize("told", ELSEWHERE, ids=[one.rule for one in ELSEWHERE])
def test_a_test_that_stands_for_a_case_is_there(told: Elsewhere) -> None:
    for named in filter(None, (told.fires, told.silent)):
        file, _, test = named.partition("::")
        tree = ast.parse((ROOT / "tests" / file).read_text(encoding="utf-8"))
        assert test in {one.name for one in ast.walk(tree) if isinstance(one, ast.FunctionDef)}, named
