# SPDX-License-Identifier: MPL-2.0
"""What is used to say that files conform says so of those that do, and of no other."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from tests.conformance.conforming import PROFILE, Conforms, claimed
from tests.conformance.vera import Vera
from tests.render.everything import properties
from tests.render.typeset.setting import FONTS, set_blocks, words

from evidencepack.blocks.blocks import Heading, Paragraph
from evidencepack.render.pdf.painter import paint
from evidencepack.render.theme import STANDARD
from evidencepack.render.typeset.page import Pages


@pytest.fixture(scope="module")
def pages() -> Pages:
    return set_blocks(Heading(1, words("Heading")), Paragraph(words("Words.")))


def test_pages_with_the_claim_conform(conforms: Conforms, pages: Pages) -> None:
    conforms(claimed(pages, STANDARD, FONTS, properties()), "one page")


def test_pages_without_it_do_not(conforms: Conforms, pages: Pages) -> None:
    with pytest.raises(AssertionError, match=r"ISO 14289-1.* 5-1") as raised:
        conforms(paint(pages, STANDARD, FONTS, properties(), profile=PROFILE), "one page")
    said = str(raised.value)
    assert said.startswith("one page: veraPDF ua1")
    assert "page-validation 2a" in said
    assert "qpdf" not in said


def test_pages_without_an_output_intent_do_not(conforms: Conforms, pages: Pages) -> None:
    data = paint(pages, STANDARD, FONTS, replace(properties(), claims=True))
    with pytest.raises(AssertionError, match=r"ISO 19005-2.* 6\.2\.4\.3"):
        conforms(data, "no intent")


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"PK\x03\x04"])
def test_what_is_no_pdf_at_all_fails_and_the_next_file_is_looked_at(
    vera: Vera, conforms: Conforms, pages: Pages, tmp_path: Path, data: bytes
) -> None:
    (tmp_path / "no.pdf").write_bytes(data)
    assert [one.compliant for one in vera.verdicts(tmp_path / "no.pdf")] == [False, False]
    conforms(claimed(pages, STANDARD, FONTS, properties()), "one page")


def test_broken_syntax_is_seen_by_every_program(conforms: Conforms, pages: Pages) -> None:
    data = claimed(pages, STANDARD, FONTS, properties())
    with pytest.raises(AssertionError, match="veraPDF ua1") as raised:
        conforms(data.replace(b"startxref", b"startxrep"), "no way in")
    assert all(name in str(raised.value) for name in ("veraPDF 2a", "page-validation", "qpdf", "pdfinfo"))


def test_a_page_that_is_not_painted_as_it_should_be_is_seen(conforms: Conforms, pages: Pages) -> None:
    spoilt = io.BytesIO()
    with pikepdf.open(io.BytesIO(claimed(pages, STANDARD, FONTS, properties()))) as file:
        content = file.pages[0].Contents[0]
        content.write(content.read_bytes().replace(b"EMC", b"EMX"))
        file.save(spoilt)
    with pytest.raises(AssertionError, match=r"pdftotext .* Unknown operator 'EMX'"):
        conforms(spoilt.getvalue(), "an operator that there is not")
