# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import pytest
from tests.render.typeset.setting import RUNNING, lines, set_blocks, set_documents, table, words

from evidencepack.blocks.blocks import (
    Block,
    Bullets,
    Callout,
    Clause,
    Column,
    Heading,
    PageBreak,
    Paragraph,
    Signatory,
    Signature,
    Style,
    Toc,
    TocEntry,
)
from evidencepack.blocks.document import Document, Section
from evidencepack.render.theme import STANDARD
from evidencepack.render.typeset.page import Kind

SHAPE = STANDARD.portrait
_HALVES = (Column(82.5), Column(82.5))


def _filler(count: int) -> Bullets:
    """Return a list whose items take a line each, with the space after them."""
    return Bullets((words("x"),) * count)


def test_a_heading_goes_to_the_next_page_with_two_lines_of_what_follows() -> None:
    for count in range(30, 38):
        pages = set_blocks(_filler(count), Heading(2, words("Head")), Paragraph(words("word " * 60)))
        tail = lines(pages.pages[0])
        if "Head" in tail:
            assert len(tail) - tail.index("Head") - 1 >= 2
        elif len(pages.pages) > 1:
            assert lines(pages.pages[1])[0] == "Head"


def test_a_paragraph_of_three_lines_is_never_split() -> None:
    for count in range(34, 39):
        pages = set_blocks(_filler(count), Paragraph(words("word " * 45)))
        at = [sum(line.startswith("word") for line in lines(page)) for page in pages.pages]
        assert max(at) == sum(at)


def test_a_clause_that_introduces_a_list_keeps_with_its_first_item() -> None:
    for count in range(30, 40):
        pages = set_blocks(_filler(count), Clause(2, words("Nothing here:")), Clause(3, words("first")), _filler(1))
        tail = lines(pages.pages[0])[-1]
        assert "Nothing here" not in tail


def test_a_line_is_never_alone_on_a_page_between_its_paragraph_and_a_table() -> None:
    tall = table(*[("row", "word " * 180)] * 2, head=("A", "word " * 160), columns=_HALVES)
    for count in range(900, 1000, 10):
        pages = set_blocks(Paragraph(words("text " * count)), tall).pages
        at = [sum(line.startswith("text") for line in lines(page)) for page in pages]
        assert 1 not in at, (count, at)


def test_page_breaks_start_one_page_and_never_leave_an_empty_one() -> None:
    blocks = (PageBreak(), Paragraph(words("one")), PageBreak(), PageBreak(), Paragraph(words("two")), PageBreak())
    assert [lines(page) for page in set_blocks(*blocks).pages] == [["one"], ["two"]]


def test_an_empty_document_is_one_page() -> None:
    assert len(set_blocks().pages) == 1
    assert len(set_documents(Document("doc", "Empty", RUNNING, ())).pages) == 1


def test_space_before_is_dropped_at_the_top_of_a_page() -> None:
    pages = set_blocks(PageBreak(), Paragraph(words("one")), PageBreak(), Heading(2, words("two")))
    first, second = (page.runs[0] for page in pages.pages)
    assert first.y == pytest.approx(SHAPE.top + STANDARD.body.baseline)
    assert second.y == pytest.approx(SHAPE.top + STANDARD.headings[1].baseline)


def test_space_between_blocks_is_after_and_before() -> None:
    page = set_blocks(Paragraph(words("one")), Heading(2, words("two"))).pages[0]
    one, two = page.runs
    between = STANDARD.body.pitch - STANDARD.body.baseline + 7 + 9 + STANDARD.headings[1].baseline
    assert two.y - one.y == pytest.approx(between)


def test_sections_start_pages_of_their_own_shape() -> None:
    sections = (Section((Paragraph(words("one")),)), Section((Paragraph(words("two")),), landscape=True))
    pages = set_documents(Document("doc", "Two", RUNNING, sections)).pages
    assert [page.width > page.height for page in pages] == [False, True]


