# SPDX-License-Identifier: MPL-2.0
"""A signature holds for the words that were signed: noted when it is recorded, and compared with what stands there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import reduce
from pathlib import Path

import pytest

from evidencepack.bootstrap import Program
from evidencepack.compose.signed_words import SIGNED_WORDS, SINCE, kept_in, without_changed
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import FieldType, Scalar
from evidencepack.usecases.changes import AddRow, RemoveRow, SetAnswer, apply_change, rows_of
from evidencepack.usecases.exporting import Exported, changed_sentences
from evidencepack.usecases.register import Signing, signature_rows
from evidencepack.usecases.signed_papers import PaperWords, noted_now, notes, parties_touched, touched_by


@pytest.fixture(scope="module")
def words(program: Program) -> PaperWords:
    return PaperWords(program.library)


@pytest.fixture
def noted(sample_facts: Facts, program: Program, words: PaperWords) -> Facts:
    """The sample, with what was signed noted."""
    said = noted_now(sample_facts, program.library, words)
    return reduce(apply_change, notes(sample_facts, program.library, lambda one: said[one.id]), sample_facts)


def answered(
    facts: Facts, record: Record, field: str, value: Scalar | None, type_: FieldType = FieldType.TEXT
) -> Facts:
    return apply_change(facts, SetAnswer(FieldPath(record.id, field), type_, value))


def of_kind(facts: Facts, kind: str) -> Record:
    return next(facts.of_kind(kind))


def papers(facts: Facts, words: PaperWords) -> set[str]:
    return {one.paper.reference for one in words.changed(facts)}


def signing_of(facts: Facts, reference: str) -> FieldPath:
    """Where the first signature of a paper is recorded."""
    sheet = of_kind(facts, "signoff_sheet")
    row = next(
        one for one in rows_of(sheet, "signings") if one.cells["paper"] == reference and "signed_on" in one.cells
    )
    return FieldPath(sheet.id, "signings", row.id, "signed_on")


def test_what_is_signed_is_noted_once(noted: Facts, program: Program, words: PaperWords) -> None:
    assert len(kept_in(noted)) == 24
    assert noted_now(noted, program.library, words) == {}
    assert notes(noted, program.library, lambda _one: "") == ()
    assert words.changed(noted) == ()


def test_other_words_touch_every_signature_under_them_and_the_words_before_bring_them_back(
    noted: Facts, words: PaperWords
) -> None:
    mou = of_kind(noted, "mou")
    changed = answered(noted, mou, "purpose", "Quite another purpose.", FieldType.LONG_TEXT)

    assert papers(changed, words) == {"TBN-MOU-01"}
    assert len(parties_touched(words.changed(changed))[mou.id]) == 5
    back = answered(changed, mou, "purpose", mou.answers["purpose"], FieldType.LONG_TEXT)  # type: ignore[arg-type]
    assert words.changed(back) == ()


def test_a_shared_record_touches_the_papers_that_speak_of_it(noted: Facts, program: Program, words: PaperWords) -> None:
    contribution = of_kind(noted, "contribution")
    changed = answered(noted, contribution, "what", "Something else")

    assert "TBN-MOU-01" in papers(changed, words)
    touched = {one.paper.reference: one for one in touched_by(contribution.id, changed, program.library, words)}
    assert touched["TBN-MOU-01"].changed == ("Ferrybank", "Maitree", "Osierbed", "Lea Marsh", "Kestrel")


@pytest.mark.parametrize(
    ("kind", "field", "value", "type_"),
    [
        ("mou", "version", "1.1", FieldType.TEXT),
        ("mou", "marking", "public", FieldType.CHOICE),
        ("mou", "in_pack", False, FieldType.YES_NO),
        ("kpi", "why", "Another reason", FieldType.TEXT),
    ],
)
def test_what_changes_nothing_for_those_who_sign_touches_no_signature(
    noted: Facts, words: PaperWords, kind: str, field: str, value: Scalar, type_: FieldType
) -> None:
    assert words.changed(answered(noted, of_kind(noted, kind), field, value, type_)) == ()


def test_another_result_of_a_measure_touches_no_signature(noted: Facts, program: Program, words: PaperWords) -> None:
    """The people who initialled the measures agreed how to count, not what comes out."""
    kpi = next(one for one in noted.of_kind("kpi") if rows_of(one, "readings"))
    last = rows_of(kpi, "readings")[-1]
    changed = apply_change(noted, AddRow(kpi.id, "readings", "new"))
    for column, value in last.cells.items():
        type_ = program.library["kpi"].fields["readings"].column(column).type
        changed = apply_change(changed, SetAnswer(FieldPath(kpi.id, "readings", "new", column), type_, value))

    assert words.changed(changed) == ()


def test_a_new_signature_on_the_new_words_holds(noted: Facts, program: Program, words: PaperWords) -> None:
    mou = of_kind(noted, "mou")
    changed = answered(noted, mou, "area", "Marsh ward")
    again = apply_change(changed, SetAnswer(signing_of(noted, mou.reference), FieldType.DATE, date(2027, 2, 14)))
    said = noted_now(again, program.library, words)
    assert len(said) == 1
    after = reduce(apply_change, notes(again, program.library, lambda one: said[one.id]), again)

    assert len(words.changed(changed)) == 5
    assert len(words.changed(after)) == 4
    assert len(kept_in(after)) == 24


def test_what_nobody_has_signed_any_more_is_forgotten(noted: Facts, program: Program) -> None:
    path = signing_of(noted, "TBN-MOU-01")
    gone = apply_change(noted, RemoveRow(path.record, path.field, path.row))
    (change,) = notes(gone, program.library, lambda _one: "")

    assert isinstance(change, RemoveRow)
    assert len(kept_in(apply_change(gone, change))) == 23


def test_a_paper_that_is_only_said_to_be_signed_is_followed_too(sample_facts: Facts, program: Program) -> None:
    words = PaperWords(program.library)
    letter = of_kind(sample_facts, "letter_of_support")
    sheet = of_kind(sample_facts, "signoff_sheet")
    facts = Facts(sample_facts.tender, {k: v for k, v in sample_facts.records.items() if k != sheet.id})
    said = noted_now(facts, program.library, words)
    facts = reduce(apply_change, notes(facts, program.library, lambda one: said[one.id]), facts)
    changed = answered(facts, letter, "letter_date", date(2027, 2, 5), FieldType.DATE)

    assert words.changed(facts) == ()
    assert papers(changed, words) == {letter.reference}
    (touched,) = touched_by(letter.id, facts, program.library, words)
    assert touched.signers == ("somebody",)


def test_the_register_and_the_pack_count_it_no_longer(noted: Facts, program: Program, words: PaperWords) -> None:
    changed = answered(noted, of_kind(noted, "mou"), "area", "Marsh ward")
    found = words.changed(changed)
    rows = signature_rows(changed, program.library, today=date(2027, 2, 20), changed={one.id for one in found})
    sheet = of_kind(without_changed(changed, found), "signoff_sheet")

    assert [one.state for one in rows if one.reference == "TBN-MOU-01"] == [Signing.CHANGED] * 5
    assert sum(one.cells.get("exceptions") == SINCE for one in rows_of(sheet, "signings")) == 5
    assert without_changed(noted, ()) is noted


def test_nothing_of_it_is_a_paper(program: Program) -> None:
    assert not program.library[SIGNED_WORDS].document


def test_an_export_says_which_papers_have_changed() -> None:
    exported = Exported(Path("x"), (), "manifest.json", 0)
    assert list(changed_sentences(exported)) == []
    (said,) = changed_sentences(replace(exported, changed=("TBN-MOU-01", "TBN-HOT-01")))
    assert said.startswith("TBN-MOU-01 and TBN-HOT-01 have changed since signed.")
