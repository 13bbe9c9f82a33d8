# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from dataclasses import replace

import pytest
from tests.pack.conftest import AS_OF, Answering, appendix

from evidencepack.bootstrap import Program
from evidencepack.pack.build import appendix_parts, document_part, pack_part
from evidencepack.pack.plan import Plan, plan_pack
from evidencepack.pack.press import Format
from evidencepack.paths.names import is_legal_name


def test_the_pack_holds_front_matter_and_lettered_appendices(plan: Plan) -> None:
    part = pack_part(plan, (Format.PDF,), pages=50)
    assert (part.name, part.stamp) == ("pack", True)
    assert [document.letter for document in part.documents] == ["", "", "", *"ABCDEFGHIJKLMNOPQRSTUVWX"]


def test_each_appendix_is_also_a_file_by_itself(plan: Plan) -> None:
    parts = list(appendix_parts(plan, tuple(Format)))
    assert parts[0].name == "documents/A-TBN-NAR-01"
    assert len(parts) == len(plan.appendices)
    assert all(part.documents[0].letter == "" and not part.stamp for part in parts)


@pytest.mark.parametrize("reference", ["CON", "a/b:c*", "../../x", "\u202egpj.exe", "." * 300, "মৈত্রী 01"])
def test_file_names_are_legal_everywhere_whatever_a_document_is_called(plan: Plan, reference: str) -> None:
    first = plan.appendices[0]
    odd = replace(plan, appendices=(replace(first, record=replace(first.record, reference=reference)),))
    (alone,) = appendix_parts(odd, (Format.PDF,))
    folder, _, name = alone.name.partition("/")
    assert folder == "documents"
    assert is_legal_name(f"{name}.pdf")
    assert is_legal_name(document_part(odd, odd.appendices[0], (Format.PDF,)).name)


def test_one_document_is_named_by_reference_and_version(program: Program, plan: Plan, answering: Answering) -> None:
    assert document_part(plan, appendix(plan, "TBN-MOU-01"), (Format.PDF,)).name == "TBN-MOU-01-v1.0"
    without = plan_pack(answering("TBN-MOU-01", version=None), program.library, as_of=AS_OF)
    assert document_part(without, appendix(without, "TBN-MOU-01"), (Format.PDF,)).name == "TBN-MOU-01"


def test_a_printed_part_says_what_is_in_its_files(program: Program, plan: Plan) -> None:
    case = appendix(plan, "TBN-CS-01")
    pdf, word = document_part(plan, case, tuple(Format)).print_on(program.press)
    assert (pdf.name, word.name) == ("TBN-CS-01-v1.0.pdf", "TBN-CS-01-v1.0.docx")
    assert pdf.documents == word.documents
    (document,) = pdf.documents
    assert (document.letter, document.first_page, document.last_page) == ("P", 1, pdf.pages)
    assert document.content_hash == case.content_hash
