# SPDX-License-Identifier: MPL-2.0
"""Partners at a glance, as the sample tender has them."""

from __future__ import annotations

from datetime import date
from functools import reduce

import pytest

from evidencepack.bootstrap import Program
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts
from evidencepack.domain.values import FieldType
from evidencepack.usecases.changes import SetAnswer, apply_change
from evidencepack.usecases.partner_changes import (
    NewPartner,
    begin_record,
    known_elsewhere,
    names_it,
    same_name,
    take_in_new,
    take_out,
)
from evidencepack.usecases.partner_view import (
    Stand,
    assurances,
    fit_parts,
    gets,
    gives,
    partner_lines,
    people_of,
    talks,
)

TODAY = date(2027, 5, 20)


def of(facts: Facts, kind: str, reference: str) -> str:
    return next(one.id for one in facts.of_kind(kind) if one.reference == reference)


def test_whoever_leads_comes_first_and_those_left_out_last(sample_facts: Facts, program: Program) -> None:
    fit = of(sample_facts, "partnership", "FIT-MT")
    left = apply_change(sample_facts, SetAnswer(FieldPath(fit, "decision"), FieldType.CHOICE, "exclude"))
    lines = partner_lines(left, program.library)
    assert [(line.name, line.stand) for line in lines] == [
        ("Ferrybank", Stand.LEAD),
        ("Osierbed", Stand.IN),
        ("Lea Marsh", Stand.IN),
        ("Kestrel", Stand.IN),
        ("Maitree", Stand.OUT),
    ]


@pytest.mark.parametrize(
    ("field", "value", "stand"),
    [("decision", "fix_first", Stand.FIX), ("local_fit", "fail", Stand.FIX), ("decision", None, Stand.OPEN)],
)
def test_what_is_not_decided_or_has_to_be_fixed_shows(
    sample_facts: Facts, program: Program, field: str, value: str | None, stand: Stand
) -> None:
    fit = of(sample_facts, "partnership", "FIT-OH")
    changed = apply_change(sample_facts, SetAnswer(FieldPath(fit, field), FieldType.CHOICE, value))
    assert {line.name: line.stand for line in partner_lines(changed, program.library)}["Osierbed"] is stand


def test_one_partner_is_told_from_its_records(sample_facts: Facts, program: Program) -> None:
    maitree = of(sample_facts, "organisation", "MT")
    fit = sample_facts.records[of(sample_facts, "partnership", "FIT-MT")]
    assert [part.words for part in fit_parts(fit, program.library)] == ["Pass"] * 4
    assert [one.what for one in gives(sample_facts, maitree)] == ["Community connector sessions"]
    assert gets(sample_facts, maitree)[0].what.startswith("Payment within 30 days")
    people = people_of(sample_facts, maitree)
    assert [(one.name, one.roles[0]) for one in people[:2]] == [
        ("Nasrin Akhtar", "named_lead"),
        ("Imran Chowdhury", "named_deputy"),
    ]


def test_a_proof_that_ends_before_the_contract_starts_is_soon_and_one_in_the_past_is_over(
    sample_facts: Facts, program: Program
) -> None:
    ferrybank = of(sample_facts, "organisation", "FB")
    before = assurances(sample_facts, program.library, ferrybank, TODAY)
    after = assurances(sample_facts, program.library, ferrybank, date(2027, 7, 1))
    assert before[0].last == date(2027, 6, 30)
    assert (before[0].soon, before[0].over) == (True, False)
    assert (after[0].soon, after[0].over) == (False, True)
    assert [one.what for one in before if one.last is None] == ["Standards Met", "ZZ000001"]


def test_a_new_partner_is_named_by_nothing_and_can_go(sample_facts: Facts, program: Program) -> None:
    library = program.library
    name, changes = take_in_new(sample_facts, library, NewPartner("Fieldgate Befrienders CIO", "Befrienders", "vcse"))
    facts = reduce(apply_change, changes, sample_facts)
    assert names_it(facts, library, name) == ()
    gone = reduce(apply_change, take_out(facts, name), facts)
    assert name not in {line.id for line in partner_lines(gone, library)}
    assert name in {one.id for one in known_elsewhere(gone, library)}
    assert same_name(gone, " befrienders") is not None


def test_answers_that_name_a_partner_are_found_in_records_and_rows(sample_facts: Facts, program: Program) -> None:
    found = names_it(sample_facts, program.library, of(sample_facts, "organisation", "MT"))
    said = {f"{one.record}: {one.question}" for one in found}
    assert "Contribution CO-02: Which partner?" in said
    assert "Memorandum of understanding TBN-MOU-01: Who are the parties?" in said


def test_a_note_about_a_partner_is_in_its_log(sample_facts: Facts, program: Program) -> None:
    osierbed = of(sample_facts, "organisation", "OH")
    before = len(talks(sample_facts, osierbed))
    _, changes = begin_record(sample_facts, program.library, "network_contact", osierbed)
    assert len(talks(reduce(apply_change, changes, sample_facts), osierbed)) == before + 1