def test_a_row_taller_than_a_page_is_split_between_its_lines() -> None:
    pages = set_blocks(table(("row", "word " * 2500), head=("A", "B")))
    assert len(pages.pages) > 2
    text = "".join(run.text for page in pages.pages for run in page.runs if run.text.startswith("word"))
    assert text.split() == ["word"] * 2500
    repeated = [[run.text for run in page.artifacts if run.text in {"A", "B"}] for page in pages.pages]
    assert repeated == [[], *[["A", "B"]] * (len(pages.pages) - 1)]


def test_a_short_row_is_never_split() -> None:
    for count in range(28, 40):
        pages = set_blocks(_filler(count), table(*[("row", "word " * 40)] * 4, head=("A", "B"), columns=_HALVES))
        counts = [sum("word" in run.text for run in page.runs) for page in pages.pages]
        assert all(number % 4 == 0 for number in counts), counts


def test_a_table_starts_only_where_head_and_two_rows_fit() -> None:
    for count in range(28, 40):
        pages = set_blocks(_filler(count), table(*[("row", "cell")] * 5, head=("A", "B")))
        rows = sum(run.text == "row" for run in pages.pages[0].runs)
        assert rows != 1
        assert any(run.text == "A" for run in pages.pages[0].runs) == (rows > 0)


def test_the_last_row_is_never_alone_and_keeps_its_note() -> None:
    for count in range(28, 44):
        pages = set_blocks(table(*[("row", "cell")] * count, head=("A", "B"), note=words("The note.")))
        last = lines(pages.pages[-1])
        assert last[-1] == "The note."
        assert sum("row" in line for line in last) >= 2


def test_a_tall_last_row_may_stand_alone() -> None:
    tall = ("row", "word " * 145)
    pages = set_blocks(_filler(1), table(*[tall] * 4, head=("A", "B"), columns=_HALVES)).pages
    counts = [sum(run.text == "row" for run in page.runs) for page in pages]
    assert counts == [3, 1]


@pytest.mark.parametrize("box", ["table", "signature", "callout", "contents"])
def test_an_introduction_never_stays_behind_when_its_table_or_box_goes_on(box: str) -> None:
    person = Signatory(words("Box"), words("Name"), words("Role"))
    boxes: dict[str, Block] = {
        "table": table(*[("Box", "cell")] * 3, head=("A", "B")),
        "signature": Signature((person,) * 2),
        "callout": Callout(words("Box"), (), ((words("a"), words("b")),) * 3),
        "contents": Toc(("App.", "Box", "Pages"), (11, 0, 14), (TocEntry("doc", "A", words("Box")),) * 3),
    }
    for count in range(26, 38):
        blocks = (Heading(2, words("Head")), Paragraph(words("One row for each movement. " * 8)), boxes[box])
        texts = [" ".join(lines(page)) for page in set_blocks(_filler(count), *blocks).pages]
        (at,) = (number for number, text in enumerate(texts) if "Head" in text)
        assert texts[at].count("movement.") == 8
        assert "Box" in texts[at]


def test_the_last_item_of_a_list_is_never_alone_on_its_page() -> None:
    for count in range(28, 40):
        clauses = (Clause(2, words("One of these is true:")), *(Clause(3, words(letter)) for letter in "abcde"))
        for kind in (clauses, (Bullets(tuple(words(letter) for letter in "abcde")),)):
            last = lines(set_blocks(_filler(count), *kind, Paragraph(words("after"))).pages[-1])
            if any("e" in line.split() for line in last):
                assert any("d" in line.split() for line in last)


def test_a_heading_is_followed_by_two_items_of_its_list() -> None:
    for count in range(28, 40):
        pages = set_blocks(_filler(count), Heading(2, words("Head")), Bullets(tuple(words(sign) for sign in "abcd")))
        (at,) = (number for number, page in enumerate(pages.pages) if "Head" in lines(page))
        tail = lines(pages.pages[at])
        assert len(tail) - tail.index("Head") > 2


