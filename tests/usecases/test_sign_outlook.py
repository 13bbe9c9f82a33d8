# SPDX-License-Identifier: MPL-2.0
"""What would go out to be signed now: which papers, as which version, to whom, and what they lack."""

from __future__ import annotations

from dataclasses import replace

from tests.scans.sending import version_out
from tests.shipped import LIBRARY

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts
from evidencepack.domain.values import FieldType
from evidencepack.usecases.changes import SetAnswer, apply_change, rows_of
from evidencepack.usecases.finding_records import find_record
from evidencepack.usecases.sign_outlook import SignOutlook, sign_outlooks

PAPER = "TBN-LOS-MT"


def outlook(facts: Facts, name: str = PAPER) -> SignOutlook:
    return next(one for one in sign_outlooks(facts, LIBRARY, (), {}) if one.reference == name)


def without(facts: Facts, field: str, type_: FieldType) -> Facts:
    record = find_record(facts, PAPER)
    return apply_change(facts, SetAnswer(FieldPath(record.id, field), type_, None))


def test_only_papers_that_somebody_signs_are_offered_in_the_order_of_the_pack(sample_facts: Facts) -> None:
    found = [one.reference for one in sign_outlooks(sample_facts, LIBRARY, (), {})]
    assert found[0] == "TBN-MOU-01"
    assert PAPER in found
    assert "TBN-NAR-01" not in found


def test_a_paper_says_its_version_who_signs_and_that_it_is_ready(sample_facts: Facts) -> None:
    one = outlook(sample_facts)
    assert (one.number, [name for _, name in one.parties], one.missing, one.unnamed) == (1, ["Maitree"], 0, False)
    assert one.is_ready
    assert len(outlook(sample_facts, "TBN-MOU-01").parties) == 5


def test_a_missing_answer_and_a_signatory_who_is_not_named_keep_it_here(sample_facts: Facts) -> None:
    lacking = outlook(without(sample_facts, "own_role", FieldType.LONG_TEXT))
    assert (lacking.missing, lacking.is_ready) == (1, False)
    memorandum = find_record(sample_facts, "TBN-MOU-01")
    row = rows_of(memorandum, "parties")[1].id
    signatory = SetAnswer(FieldPath(memorandum.id, "parties", row, "signatory"), FieldType.REFERENCE, None)
    nobody = outlook(apply_change(sample_facts, signatory), "TBN-MOU-01")
    assert nobody.missing == 1
    assert not nobody.is_ready
    gaps = {find_record(sample_facts, PAPER).id: {"somewhere else"}}
    (told,) = (one for one in sign_outlooks(sample_facts, LIBRARY, (), gaps) if one.reference == PAPER)
    assert told.missing == 1


def test_after_a_version_went_out_the_next_number_follows(sample_facts: Facts) -> None:
    record = find_record(sample_facts, PAPER).id
    sent = tuple(replace(version_out(number=number), record=record) for number in (1, 2))
    (one,) = (each for each in sign_outlooks(sample_facts, LIBRARY, sent, {}) if each.reference == PAPER)
    assert (one.number, one.last) == (3, sent[1])
