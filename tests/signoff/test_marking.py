# SPDX-License-Identifier: MPL-2.0
"""Marks on pages of a small document: where they stand, what they say, and what changes them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evidencepack.blocks.blocks import Heading, PageBreak, Paragraph, Signatory, Signature
from evidencepack.blocks.document import Document, Running, Section
from evidencepack.blocks.inlines import Text
from evidencepack.bootstrap import Program
from evidencepack.domain.short_code import printed, short_code
from evidencepack.pack.press import Press
from evidencepack.render.theme import MM
from evidencepack.render.typeset.page import Furniture, Page, Run
from evidencepack.signoff.marking import MarkedPages, for_marks, place_of_square, place_of_strip, with_marks

CODE = short_code(b"a copy")
RUNNING = Running("To be signed for Maitree", "Heads of terms", "TBN-HOT-01", "version 2.0", printed(CODE))
_EDGE = 10 * MM


def _document(anchor: str, *words: str, landscape: bool = False) -> Document:
    blocks = [one for each in words for one in (PageBreak(), Paragraph((Text(each),)))][1:]
    signatory = Signatory((Text("Maitree"),), (Text("Rabeya Sultana"),), ())
    section = Section((Heading(1, (Text("Title"),)), *blocks, Signature((signatory,))), landscape)
    return Document(anchor, "Title", RUNNING, (section,))


def _marked(press: Press, *documents: Document, duplex: bool = False) -> MarkedPages:
    roomy = replace(press, theme=for_marks(press.theme), duplex=duplex)
    return with_marks(roomy.lay_out(documents, stamp=False)[1], CODE, 2, press.fonts)


@pytest.fixture(scope="module")
def marked(program: Program) -> MarkedPages:
    lying = _document("b", "Third", landscape=True)
    return _marked(program.press, _document("a", "First", "Second"), lying)


def test_pages_are_counted_through_the_copy_as_their_feet_count_them(marked: MarkedPages) -> None:
    assert [(one.code, one.version, one.page, one.of) for one in marked.marks] == [(CODE, 2, at, 3) for at in (1, 2, 3)]
    feet = [" ".join(one.text for one in page.artifacts) for page in marked.pages.pages]
    assert [f"Page {at} of 3" in words for at, words in enumerate(feet, start=1)] == [True] * 3
    assert all(f"version 2.0, page {at} of 3" in words for at, words in enumerate(feet, start=1))
    assert all(words.count(printed(CODE)) == 2 for words in feet)


def test_a_word_changes_the_stub_of_its_page_and_of_no_other(program: Program) -> None:
    one, other = (_marked(program.press, _document("a", "First", word)).marks for word in ("Second", "Third"))
    assert one[0] == other[0]
    assert one[1].stub != other[1].stub


def test_the_same_pages_have_the_same_marks(program: Program) -> None:
    one, other = (_marked(program.press, _document("a", "First", "Second")) for _ in range(2))
    assert (one.marks, one.areas, one.sent) == (other.marks, other.areas, other.sent)


def test_blank_pages_for_printing_on_both_sides_have_no_mark_and_do_not_count(program: Program) -> None:
    found = _marked(program.press, _document("a", "First"), _document("b", "Second"), duplex=True)
    assert len(found.pages.pages) == 3
    assert [mark.of for mark in found.marks] == [2, 2]
    assert [bool(page.drawings) for page in found.pages.pages] == [True, False, True]


def test_marks_stand_clear_of_the_edges_of_each_other_and_of_everything_printed(marked: MarkedPages) -> None:
    for page in marked.pages.pages:
        square, strip = place_of_square(page.width), place_of_strip(page.height)
        for place in (square, strip):
            assert min(place.x, place.y) >= _EDGE
            assert place.x + place.width <= page.width - _EDGE
            assert place.y + place.height <= page.height - _EDGE
        white = 4 * square.width / 25
        quiet = (square.x - white, square.y - white, square.width + 2 * white, square.height + 2 * white)
        ends = (strip.x - 10 * strip.width / 167, strip.y, strip.width * (1 + 20 / 167), strip.height)
        for frame in _printed(page):
            assert not _meet(frame, quiet)
            assert not _meet(frame, ends)


def _printed(page: Page) -> list[tuple[float, float, float, float]]:
    every: list[Run | Furniture] = [*page.runs, *page.artifacts]
    runs = [(one.x, one.y - 0.75 * one.size, one.width, one.size) for one in every]
    boxes = [(one.x, one.y, one.width, one.height) for one in page.boxes]
    rules = [(one.x0, one.y0, one.x1 - one.x0, one.y1 - one.y0) for one in page.rules]
    return [*runs, *boxes, *rules]


def _meet(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    across = one[0] < other[0] + other[2] and other[0] < one[0] + one[2]
    return across and one[1] < other[1] + other[3] and other[1] < one[1] + one[3]


def test_where_ink_is_expected_is_known_by_page_and_by_what_it_is(marked: MarkedPages) -> None:
    assert [(one.page, one.what) for one in marked.areas] == [
        (page, what) for page in (2, 3) for what in ("signature", "date", "name", "role")
    ]
    assert all("Maitree" in one.label for one in marked.areas)
    assert [(round(one.width), round(one.height)) for one in marked.sent] == [(595, 842), (595, 842), (842, 595)]
