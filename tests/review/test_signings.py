# SPDX-License-Identifier: MPL-2.0
"""What a check says when a paper and the sign-off sheet tell its signatures differently."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from tests.review.conftest import KINDS, MOU, RULES, kind

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.trade import Severity, SignatureStage
from evidencepack.domain.values import Answer, Reference, Row, Scalar, Table
from evidencepack.library.conditions import parse_condition
from evidencepack.library.model import Library, SignatureLine
from evidencepack.review.reading import Given
from evidencepack.review.register import Reading, review

SIGNED = SignatureLine("each_party", SignatureStage.BEFORE_SUBMISSION, "signatory", "wet", ())
FORMAL = replace(SIGNED, when=(parse_condition("formal = yes"),))
SHEET = kind("signoff_sheet")


def library(line: SignatureLine) -> Library:
    kinds = (*KINDS, SHEET, replace(MOU, signatures=(line,), in_pack=False))
    known = {one.id: replace(one, document=one.document or one is SHEET) for one in kinds}
    return Library(known, RULES)


DAY = date(2027, 2, 12)
MAITREE: Mapping[str, Scalar] = {"paper": "TBN-MOU-01", "party": Reference("org-1"), "signed_on": DAY}
KESTREL: Mapping[str, Scalar] = {"paper": "TBN-MOU-01", "party": Reference("org-2"), "signed_on": DAY}


def found(status: str, *rows: Mapping[str, Scalar], sheet: bool = True, line: SignatureLine = SIGNED) -> list[Finding]:
    parties = Table(tuple(Row(f"p{name}", {"organisation": Reference(f"org-{name}")}) for name in (1, 2)))
    mou: Mapping[str, Answer] = {"purpose": "To help.", "parties": parties, "status": status}
    signings = Table(tuple(Row(f"row-{place}", cells) for place, cells in enumerate(rows)))
    records = [
        Record("tender-1", "tender", "TBN", "tender-1", {"title": "Home First"}),
        Record("org-1", "organisation", "MT", "", {"name": "Maitree", "short_name": "Maitree"}),
        Record("org-2", "organisation", "KR", "", {"name": "Kestrel"}),
        Record("mou-1", "mou", "TBN-MOU-01", "tender-1", mou),
    ]
    if sheet:
        records.append(Record("sig-1", "signoff_sheet", "TBN-SIG-01", "tender-1", {"signings": signings}))
    facts = Facts("tender-1", {record.id: record for record in records})
    reading = Reading("tender-1", (records[3],), facts, library(line), DAY)
    return [one for one in review(reading) if one.rule[4:6] == "SG"]


def test_a_paper_that_everybody_signed_and_one_that_is_still_out_agree_with_their_rows() -> None:
    assert found("signed", MAITREE, KESTREL) == []
    assert found("out_for_signature", MAITREE) == []
    assert found("agreed", MAITREE, KESTREL) == []


def test_a_paper_said_to_be_signed_names_those_who_have_not() -> None:
    [finding] = found("signed", MAITREE)
    assert finding.message == "Mou TBN-MOU-01 lacks KR"
    assert (finding.rule, finding.record, finding.field) == ("CHK-SG-51", "mou-1", str(FieldPath("mou-1", "status")))
    assert [one.message for one in found("signed")] == ["Mou TBN-MOU-01 lacks KR and Maitree"]


@pytest.mark.parametrize("status", ["draft", "in_review", "out_for_signature"])
def test_a_paper_said_to_be_on_its_way_though_everybody_signed_is_found(status: str) -> None:
    assert [one.message for one in found(status, MAITREE, KESTREL)] == ["Mou TBN-MOU-01 has them all"]


@pytest.mark.parametrize("cells", [{"exceptions": "clause 12"}, {"signed_on": None}])
def test_a_signature_with_an_exception_or_without_a_day_does_not_count(cells: Mapping[str, Scalar | None]) -> None:
    row = {name: cell for name, cell in {**KESTREL, **cells}.items() if cell is not None}
    assert [one.message for one in found("signed", MAITREE, row)] == ["Mou TBN-MOU-01 lacks KR"]


def test_a_list_that_several_people_initialled_counts_for_every_party() -> None:
    initials: Mapping[str, Scalar] = {"paper": "TBN-MOU-01", "signed_on": DAY}
    assert found("signed", initials) == []


def test_a_tender_without_a_sign_off_sheet_records_nothing() -> None:
    assert found("signed", sheet=False) == []


def test_a_row_about_a_paper_that_the_tender_does_not_hold_is_found_at_its_cell() -> None:
    [finding] = found("agreed", {**MAITREE, "paper": "TBN-MOU-02"})
    assert finding.message == "Signoff_Sheet TBN-SIG-01: TBN-MOU-02"
    assert finding.field == str(FieldPath("sig-1", "signings", "row-0", "paper"))
    assert (finding.rule, finding.record) == ("CHK-SG-52", "sig-1")


def test_a_row_about_a_paper_that_nobody_signs_is_found_too() -> None:
    assert [one.message for one in found("agreed", MAITREE, line=FORMAL)] == [
        "Signoff_Sheet TBN-SIG-01: nobody signs TBN-MOU-01"
    ]


def test_a_paper_that_says_other_words_than_were_signed_is_found_with_whose_signatures_are_touched() -> None:
    reading = read_with({"mou-1": ("org-1", "org-2")})
    (one,) = (one for one in review(reading) if one.rule == "CHK-SG-02")

    assert (one.record, one.severity) == ("mou-1", Severity.BLOCKS)
    assert "has changed since Maitree and KR signed it" in one.message
    (other,) = (one for one in review(read_with({"mou-1": ("",)})) if one.rule == "CHK-SG-02")
    assert "has changed since it was signed" in other.message


def test_papers_that_say_what_was_signed_are_not() -> None:
    assert [one for one in review(read_with({})) if one.rule == "CHK-SG-02"] == []
    assert [one for one in review(read_with({"of another tender": ("org-1",)})) if one.rule == "CHK-SG-02"] == []


def read_with(changed: Mapping[str, tuple[str, ...]]) -> Reading:
    """Return a reading of one memorandum, told which papers have changed since whose signatures."""
    records = [
        Record("tender-1", "tender", "TBN", "tender-1", {"title": "Home First"}),
        Record("org-1", "organisation", "MT", "", {"name": "Maitree", "short_name": "Maitree"}),
        Record("org-2", "organisation", "KR", "", {"name": "Kestrel"}),
        Record("mou-1", "mou", "TBN-MOU-01", "tender-1", {"purpose": "To help."}),
    ]
    facts = Facts("tender-1", {record.id: record for record in records})
    return Reading("tender-1", (records[3],), facts, library(SIGNED), DAY, Given(changed=changed))
