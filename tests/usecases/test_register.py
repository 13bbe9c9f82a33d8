# SPDX-License-Identifier: MPL-2.0
"""The register of signatures: who is asked, what is recorded, what is late, and the row for what comes in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import reduce

from evidencepack.bootstrap import Program
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.trade import SignatureStage
from evidencepack.domain.values import FieldType, Reference, Scalar, Table
from evidencepack.usecases.changes import RemoveRow, SetAnswer, apply_change
from evidencepack.usecases.register import SignatureRow, Signing, begin_record, signature_rows, to_chase

TODAY = date(2027, 2, 20)


def rows(facts: Facts, program: Program, today: date = TODAY) -> tuple[SignatureRow, ...]:
    return signature_rows(facts, program.library, today=today)


def of(found: Sequence[SignatureRow], reference: str) -> list[SignatureRow]:
    return [one for one in found if one.reference == reference]


def changed(facts: Facts, path: FieldPath, type_: FieldType, value: Scalar | None) -> Facts:
    return apply_change(facts, SetAnswer(path, type_, value))


def record_of(facts: Facts, program: Program, reference: str, at: int = 0) -> FieldPath:
    """Where the first, or another, signature of a paper is recorded."""
    path = of(rows(facts, program), reference)[at].recorded
    assert path is not None
    return path


def cell(path: FieldPath, column: str) -> FieldPath:
    return FieldPath(path.record, path.field, path.row, column)


def test_every_party_of_a_paper_is_asked_once(sample_facts: Facts, program: Program) -> None:
    mou = of(rows(sample_facts, program), "TBN-MOU-01")

    assert [one.organisation for one in mou] == ["Ferrybank", "Maitree", "Osierbed", "Lea Marsh", "Kestrel"]
    assert mou[0].name == "Olúmídé Adébáyọ̀"
    assert {one.version for one in mou} == {"v1.0"}
    assert (mou[2].state, mou[2].signed_on, mou[2].method) == (Signing.SIGNED, date(2027, 2, 12), "Scan")


def test_a_list_to_initial_is_one_row_that_counts_its_people(sample_facts: Facts, program: Program) -> None:
    (raci,) = of(rows(sample_facts, program), "TBN-RACI-01")

    assert raci.initials == 8
    assert not raci.organisation
    assert raci.state is Signing.SIGNED


def test_a_signature_for_the_award_is_not_due_with_the_bid(sample_facts: Facts, program: Program) -> None:
    council = next(
        one for one in of(rows(sample_facts, program), "TBN-DSA-01") if one.organisation == "LB Thamesbourne"
    )

    assert council.stage is SignatureStage.ON_AWARD
    assert council.state is Signing.OUT
    assert council.due == date(2027, 6, 7)


def test_what_its_day_has_passed_is_late(sample_facts: Facts, program: Program) -> None:
    late = [one for one in rows(sample_facts, program, date(2027, 6, 8)) if one.state is Signing.LATE]

    assert [one.organisation for one in late] == ["LB Thamesbourne", "Queen Philippa"]


def test_the_deadline_is_the_day_for_what_the_bid_needs(sample_facts: Facts, program: Program) -> None:
    path = record_of(sample_facts, program, "TBN-MOU-01")
    facts = apply_change(sample_facts, RemoveRow(path.record, path.field, path.row))

    before, after = (of(rows(facts, program, day), "TBN-MOU-01")[0] for day in (TODAY, date(2027, 2, 27)))

    assert (before.state, before.due, before.recorded) == (Signing.WAITING, date(2027, 2, 26), None)
    assert after.state is Signing.LATE


def test_a_signature_with_an_exception_does_not_count(sample_facts: Facts, program: Program) -> None:
    path = cell(record_of(sample_facts, program, "TBN-MOU-01", 1), "exceptions")
    facts = changed(sample_facts, path, FieldType.TEXT, "clause 12")

    found = of(rows(facts, program), "TBN-MOU-01")[1]

    assert (found.state, found.exceptions) == (Signing.EXCEPTION, "clause 12")
    assert found in to_chase(rows(facts, program))


def test_a_withdrawn_paper_asks_for_nothing(sample_facts: Facts, program: Program) -> None:
    mou = next(sample_facts.of_kind("mou"))
    facts = changed(sample_facts, FieldPath(mou.id, "status"), FieldType.CHOICE, "withdrawn")

    assert not of(rows(facts, program), "TBN-MOU-01")


def test_who_is_to_be_asked_comes_by_day(sample_facts: Facts, program: Program) -> None:
    path = record_of(sample_facts, program, "TBN-MOU-01")
    facts = apply_change(sample_facts, RemoveRow(path.record, path.field, path.row))

    chased = to_chase(rows(facts, program, date(2027, 3, 1)))

    assert [one.organisation for one in chased] == ["Ferrybank", "LB Thamesbourne", "Queen Philippa"]


def test_who_is_not_named_yet_is_asked_all_the_same(sample_facts: Facts, program: Program) -> None:
    letter = next(one for one in sample_facts.of_kind("letter_of_support") if one.reference == "TBN-LOS-MT")
    facts = changed(sample_facts, FieldPath(letter.id, "signatory"), FieldType.REFERENCE, None)
    partner = letter.answers["partner"]
    assert isinstance(partner, Reference)
    facts = changed(facts, FieldPath(partner.record, "signatory"), FieldType.REFERENCE, None)

    (found,) = of(rows(facts, program), "TBN-LOS-MT")

    assert (found.person, found.name) == ("", "")
    assert found.organisation == "Maitree"


def test_a_tender_without_papers_asks_for_nothing(program: Program) -> None:
    assert rows(Facts("t", {"t": Record("t", "tender", "NEW-1")}), program) == ()


def test_a_recorded_signature_is_gone_to_where_it_stands(sample_facts: Facts, program: Program) -> None:
    row = of(rows(sample_facts, program), "TBN-MOU-01")[0]

    path, changes = begin_record(sample_facts, program.library, row)

    assert path == row.recorded
    assert changes == ()


def test_a_new_one_gets_a_row_that_is_then_its_record(sample_facts: Facts, program: Program) -> None:
    path = record_of(sample_facts, program, "TBN-MOU-01", 3)
    facts = apply_change(sample_facts, RemoveRow(path.record, path.field, path.row))

    where, changes = begin_record(facts, program.library, of(rows(facts, program), "TBN-MOU-01")[3])
    recorded = reduce(apply_change, changes, facts)
    signed = changed(recorded, where, FieldType.DATE, date(2027, 2, 19))

    assert of(rows(recorded, program), "TBN-MOU-01")[3].recorded == where
    assert of(rows(signed, program), "TBN-MOU-01")[3].state is Signing.SIGNED
    others = [one.state for at, one in enumerate(of(rows(signed, program), "TBN-MOU-01")) if at != 3]
    assert set(others) == {Signing.SIGNED}


def test_a_tender_without_a_sign_off_sheet_gets_one(sample_facts: Facts, program: Program) -> None:
    without = {name: one for name, one in sample_facts.records.items() if one.kind != "signoff_sheet"}
    facts = replace(sample_facts, records=without)

    where, changes = begin_record(facts, program.library, of(rows(facts, program), "TBN-RACI-01")[0])
    made = reduce(apply_change, changes, facts)

    sheet = made.records[where.record]
    assert sheet.kind == "signoff_sheet"
    table = sheet.answers["signings"]
    assert isinstance(table, Table)
    assert dict(table.rows[0].cells) == {"paper": "TBN-RACI-01"}


def test_a_signature_of_a_day_to_come_does_not_count(sample_facts: Facts, program: Program) -> None:
    """The tender is of 15 February 2027, and for the person it is the 20th: the later of both counts."""
    path = record_of(sample_facts, program, "TBN-MOU-01")
    ahead = changed(sample_facts, path, FieldType.DATE, date(2027, 2, 21))
    today = changed(sample_facts, path, FieldType.DATE, date(2027, 2, 20))

    assert of(rows(ahead, program), "TBN-MOU-01")[0].state is Signing.AHEAD
    assert of(rows(today, program), "TBN-MOU-01")[0].state is Signing.SIGNED
    assert of(rows(today, program, date(2026, 11, 1)), "TBN-MOU-01")[0].state is Signing.AHEAD
    assert of(rows(sample_facts, program, date(2026, 11, 1)), "TBN-MOU-01")[0].state is Signing.SIGNED
