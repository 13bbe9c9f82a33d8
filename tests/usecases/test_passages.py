# SPDX-License-Identifier: MPL-2.0
"""From a point of a page to the answer that stands there, and from an answer to its place."""

from __future__ import annotations

import pytest

from evidencepack.render.typeset.attributes import Attributes
from evidencepack.render.typeset.page import Element, Page, Pages, Piece, Role, Span, Stretch
from evidencepack.usecases.passages import Layout, layout_of

AREA, START = "r1/area", "r1/start"
OTHER = "r1/parties/row1/name"


@pytest.fixture
def layout() -> Layout:
    """Two pages: a numbered clause with two answers and a link; a table of one row; words that are always the same."""
    part = Element(Role.PART, None, "a", Attributes(language="en-GB", title="A"))
    clause = Element(Role.P, part, "a/0.0")
    number = Element(Role.LBL, part, "a/0.0")
    link = Element(Role.LINK, clause, "a/0.0", Attributes(href="#b"))
    table = Element(Role.TABLE, part, "a/0.1")
    cells = [
        Element(role, Element(Role.TR, table, "a/0.1"), "a/0.1", Attributes(scope="Row")) for role in (Role.TH, Role.TD)
    ]
    fixed = Element(Role.P, part, "a/0.2")
    first, second = Page(600, 800, 0), Page(600, 800, 0)
    first.lines += [
        (50.0, 100.0, (Piece(0, 20, 10, "1.1 ", Stretch(0, number)),)),
        (
            80.0,
            100.0,
            (
                Piece(0, 50, 10, "We cover ", Stretch(0, clause)),
                Piece(50, 60, 10, "Marsh Ward", Stretch(0, clause, (AREA,))),
                Piece(110, 40, 10, ": see ", Stretch(0, clause)),
                Piece(150, 50, 10, "clause 3", Stretch(0, link)),
            ),
        ),
        (50.0, 200.0, (Piece(0, 40, 10, "Name", Stretch(0, cells[0])),)),
        (200.0, 200.0, (Piece(0, 60, 10, "Ferrybank", Stretch(0, cells[1], (OTHER,))),)),
        (50.0, 300.0, (Piece(0, 200, 10, "Nobody is bound by this.", Stretch(0, fixed)),)),
    ]
    second.lines.append((80.0, 60.0, (Piece(0, 70, 10, "1 July 2027", Stretch(0, clause, (START, AREA))),)))
    return layout_of(Pages((first, second), (Span("a", "A", 0, 2, part),), {}, ()))


def test_words_of_an_answer_lead_to_it(layout: Layout) -> None:
    hit = layout.at(0, 150, 96)

    assert hit is not None
    assert hit.paths == (AREA,)
    assert hit.words == "Marsh Ward"


def test_the_words_round_an_answer_lead_to_the_nearest_one(layout: Layout) -> None:
    for x in (85, 215, 250):
        hit = layout.at(0, x, 96)
        assert hit is not None
        assert hit.paths == (AREA,)


def test_the_number_of_a_clause_and_the_head_of_a_row_lead_to_what_stands_beside_them(layout: Layout) -> None:
    number, head = layout.at(0, 55, 96), layout.at(0, 60, 196)

    assert number is not None
    assert number.paths == (AREA,)
    assert head is not None
    assert head.paths == (OTHER,)


def test_words_that_are_always_the_same_lead_nowhere_and_are_known_as_such(layout: Layout) -> None:
    hit = layout.at(0, 100, 296)

    assert hit is not None
    assert hit.paths == ()


def test_white_paper_is_nothing(layout: Layout) -> None:
    assert layout.at(0, 500, 700) is None
    assert layout.at(7, 100, 100) is None


def test_a_passage_goes_over_to_the_next_page(layout: Layout) -> None:
    (shown,) = layout.showing(START)
    passage = layout.passages[shown]

    assert passage.text == "We cover Marsh Ward: see clause 31 July 2027"
    assert [area.page for area in layout.areas(shown)] == [0, 0, 0, 0, 1]
    assert [area.page for area in layout.areas(shown, (START,))] == [1]


def test_a_table_a_row_and_a_record_are_found_by_what_they_hold(layout: Layout) -> None:
    cell = layout.showing(OTHER)

    assert len(cell) == 1
    assert layout.showing("r1/parties") == layout.showing("r1/parties/row1") == cell
    assert set(layout.showing("r1")) == {*cell, *layout.showing(AREA)}
    assert layout.showing("r1/par") == ()


def test_every_answer_is_a_stop_in_the_order_of_reading(layout: Layout) -> None:
    assert [path for _, path in layout.stops] == [AREA, START, OTHER]


def test_the_words_of_a_page_are_said_in_one(layout: Layout) -> None:
    assert layout.text_of(1) == "1 July 2027"
    assert layout.text_of(5) == ""
