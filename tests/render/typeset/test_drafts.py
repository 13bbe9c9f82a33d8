# SPDX-License-Identifier: MPL-2.0
"""What a draft looks like: a mark at the head of each page, and a ground under what is missing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.render.typeset.setting import LEFT, RIGHT, document, furniture_of, run_of, set_blocks, set_documents, words

from evidencepack.blocks.blocks import Block, Cell, Column, Fill, PageBreak, Paragraph, Table, TableRow
from evidencepack.blocks.document import Document
from evidencepack.blocks.inlines import Text, Value
from evidencepack.render.typeset.page import Box, Kind, Page

DRAFT = "Draft: 14 missing, 1 example"
GAP = "[to complete: Area]"
MISSING = Value(GAP, ("mou/area",), missing=True)
TWO_PAGES: tuple[Block, ...] = (Paragraph(words("one")), PageBreak(), Paragraph(words("two")))


def _draft(*blocks: Block, title: str = "Memorandum", letter: bool = False) -> Document:
    made = document(*blocks)
    section = replace(made.sections[0], letter=letter)
    return replace(made, running=replace(made.running, draft=DRAFT, right=title), sections=(section,))


def _marks(page: Page) -> list[str]:
    return [one.text for one in page.artifacts if one.text == DRAFT and one.kind is Kind.HEADER]


def _around(page: Page, x: float, y: float, fill: str) -> list[Box]:
    boxes = (box for box in page.boxes if box.fill == fill)
    return [box for box in boxes if box.x <= x <= box.x + box.width and box.y <= y <= box.y + box.height]


def test_each_page_of_a_draft_has_the_mark_in_white_on_ink() -> None:
    pages = set_documents(_draft(*TWO_PAGES)).pages
    assert [_marks(page) for page in pages] == [[DRAFT]] * 2
    mark = furniture_of(pages[1], DRAFT)
    assert mark.colour == "white"
    assert _around(pages[1], mark.x + mark.width, mark.y, "ink")


def test_a_finished_document_has_no_mark() -> None:
    page = set_documents(document(*TWO_PAGES)).pages[0]
    assert [box for box in page.boxes if box.fill == "ink"] == []


def test_a_letter_has_the_mark_from_its_second_page_for_the_first_says_it_in_words() -> None:
    pages = set_documents(_draft(*TWO_PAGES, letter=True)).pages
    assert [_marks(page) for page in pages] == [[], [DRAFT]]


def test_a_long_title_gives_way_to_the_mark() -> None:
    page = set_documents(_draft(Paragraph(words("one")), title="Information flow and access " * 9)).pages[0]
    mark, title = furniture_of(page, "Draft"), furniture_of(page, "Information")
    assert mark.text == "Draft"
    assert mark.x + mark.width < title.x
    assert title.text.endswith("…")
    assert title.x + title.width <= RIGHT + 0.01


def test_the_counts_of_the_mark_give_way_to_a_title_that_has_just_room() -> None:
    title = "Case study: From the ward to the allotment, and what became of it in four wards of one borough"
    page = set_documents(_draft(Paragraph(words("one")), title=title)).pages[0]
    assert furniture_of(page, "Case study").text == title
    assert furniture_of(page, "Draft").text == "Draft"


@pytest.mark.parametrize("inline", [MISSING, Text(GAP, marked=True)])
def test_what_is_missing_stands_on_a_ground_line_by_line(inline: Text | Value) -> None:
    page = set_blocks(Paragraph((*words("We cover as many places as we can, all of them in " * 2), inline))).pages[0]
    grounds = [box for box in page.boxes if box.fill == "tint2"]
    marked = [run for run in page.runs if run.missing]
    assert "".join(run.text for run in marked).strip() == GAP
    assert [(box.x <= run.x, box.y < run.y < box.y + box.height) for box, run in zip(grounds, marked, strict=True)] == [
        (True, True)
    ] * len(marked)
    assert min(box.x for box in grounds) >= LEFT - 1


def test_answers_stand_on_none() -> None:
    page = set_blocks(Paragraph((Value("Northwick", ("mou/area",)),))).pages[0]
    assert [box for box in page.boxes if box.fill == "tint2"] == []


def test_white_words_keep_the_ink_of_their_cell() -> None:
    row = TableRow((Cell(((MISSING,),), fill=Fill.INK),))
    page = set_blocks(Table((Column(),), (), (row,))).pages[0]
    run = run_of(page, "to complete")
    assert _around(page, run.x, run.y, "ink")
    assert not _around(page, run.x, run.y, "tint2")
