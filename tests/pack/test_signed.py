# SPDX-License-Identifier: MPL-2.0
"""Signed pages in packs: our own pages say what each signature is, the bundle has the signed page behind its paper."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO
from typing import Any, TypeGuard

import pikepdf
import pypdfium2
import pytest
from tests.pack.annexed import A4, foreign
from tests.pack.conftest import AS_OF, Answering, appendix

from evidencepack.blocks.blocks import Block, Farewell, Paragraph, Signatory, Signature
from evidencepack.blocks.document import Document, Section
from evidencepack.blocks.inlines import Text, Value
from evidencepack.bootstrap import Program
from evidencepack.compose.plain import plain
from evidencepack.domain.record import Facts
from evidencepack.domain.signed_paper import (
    SignatureSays,
    SignedCopy,
    SignedPaper,
    SignedSheet,
    What,
)
from evidencepack.domain.trade import Audience
from evidencepack.pack.annexes import VolumeBreak
from evidencepack.pack.build import pack_part
from evidencepack.pack.bundle import Bundle
from evidencepack.pack.front import pack_hash
from evidencepack.pack.manifest import BuiltFile, listed, manifest
from evidencepack.pack.plan import Plan, plan_pack
from evidencepack.pack.preflight.signed import other_versions, whole_copies
from evidencepack.pack.press import Format
from evidencepack.pack.signed import Under, beside_bundle, in_bundle, in_short, saying, with_signatures
from evidencepack.pack.signed_alone import papers_signed
from evidencepack.pack.signed_sheets import Sheets

MOU, RACI = "TBN-MOU-01", "TBN-RACI-01"
CODE = "YFGGAB28"
SHEET = "ab" * 32


@cache
def _sheet() -> Sheets:
    return {SHEET: foreign(A4, text=False)}


def _paper(plan: Plan, reference: str = MOU, *, content_hash: str = "", file: str = "") -> SignedPaper:
    """Return a paper whose first signature was given by hand, or in a file; the second is awaited, others are not."""
    one = appendix(plan, reference)
    boxes = [each for section in one.document.sections for each in section.blocks if isinstance(each, Signature)]
    names = [each.name[0] for box in boxes for each in box.signatories]
    people = [each.paths[0].partition("/")[0] for each in names if isinstance(each, Value)]
    what = What.DIGITAL if file else What.BY_HAND
    says = (
        SignatureSays("", people[0], "Ferrybank", "<b>&{{ Olúmídé", "before_submission", what, "2026-11-03", CODE),
        SignatureSays("", people[1], "Maitree", "Rabeya Sultana", "on_award", What.AWAITED),
        SignatureSays("", "", "", "3 by initials", "before_go_live", What.NOT_GIVEN),
    )
    copy = SignedCopy(CODE, "Ferrybank Home Support Ltd", "1.0", content_hash or one.content_hash)
    copy = replace(copy, file=file, sha256=SHEET) if file else replace(copy, sheets=(SignedSheet(17, SHEET),))
    return SignedPaper(one.record.id, reference, says, (copy,))


@dataclass(frozen=True)
class Made:
    """A plan with a signed paper, its bundle, and our own pack beside it."""

    plan: Plan
    bundle: BuiltFile
    pack: BuiltFile

    def text(self, file: BuiltFile, page: int) -> str:
        """Return the words of a page, counted from 1, on one line."""
        with pypdfium2.PdfDocument(file.data) as pdf:
            return " ".join(pdf[page - 1].get_textpage().get_text_bounded().split())


def _plan(program: Program, facts: Facts, **paper: str) -> Plan:
    plan = plan_pack(facts, program.library, as_of=AS_OF)
    one = _paper(plan, **paper)
    return replace(plan, signed={one.record: one})


@pytest.fixture(scope="module")
def full(answering: Answering) -> Facts:
    """Return facts of few papers with the whole memorandum in the pack."""
    return answering(MOU, pack_form="full")


@pytest.fixture(scope="module")
def made(program: Program, full: Facts) -> Made:
    plan = _plan(program, full)
    bundle = Bundle(plan, {}, sheets=_sheet()).print_on(program.press)
    said = saying(plan, beside_bundle(plan, bundle))
    (pack,) = pack_part(said, (Format.PDF,), pages=9).print_on(program.press)
    return Made(plan, bundle, pack)


def _signed_page(made: Made) -> int:
    return next(one.first_page for one in made.bundle.documents if one.signed)


def test_the_signed_page_stands_behind_its_paper_and_counts_with_it(made: Made) -> None:
    held = {(one.reference, one.signed): one for one in made.bundle.documents}
    paper, signed = held[MOU, ""], held[MOU, CODE]
    assert (signed.first_page, signed.last_page) == (paper.last_page + 1, paper.last_page + 1)
    assert (signed.version, signed.content_hash) == ("1.0", paper.content_hash)
    assert "Signed page for Ferrybank Home Support Ltd, version 1.0 Page 1 of 1" in made.text(
        made.bundle, signed.first_page
    )
    following = next(one for one in made.bundle.documents if one.first_page == signed.last_page + 1)
    assert following.reference == RACI
    contents = made.text(made.bundle, 2)
    assert f"{paper.first_page}–{signed.last_page}" in contents


def test_both_products_say_what_each_signature_is_and_name_one_page(made: Made) -> None:
    page = _signed_page(made)
    bundle = " ".join(made.text(made.bundle, number + 1) for number in range(made.bundle.pages))
    pack = " ".join(made.text(made.pack, number + 1) for number in range(made.pack.pages))
    assert f"by hand, scanned, 3 Nov 2026 page {page}" in bundle
    assert f"by hand, scanned, 3 Nov 2026 bundle page {page}" in pack
    for text in (bundle, pack):
        assert "<b>&{{ Olúmídé" in text
        assert "awaited: on award" in text
        assert "3 by initials not given" in text
    assert made.pack.pages == made.bundle.pages - 1


def test_what_is_said_of_signatures_changes_no_hash(made: Made) -> None:
    said = saying(made.plan, {})
    assert [one.content_hash for one in said.appendices] == [one.content_hash for one in made.plan.appendices]
    assert pack_hash(said) == pack_hash(made.plan)
    assert saying(replace(made.plan, signed={}), {}) == replace(made.plan, signed={})


def test_links_and_bookmarks_lead_to_the_signed_page(made: Made) -> None:
    with pikepdf.open(BytesIO(made.bundle.data)) as pdf, pypdfium2.PdfDocument(made.bundle.data) as seen:
        page = _signed_page(made)
        wanted = pdf.pages[page - 1].obj.objgen
        named = dict(_names(pdf))
        links = [
            named[str(annot.Dest)][0].objgen
            for one in pdf.pages
            for annot in one.obj.get("/Annots", [])
            if annot.get("/Subtype") == pikepdf.Name.Link and "/Dest" in annot and str(annot.Dest) in named
        ]
        assert wanted in links
        tree = [(one.get_title(), one.level, one.get_dest().get_index() + 1) for one in seen.get_toc()]
    at = next(number for number, one in enumerate(tree) if one[0].startswith("Signed page for"))
    assert tree[at][1:] == (1, page)
    assert [title for title, level, _ in tree[:at] if level == 0][-1].endswith("Memorandum of understanding")


def _names(pdf: pikepdf.Pdf) -> Iterator[tuple[str, Any]]:
    for name, target in pikepdf.NameTree(pdf.Root.Names.Dests).items():
        yield str(name), target.D if isinstance(target, pikepdf.Dictionary) else target


def _under(plan: Plan) -> Under:
    one = appendix(plan, MOU)
    return Under(plan.signed[one.record.id], one.content_hash)


def _boxes(document: Document) -> list[Signatory]:
    blocks = [each for section in document.sections for each in section.blocks if isinstance(each, Signature)]
    return [one for block in blocks for one in block.signatories]


def test_boxes_of_those_who_signed_can_be_left_out_and_those_of_others_stay(made: Made) -> None:
    one, where = appendix(made.plan, MOU), {CODE: (Text("page 9"),)}
    before, after = _boxes(one.document), _boxes(with_signatures(one.document, _under(made.plan), where, replaced=True))
    assert after == before[1:]
    assert _boxes(with_signatures(one.document, _under(made.plan), where)) == before
    assert _boxes(with_signatures(one.document, _under(made.plan), {}, replaced=True)) == before
    paper = made.plan.signed[one.record.id]
    everybody = tuple(
        replace(paper.says[0], person=each.name[0].paths[0].partition("/")[0])
        for each in before
        if isinstance(each.name[0], Value)
    )
    all_signed = replace(_under(made.plan), paper=replace(paper, says=everybody))
    told = with_signatures(one.document, all_signed, where, replaced=True)
    assert _boxes(told) == []
    assert any("authorised to sign" in plain(block.inlines) for block in told.sections[-1].blocks if _says(block))


def _says(block: Block) -> TypeGuard[Paragraph]:
    return isinstance(block, Paragraph)


@pytest.mark.parametrize(
    ("answer", "audience", "goes", "replaced"),
    [
        (None, Audience.PACK, True, False),
        ("follow", Audience.PACK, True, False),
        ("replace", Audience.PACK, True, True),
        ("stay", Audience.PACK, False, False),
        (None, Audience.PARTNER, False, False),
    ],
)
def test_the_tender_says_where_signed_pages_stand_and_only_the_buyer_gets_them(
    made: Made, answer: str | None, audience: Audience, *, goes: bool, replaced: bool
) -> None:
    tender = made.plan.tender
    told = replace(tender, answers={**tender.answers, **({"signed_pages": answer} if answer else {})})
    plan = replace(made.plan, tender=told, audience=audience)
    record = appendix(made.plan, MOU).record.id
    assert (bool(plan.signed_pages(record)), plan.is_bundled, plan.boxes_replaced) == (goes, goes, replaced)


def test_a_paper_alone_has_its_signed_pages_behind_it(made: Made, program: Program) -> None:
    (alone,) = papers_signed(made.plan, _sheet())
    file = alone.print_on(program.press)
    paper, signed = file.documents
    assert (signed.signed, signed.first_page) == (CODE, paper.last_page + 1 == file.pages and file.pages)
    words = " ".join(made.text(file, number + 1) for number in range(file.pages))
    assert f"by hand, scanned, 3 Nov 2026 page {file.pages}" in words
    assert papers_signed(made.plan, {}) == ()


def test_a_signed_page_stays_in_the_volume_of_its_paper(made: Made, program: Program) -> None:
    order = list(made.plan.order)
    at = next(number for number, one in enumerate(order) if one.record.reference == RACI)
    order[at:at] = [VolumeBreak.numbered(2, 2)]
    plan = replace(made.plan, order=(VolumeBreak.numbered(1, 2), *order))
    first, second = Bundle(plan, {}, sheets=_sheet()).print_volumes(program.press)
    assert [one.signed for one in first.documents][-1] == CODE
    assert not any(one.signed for one in second.documents)


def test_a_short_form_says_it_in_one_sentence_before_its_notice(program: Program, few_facts: Facts) -> None:
    plan = _plan(program, few_facts)
    one = appendix(plan, MOU)
    assert one.short
    told = in_short(one.short, _under(plan), {CODE: (Text("bundle page 9"),)})
    *_, sentence, notice = told.sections[-1].blocks
    assert _says(sentence)
    assert _says(notice)
    assert plain(sentence.inlines) == (
        "Signatures: for Ferrybank by hand, scanned, 3 Nov 2026, bundle page 9; for Maitree awaited: on award; "
        "3 by initials not given."
    )


def test_a_copy_signed_digitally_is_named_with_its_file(made: Made) -> None:
    one = appendix(made.plan, MOU)
    paper = _paper(made.plan, file="mou signed.pdf")
    plan = replace(made.plan, signed={one.record.id: paper})
    assert plan.signed_pages(one.record.id) == ()
    where = beside_bundle(plan, None)
    assert plain(where[CODE]) == f"signed/{CODE}.pdf"
    assert plain(tuple(in_bundle(plan)[CODE])) == f"signed/{CODE}.pdf"


def test_a_signed_page_of_other_words_is_marked_and_blocks(program: Program, made: Made) -> None:
    one = appendix(made.plan, MOU)
    old = _paper(made.plan, content_hash="0" * 64)
    plan = replace(made.plan, signed={one.record.id: old})
    bundle = Bundle(plan, {}, sheets=_sheet()).print_on(program.press)
    page = next(each.first_page for each in bundle.documents if each.signed)
    assert "Of another version" in made.text(bundle, page)
    assert "of version 1.0, which says other words" in " ".join(
        made.text(bundle, number + 1) for number in range(bundle.pages)
    )
    (seen,) = other_versions(listed(manifest("T", "2027-02-15", [bundle, replace(bundle, name="slots/one.pdf")])))
    assert seen.blocks
    assert seen.words == (
        "“bundle.pdf”: the signed page of TBN-MOU-01 (copy YFGG-AB28) is of version 1.0, and the paper in this pack "
        "has other words. Nobody has signed that. Send it out again, put back what was signed, or keep signed pages "
        "out of the pack"
    )
    assert [*other_versions(listed(manifest("T", "2027-02-15", [made.bundle])))] == []


def test_a_whole_copy_beside_the_pack_is_to_be_looked_at(made: Made) -> None:
    copy = replace(made.bundle, name=f"signed/{CODE}.pdf")
    (seen,) = whole_copies(listed(manifest("T", "2027-02-15", [made.bundle, copy])))
    assert (seen.blocks, seen.file) == (False, f"signed/{CODE}.pdf")
    assert "look whether the buyer may read that" in seen.words


def test_a_bundle_with_signed_pages_is_not_wholly_ours(made: Made) -> None:
    said = manifest("T", "2027-02-15", [made.bundle, made.pack, replace(made.bundle, name="slots/a.pdf")])
    assert [one.is_ours for one in listed(said)] == [False, True, False]
    (entry,) = (one for one in json.loads(said)["files"][0]["documents"] if "signed_copy" in one)
    assert (entry["signed_copy"], entry["version"]) == (CODE, "1.0")


def test_a_letter_says_it_behind_the_role_of_who_signs_and_gets_no_line_more(made: Made) -> None:
    one = appendix(made.plan, MOU)
    signs = _boxes(one.document)[:2]
    known, stranger = (Farewell((Text("Yours faithfully"),), each) for each in (signs[0], _nobody(signs[1])))
    letter = replace(one.document, sections=(Section((known, stranger), letter=True),))
    told = with_signatures(letter, _under(made.plan), {CODE: (Text("bundle page 9"),)})
    first, second = told.sections[0].blocks
    assert isinstance(first, Farewell)
    assert plain(first.signatory.role).endswith(" · by hand, scanned, 3 Nov 2026, bundle page 9")
    assert second == stranger


def _nobody(one: Signatory) -> Signatory:
    return replace(one, name=(Text("Somebody else"),))


def test_a_paper_without_boxes_says_it_at_its_end(made: Made) -> None:
    one = appendix(made.plan, MOU)
    bare = replace(one.document, sections=(Section((Paragraph((Text("Words"),)),)), Section(())))
    told = with_signatures(bare, _under(made.plan), {})
    assert [len(section.blocks) for section in told.sections] == [1, 1]
    short = in_short(replace(bare, sections=(Section(()),)), _under(made.plan), {})
    assert len(short.sections[0].blocks) == 1
