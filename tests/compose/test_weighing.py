# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from dataclasses import replace

import pytest

from evidencepack.bootstrap import Program
from evidencepack.compose.weighing import Weighing, heaviest
from evidencepack.domain.record import Facts
from evidencepack.domain.trade import Weight


def _measure(facts: Facts) -> str:
    return next(one.id for one in facts.of_kind("kpi"))


@pytest.mark.parametrize(
    ("path", "weight"),
    [
        ("target", Weight.RE_SIGN),
        ("verification", Weight.NOTIFY),
        ("readings", Weight.COSMETIC),
        ("readings/row/result", Weight.COSMETIC),
        ("no_such_field", Weight.RE_SIGN),
        ("", Weight.RE_SIGN),
    ],
)
def test_an_answer_weighs_what_its_kind_says(program: Program, sample_facts: Facts, path: str, weight: Weight) -> None:
    assert Weighing(program.library, sample_facts)[f"{_measure(sample_facts)}/{path}"] is weight


def test_a_cell_weighs_what_its_column_says_and_a_row_what_its_heaviest_does(
    program: Program, sample_facts: Facts
) -> None:
    (paper,) = (one for one in sample_facts.records.values() if one.reference == "TBN-MOU-01")
    weighing = Weighing(program.library, sample_facts)
    columns = program.library["mou"].fields["parties"].columns
    assert weighing[f"{paper.id}/parties/row"] is heaviest(one.weight for one in columns)
    for one in columns:
        assert weighing[f"{paper.id}/parties/row/{one.id}"] is one.weight
    assert weighing[f"{paper.id}/parties/row/no_such_column"] is Weight.RE_SIGN


def test_what_comes_from_several_answers_weighs_as_the_heaviest(program: Program, sample_facts: Facts) -> None:
    name = _measure(sample_facts)
    weighing = Weighing(program.library, sample_facts)
    assert weighing.of([f"{name}/readings", f"{name}/verification"]) is Weight.NOTIFY
    assert weighing.of([f"{name}/readings", f"{name}/target", f"{name}/verification"]) is Weight.RE_SIGN


def test_a_record_that_is_gone_is_known_from_before(program: Program, sample_facts: Facts) -> None:
    name = _measure(sample_facts)
    left = {key: one for key, one in sample_facts.records.items() if key != name}
    now = replace(sample_facts, records=left)
    assert Weighing(program.library, now, sample_facts)[f"{name}/verification"] is Weight.NOTIFY
    assert Weighing(program.library, now)[f"{name}/verification"] is Weight.RE_SIGN


def test_nothing_weighs_nothing() -> None:
    assert heaviest([]) is Weight.COSMETIC
