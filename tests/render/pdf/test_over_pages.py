# SPDX-License-Identifier: MPL-2.0
"""What goes on over a page or a line is one element; what is shown again, or only seen, is none."""

from __future__ import annotations

import io

import pikepdf
import pytest
from tests.render.everything import properties
from tests.render.pdf.content import read_content
from tests.render.pdf.tree import Node, many, outline, read_tree
from tests.render.typeset.setting import FONTS, set_blocks, table, words

from evidencepack.blocks.blocks import Block, Bullets, Clause, Heading, Paragraph, Signatory, Signature
from evidencepack.blocks.inlines import Link, Text
from evidencepack.render.pdf.painter import paint
from evidencepack.render.theme import STANDARD

_LONG = " ".join(f"word{number}" for number in range(1500))


def _made(*blocks: Block) -> bytes:
    pages = set_blocks(*blocks)
    assert len(pages.pages) > 1
    return paint(pages, STANDARD, FONTS, properties())


def _only(data: bytes, role: str) -> Node:
    (node,) = (node for node in read_tree(data).nodes() if node.role == role)
    return node


@pytest.mark.parametrize(
    ("block", "role"),
    [
        (Paragraph(words(_LONG)), "P"),
        (Bullets((words(_LONG),)), "LBody"),
        (Clause(2, words(_LONG)), "LBody"),
        (table((_LONG,), row_headers=False), "TD"),
        (Paragraph((Link(_LONG, "https://example.org"),)), "Link"),
    ],
    ids=["paragraph", "item", "clause", "cell", "link"],
)
def test_words_that_go_on_over_a_page_are_one_element(block: Block, role: str) -> None:
    assert _only(_made(block), role).text == _LONG


def test_a_table_over_three_pages_is_one_table_and_its_heads_are_said_once() -> None:
    data = _made(table(*((f"row {number}", "1") for number in range(90)), head=("Partner", "Hours")))
    rows = [node for node in _only(data, "TBody").kids if isinstance(node, Node)]
    assert [node.text.split()[1] for node in rows] == [str(number) for number in range(90)]
    assert _only(data, "THead").text.split() == ["Partner", "Hours"]
    with pikepdf.open(io.BytesIO(data)) as file:
        shown = [read_content(page).artifacts for page in file.pages]
    assert [("Pagination", "PartnerHours") in artifacts for artifacts in shown] == [False, True, True]


def test_a_link_over_lines_and_pages_has_one_element_and_an_area_for_each_line() -> None:
    data = _made(Paragraph((Text("See "), Link(_LONG, "https://example.org/a"), Text("."))))
    with pikepdf.open(io.BytesIO(data)) as file:
        areas = [area for page in file.pages for area in many(page.get("/Annots"))]
        lines = {round(float(area.Rect[1]), 1) for area in areas}
    assert len(areas) > 100
    assert len(lines) > 40
    assert _only(data, "Link").attributes == {
        "Contents": "Web page https://example.org/a",
        "To": "https://example.org/a",
    }


def test_headers_footers_and_signs_say_what_they_are() -> None:
    signature = Signature((Signatory(words("Maitree"), words("Rabeya Sultana"), words("Chair")),))
    with pikepdf.open(io.BytesIO(_made(Paragraph(words(_LONG)), signature))) as file:
        found = dict(read_content(file.pages[-1]).artifacts)
    assert found["Pagination Header"].startswith("Ferrybank Home Support Ltd")
    assert found["Pagination Footer"].startswith("TBN-MOU-01version 1.0")
    assert found["Background"] == ""
    assert found["Layout"] == "//"


_AMONG_CLAUSES = """\
Document
  Part [Lang: en-GB] [T: Title of doc]
    Sect
      H1 “1 Scope”
      L [ListNumbering: Decimal]
        LI
          Lbl “1.1”
          LBody
            “We give:”
            Table
              TBody
                TR
                  TH [Scope: Row] “Hours”
                  TD “12”
        LI
          Lbl “1.2”
          LBody “More.”
      P “This belongs to no clause.”
    Sect
      H1 “2 Money”"""


def test_a_table_between_two_clauses_belongs_to_the_first_and_what_follows_the_last_to_none() -> None:
    pages = set_blocks(
        Clause(1, words("Scope")),
        Clause(2, words("We give:")),
        table(("Hours", "12")),
        Clause(2, words("More.")),
        Paragraph(words("This belongs to no clause.")),
        Clause(1, words("Money")),
    )
    assert "\n".join(outline(read_tree(paint(pages, STANDARD, FONTS, properties())))) == _AMONG_CLAUSES


def test_six_levels_of_headings_nest() -> None:
    pages = set_blocks(*(Heading(level, words(f"Level {level}")) for level in range(1, 7)))
    found = list(outline(read_tree(paint(pages, STANDARD, FONTS, properties()))))
    assert [line.strip() for line in found[2:]] == [
        said for level in range(1, 7) for said in ("Sect", f"H{level} “Level {level}”")
    ]
    assert [len(line) - len(line.lstrip()) for line in found[2::2]] == [4, 6, 8, 10, 12, 14]