def test_five_signatories_fit_the_page_that_their_statement_is_on() -> None:
    people = tuple(Signatory(words(f"Organisation {number}"), words("Name"), words("Role")) for number in range(5))
    before = (Heading(2, words("Signatures")), Paragraph(words("word " * 45), Style.NOTE))
    assert len(set_blocks(*before, Signature(people, words("I agree."))).pages) == 1


def test_what_is_signed_stands_on_every_page_with_boxes_and_is_read_once() -> None:
    person = Signatory(words("Maitree"), words("Name"), words("Role"))
    made = set_blocks(*[Paragraph(words("Text"))] * 20, Signature((person,) * 11, words("I agree to this.")))
    (first, *more) = (page for page in made.pages if any(run.text.startswith("Full name") for run in page.runs))
    assert "I agree to this." in lines(first)
    assert len(more) > 1
    for page in more:
        again = [sign for sign in page.artifacts if sign.kind is Kind.REPEATED]
        assert [sign.text for sign in again] == ["I agree to this."]
        assert "I agree to this." not in lines(page)
        assert again[0].y < page.runs[0].y
    (shapes,) = made.boxes.values()
    assert [shape.turned for shape in shapes].count(True) == len(more)


def test_boxes_of_one_page_have_one_height_and_the_full_one_where_there_is_room() -> None:
    person = Signatory(words("Maitree"), words("Name"), words("Role"))
    blocks = (Signature((person,) * 5), Heading(2, words("Reviewed by")), Signature((person,) * 4))
    for before in range(40):
        made = set_blocks(*[Paragraph(words("Text"))] * before, *blocks)
        for page in made.pages:
            boxes = [box for box in page.boxes if box.outline and box.width == STANDARD.portrait.measure]
            assert len({box.height for box in boxes}) <= 1
            assert all(box.y + box.height <= STANDARD.portrait.floor for box in boxes)
    alone = set_blocks(Signature((person,) * 6), PageBreak(), Signature((person,) * 3))
    assert [shape.low for shapes in alone.boxes.values() for shape in shapes] == [True] * 6 + [False] * 3
    halves = set_blocks(*[Paragraph(words("Text"))] * 25, Signature((person,) * 5))
    assert [shape.low for shapes in halves.boxes.values() for shape in shapes][-1] is False


def test_small_print_after_the_boxes_is_never_alone_on_its_page() -> None:
    person = Signatory(words("Maitree"), words("Name"), words("Role"))
    for before in range(30):
        note = Paragraph(words("small print " * 20), Style.NOTE)
        *_, page = set_blocks(*[Paragraph(words("Text"))] * before, Signature((person,) * 4), note).pages
        assert any(run.text.startswith("Full name") for run in page.runs)


def test_a_box_to_sign_is_never_alone_on_its_page() -> None:
    person = Signatory(words("Maitree"), words("Name"), words("Role"))
    for count in range(5, 14):
        pages = set_blocks(Paragraph(words("I agree.")), Signature((person,) * count)).pages
        boxes = [sum(run.text.startswith("Full name") for run in page.runs) for page in pages]
        assert sum(boxes) == count
        assert boxes[-1] > 1


def test_a_head_taller_than_a_page_is_split_and_not_repeated() -> None:
    pages = set_blocks(table(("a", "b"), head=("A", "word " * 2500)))
    text = "".join(run.text for page in pages.pages for run in page.runs if "word" in run.text)
    assert text.split() == ["word"] * 2500
    assert not any("word" in run.text for page in pages.pages for run in page.artifacts)


def test_a_chain_of_headings_longer_than_a_page_still_ends() -> None:
    pages = set_blocks(*(Heading(2, words(f"Head {number}")) for number in range(80)))
    assert sum(len(page.runs) for page in pages.pages) == 80
    assert len(pages.pages) == 4
