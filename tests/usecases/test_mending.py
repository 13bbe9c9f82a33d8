# SPDX-License-Identifier: MPL-2.0
"""A fix of a finding changes what it says, mends what was found, and can be taken back."""

from __future__ import annotations

from functools import reduce

from tests.review.on_sample import record_of, saying

from evidencepack.bootstrap import Program
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.finding import Finding, Fix, NewRow, Put
from evidencepack.domain.record import Facts
from evidencepack.domain.values import FieldType, Table
from evidencepack.usecases.changes import apply_change
from evidencepack.usecases.checking import LiveCheck
from evidencepack.usecases.mending import mending


def mended(fix: Fix, facts: Facts) -> Facts:
    return reduce(apply_change, mending(fix, facts), facts)


def found(facts: Facts, program: Program, rule: str) -> list[Finding]:
    return [one for one in LiveCheck(program.library).check(facts).findings if one.rule == rule]


def test_a_fix_that_a_rule_offers_mends_what_it_found(program: Program, sample_facts: Facts) -> None:
    facts = saying(sample_facts, "FIT-MT", local_fit="fail")
    (failed,) = found(facts, program, "CHK-FT-01")
    after = mended(failed.fixes[0], facts)
    assert found(after, program, "CHK-FT-01") == []
    assert record_of(after, "FIT-MT").answers["decision"] == "exclude"


def test_a_new_row_comes_with_its_cells(sample_facts: Facts) -> None:
    fit = record_of(sample_facts, "FIT-OH")
    fix = Fix("Plan it", (NewRow(fit.id, "fix_plan", (("gap", FieldType.TEXT, "No deputy"),)),))
    table = record_of(mended(fix, sample_facts), "FIT-OH").answers["fix_plan"]
    assert isinstance(table, Table)
    assert [dict(row.cells) for row in table.rows] == [{"gap": "No deputy"}]


def test_what_stands_there_already_is_no_change_and_what_is_gone_is_left_alone(sample_facts: Facts) -> None:
    fit = record_of(sample_facts, "FIT-MT")
    same = Put(FieldPath(fit.id, "decision"), FieldType.CHOICE, "include")
    assert mending(Fix("Keep", (same,)), sample_facts) == ()
    gone = Put(FieldPath("no-such-record", "decision"), FieldType.CHOICE, "exclude")
    other = Put(FieldPath(fit.id, "decision"), FieldType.CHOICE, "exclude")
    assert mending(Fix("Both", (other, gone)), sample_facts) == ()
