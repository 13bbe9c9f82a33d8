# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from lxml import etree
from tests.render.everything import documents, properties
from tests.render.word.files import (
    ROOT,
    TEMPLATE,
    W,
    audited,
    body_of,
    everything,
    has,
    pack,
    part_of,
    same,
    words_of,
)
from tests.render.word.lint import lint
from tests.render.word.reading import read_text

from evidencepack.blocks.blocks import Block, Figure
from evidencepack.blocks.inlines import CrossReference, LineBreak
from evidencepack.render.number import inlines_of, number
from evidencepack.render.word.package import unpack_parts
from evidencepack.render.word.parts import MissingPictureError
from evidencepack.render.word.writer import write_word


def _blocks() -> list[Block]:
    return [block for one in documents() for section in one.sections for block in (*section.blocks, *section.foot)]


def test_the_pack_of_every_block_holds_every_block() -> None:
    assert {type(block) for block in _blocks()} == set(get_args(Block))


def test_the_words_of_every_block_stand_in_the_file() -> None:
    text = same(" ".join(read_text(pack())))
    for block in _blocks():
        for inlines in inlines_of(block):
            for inline in inlines:
                if not isinstance(inline, CrossReference | LineBreak):
                    # "Appendix B" before the title of a document is a number of Word's own.
                    assert same(re.sub(r"^Appendix \w+(?= ·)", "", inline.text)) in text


def test_the_validator_finds_no_error(tmp_path: Path) -> None:
    assert audited(pack(), tmp_path) == []


def test_the_lint_finds_nothing() -> None:
    assert lint(pack()) == []


def test_the_same_documents_give_the_same_bytes() -> None:
    numbered, pages = everything()
    assert write_word(numbered, pages, properties(), TEMPLATE, stamp=True) == pack()


def test_no_two_sessions_of_word_left_their_marks() -> None:
    text = b"".join(unpack_parts(pack()).values())
    for leftover in (b"rsid", b"python-docx", b"Microsoft Word", b"Normal.dotm", b"asciiTheme", b"en-US", b"Calibri"):
        assert leftover not in text


def test_each_document_has_its_own_header_and_footer() -> None:
    parts = unpack_parts(pack())
    headers = [parts[name].decode() for name in sorted(parts) if name.startswith("word/header")]
    footers = [parts[name].decode() for name in sorted(parts) if name.startswith("word/footer")]
    assert any("Memorandum of understanding" in header for header in headers)
    assert any("Internal: do not send." in header for header in headers)
    assert [re.findall(r"TBN-\w+(?:-\d\d)?", footer) for footer in footers] == [
        ["TBN-PACK"],
        ["TBN-PACK"],
        ["TBN-MOU-01"],
        ["TBN-RACI-01"],
        ["TBN-RACI-01"],
        ["TBN-LOS"],
    ]


def test_a_cover_has_a_footer_and_no_header() -> None:
    first = next(body_of(pack()).iter(f"{W}sectPr"))
    references = {reference.tag: reference for reference in first if "Reference" in str(reference.tag)}
    assert set(references) == {f"{W}headerReference", f"{W}footerReference"}
    header = etree.fromstring(unpack_parts(pack())["word/header1.xml"])
    assert not has(header, "t")


def test_a_pack_is_stamped_and_says_that_its_pages_count_through_the_pack() -> None:
    alone = write_word(number(documents()[2:]), None, properties(), TEMPLATE, stamp=False)
    stamped, counted = (part_of(data, "word/footer1.xml") for data in (pack(), alone))
    assert "EPStamp" in etree.tostring(stamped, encoding="unicode")
    assert "EPStamp" not in etree.tostring(counted, encoding="unicode")
    assert words_of(stamped).endswith(f"Page 1 of {len(everything()[1].pages)} in the pack\u00a01\u00a0")
    assert words_of(counted).endswith("Page – of –")


def test_every_footer_counts_with_fields_that_all_programs_know() -> None:
    footers = [part_of(pack(), name) for name in sorted(unpack_parts(pack())) if name.startswith("word/footer")]
    assert len(footers) > 2
    for footer in footers:
        codes = [(code.text or "").strip() for code in footer.iter(f"{W}instrText")]
        assert codes == ["PAGE", "NUMPAGES", "PAGE"]


def test_a_footer_says_where_its_section_begins_before_anything_is_updated() -> None:
    _, pages = everything()
    footers = [part_of(pack(), name) for name in sorted(unpack_parts(pack())) if name.startswith("word/footer")]
    begins = {
        next(number for number, page in enumerate(pages.pages, 1) if page.runs[0].element.block.startswith(f"{name}."))
        for name in ("pack/0", "pack/1", "mou/0", "raci/0", "raci/1", "los/0")
    }
    count = len(pages.pages)
    found = {words_of(footer).rpartition("Page ")[2].partition("\u00a0")[0] for footer in footers}
    assert found == {f"{page} of {count} in the pack" for page in begins}


def test_landscape_sections_are_landscape_pages() -> None:
    sizes = [
        (size.get(f"{W}w"), size.get(f"{W}h"), size.get(f"{W}orient")) for size in body_of(pack()).iter(f"{W}pgSz")
    ]
    portrait, landscape = ("11906", "16838", None), ("16838", "11906", "landscape")
    assert sizes == [portrait, portrait, portrait, landscape, portrait, portrait]


def test_a_pack_without_pages_prints_a_dash_for_them() -> None:
    data = write_word(number(documents()), None, properties(), TEMPLATE, stamp=True)
    assert lint(data) == []
    assert "–" in read_text(data)


def test_a_missing_picture_is_refused_before_a_file_is_made() -> None:
    numbered, pages = everything()
    figure = next(block for block in _blocks() if isinstance(block, Figure))
    with pytest.raises(MissingPictureError, match=figure.sha256[:12]):
        write_word(numbered, pages, replace(properties(), images={}), TEMPLATE, stamp=True)


def test_slow_ways_of_building_tables_are_not_used() -> None:
    slow = (".cell(", ".row_cells(", ".column_cells(", "add_paragraph(", "add_table(", "add_run(", "add_row(")
    files = list((ROOT / "src/evidencepack/render/word").rglob("*.py"))
    assert len(files) > 20
    for file in files:
        source = file.read_text(encoding="utf-8")
        assert [way for way in slow if way in source] == [], file
