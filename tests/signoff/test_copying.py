# SPDX-License-Identifier: MPL-2.0
"""The copy of one paper of the sample for one organisation, made once, read as a person and as a scanner reads it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pypdfium2 as pdfium
import pytest
import zxingcpp
from PIL import Image

from evidencepack.blocks.blocks import Signature
from evidencepack.blocks.document import Document
from evidencepack.blocks.walk import inlines_in
from evidencepack.bootstrap import Program
from evidencepack.compose.counting import counted
from evidencepack.compose.plain import plain
from evidencepack.domain.record import Facts, Record, short_name
from evidencepack.domain.short_code import printed, short_code
from evidencepack.domain.trade import Audience
from evidencepack.pack.claims import confirm, print_with_claims
from evidencepack.pack.manifest import BuiltFile, Validated
from evidencepack.pack.plan import Plan
from evidencepack.pack.press import Format, Press
from evidencepack.signoff.copy_part import CopyPart
from evidencepack.signoff.copying import Asking, copy_part, sent_copy
from evidencepack.signoff.marking import MarkedPages
from evidencepack.usecases.planning import plan_of

CODE = short_code(b"heads of terms")
DUE = date(2027, 2, 26)


@dataclass(frozen=True)
class Made:
    """A copy: the plan and for whom it was made, its parts, its pages with marks, its PDF."""

    plan: Plan
    asking: Asking
    part: CopyPart
    marked: MarkedPages
    pdf: BuiltFile


def _organisation(facts: Facts, name: str) -> Record:
    return next(one for one in facts.of_kind("organisation") if short_name(one) == name)


def _part(plan: Plan, reference: str, asking: Asking, press: Press) -> CopyPart:
    paper = next(one for one in plan.documents if one.record.reference == reference)
    return copy_part(plan, paper, asking, press, (Format.PDF,))


@pytest.fixture(scope="module")
def plan(program: Program, sample_facts: Facts) -> Plan:
    return plan_of(sample_facts, program.library)


@pytest.fixture(scope="module")
def made(program: Program, plan: Plan) -> Made:
    who = _organisation(plan.facts, "Maitree")
    asking = Asking(who, CODE, 1, Audience.PARTNER, DUE, "Siân Llŷr-Evans, Ferrybank")
    part = _part(plan, "TBN-HOT-01", asking, program.press)
    (pdf,) = confirm([print_with_claims(part, program.press)], program.press)
    return Made(plan, asking, part, part.marked(program.press)[1], pdf)


def _words(document: Document) -> str:
    return " ".join(plain(tuple(inlines_in(section))) for section in document.sections)


def test_a_copy_is_the_page_before_the_paper_and_the_sheet(made: Made) -> None:
    asking, paper, sheet = made.part.documents
    assert (asking.title, sheet.title) == ("What we are asking you to sign", "Sign-off sheet")
    assert {one.running for one in made.part.documents} == {asking.running}
    assert paper.running.fingerprint == printed(CODE)
    assert made.part.name == "TBN-HOT-01-v1.0-for-Maitree"


def test_the_page_before_says_in_words_of_the_answers_what_they_give_and_what_changes(made: Made) -> None:
    said = _words(made.part.documents[0])
    given = next(one for one in made.plan.facts.of_kind("contribution") if str(one.answers["what"]) in said)
    assert str(given.answers["volume"]) in said
    assert "I agree to them for my organisation, and I am authorised to sign" in said
    assert "Rabeya Sultana" in said
    assert "26 February 2027" in said
    assert counted(len(made.marked.marks), "page") in said


def test_only_the_organisation_whose_copy_it_is_has_a_box_and_it_stands_on_the_sheet(made: Made) -> None:
    boxes = [
        [block for section in one.sections for block in section.blocks if isinstance(block, Signature)]
        for one in made.part.documents
    ]
    assert [len(one) for one in boxes] == [0, 0, 1]
    (signatory,) = boxes[2][0].signatories
    assert "Maitree Community Trust" in plain(signatory.party)
    assert [one.what for one in made.marked.areas] == ["words", "signature", "date", "name", "role", "words"]
    assert {one.page for one in made.marked.areas} == {len(made.marked.marks)}


def test_the_paper_itself_names_everybody_who_signs(made: Made) -> None:
    said = _words(made.part.documents[1])
    assert "Each organisation signs a copy of its own" in said
    assert "(রাবেয়া সুলতানা) for Maitree" in said
    assert "for Ferrybank; " in said


def test_a_black_and_white_print_at_150_dots_an_inch_is_read_by_square_and_by_strip(made: Made) -> None:
    document = pdfium.PdfDocument(made.pdf.data)
    try:
        for at in (0, len(document) - 1):
            grey: Image.Image = document[at].render(scale=150 / 72, grayscale=True).to_pil()
            seen = {one.text for one in zxingcpp.read_barcodes(grey.point(lambda shade: 255 if shade > 127 else 0))}
            mark = made.marked.marks[at]
            assert seen == {mark.square, mark.strip}
    finally:
        document.close()


def test_the_pdf_conforms_and_can_be_filled_in_and_signed_on_the_screen(
    made: Made, conforms: Callable[[bytes, str], None], tmp_path: Path
) -> None:
    assert made.pdf.conformance is not None
    assert made.pdf.conformance.validated is Validated.WHOLE
    file = tmp_path / "copy.pdf"
    file.write_bytes(made.pdf.data)
    with pikepdf.open(file) as opened:
        kinds = {str(one.get("/FT", "")) for one in opened.objects if isinstance(one, pikepdf.Dictionary)}
    assert {"/Sig", "/Tx"} <= kinds
    conforms(made.pdf.data, made.pdf.name)


def test_the_same_copy_has_the_same_bytes(made: Made, program: Program) -> None:
    again = _part(made.plan, "TBN-HOT-01", made.asking, program.press)
    assert again.documents == made.part.documents
    assert again.print_on(program.press, claims=True)[0].data == made.pdf.data


def test_what_is_kept_of_a_copy_is_what_a_scan_is_held_against(made: Made) -> None:
    paper = made.plan.made[made.part.documents[1].anchor]
    kept = sent_copy(made.plan, paper, made.asking, made.marked, [made.pdf])
    assert [one.stub for one in kept.pages] == [one.stub for one in made.marked.marks]
    assert [(one.name, one.stage, one.due, one.initials) for one in kept.signers] == [
        ("Rabeya Sultana (রাবেয়া সুলতানা)", "before_submission", "2027-02-26", False)
    ]
    assert [(one.name, one.sha256, one.pages) for one in kept.files] == [
        (made.pdf.name, made.pdf.sha256, made.pdf.pages)
    ]


def test_a_letter_is_signed_where_it_ends_and_has_no_sheet(plan: Plan, program: Program) -> None:
    asking = Asking(_organisation(plan.facts, "Maitree"), CODE, 1, Audience.PARTNER)
    part = _part(plan, "TBN-LOS-MT", asking, program.press)
    assert len(part.documents) == 2
    marked = part.marked(program.press)[1]
    assert [(one.what, one.page) for one in marked.areas] == [("signature", len(marked.marks))]


def test_the_word_file_has_the_code_and_speaks_of_no_marks(plan: Plan, program: Program) -> None:
    paper = next(one for one in plan.documents if one.record.reference == "TBN-LOS-MT")
    asking = Asking(_organisation(plan.facts, "Maitree"), CODE, 1, Audience.PARTNER)
    part = copy_part(plan, paper, asking, program.press, (Format.DOCX,))
    (file,) = part.print_on(program.press)
    said = _words(part.in_word[0])
    assert counted(file.pages, "page") in said
    assert "square" not in said
    with ZipFile(BytesIO(file.data)) as package:
        feet = [package.read(name).decode() for name in package.namelist() if "footer" in name]
    assert any(printed(CODE) in one for one in feet)


def test_whoever_initials_a_list_does_so_on_the_copy_of_their_organisation(plan: Plan, program: Program) -> None:
    asking = Asking(_organisation(plan.facts, "Maitree"), CODE, 1, Audience.PARTNER)
    part = _part(plan, "TBN-IFA-01", asking, program.press)
    labels = [one.label for one in part.marked(program.press)[1].areas]
    assert labels
    people = [
        str(one.answers["full_name"]) for one in plan.facts.of_kind("contact") if _of(one) == asking.organisation.id
    ]
    assert all(any(name in label for name in people) for label in labels)


def _of(contact: Record) -> str:
    return str(getattr(contact.answers.get("organisation"), "record", ""))


def test_who_is_no_partner_reads_no_more_than_the_buyer(plan: Plan, program: Program) -> None:
    council = _organisation(plan.facts, "LB Thamesbourne")
    asking = Asking(council, CODE, 1, Audience.PACK)
    said = _words(_part(plan, "TBN-DSA-01", asking, program.press).documents[0])
    assert "Efua Asante-Holm" in said
    assert "on award" in said
