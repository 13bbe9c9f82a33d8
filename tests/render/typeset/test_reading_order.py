# SPDX-License-Identifier: MPL-2.0
"""The structure trees of a few documents, as the painter will build them: what a screen reader reads, in order."""

from __future__ import annotations

from tests.render.typeset.setting import document, elements, lines, set_blocks, set_documents, table, tree, words

from evidencepack.blocks.blocks import (
    Bullets,
    Callout,
    Cell,
    Clause,
    Column,
    Heading,
    Numbering,
    Paragraph,
    Signatory,
    Signature,
    Style,
    Table,
    TableRow,
    Toc,
    TocEntry,
)
from evidencepack.blocks.inlines import CrossReference, Link, Show, Text, Value

_CLAUSES = """\
Part
  Sect
    H1
      Span
        “Memorandum ”
      “Working together”
    P
      “Agreed by ”
      Span
        “Siân”
      “. See ”
      Link
        “clause 1”
      “, ”
      Link
        “page 1”
      “.”
    Sect
      H2
        “1 Legal status ”
        Span
          “binding”
      L
        LI
          Lbl
            “1.1 ”
          LBody
            “Nothing here:”
            L
              LI
                Lbl
                  “(a) ”
                LBody
                  “makes one party:”
                  L
                    LI
                      Lbl
                        “(i) ”
                      LBody
                        “the agent of another; or”
              LI
                Lbl
                  “(b) ”
                LBody
                  “ends.”
        LI
          Lbl
            “1.2 ”
          LBody
            “More.”
    Sect
      H2
        “Schedule 1: Gives”
        Span
          “ ”
        “clause 1”
      L
        LI
          Lbl
            “• ”
          LBody
            “first ”
            Link
              “link”
        LI
          Lbl
            “• ”
          LBody
            “second”"""


def _same(found: list[str], expected: str) -> None:
    assert "\n".join(found) == expected


def test_clauses_nest_and_links_stand_where_their_words_are() -> None:
    reference = CrossReference("doc/status")
    pages = set_blocks(
        Paragraph(words("Memorandum"), Style.OPENER),
        Heading(1, words("Working together")),
        Paragraph(
            (
                Text("Agreed by "),
                Value("Siân", ("r/f",), language="cy"),
                Text(". See "),
                reference,
                Text(", "),
                Link("page 1", "https://example.org"),
                Text("."),
            )
        ),
        Clause(1, words("Legal status"), "doc/status", ("binding",)),
        Clause(2, words("Nothing here:")),
        Clause(3, words("makes one party:")),
        Clause(4, words("the agent of another; or")),
        Clause(3, words("ends.")),
        Clause(2, words("More.")),
        Heading(2, words("Gives"), "doc/gives", Numbering.SCHEDULE, aside=words("clause 1")),
        Bullets(((Text("first "), Link("link", "https://example.org")), words("second"))),
    )
    _same(tree(pages), _CLAUSES)


_TABLE = """\
Part
  Table
    Caption
      “Table 1\u2002Hours”
    THead
      TR
        TH
          “Party”
        TH
          “Hours”
    TBody
      TR
        TH
          “Maitree”
        TD
          P
            “12 sessions”
          P
            “in Marsh”
  P
    “A year.”"""


def test_a_table_has_caption_head_and_row_heads() -> None:
    rows = (TableRow((Cell((words("Maitree"),)), Cell((words("12 sessions"), words("in Marsh"))))),)
    head = (TableRow((Cell((words("Party"),)), Cell((words("Hours"),)))),)
    pages = set_blocks(
        Table((Column(), Column()), head, rows, title=words("Hours"), note=words("A year."), summary="Hours a year")
    )
    _same(tree(pages), _TABLE)
    cells = {run.text: run.element for run in pages.pages[0].runs}
    assert [cells[text].own.scope for text in ("Party", "Maitree")] == ["Column", "Row"]


def test_cells_under_two_rows_of_heads_name_them() -> None:
    head = (
        TableRow((Cell(((),)), Cell((words("Ferrybank"),), span=2))),
        TableRow(tuple(Cell((words(text),)) for text in ("Ref", "Siân", "Róisín"))),
    )
    rows = (TableRow(tuple(Cell((words(text),)) for text in ("R-01", "A", "R"))),)
    page = set_blocks(Table((Column(),) * 3, head, rows)).pages[0]
    elements = {run.text: run.element for run in page.runs}
    top, name, cell = elements["Ferrybank"], elements["Róisín"], elements["R"]
    row = elements["R-01"]
    assert top.own.column_span == 2
    assert name.own.headers == (top.own.id,)
    assert cell.own.headers == (top.own.id, name.own.id, row.own.id)
    assert len({top.own.id, name.own.id, row.own.id}) == 3


def test_tables_of_one_head_row_need_no_ids() -> None:
    page = set_blocks(table(("a", "b"), head=("A", "B"))).pages[0]
    assert all(not run.element.own.id and not run.element.own.headers for run in page.runs)


_CONTENTS = """\
Part
  TOC
    TOCI
      Lbl
        “A ”
      Reference
        Link
          “Memorandum ”
      P
        Span
          “v1.0 ”
      Reference
        Link
          “1–2”"""


def test_contents_are_entries_with_linked_titles_and_page_ranges() -> None:
    toc = Toc(
        ("App.", "Title", "Version", "Pages"),
        (11, 0, 29, 14),
        (TocEntry("doc", "A", words("Memorandum"), (words("v1.0"),)),),
    )
    pages = set_documents(document(toc, *(Paragraph(words("word " * 400)),) * 2))
    _same(tree(pages)[:14], _CONTENTS)
    link = elements(pages)["1–2"]
    assert (link.own.href, link.own.target) == ("#doc", "Title of doc")
    assert elements(pages)["v1.0 "].own.expansion == "Version: v1.0"


_BOXES = """\
Part
  Div
    P
      “Case study May 2026”
    P
      “Problem Alone.”
  Div
    P
      “Signatory for Maitree expected: Rabeya Sultana, Chair”
    P
      “Signature (inside this box, black or blue ink) ”
    P
      “Date signed (day / month / year) ”
    P
      “Full name in capitals ”
    P
      “Role ”"""


def test_boxes_read_title_first() -> None:
    pages = set_blocks(
        Callout(words("Case study"), words("May 2026"), ((words("Problem"), words("Alone.")),)),
        Signature((Signatory(words("Maitree"), words("Rabeya Sultana"), words("Chair")),)),
    )
    _same(tree(pages), _BOXES)


def test_header_footer_and_stamp_have_no_element() -> None:
    page = set_blocks(Paragraph(words("Body"))).pages[0]
    assert {run.text for run in page.artifacts} >= {"TBN-MOU-01", "Page 1 of 1", "1"}
    assert lines(page) == ["Body"]


def test_a_paragraph_over_two_pages_is_one_element() -> None:
    pages = set_blocks(Paragraph(words("word " * 1200)))
    assert len(pages.pages) == 2
    assert len({run.element for page in pages.pages for run in page.runs}) == 1


def test_a_page_number_reference_is_a_link_to_its_place() -> None:
    pages = set_blocks(Heading(2, words("Here"), "doc/here"), Paragraph((CrossReference("doc/here", Show.PAGE),)))
    link = elements(pages)["1"]
    assert (link.own.href, link.own.target) == ("#doc/here", "Here")
