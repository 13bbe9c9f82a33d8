# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.pack import judges
from tests.render.typeset.setting import document, words

from evidencepack.blocks.blocks import Clause, Heading
from evidencepack.bootstrap import Program
from evidencepack.pack.build import Part, appendix_parts, document_part, pack_part
from evidencepack.pack.claims import MOST_PAGES, confirm, print_with_claims
from evidencepack.pack.manifest import BuiltFile, Validated
from evidencepack.pack.plan import Plan
from evidencepack.pack.press import Format
from evidencepack.render.questions import unasked

_NO_CLAIM = '<rdf:Description rdf:about=""/>'


def claims(file: BuiltFile) -> bool:
    """Whether a file says that it conforms; the packet of metadata is never packed."""
    return b"pdfaid:part" in file.data or b"pdfuaid:part" in file.data


@pytest.fixture
def study(plan: Plan) -> Part:
    """A document of one page, in both formats."""
    return document_part(plan, plan.appendices[3], tuple(Format))


@pytest.fixture
def judging(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Put another function into the child."""

    def put(judge: Callable[..., object], seconds: float = 20) -> None:
        monkeypatch.setattr("evidencepack.pack.validation.judge", judge)
        monkeypatch.setattr("evidencepack.pack.validation._SECONDS", seconds)
        monkeypatch.setattr("evidencepack.pack.validation._SECONDS_A_PAGE", 0.0)

    return put


def test_a_pdf_that_passed_keeps_its_claim_byte_for_byte(program: Program, study: Part) -> None:
    printed = print_with_claims(study, program.press)
    pdf, word = confirm([printed], program.press)
    assert pdf.data == printed.files[0].data
    assert claims(pdf)
    assert pdf.conformance is not None
    assert pdf.conformance.validated is Validated.WHOLE
    assert pdf.conformance.claims == ("PDF/UA-1", "PDF/A-2a")
    assert word == printed.files[1]
    assert word.conformance is None


def test_a_part_that_nobody_validates_claims_nothing(program: Program, study: Part) -> None:
    assert not any(claims(file) for file in study.print_on(program.press))


@pytest.mark.parametrize(
    ("place", "instead", "broken"),
    [
        ("evidencepack.render.pdf.painter._INTENT", "", "PDF/A-2a"),
        ("evidencepack.render.pdf.metadata._CLAIMS", _NO_CLAIM, "PDF/UA-1"),
    ],
)
def test_a_pdf_with_a_fault_goes_out_without_its_claim(
    program: Program, study: Part, monkeypatch: pytest.MonkeyPatch, place: str, instead: str, broken: str
) -> None:
    monkeypatch.setattr(place, instead)
    pdf, word = confirm([print_with_claims(study, program.press)], program.press)
    assert not claims(pdf)
    assert pdf.data[:5] == b"%PDF-"
    assert pdf.conformance is not None
    assert (pdf.conformance.validated, pdf.conformance.claims) == (Validated.NOT, ())
    assert broken in {one.profile for one in pdf.conformance.verdict.broken}
    assert word.data[:2] == b"PK"


@pytest.mark.parametrize(("judge", "seconds"), [(judges.hang, 0.5), (judges.crash, 20), (judges.meet_a_limit, 20)])
def test_a_pdf_without_a_verdict_goes_out_without_its_claim(
    program: Program,
    study: Part,
    judging: Callable[..., None],
    judge: Callable[..., object],
    seconds: float,
) -> None:
    judging(judge, seconds)
    pdf, _ = confirm([print_with_claims(study, program.press)], program.press)
    assert not claims(pdf)
    assert pdf.conformance is not None
    assert pdf.conformance.validated is Validated.NOT
    assert pdf.conformance.verdict.reason


def test_a_long_pack_without_a_verdict_is_known_by_its_documents(
    program: Program, few: Plan, judging: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    judging(judges.crash_at_the_mark)
    whole = replace(few, appendices=tuple(replace(appendix, short=None) for appendix in few.appendices))
    parts = [pack_part(whole, (Format.PDF,), pages=41), *appendix_parts(whole, (Format.PDF,))]
    printed = [print_with_claims(part, program.press) for part in parts]
    for most, validated in ((10, Validated.BY_DOCUMENT), (MOST_PAGES, Validated.NOT)):
        monkeypatch.setattr("evidencepack.pack.claims.MOST_PAGES", most)
        pack, *alone = confirm(printed, program.press)
        assert not claims(pack)
        assert pack.conformance is not None
        assert (pack.conformance.validated, pack.conformance.claims) == (validated, ())
        assert pack.conformance.verdict.reason.endswith("broke off")
        assert all(claims(file) for file in alone)


def test_a_document_that_did_not_pass_leaves_its_long_pack_unvalidated(
    program: Program, few: Plan, judging: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    judging(judges.crash_at_the_mark)
    monkeypatch.setattr("evidencepack.pack.claims.MOST_PAGES", 10)
    parts = [pack_part(few, (Format.PDF,), pages=41), *appendix_parts(few, (Format.PDF,))]
    pack, *_ = confirm([print_with_claims(part, program.press) for part in parts[:-1]], program.press)
    assert pack.conformance is not None
    assert pack.conformance.validated is Validated.NOT


def test_a_file_of_more_than_300_pages_is_validated_whole(
    program: Program, plan: Plan, measured: Callable[[str, str, float], None]
) -> None:
    blocks = (Heading(1, words("Title")), Clause(1, words("Head")), Clause(2, words("Words.")))
    documents = tuple(document(*blocks, anchor=f"d{at}") for at in range(MOST_PAGES + 1))
    part = Part("pack", documents, (), plan.properties, (Format.PDF,), stamp=True, asked=unasked)
    (file,) = confirm([print_with_claims(part, program.press)], program.press)
    assert file.pages > MOST_PAGES
    assert claims(file)
    assert file.conformance is not None
    assert file.conformance.validated is Validated.WHOLE
    measured("Pages of the longest file that export validates whole in tests", "pages", file.pages)


def test_nothing_to_validate_is_nothing_to_do(program: Program, study: Part) -> None:
    assert confirm([], program.press) == []
    word = Part(
        study.name, study.documents, study.appendices, study.properties, (Format.DOCX,), stamp=False, asked=unasked
    )
    (file,) = confirm([print_with_claims(word, program.press)], program.press)
    assert file.conformance is None
