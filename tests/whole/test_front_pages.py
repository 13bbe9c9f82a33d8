# SPDX-License-Identifier: MPL-2.0
"""What an evaluator sees first, and last: contents on one line each, signatures on one page, sides within the limit."""

from __future__ import annotations

from lxml import etree
from tests.whole.conftest import Sample
from tests.whole.reading import folded, pdf_bodies

from evidencepack.blocks.blocks import Toc
from evidencepack.compose.formats import short_date
from evidencepack.pack.front import front_matter
from evidencepack.render.number import plain
from evidencepack.render.word.markup import WORD
from evidencepack.render.word.package import unpack_parts

W = f"{{{WORD}}}"
_CONTENTS = 1
_LIMIT = 40


def test_every_entry_of_the_contents_stands_on_one_line(sample: Sample) -> None:
    lines = [folded(line) for line in pdf_bodies(sample.files["pack.pdf"])[_CONTENTS].splitlines()]
    for appendix in sample.plan.appendices:
        dated = short_date(appendix.record.answers["version_date"])  # type: ignore[arg-type]
        start = f"{appendix.lettered.letter} {appendix.lettered.title} v{appendix.version}, {dated}"
        assert any(line.startswith(start) for line in lines), start


def test_the_contents_of_word_have_the_widths_of_the_pdf(sample: Sample) -> None:
    blocks = front_matter(sample.plan, pages=1)[_CONTENTS].sections[0].blocks
    toc = next(block for block in blocks if isinstance(block, Toc))
    body = etree.fromstring(unpack_parts(sample.files["pack.docx"])["word/document.xml"])
    grids = [[int(column.get(f"{W}w", 0)) for column in table.iter(f"{W}gridCol")] for table in body.iter(f"{W}tbl")]
    wanted = [round(width * 1440 / 25.4) for width in toc.widths]
    assert any(
        len(grid) == len(wanted) and all(abs(a - b) < 10 for a, b in zip(grid, wanted, strict=True) if b)
        for grid in grids
    )


def test_the_five_signatories_of_the_memorandum_sign_one_page(sample: Sample) -> None:
    pages = [page for page in pdf_bodies(sample.files["documents/E-TBN-MOU-01.pdf"]) if "Full name in capitals" in page]
    assert [page.count("Full name in capitals") for page in pages] == [5]


def test_the_appendices_keep_to_the_sides_that_the_buyer_allows(sample: Sample) -> None:
    pages = pdf_bodies(sample.files["pack.pdf"])
    sides = len(pages) - len(front_matter(sample.plan, pages=1))
    assert sides <= _LIMIT
    assert f"Appendices take {sides} of the {_LIMIT} sides allowed;" in folded(pages[_CONTENTS])


def test_the_cover_names_the_buyer_so_that_any_name_reads_right(sample: Sample) -> None:
    words = [
        plain(block.inlines)
        for block in front_matter(sample.plan, pages=1)[0].sections[0].blocks
        if hasattr(block, "inlines")
    ]
    assert "Buyer: London Borough of Thamesbourne" in words
