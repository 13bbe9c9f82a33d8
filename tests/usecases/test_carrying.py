# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from dataclasses import replace

from evidencepack.domain.record import Facts
from evidencepack.domain.values import Reference
from evidencepack.usecases.carrying import facts_bytes, read_facts


def test_the_same_facts_come_out_in_the_same_order(sample_facts: Facts) -> None:
    found = read_facts(facts_bytes(sample_facts))
    assert found == sample_facts
    assert list(found.records) == list(sample_facts.records)


def test_facts_that_no_tender_file_could_have_are_carried_too(sample_facts: Facts) -> None:
    study = next(sample_facts.of_kind("case_study"))
    dangling = replace(study, answers={**study.answers, "owner": Reference("gone")}, example="a_starter")
    facts = replace(sample_facts, records={**sample_facts.records, study.id: dangling})
    assert read_facts(facts_bytes(facts)) == facts
