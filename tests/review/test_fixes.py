# SPDX-License-Identifier: MPL-2.0
"""Each way to mend a finding does mend it, in every case in which a rule offers one."""

from __future__ import annotations

from functools import reduce

import pytest
from tests.review.cases_read import Case, cases
from tests.review.on_sample import read
from tests.shipped import LIBRARY

from evidencepack.domain.finding import Finding, Put
from evidencepack.domain.record import Facts
from evidencepack.review.register import RULES
from evidencepack.usecases.changes import apply_change
from evidencepack.usecases.mending import mending

OFFERS = frozenset(name for name, words in LIBRARY.rules.items() if words.fix)
CASES = [one for one in cases() if one.at and one.rule in OFFERS and not one.sides]


def found(facts: Facts, case: Case) -> list[Finding]:
    return list(RULES[case.rule](read(facts), LIBRARY.rules[case.rule]))


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_fix_mends_what_was_found(case: Case, sample_facts: Facts) -> None:
    before = set(found(sample_facts, case))
    facts = case.made(sample_facts)
    for finding in (one for one in found(facts, case) if one not in before):
        for fix in finding.fixes:
            assert "{" not in fix.words
            mended = reduce(apply_change, mending(fix, facts), facts)
            assert mended != facts
            whole = all(isinstance(step, Put) for step in fix.steps)
            assert not whole or finding.mark not in {one.mark for one in found(mended, case)}
